"""催报: who is to be reminded of the month's form, in words ready for a chat group."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from tracker.i18n import tr
from tracker.metrics.reporting import MonthReports, Standing, UnitReport
from tracker.ui.months import month_text


def day_text(day: datetime.date) -> str:
    """The day without its year: 10月5日."""
    return tr("{month:02d}-{day:02d}", month=day.month, day=day.day)


def chase_text(found: MonthReports, *, today: datetime.date) -> str:
    """2026年9月报表还差3家：竹沟乡（联系人 …）、…，请于10月5日前报送。 Then who reported in part; "" where nothing is owed."""
    missing, in_part = found.standing(Standing.MISSING), found.standing(Standing.IN_PART)
    told = [_missing(found, missing, today)] if missing else []
    if in_part:
        units = joined(_with_owed(report) for report in in_part)
        told.append(
            tr("{month}: {count} more are incomplete: {units}.", month=month_text(found.month), count=len(in_part), units=units)
        )
    return "\n".join(told)


def _missing(found: MonthReports, missing: tuple[UnitReport, ...], today: datetime.date) -> str:
    said = {
        "month": month_text(found.month),
        "count": len(missing),
        "units": joined(map(_with_contact, missing)),
        "deadline": day_text(found.deadline),
    }
    if today > found.deadline:
        return tr("{month}: {count} forms are missing: {units}. They were due on {deadline}; please send them now.", **said)
    return tr("{month}: {count} forms are missing: {units}. Please send them by {deadline}.", **said)


def _with_contact(report: UnitReport) -> str:
    contact = report.unit.contact
    return tr("{unit} (contact {contact})", unit=report.unit.name, contact=contact) if contact else report.unit.name


def _with_owed(report: UnitReport) -> str:
    owed = joined(indicator.name for indicator in report.owed)
    return tr("{unit} (without {indicators})", unit=report.unit.name, indicators=owed)


def joined(words: Iterable[str]) -> str:
    """The words one after the other, as a list of them is written: 甲、乙、丙."""
    return tr(", ").join(words)
