"""What a merger (撤并) would do to a month's ranking, told before it is done: it is tried in the book and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.metrics.live import Live
from tracker.metrics.moves import Move
from tracker.metrics.row import Row
from tracker.store import units
from tracker.store.book import Book


@dataclass(frozen=True, slots=True)
class HeirChange:
    """The heir's row of an indicator as it is, and as it would be with the other's history, targets and last year's base."""

    indicator: Indicator
    before: Row
    after: Row


@dataclass(frozen=True, slots=True)
class MergerEffect:
    """In `month`, which is after the merger. `figures` is how many of the unit's figures go along."""

    month: Month
    figures: int
    heir: tuple[HeirChange, ...]
    moves: tuple[Move, ...]


class _TakenBack(Exception):
    """Ends the trial: its change leaves nothing."""


def merge(book: Book, unit: UnitId, *, into: UnitId, last: Month) -> None:
    """Merge a unit into another after its last month, inside a change; raises as units.update_unit."""
    units.update_unit(book, unit, valid_to=last, merged_into=into)


def merger_effect(book: Book, unit: UnitId, *, into: UnitId, last: Month, month: Month) -> MergerEffect:
    """What `merge` would change in `month`, or in the month after `last` if that is later; the book stays as it is.

    Raises as `merge`; RuntimeError inside a change.
    """
    month = max(month, last.plus(1))
    before = _rows(book, month)
    after: dict[Indicator, list[Row]] = {}
    try:
        with book.change("a merger, tried"):
            merge(book, unit, into=into, last=last)
            after = _rows(book, month)
            raise _TakenBack  # noqa: TRY301 - the change must fail as a whole
    except _TakenBack:
        pass
    return MergerEffect(
        month=month,
        figures=book.row("SELECT count(*) FROM figure WHERE unit_id = ? AND value IS NOT NULL", (unit,))[0],
        heir=tuple(_heir_changes(into, before, after)),
        moves=tuple(_moves(before, after)),
    )


def _rows(book: Book, month: Month) -> dict[Indicator, list[Row]]:
    live = Live(book, month=month)
    try:
        return {indicator: live.table(indicator.id).rows for indicator in live.indicators}
    finally:
        live.close()


def _heir_changes(into: UnitId, before: dict[Indicator, list[Row]], after: dict[Indicator, list[Row]]) -> Iterator[HeirChange]:
    for indicator, rows in before.items():
        was = next((row for row in rows if row.unit.id == into), None)
        becomes = next((row for row in after[indicator] if row.unit.id == into), None)
        if was is not None and becomes is not None:
            yield HeirChange(indicator, was, becomes)


def _moves(before: dict[Indicator, list[Row]], after: dict[Indicator, list[Row]]) -> Iterator[Move]:
    for indicator, rows in before.items():
        ranks = {row.unit.id: row.rank for row in after[indicator]}
        for row in rows:
            if row.rank != ranks.get(row.unit.id):
                yield Move(indicator, row.unit, row.rank, ranks.get(row.unit.id))
