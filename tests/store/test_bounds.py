from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import County
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.target import PlanShare, Target
from tracker.store import groups, indicators, plans, schemes, settings, targets, units
from tracker.store.bounds import month_number, position_of, year_of
from tracker.store.faults import MonthNumberOutOfRange, NameIsBlank, PositionOutOfRange, YearOutOfRange

FAR = 10**30


def test_what_is_within_bounds_stays_as_it_is() -> None:
    assert (year_of(1900), year_of(9999), month_number(1), month_number(12), position_of(0), position_of(-(10**9))) == (
        1900,
        9999,
        1,
        12,
        0,
        -(10**9),
    )


@pytest.mark.parametrize("year", [0, 1899, 10_000, FAR])
def test_a_year_outside_is_refused_everywhere(county: County, year: int) -> None:
    line = SchemeLine(year, None, county.money, Decimal(1), Method.PACE)
    with pytest.raises(YearOutOfRange), county.book.change("x"):
        targets.set_target(county.book, Target(year, None, county.money, Decimal(1)))
    with pytest.raises(YearOutOfRange), county.book.change("x"):
        plans.set_plan_share(county.book, PlanShare(year, county.money, 1, Decimal(1)))
    with pytest.raises(YearOutOfRange), county.book.change("x"):
        schemes.set_scheme_lines(county.book, year, [line])


@pytest.mark.parametrize("month", [0, 13, FAR])
def test_a_plans_month_is_one_of_twelve(county: County, month: int) -> None:
    with pytest.raises(MonthNumberOutOfRange), county.book.change("x"):
        plans.set_plan_share(county.book, PlanShare(2026, county.money, month, Decimal(1)))


def test_a_position_too_far_out_is_refused_everywhere(county: County) -> None:
    with pytest.raises(PositionOutOfRange), county.book.change("x"):
        groups.add_group(county.book, "园区", sort=FAR)
    with pytest.raises(PositionOutOfRange), county.book.change("x"):
        units.update_unit(county.book, county.qingshi, sort=-FAR)
    with pytest.raises(PositionOutOfRange), county.book.change("x"):
        indicators.add_indicator(county.book, code="X", name="x", unit="个", decimals=0, sort=FAR)


def test_a_setting_has_a_name(county: County) -> None:
    with pytest.raises(NameIsBlank), county.book.change("x"):
        settings.put(county.book, " ", "x")
