"""Which ranks become others between two states of a month: what a correction (更正) moves."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.metrics.live import Live
from tracker.metrics.shown import live_of
from tracker.store.book import Book
from tracker.store.corrections import Corrected, Correction, corrections


@dataclass(frozen=True, slots=True)
class Move:
    """A unit's rank in its group before and after; None where it has none."""

    indicator: Indicator
    unit: Unit
    rank_before: int | None
    rank_after: int | None


def moves(before: Live, after: Live) -> list[Move]:
    """The ranks of the month in view that are others in `after`, over all indicators, ratios too, in the order of `before`."""
    return [move for indicator in before.indicators for move in _moves(before, after, indicator)]


def moves_of(book: Book, correction: Correction) -> list[Move]:
    """The ranks that a correction moved in what was published, after the corrections before it. Raises BookIsDamaged."""
    return _moved(book, correction.month, before=correction.number, corrected=_new(correction))


def moves_if_corrected(book: Book, month: Month, corrected: Sequence[Corrected]) -> list[Move]:
    """The ranks that these figures would move, were they corrected after all that has been. Raises BookIsDamaged."""
    return _moved(book, month, before=sys.maxsize, corrected=corrected)


def _moves(before: Live, after: Live, indicator: Indicator) -> Iterator[Move]:
    became = after.table(indicator.id)
    for row in before.table(indicator.id).rows:
        now = became.row(row.unit.id)
        rank = now.rank if now is not None else None
        if rank != row.rank:
            yield Move(indicator, row.unit, row.rank, rank)


def _moved(book: Book, month: Month, *, before: int, corrected: Sequence[Corrected]) -> list[Move]:
    earlier = [figure for one in corrections(book, month) if one.number < before for figure in _new(one)]
    with (
        closing(live_of(book, month, corrected=earlier)) as published,
        closing(live_of(book, month, corrected=[*earlier, *corrected])) as becoming,
    ):
        return moves(published, becoming)


def _new(correction: Correction) -> list[Corrected]:
    return [(figure.unit, figure.indicator, figure.new) for figure in correction.figures]
