"""Who has reported (报送) for the month: when, whole or in part, on time or late.

A unit's report is complete once each indicator for which it had a figure in any of the twelve months before has one in this month
too; a unit without any figure in those months owes every indicator that is not a ratio.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from tracker.domain.indicator import Indicator
from tracker.domain.period import FIRST_YEAR, Month
from tracker.domain.unit import Group, Unit, UnitId
from tracker.metrics.cube import THIS_YEAR
from tracker.store import reports
from tracker.store.figures import filled_cells

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book

MONTHS_BEFORE = 12


class Standing(StrEnum):
    """How much of a month's report is there; ARRIVED where somebody noted that it came, but nothing of it is entered."""

    MISSING = "missing"
    ARRIVED = "arrived"
    IN_PART = "in part"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class UnitReport:
    """One unit's report of the month: when it came (None: nobody has noted it), what is still owed, and how late it is.

    `late`: it came after the deadline, or has not come and the deadline is over. `late_running` counts the months up to this one
    in which it was late without a break, as far back as arrivals are noted.
    """

    unit: Unit
    group: Group
    standing: Standing
    received: datetime.date | None
    owed: tuple[Indicator, ...]
    late: bool
    late_running: int


@dataclass(frozen=True, slots=True)
class MonthReports:
    """A report for every unit listed in the month, by group and position, and the day by which they are due."""

    month: Month
    deadline: datetime.date
    reports: tuple[UnitReport, ...]

    def standing(self, standing: Standing) -> tuple[UnitReport, ...]:
        """The reports that stand so."""
        return tuple(report for report in self.reports if report.standing is standing)


def month_reports(book: Book, live: Live, *, today: datetime.date) -> MonthReports:
    """The reports of the month that `live` shows, as they stand today."""
    month = live.month
    listed = live.roster
    sent, came = filled_cells(book, month), reports.reports(book, month)
    due = reports.deadline(book, month)
    owed = _owed(live)
    before = _late_before(book, month)
    found = []
    for at, unit in enumerate(listed.units):
        arrival = came.get(unit.id)
        received = None if arrival is None else arrival.received
        standing = _standing(sent=unit.id in sent, owes=bool(owed[at]), arrived=received is not None)
        late = _is_late(standing, received, due, today)
        running = 1 + _months_running(unit.id, before) if late else 0
        group = listed.groups[listed.numbers[at]]
        found.append(UnitReport(unit, group, standing, received, owed[at], late, running))
    return MonthReports(month, due, tuple(found))


def _standing(*, sent: bool, owes: bool, arrived: bool) -> Standing:
    if not sent:
        return Standing.ARRIVED if arrived else Standing.MISSING
    return Standing.IN_PART if owes else Standing.COMPLETE


def _is_late(standing: Standing, received: datetime.date | None, due: datetime.date, today: datetime.date) -> bool:
    """A report whose arrival nobody noted is late only while it is missing."""
    if received is not None:
        return received > due
    return standing is Standing.MISSING and today > due


def _owed(live: Live) -> list[tuple[Indicator, ...]]:
    """What each listed unit still owes for the month, by the rule above; mergers bring their habits along."""
    tables = [table for table in (live.table(indicator.id) for indicator in live.indicators) if table.figures is not None]
    if not tables:
        return [() for _ in live.roster.units]
    end = THIS_YEAR + live.month.number
    present = np.stack([table.figures.present for table in tables if table.figures is not None])
    usual = present[:, end - 1 - MONTHS_BEFORE : end - 1].any(axis=1)
    usual |= ~usual.any(axis=0)
    lacking = usual & ~present[:, end - 1]
    return [tuple(tables[which].indicator for which in np.flatnonzero(lacking[:, at])) for at in range(lacking.shape[1])]


def _months_running(unit: UnitId, late: Sequence[frozenset[UnitId]]) -> int:
    """How many of the months, the nearest first, have the unit before one has not."""
    return sum(1 for _ in takewhile(lambda those: unit in those, late))


def _late_before(book: Book, month: Month) -> list[frozenset[UnitId]]:
    """Who was late in each of the months before, the nearest first, as far back as arrivals are noted, a year at most."""
    late = []
    for back in range(1, min(MONTHS_BEFORE, Month(FIRST_YEAR, 1).until(month)) + 1):
        came = reports.reports(book, month.plus(-back))
        if not came:
            break
        due = reports.deadline(book, month.plus(-back))
        late.append(frozenset(unit for unit, report in came.items() if report.received > due))
    return late
