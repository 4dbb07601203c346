from __future__ import annotations

from contextlib import closing
from datetime import date

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.metrics.lists_reviews import reviews_by_indicator
from tracker.metrics.lists_running import RunningList, running_last
from tracker.metrics.shown import live_of
from tracker.store.indicators import add_indicator
from tracker.store.publications import publish

JULY, AUGUST = Month(2026, 7), Month(2026, 8)
ONE = ListRules(size=1, reviews=2)


def found(towns: Towns, rules: ListRules = ONE) -> RunningList:
    with closing(live_of(towns.book, SEPTEMBER)) as live:
        return running_last(reviews_by_indicator(towns.book, live, towns.money), rules)


def test_who_is_last_in_so_many_reviews_running_is_named_with_each_of_them(towns: Towns) -> None:
    towns.done(9, 9, 9, 1, 2, month=JULY)
    towns.done(0, 0, 0, 3, 1, month=AUGUST)
    towns.done(1, 1, 1, 1, 1)
    named = found(towns)
    assert [(one.unit.code, [str(month) for month, _ in one.reviews]) for one in named.units] == [("e", ["2026-09", "2026-08"])]
    assert named.units[0].reviews[0][1].rank == 5
    assert named.rule == "Among the last of the group in 2 reviews running."
    assert found(towns, ListRules(size=1, reviews=3)).units == ()


def test_the_longest_come_first(towns: Towns) -> None:
    towns.done(9, 8, 7, 3, 1, month=JULY)
    towns.done(1, 1, 1, 5, 1, month=AUGUST)
    towns.done(0, 0, -5, 1, 1)
    rules = ListRules(size=2, reviews=1)
    assert [(one.unit.code, len(one.reviews)) for one in found(towns, rules).units] == [("e", 3), ("c", 2)]


def test_a_published_review_counts_as_it_was_shown(towns: Towns) -> None:
    towns.done(9, 9, 9, 9, 1, month=AUGUST)
    with towns.book.change("publish"):
        publish(towns.book, AUGUST, today=date(2026, 9, 8))
    towns.done(0, 0, 0, 0, 50, month=JULY)
    towns.done(1, 1, 1, 1, -45)
    assert towns.codes(found(towns).units) == ["e"]


def test_a_new_year_and_a_new_indicator_begin_anew(towns: Towns) -> None:
    towns.done(9, 9, 9, 9, 1, month=AUGUST)
    with towns.book.change("publish"):
        publish(towns.book, AUGUST, today=date(2026, 9, 8))
    with towns.book.change("new"):
        new = add_indicator(towns.book, code="N", name="new", unit="个", decimals=0)
    with closing(live_of(towns.book, SEPTEMBER)) as live:
        assert [month for month, _ in reviews_by_indicator(towns.book, live, new)] == [SEPTEMBER]
    with closing(live_of(towns.book, Month(2026, 1))) as live:
        assert [month for month, _ in reviews_by_indicator(towns.book, live, towns.money)] == [Month(2026, 1)]


def test_one_review_can_be_all_there_is(towns: Towns) -> None:
    towns.done(9, 9, 9, 9, 1, month=Month(2026, 1))
    with closing(live_of(towns.book, Month(2026, 1))) as live:
        reviews = reviews_by_indicator(towns.book, live, towns.money)
    assert towns.codes(running_last(reviews, ListRules(size=1, reviews=1)).units) == ["e"]


def test_without_a_review_nobody_is_named() -> None:
    assert running_last([], ONE).units == ()
