"""What the top bar tells of the month in view: its state, who has reported, which figures deserve a second look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.hint import Hint, Level
from tracker.domain.unit import Group, Unit
from tracker.store.book import Book
from tracker.store.corrections import corrections
from tracker.store.figures import filled_cells
from tracker.store.months import MonthState, state
from tracker.store.publications import Publication, publication

if TYPE_CHECKING:
    from tracker.metrics.live import Live  # numpy
    from tracker.metrics.live_hints import LiveHints

READS = frozenset(
    {"setting", "unit_group", "unit", "indicator", "figure", "month_state", "acceptance", "publication", "correction"}
)
"""The tables that a summary is made of."""


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """One month of one book; `missing` by group and sort, each with its group; `hints` by row and column of the grid.

    The hints are those that nobody has accepted, an unreadable cell's among them.
    """

    published: bool
    listed: int
    missing: tuple[tuple[Unit, Group], ...]
    hints: tuple[Hint, ...]
    publication: Publication | None = None
    corrections: int = 0

    @property
    def reported(self) -> int:
        """How many of the listed units have sent anything for the month."""
        return self.listed - len(self.missing)

    @property
    def unreadable(self) -> int:
        """How many of the hints are texts that could not be read."""
        return sum(hint.level is Level.UNREADABLE for hint in self.hints)


def summary_of(book: Book, live: Live, hints: LiveHints) -> MonthSummary:
    """Of the month that `live` shows. A unit has reported as soon as one of its cells holds anything, readable or not."""
    month = live.month
    sent = filled_cells(book, month)
    named = {group.id: group for group in live.groups}
    listed = [unit for unit in live.units if unit.listed_in(month)]
    return MonthSummary(
        published=state(book, month) is MonthState.PUBLISHED,
        listed=len(listed),
        missing=tuple((unit, named[unit.group]) for unit in listed if unit.id not in sent),
        hints=tuple(hints.open()),
        publication=publication(book, month),
        corrections=len(corrections(book, month)),
    )
