from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import County, contents
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.target import PlanShare, Target, TargetSet
from tracker.store import plans, schemes, targets, units
from tracker.store.faults import YearOutOfRange
from tracker.store.new_year import Carried, carry_over
from tracker.store.scheme_versions import set_scheme, versions


@pytest.fixture
def full(county: County) -> County:
    """2026 with everything that belongs to a year; 青石镇 was merged into 城关镇 in it."""
    book = county.book
    with book.change("fill"):
        for unit, value in ((county.chengguan, "10.01"), (county.qingshi, "5"), (None, "40")):
            targets.set_target(book, Target(2026, unit, county.money, Decimal(value)))
        targets.set_target(book, Target(2026, county.yunfeng, county.signed, Decimal(3), TargetSet.STRETCH))
        plans.set_plan_share(book, PlanShare(2026, county.money, 1, Decimal("0.2")))
        plans.set_plan_share(book, PlanShare(2026, county.money, 2, Decimal("0.3")))
        schemes.set_scheme_lines(book, 2026, [SchemeLine(2026, county.towns, county.money, Decimal(30), Method.PACE)])
        units.update_unit(book, county.qingshi, valid_to=Month(2026, 6), merged_into=county.chengguan)
    book.forget_steps()
    return county


def carried(county: County, percent: str | None = "100", *, new: int = 2027) -> Carried:
    with county.book.change("new year"):
        return carry_over(county.book, last=2026, new=new, percent=None if percent is None else Decimal(percent))


def new_targets(county: County) -> set[tuple[object, object, Decimal, TargetSet]]:
    return {(one.unit, one.indicator, one.value, one.set) for one in targets.targets(county.book, 2027)}


def test_plan_scheme_and_targets_come_along_and_an_heir_gets_those_of_who_was_merged_into_it(full: County) -> None:
    assert carried(full) == Carried(plans=1, scheme_lines=1, targets=3)
    assert [(one.month, one.share) for one in plans.plan(full.book) if one.year == 2027] == [
        (1, Decimal("0.2")),
        (2, Decimal("0.3")),
    ]
    assert [line.points for line in schemes.scheme_lines(full.book, 2027)] == [Decimal(30)]
    assert new_targets(full) == {
        (full.chengguan, full.money, Decimal("15.01"), TargetSet.ASSIGNED),
        (None, full.money, Decimal(40), TargetSet.ASSIGNED),
        (full.yunfeng, full.signed, Decimal(3), TargetSet.STRETCH),
    }


def test_targets_grow_by_a_percentage_rounded_half_up_to_the_indicators_decimals(full: County) -> None:
    carried(full, "112.5")
    assert {value for _unit, _indicator, value, _set in new_targets(full)} == {Decimal("16.89"), Decimal("45.00"), Decimal(3)}


def test_targets_may_be_left_out(full: County) -> None:
    assert carried(full, None) == Carried(plans=1, scheme_lines=1, targets=0)
    assert new_targets(full) == set()


def test_what_the_new_year_has_already_stays(full: County) -> None:
    with full.book.change("begin"):
        targets.set_target(full.book, Target(2027, full.chengguan, full.money, Decimal(99)))
        plans.set_plan_share(full.book, PlanShare(2027, full.money, 1, Decimal("0.5")))
        schemes.set_scheme_lines(full.book, 2027, [SchemeLine(2027, None, full.money, Decimal(7), Method.PACE)])
    assert carried(full) == Carried(plans=0, scheme_lines=0, targets=2)
    assert (full.chengguan, full.money, Decimal(99), TargetSet.ASSIGNED) in new_targets(full)
    assert [line.points for line in schemes.scheme_lines(full.book, 2027)] == [Decimal(7)]


def test_a_unit_that_ended_without_an_heir_leaves_its_target_behind(full: County) -> None:
    with full.book.change("end"):
        units.update_unit(full.book, full.yunfeng, valid_to=Month(2026, 12))
    carried(full)
    assert full.yunfeng not in {unit for unit, *_ in new_targets(full)}


def test_a_year_is_carried_over_into_one_that_months_can_have(full: County) -> None:
    with pytest.raises(YearOutOfRange):
        carried(full, new=10_000)


def test_it_is_one_step_of_undo(full: County) -> None:
    before = contents(full.book)
    carried(full, "110")
    after = contents(full.book)
    full.book.undo()
    assert contents(full.book) == before
    full.book.redo()
    assert contents(full.book) == after
    full.book.undo()
    assert contents(full.book) == before


def test_the_version_of_the_scheme_in_force_at_last_is_the_new_years_from_january_on(full: County) -> None:
    later = SchemeLine(2026, None, full.money, Decimal(40), Method.ALL_OR_NOTHING, from_month=7)
    with full.book.change("from July on"):
        set_scheme(full.book, Scheme(2026, 7, (later,), Terms(total=Decimal(40), late=Decimal(1))))
    assert carried(full).scheme_lines == 1
    (version,) = versions(full.book, 2027)
    assert (version.from_month, version.lines[0].points, version.terms) == (1, 40, Terms(total=Decimal(40), late=Decimal(1)))
