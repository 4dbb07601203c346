from __future__ import annotations

import pytest

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import Towns
from tracker.domain.period import Month
from tracker.domain.unit import GroupId
from tracker.metrics.live import Live
from tracker.metrics.trends.bump import bump_trend

MARCH = Month(2026, 3)


def test_ranks_run_over_the_months_in_the_order_of_the_last(towns: Towns) -> None:
    towns.done(30, 20, 10, 5, 4, month=Month(2026, 1))
    towns.done(0, 20, 30, 0, 0, month=MARCH)
    trend = bump_trend(towns.live(MARCH), towns.money, towns.group)
    assert [(line.unit.code, line.ranks, line.rise) for line in trend.lines] == [
        ("b", (2, 2, 1), 1),
        ("c", (3, 3, 1), 2),
        ("a", (1, 1, 3), -2),
        ("d", (4, 4, 4), 0),
        ("e", (5, 5, 5), 0),
    ]
    assert trend.chosen == {towns.unit["c"], towns.unit["a"]}
    assert (trend.lowest, trend.group.name, len(trend.months)) == (5, "towns", 3)


def test_whom_one_chooses_is_chosen_and_no_choice_changes_nothing(towns: Towns) -> None:
    towns.done(30, 20, month=MARCH)
    trend = bump_trend(towns.live(MARCH), towns.money, towns.group)
    assert trend.choosing([towns.unit["e"]]).chosen == {towns.unit["e"]}
    assert trend.choosing([]) == trend


def test_where_nobody_moved_the_first_is_chosen(towns: Towns) -> None:
    towns.done(30, 20, month=Month(2026, 1))
    trend = bump_trend(towns.live(Month(2026, 1)), towns.money, towns.group)
    assert trend.chosen == {towns.unit["a"]}


def test_two_years_begin_in_january_of_the_first_and_units_come_when_they_are_listed(county: SmallCounty) -> None:
    for month in ("2026-04", "2026-06"):
        county.report("d", "count", month, "2")
        county.report("e", "count", month, "1") if month == "2026-06" else None
    live = Live(county.book, month=Month(2026, 6))
    streets = next(group.id for group in live.groups if group.name == "streets")
    trend = bump_trend(live, county.indicator["count"], streets, years=2, published_months=[MARCH])
    assert (trend.months[0], trend.months[-1], len(trend.months)) == (Month(2025, 1), Month(2026, 6), 18)
    assert [(line.unit.code, line.ranks[-3:]) for line in trend.lines] == [("d", (1, 1, 1)), ("e", (None, None, 2))]
    assert trend.published == {MARCH}


def test_units_without_a_rank_come_last_and_a_group_without_ranks_has_one_line(towns: Towns) -> None:
    towns.done(None, 3, of=towns.signed, month=MARCH)
    trend = bump_trend(towns.live(MARCH), towns.signed, towns.group)
    assert [line.unit.code for line in trend.lines] == ["b", "a", "c", "d", "e"]
    assert trend.lines[1].rise == 0
    empty = bump_trend(towns.live(Month(2026, 1)), towns.signed, towns.group)
    assert (empty.lowest, empty.lines[0].ranks) == (1, (None,))


def test_a_group_without_units_is_refused(towns: Towns) -> None:
    with pytest.raises(KeyError):
        bump_trend(towns.live(MARCH), towns.money, GroupId(99))
