"""What stands against publishing a month, and what would be published: told, never forbidden."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.hint import Hint, Level
from tracker.i18n import mark, tr
from tracker.metrics.ends import group_ends
from tracker.metrics.reporting import Standing, UnitReport, month_reports
from tracker.metrics.row import Row
from tracker.store import figures, months
from tracker.ui.models.record_model import RecordColumn

if TYPE_CHECKING:
    from tracker.domain.indicator import Indicator
    from tracker.metrics.live import Live
    from tracker.store.book import Book

NAMES = 8
"""So many names are told, then how many there are."""


@dataclass(frozen=True, slots=True)
class Against:
    """One thing that is not done yet: what, and whom or which cells it concerns."""

    what: str
    detail: str


def against(book: Book, live: Live, hints: Sequence[Hint], *, today: datetime.date) -> list[Against]:
    """All that is not done yet in the month that `live` shows, `hints` being its open ones; none where it is ready."""
    return [*_reports(book, live, today), *_hints(live, hints), *_month_before(book, live)]


def _reports(book: Book, live: Live, today: datetime.date) -> Iterator[Against]:
    found = month_reports(book, live, today=today)
    for standing, sentence in (
        (Standing.MISSING, mark("{count} units have not reported")),
        (Standing.ARRIVED, mark("{count} reports are not entered")),
        (Standing.IN_PART, mark("{count} reports are incomplete")),
    ):
        reports = found.standing(standing)
        if reports:
            yield Against(tr(sentence, count=len(reports)), _names([_name(report) for report in reports]))


def _name(report: UnitReport) -> str:
    return report.unit.name


def _hints(live: Live, hints: Sequence[Hint]) -> Iterator[Against]:
    units = {unit.id: unit.name for unit in live.units}
    indicators = {indicator.id: indicator.name for indicator in live.indicators}
    unreadable = [hint for hint in hints if hint.level is Level.UNREADABLE]
    others = [hint for hint in hints if hint.level is not Level.UNREADABLE]
    for found, sentence in (
        (unreadable, mark("{count} cells could not be read and count as blank")),
        (others, mark("{count} hints are open")),
    ):
        if found:
            cells = dict.fromkeys(f"{units[hint.unit]} · {indicators[hint.indicator]}" for hint in found)
            yield Against(tr(sentence, count=len(found)), _names(list(cells)))


def _month_before(book: Book, live: Live) -> Iterator[Against]:
    """The month before of the same year, if it has figures and is still open: its figures are part of this month's."""
    if live.month.number == 1:
        return
    before = live.month.plus(-1)
    if figures.filled_cells(book, before) and months.state(book, before) is months.MonthState.OPEN:
        yield Against(
            tr("Month {number} is not published", number=before.number), tr("A change in it changes what is shown later.")
        )


def _names(names: Sequence[str]) -> str:
    """The names, the first of many and their number."""
    shown = tr(", ").join(names[:NAMES])
    return shown if len(names) <= NAMES else tr("{names} and others, {count} in all", names=shown, count=len(names))


def against_columns() -> list[RecordColumn[Against]]:
    """What is not done, and whom it concerns."""
    return [
        RecordColumn(tr("Not done yet"), lambda one: one.what, 220, color=lambda _one: "warn"),
        RecordColumn(tr("Whom it concerns"), lambda one: one.detail),
    ]


@dataclass(frozen=True, slots=True)
class First:
    """The first of one group in one indicator; several where they share the place."""

    indicator: Indicator
    group: str
    rows: tuple[Row, ...]


def firsts(live: Live) -> list[First]:
    """Who stands first in each group, indicator by indicator."""
    found = []
    for indicator in live.indicators:
        for ends in group_ends(live.table(indicator.id)):
            rows = tuple(row for row in ends.first if row.rank == 1)
            found.append(First(indicator, ends.group.name, rows))
    return found


def first_columns() -> list[RecordColumn[First]]:
    """Indicator, group, who."""
    return [
        RecordColumn(tr("Indicator"), lambda first: first.indicator.name, 180),
        RecordColumn(tr("Group"), lambda first: first.group, 120, color=lambda _first: "text2"),
        RecordColumn(tr("First place"), lambda first: tr(", ").join(row.unit.name for row in first.rows), strong=True),
    ]
