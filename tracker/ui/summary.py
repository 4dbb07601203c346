"""What the top bar tells of the month in view: its state, who has reported, what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.figure import Figure
from tracker.domain.unit import Group, Unit
from tracker.store.book import Book
from tracker.store.figures import filled_cells, unreadable
from tracker.store.months import MonthState, state

if TYPE_CHECKING:
    from tracker.metrics.live import Live  # numpy

READS = frozenset({"unit_group", "unit", "indicator", "figure", "month_state"})
"""The tables that a summary is made of."""


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """One month of one book; `missing` by group and sort, each with its group; `unreadable` by row and column of the grid."""

    published: bool
    listed: int
    missing: tuple[tuple[Unit, Group], ...]
    unreadable: tuple[Figure, ...]

    @property
    def reported(self) -> int:
        """How many of the listed units have sent anything for the month."""
        return self.listed - len(self.missing)


def summary_of(book: Book, live: Live) -> MonthSummary:
    """Of the month that `live` shows. A unit has reported as soon as one of its cells holds anything, readable or not."""
    month = live.month
    sent = filled_cells(book, month)
    named = {group.id: group for group in live.groups}
    listed = [unit for unit in live.units if unit.listed_in(month)]
    row = {unit.id: at for at, unit in enumerate(listed)}
    column = {indicator.id: at for at, indicator in enumerate(live.indicators)}
    unread = [figure for figure in unreadable(book, month) if figure.unit in row]
    return MonthSummary(
        published=state(book, month) is MonthState.PUBLISHED,
        listed=len(listed),
        missing=tuple((unit, named[unit.group]) for unit in listed if unit.id not in sent),
        unreadable=tuple(sorted(unread, key=lambda figure: (row[figure.unit], column[figure.indicator]))),
    )
