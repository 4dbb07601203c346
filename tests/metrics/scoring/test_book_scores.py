"""The scheme in force scores the month; a published month keeps what it was published with."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.adjustment import Adjustment
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.target import PlanShare
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import NoScheme, book_scores, scores_if_any
from tracker.metrics.scoring.score import Score
from tracker.metrics.shown import live_of
from tracker.store.adjustments import add_adjustment
from tracker.store.plans import set_plan_share
from tracker.store.publications import publish
from tracker.store.reports import set_arrival
from tracker.store.scheme_faults import SchemeRefused
from tracker.store.scheme_versions import set_scheme
from tracker.store.schemes import set_scheme_lines

AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)
TODAY = date(2026, 11, 25)


def by_item(county: SmallCounty, each: int = 1, from_month: int = 1, terms: Terms | None = None) -> Scheme:
    line = SchemeLine(
        2026, None, county.indicator["count"], Decimal(10), Method.PER_ITEM, each=Decimal(each), from_month=from_month
    )
    return Scheme(2026, from_month, (line,), terms or Terms())


@pytest.fixture
def scored(county: SmallCounty) -> SmallCounty:
    """A scheme by item; a is ahead in August, c in September."""
    with county.book.change("scheme"):
        set_scheme(county.book, by_item(county))
    for unit, august, september in (("a", "3", "0"), ("c", "1", "5")):
        county.report(unit, "count", "2026-08", august)
        county.report(unit, "count", "2026-09", september)
    return county


def scores(county: SmallCounty, month: Month = SEPTEMBER) -> dict[str, Score]:
    with closing(live_of(county.book, month)) as live:
        table = book_scores(county.book, live, today=TODAY)
    return {score.unit.code: score for score in table.by_unit.values()}


def published(county: SmallCounty, month: Month) -> None:
    with county.book.change("publish"):
        publish(county.book, month, today=date(2026, 10, 8))


def test_moves_count_from_the_month_before_and_january_has_none(scored: SmallCounty) -> None:
    assert [scores(scored)[code].rank_change for code in "ac"] == [-1, 1]
    assert {score.rank_change for score in scores(scored, Month(2026, 1)).values()} == {None}


def test_without_a_scheme_in_force_there_are_no_scores(scored: SmallCounty) -> None:
    with pytest.raises(NoScheme, match="no scheme for 2025-12"):
        scores(scored, Month(2025, 12))
    with scored.book.change("from September on"):
        set_scheme_lines(scored.book, 2026, by_item(scored, from_month=9).lines)
    with pytest.raises(NoScheme):
        scores(scored, AUGUST)
    assert {score.rank_change for score in scores(scored).values()} == {None}


def test_a_rule_change_takes_effect_from_its_month_on(scored: SmallCounty) -> None:
    with scored.book.change("from September on"):
        set_scheme(scored.book, by_item(scored, each=2, from_month=9))
    assert scores(scored)["c"].value == 10
    assert scores(scored, AUGUST)["a"].value == 3


def test_a_scheme_that_cannot_work_this_month_is_refused_with_its_reasons(scored: SmallCounty) -> None:
    pace = SchemeLine(2026, None, scored.indicator["money"], Decimal(10), Method.PACE, cap=Decimal(1))
    with scored.book.change("plan"):
        set_scheme_lines(scored.book, 2026, [pace])
        set_plan_share(scored.book, PlanShare(2026, scored.indicator["money"], 8, Decimal(0)))
    scored.aim("a", "money", "10")
    with pytest.raises(SchemeRefused, match="Nothing is due by month 8"):
        scores(scored, AUGUST)
    assert scores(scored)["a"].rank_change is None
    with scored.book.change("load"):
        set_scheme_lines(scored.book, 2026, [replace(pace, method=Method.PROPORTIONAL, cap=None)])
    with pytest.raises(SchemeRefused, match="“cap” is missing"):
        scores(scored)


def test_points_by_hand_and_late_forms_count(scored: SmallCounty) -> None:
    with scored.book.change("beside"):
        set_scheme(scored.book, by_item(scored, terms=Terms(late=Decimal(1))))
        add_adjustment(scored.book, Adjustment(scored.unit["a"], SEPTEMBER, Decimal(2), "表彰", "3号"))
        set_arrival(scored.book, scored.unit["a"], SEPTEMBER, date(2026, 10, 6))
    assert (scores(scored)["a"].added, scores(scored)["a"].value) == (1, 4)
    assert scores(scored, AUGUST)["a"].added == 0


def test_a_published_month_keeps_its_scores(scored: SmallCounty) -> None:
    published(scored, SEPTEMBER)
    before = {code: (score.value, score.rank, score.rank_change) for code, score in scores(scored).items()}
    with scored.book.change("another scheme"):
        set_scheme(scored.book, by_item(scored, each=3, terms=Terms(missing=Decimal(1))))
    scored.report("c", "count", "2026-07", "9")
    assert {code: (score.value, score.rank, score.rank_change) for code, score in scores(scored).items()} == before
    live = Live(scored.book, month=SEPTEMBER)
    assert book_scores(scored.book, live, today=TODAY).by_unit[scored.unit["c"]].value == 10


def test_moves_count_from_what_last_month_was_published_with(scored: SmallCounty) -> None:
    published(scored, AUGUST)
    scored.report("c", "count", "2026-07", "9")
    assert [scores(scored)[code].rank_change for code in "ac"] == [-1, 1]
    published(scored, SEPTEMBER)
    assert [scores(scored)[code].rank_change for code in "ac"] == [-1, 1]


def test_a_publication_that_came_later_moves_nothing_in_one_before_it(scored: SmallCounty) -> None:
    published(scored, SEPTEMBER)
    scored.report("c", "count", "2026-08", "9")
    published(scored, AUGUST)
    assert [scores(scored)[code].rank_change for code in "ac"] == [-1, 1]


def test_documents_do_without_scores_where_there_are_none(scored: SmallCounty) -> None:
    with closing(live_of(scored.book, SEPTEMBER)) as live:
        found = scores_if_any(scored.book, live, today=TODAY)
        assert found is not None
        assert found.ranks == book_scores(scored.book, live, today=TODAY).ranks
    with closing(live_of(scored.book, Month(2025, 9))) as live:
        assert scores_if_any(scored.book, live, today=TODAY) is None
