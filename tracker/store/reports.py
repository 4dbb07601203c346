"""The arrivals (报送) of the units' monthly reports, and the day by which they are due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store import settings, units
from tracker.store.month_faults import DayOutOfRange

if TYPE_CHECKING:
    from tracker.store.book import Book

DEADLINE_DAY = "deadline_day"
_DAYS = {str(day): day for day in range(1, 32)}
_USUAL_DAY = 5


@dataclass(frozen=True, slots=True)
class Report:
    """The day on which a unit's report of a month arrived."""

    unit: UnitId
    month: Month
    received: date


def reports(book: Book, month: Month) -> dict[UnitId, Report]:
    """What has arrived of a month, by unit."""
    rows = book.rows("SELECT unit_id, received FROM report WHERE month = ? ORDER BY unit_id", (month.key,))
    return {UnitId(unit): Report(UnitId(unit), month, date.fromisoformat(received)) for unit, received in rows}


def note_arrival(book: Book, unit: UnitId, month: Month, received: date) -> None:
    """Note when a unit's report arrived, where nothing is noted yet: its first figure tells. Raises UnknownUnit."""
    if not book.row("SELECT 1 FROM report WHERE month = ? AND unit_id = ?", (month.key, unit)):
        set_arrival(book, unit, month, received)


def note_arrivals(book: Book, figures: Iterable[Figure], received: date) -> None:
    """Note the arrival of each unit's report that these figures, just entered, are the first of; a blank one tells nothing."""
    told = {(figure.month, figure.unit): None for figure in figures if figure.value is not None or figure.typed}
    for month, unit in told:
        note_arrival(book, unit, month, received)


def set_arrival(book: Book, unit: UnitId, month: Month, received: date | None) -> None:
    """The clerk's own word on when a report arrived; None says that it has not. Raises UnknownUnit."""
    if received is None:
        book.write("DELETE FROM report WHERE month = ? AND unit_id = ?", (month.key, unit))
        return
    units.unit(book, unit)
    book.write(
        "INSERT INTO report (unit_id, month, received) VALUES (?, ?, ?) "
        "ON CONFLICT (month, unit_id) DO UPDATE SET received = excluded.received",
        (unit, month.key, received.isoformat()),
    )


def deadline_day(book: Book) -> int:
    """The day of the next month by which a month's reports are due: the 5th where the office has not set another."""
    return _DAYS.get(settings.get(book, DEADLINE_DAY), _USUAL_DAY)


def set_deadline_day(book: Book, day: int) -> None:
    """Set the day by which reports are due; raises DayOutOfRange outside of 1 to 31."""
    if str(day) not in _DAYS:
        raise DayOutOfRange(day)
    settings.put(book, DEADLINE_DAY, str(day))


def deadline(book: Book, month: Month) -> date:
    """The last day on which the month's reports are in time; a shorter month's last day where it has no such day."""
    last = month.plus(1).last_day
    return min(last, month.last_day + timedelta(days=deadline_day(book)))
