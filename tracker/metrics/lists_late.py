"""迟报、未报: whose report of the month came after its deadline, or has not come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.domain.unit import Unit
from tracker.i18n import tr
from tracker.metrics.reporting import MonthReports


@dataclass(frozen=True, slots=True)
class Late:
    """A unit, when its report came (None: it has not), by how many days it is late, in how many months running."""

    unit: Unit
    received: date | None
    days: int
    running: int


@dataclass(frozen=True, slots=True)
class LateList:
    """The rule in words, and whom it names: those first who have not reported, then the latest."""

    rule: str
    units: tuple[Late, ...]


def late_list(reports: MonthReports, *, today: date) -> LateList:
    """The late ones of the month's reports, as they stand today."""
    month, due = reports.month, reports.deadline
    rule = tr(
        "The report of {month} was due by {day}.",
        month=tr("{year}-{number:02d}", year=month.year, number=month.number),
        day=tr("{month:02d}-{day:02d}", month=due.month, day=due.day),
    )
    late = [
        Late(one.unit, one.received, ((one.received or today) - reports.deadline).days, one.late_running)
        for one in reports.reports
        if one.late
    ]
    return LateList(rule, tuple(sorted(late, key=lambda one: (one.received is not None, -one.days))))
