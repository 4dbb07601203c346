"""The places of one year's reviews, each as its month was shown: published months from what they were published with."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.metrics.lists_places import Place, places_by_indicator
from tracker.metrics.live import Live
from tracker.metrics.shown import live_of
from tracker.store.book import Book
from tracker.store.publications import publication


def reviews_by_indicator(book: Book, live: Live, indicator: IndicatorId) -> list[tuple[Month, Mapping[UnitId, Place]]]:
    """The places by an indicator in the month that `live` shows of the book and those of its year before it, the newest first.

    A new year begins anew: its targets are others. A review at which the indicator was not there ends the row.
    """
    found: list[tuple[Month, Mapping[UnitId, Place]]] = [(live.month, places_by_indicator(live.table(indicator)))]
    for number in range(live.month.number - 1, 0, -1):
        month = Month(live.month.year, number)
        places = _places(book, live, indicator, month)
        if places is None:
            break
        found.append((month, places))
    return found


def _places(book: Book, live: Live, indicator: IndicatorId, month: Month) -> Mapping[UnitId, Place] | None:
    if publication(book, month) is None:
        return places_by_indicator(live.table(indicator, month))
    with closing(live_of(book, month, target_set=live.target_set)) as published:
        if indicator not in {known.id for known in published.indicators}:
            return None
        return places_by_indicator(published.table(indicator))
