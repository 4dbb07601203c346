from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.adjustment import Adjustment, AdjustmentId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store.adjustments import add_adjustment, adjustments, remove_adjustment, update_adjustment
from tracker.store.faults import MonthIsPublished, StillUsed, UnknownUnit
from tracker.store.month_faults import ReasonIsBlank
from tracker.store.months import MonthState, set_state
from tracker.store.scheme_faults import DocumentIsBlank, PointsAreZero
from tracker.store.units import remove_unit


def add(county: County, new: Adjustment) -> Adjustment:
    with county.book.change("points"):
        return replace(new, id=add_adjustment(county.book, new))


def test_entries_count_from_their_month_to_the_end_of_the_year(county: County) -> None:
    august = add(county, Adjustment(county.chengguan, Month(2026, 8), Decimal("2.50"), " 省级表彰 ", " 云政发〔2026〕3号 "))
    october = add(county, Adjustment(county.chengguan, Month(2026, 10), Decimal(-1), "迟报", "通报第2期"))
    kept = replace(august, points=Decimal("2.5"), reason="省级表彰", document="云政发〔2026〕3号")
    assert adjustments(county.book) == [kept, october]
    assert adjustments(county.book, SEPTEMBER) == [kept]
    assert adjustments(county.book, Month(2026, 7)) == adjustments(county.book, Month(2027, 1)) == []


def test_an_entry_is_taken_back(county: County) -> None:
    entry = add(county, Adjustment(county.chengguan, SEPTEMBER, Decimal(1), "表彰", "3号"))
    with county.book.change("back"):
        remove_adjustment(county.book, entry.id)
        remove_adjustment(county.book, AdjustmentId(99))
    assert adjustments(county.book) == []


def test_an_entry_is_changed_in_its_place(county: County) -> None:
    entry = add(county, Adjustment(county.chengguan, SEPTEMBER, Decimal(1), "表彰", "3号"))
    last = add(county, Adjustment(county.yunfeng, SEPTEMBER, Decimal(1), "表彰", "3号"))
    changed = replace(entry, unit=county.qingshi, points=Decimal(-2), month=Month(2026, 10), reason="通报批评", document="5号")
    with county.book.change("points"):
        update_adjustment(county.book, changed)
        update_adjustment(county.book, replace(changed, id=AdjustmentId(99)))
    assert adjustments(county.book) == [last, changed]
    for wrong, fault in ((replace(changed, points=Decimal(0)), PointsAreZero), (replace(changed, document=""), DocumentIsBlank)):
        with pytest.raises(fault), county.book.change("points"):
            update_adjustment(county.book, wrong)


def test_an_entry_of_a_published_month_is_not_moved_out_of_it_nor_into_it(county: County) -> None:
    entry = add(county, Adjustment(county.chengguan, SEPTEMBER, Decimal(1), "表彰", "3号"))
    later = add(county, replace(entry, month=Month(2026, 10)))
    with county.book.change("publish"):
        set_state(county.book, SEPTEMBER, MonthState.PUBLISHED)
    for wrong in (replace(entry, month=Month(2026, 10)), replace(later, month=SEPTEMBER)):
        with pytest.raises(MonthIsPublished), county.book.change("points"):
            update_adjustment(county.book, wrong)


def test_what_an_entry_cannot_be(county: County) -> None:
    good = Adjustment(county.chengguan, SEPTEMBER, Decimal(1), "表彰", "3号")
    for wrong, fault in (
        (replace(good, points=Decimal(0)), PointsAreZero),
        (replace(good, reason=" "), ReasonIsBlank),
        (replace(good, document=" "), DocumentIsBlank),
        (replace(good, unit=UnitId(99)), UnknownUnit),
    ):
        with pytest.raises(fault):
            add(county, wrong)
    assert adjustments(county.book) == []


def test_a_published_month_gets_no_more_points_and_loses_none(county: County) -> None:
    entry = add(county, Adjustment(county.chengguan, SEPTEMBER, Decimal(1), "表彰", "3号"))
    with county.book.change("publish"):
        set_state(county.book, SEPTEMBER, MonthState.PUBLISHED)
    with pytest.raises(MonthIsPublished):
        add(county, entry)
    with pytest.raises(MonthIsPublished), county.book.change("back"):
        remove_adjustment(county.book, entry.id)


def test_a_unit_with_points_by_hand_stays(county: County) -> None:
    add(county, Adjustment(county.chengguan, SEPTEMBER, Decimal(1), "表彰", "3号"))
    with pytest.raises(StillUsed, match="points by hand"), county.book.change("remove"):
        remove_unit(county.book, county.chengguan)
