"""The columns of the list of who has reported, and the words for how late a report is."""

from __future__ import annotations

import datetime

from tracker.i18n import mark, tr
from tracker.metrics.reporting import MonthReports, Standing, UnitReport
from tracker.ui.models.record_model import RecordColumn

STANDINGS = {
    Standing.MISSING: mark("Not reported"),
    Standing.ARRIVED: mark("Not entered"),
    Standing.IN_PART: mark("In part"),
    Standing.COMPLETE: mark("Complete"),
}


def report_columns(deadline: datetime.date) -> tuple[RecordColumn[UnitReport], ...]:
    """Who, how much of it, when, how late, what is owed, whom to call."""
    return (
        RecordColumn(tr("Unit"), lambda report: report.unit.name, 140, strong=True),
        RecordColumn(tr("Group"), lambda report: report.group.name, 104, color=_quiet),
        RecordColumn(tr("State"), lambda report: tr(STANDINGS[report.standing]), 84, color=_standing_color),
        RecordColumn(tr("Received"), lambda report: "" if report.received is None else report.received.isoformat(), 104),
        RecordColumn(
            tr("In time"),
            lambda report: lateness_text(report, deadline),
            128,
            color=lambda report: "warn" if report.late else "text2",
        ),
        RecordColumn(tr("Still owed"), _owed),
        RecordColumn(tr("Contact"), lambda report: report.unit.contact, 136, color=_quiet),
    )


def deadline_text(found: MonthReports, today: datetime.date) -> str:
    """How long there is still time, or how long the deadline is over."""
    left = (found.deadline - today).days
    if left > 0:
        return tr("{count} days left", count=left)
    return tr("due today") if left == 0 else tr("{count} days over", count=-left)


def lateness_text(report: UnitReport, deadline: datetime.date) -> str:
    """In time, or by how many days it came late; for what is missing, whether the deadline is over, and how often running."""
    if report.received is not None:
        return tr("{count} days late", count=(report.received - deadline).days) if report.late else tr("in time")
    return running_text(report) if report.late else ""


def running_text(report: UnitReport) -> str:
    """For the first time, or how many months running it is late; "" where it is not."""
    if not report.late:
        return ""
    return (
        tr("late for the first time")
        if report.late_running == 1
        else tr("late {count} months running", count=report.late_running)
    )


def _owed(report: UnitReport) -> str:
    """What lacks of a report that came in part; of a missing one, everything does."""
    return tr(", ").join(indicator.name for indicator in report.owed) if report.standing is Standing.IN_PART else ""


def _standing_color(report: UnitReport) -> str:
    return "text" if report.standing is Standing.COMPLETE else "warn"


def _quiet(_report: UnitReport) -> str:
    return "text2"
