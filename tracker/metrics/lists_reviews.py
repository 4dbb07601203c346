"""The places of one year's reviews, each as its month was shown: published months from what they were published with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.metrics.lists_places import Place, places_by_indicator, places_by_score
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import earlier_scores
from tracker.metrics.scoring.score import ScoreTable
from tracker.metrics.shown import live_of, published_by_then
from tracker.store.book import Book

Review = tuple[Month, Mapping[UnitId, Place]]
"""A month, and the places of its units."""


def reviews_by_indicator(book: Book, live: Live, indicator: IndicatorId) -> Iterator[Review]:
    """The places by an indicator in the month that `live` shows of the book and those of its year before it, the newest first.

    A new year begins anew: its targets are others. A review at which the indicator was not there ends the row. Each is computed
    when it is come to.
    """
    yield live.month, places_by_indicator(live.table(indicator))
    for month in _before(live.month):
        places = _places(book, live, indicator, month)
        if places is None:
            break
        yield month, places


def reviews_by_score(book: Book, live: Live, scores: ScoreTable, *, today: date) -> Iterator[Review]:
    """The same by score, `scores` being those of the month in view; a month without a scheme that works ends the row."""
    yield live.month, places_by_score(scores)
    for month in _before(live.month):
        earlier = earlier_scores(book, live, month, today=today)
        if earlier is None:
            break
        yield month, places_by_score(earlier)


def _before(month: Month) -> list[Month]:
    return [Month(month.year, number) for number in range(month.number - 1, 0, -1)]


def _places(book: Book, live: Live, indicator: IndicatorId, month: Month) -> Mapping[UnitId, Place] | None:
    if published_by_then(book, month, live.month) is None:
        return places_by_indicator(live.table(indicator, month))
    with closing(live_of(book, month, target_set=live.target_set)) as published:
        if indicator not in {known.id for known in published.indicators}:
            return None
        return places_by_indicator(published.table(indicator))
