"""What is still needed, exactly: reaching it gives the rank, one step less does not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.exemption import Exemption
from tracker.domain.figure import Figure
from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.needs import Case, Goal, Need, case_of, for_pace, for_rank, for_target, to_leave_black, usual_needs, why_none
from tracker.metrics.whose import Whole
from tracker.store.figures import set_figure
from tracker.store.settings import set_rank_what_is_printed

OCTOBER, DECEMBER = Month(2026, 10), Month(2026, 12)
TWO = ListRules(size=2)


def case(towns: Towns, unit: str, month: Month = SEPTEMBER) -> Case:
    live = towns.live(month)
    found = case_of(live, live.table(towns.money), towns.unit[unit])
    assert found is not None
    return found


def there(need: Need | None) -> Need:
    assert need is not None
    return need


def test_a_rank_is_needed_of_who_stands_there(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    need = there(for_rank(case(towns, "e"), 3))
    assert (need.goal, need.rank, need.reference and need.reference.code, need.at) == (Goal.RANK, 3, "c", Fraction(7, 10))
    assert (need.by, need.months, need.needed, need.missing) == (OCTOBER, 1, Decimal("70.00"), Decimal("25.00"))
    assert (need.ties, need.monthly, need.times) == (True, 25, 5)


def test_to_be_ahead_takes_the_least_that_can_be_entered_more(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    need = there(for_rank(case(towns, "e"), 3, strictly=True))
    assert (need.needed, need.ties, need.level.exact) == (Decimal("70.01"), False, 70)


def test_equal_ones_give_the_better_rank(towns: Towns) -> None:
    towns.done(90, 80, 80, 60, 45)
    assert there(for_rank(case(towns, "e"), 3)).rank == 2
    assert for_rank(case(towns, "e"), 5) is None
    assert for_rank(case(towns, "e"), 0) is None


def test_pace_and_target(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    pace, target = there(for_pace(case(towns, "e"))), there(for_target(case(towns, "e")))
    assert (pace.by, pace.at, pace.level.exact, pace.needed) == (OCTOBER, Fraction(5, 6), Fraction(250, 3), Decimal("83.34"))
    assert (target.by, target.months, target.missing, target.monthly) == (DECEMBER, 3, 55, Fraction(55, 3))
    assert there(for_target(case(towns, "a"))).missing == 10


def test_in_december_no_month_is_left(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45, month=DECEMBER)
    need = there(for_target(case(towns, "e", DECEMBER)))
    assert (need.by, need.months, need.missing, need.monthly, need.times) == (DECEMBER, 0, 55, None, None)


def test_what_is_reached_is_missing_nothing_and_without_a_past_there_is_no_multiple(towns: Towns) -> None:
    towns.done(120, None, 70)
    assert there(for_target(case(towns, "a"))).missing == 0
    assert there(for_target(case(towns, "b"))).times is None


def test_the_black_list_is_left_by_the_nearer_of_two_ways(towns: Towns) -> None:
    towns.done(90, 80, 50, 40, 20)
    need = there(to_leave_black(case(towns, "d"), TWO))
    assert (need.goal, need.reference and need.reference.code, need.needed) == (Goal.LEAVE_BLACK, "c", Decimal("50.01"))
    towns.done(90, 90, 89, 40, 20)
    need = there(to_leave_black(case(towns, "d"), TWO))
    assert (need.goal, need.reference, need.needed) == (Goal.LEAVE_BLACK, None, Decimal("83.34"))
    assert to_leave_black(case(towns, "c"), TWO) is None
    assert to_leave_black(case(towns, "a"), TWO) is None


def test_nobody_of_a_small_group_is_black(towns: Towns) -> None:
    towns.done(90, 80, 50, 40, 20, 1)
    assert to_leave_black(case(towns, "s"), TWO) is None
    assert to_leave_black(case(towns, "c"), ListRules(size=3)) is None


def test_what_a_reader_asks_for(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    needs = usual_needs(case(towns, "e"), TWO)
    assert [(need.goal, need.rank) for need in needs] == [
        *((Goal.RANK, 4), (Goal.FIRST_FEW, 2), (Goal.PACE, None)),
        *((Goal.TARGET, None), (Goal.LEAVE_BLACK, 3)),
    ]
    assert [need.goal for need in usual_needs(case(towns, "a"), TWO)] == [Goal.TARGET]


def test_a_rank_may_be_asked_for(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    for asked, goals in (
        (3, [(Goal.RANK, 3), (Goal.FIRST_FEW, 2)]),
        (2, [(Goal.RANK, 2)]),
        (1, [(Goal.RANK, 1), (Goal.FIRST_FEW, 2)]),
    ):
        needs = usual_needs(case(towns, "e"), TWO, rank=asked)
        assert [(need.goal, need.rank) for need in needs if need.reference and need.goal is not Goal.LEAVE_BLACK] == goals


def test_who_is_exempt_is_on_no_black_list_to_leave(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    spared = [Exemption(towns.unit["e"], towns.money, SEPTEMBER, SEPTEMBER, "flood")]
    assert to_leave_black(case(towns, "e"), TWO, spared) is None
    assert to_leave_black(case(towns, "d"), TWO, spared) is not None
    past = [Exemption(towns.unit["e"], None, Month(2026, 1), Month(2026, 8), "flood")]
    assert to_leave_black(case(towns, "e"), TWO, past) is not None


def test_a_total_needs_something_for_pace_and_target_alone(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    live = towns.live()
    for whole, missing in ((Whole(towns.group), 155), (Whole(None), 255)):
        found = case_of(live, live.table(towns.money), whole)
        assert found is not None
        assert [need.goal for need in usual_needs(found, TWO)] == [Goal.PACE, Goal.TARGET]
        assert there(for_target(found)).missing == missing
        assert to_leave_black(found, TWO) is None
        assert for_rank(found, 1) is None


def test_why_nothing_can_be_needed_is_told(towns: Towns, county: SmallCounty) -> None:
    live = Live(county.book, month=Month(2026, 6))
    county.aim("b", "money", "10")

    def why(unit: str | None, indicator: str) -> str:
        whose = Whole(None) if unit is None else county.unit[unit]
        return why_none(live, live.table(county.indicator[indicator]), whose)

    assert why("a", "level").startswith("A level does not add up")
    assert why(None, "ratio").startswith("A ratio does not add up")
    assert why("a", "worse").startswith("Lower is better here")
    assert why("a", "money").startswith("The unit is not ranked")
    assert why("b", "money") == "It is no longer listed next month."
    assert why(None, "money") == ""
    of_towns = towns.live()
    assert why_none(of_towns, of_towns.table(towns.money), towns.unit["a"]) == ""


def test_where_more_cannot_help_nothing_is_needed(towns: Towns) -> None:
    live = towns.live()
    assert case_of(live, live.table(towns.complaints), towns.unit["a"]) is None
    assert case_of(live, live.table(towns.signed), towns.unit["a"]) is None


def test_a_unit_that_ends_needs_nothing_more(county: SmallCounty) -> None:
    county.aim("b", "money", "10")
    live = Live(county.book, month=Month(2026, 6))
    assert case_of(live, live.table(county.indicator["money"]), county.unit["b"]) is None
    assert case_of(live, live.table(county.indicator["level"]), county.unit["a"]) is None


def test_amounts_and_growth_have_their_own_levels(county: SmallCounty) -> None:
    for unit, count, before, now in (("a", "5", "10", "20"), ("c", "3", "40", "50")):
        county.report(unit, "count", "2026-09", count)
        county.report(unit, "grown", "2025-09", before)
        county.report(unit, "grown", "2026-09", now)
    county.report("c", "grown", "2025-10", "10")
    live = Live(county.book, month=SEPTEMBER)
    by_count = case_of(live, live.table(county.indicator["count"]), county.unit["c"])
    by_growth = case_of(live, live.table(county.indicator["grown"]), county.unit["c"])
    assert by_count is not None
    assert by_growth is not None
    assert there(for_rank(by_count, 1, strictly=True)).needed == 6
    assert (there(for_rank(by_growth, 1)).needed, there(for_rank(by_growth, 1)).at) == (100, 1)
    assert for_pace(by_count) is None
    assert for_target(by_count) is None
    assert to_leave_black(by_count, TWO) is None


def test_without_a_base_next_month_growth_cannot_be_needed(county: SmallCounty) -> None:
    for unit in "ac":
        county.report(unit, "grown", "2025-09", "10")
        county.report(unit, "grown", "2026-09", "20" if unit == "a" else "11")
    county.report("c", "grown", "2025-10", "-10")
    live = Live(county.book, month=SEPTEMBER)
    case = case_of(live, live.table(county.indicator["grown"]), county.unit["c"])
    assert case is not None
    assert for_rank(case, 1) is None


@pytest.mark.parametrize(("strictly", "needed", "ties"), [(False, "94.31", True), (True, "94.32", False)])
def test_where_ranks_compare_what_is_printed_equal_is_what_prints_the_same(
    towns: Towns, strictly: bool, needed: str, ties: bool
) -> None:
    towns.done(94, 10)
    with towns.book.change("as printed"):
        set_rank_what_is_printed(towns.book, True)
        set_figure(towns.book, towns_figure(towns, "a", "94.31"))
    need = there(for_rank(case(towns, "b"), 1, strictly=strictly))
    assert (need.needed, need.ties) == (Decimal(needed), ties)


def towns_figure(towns: Towns, code: str, value: str) -> Figure:
    return Figure(towns.unit[code], towns.money, SEPTEMBER, Decimal(value))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.integers(0, 9), min_size=5, max_size=5), st.integers(1, 4), st.booleans(), st.booleans())
def test_what_is_needed_gives_the_rank_and_one_step_less_does_not(
    towns: Towns, amounts: list[int], rank: int, strictly: bool, printed: bool
) -> None:
    with towns.book.change("as printed"):
        set_rank_what_is_printed(towns.book, printed)
    towns.done(*amounts)
    need = for_rank(case(towns, "e"), rank, strictly=strictly)
    if need is None:
        return
    step = Decimal("0.01")
    for amount, reaches in ((need.needed, True), (need.needed - step, False)):
        with towns.book.change("try"):
            set_figure(towns.book, towns_figure(towns, "e", str(amount)))
        row = towns.live().table(towns.money).row(towns.unit["e"])
        other = towns.live().table(towns.money).row(need.reference.id if need.reference else towns.unit["a"])
        assert row is not None
        assert other is not None
        ahead = (row.rank or 0) < (other.rank or 0) if strictly else (row.rank or 0) <= (other.rank or 0)
        assert ahead is reaches
