"""加减分 as a table: the month, the unit, the points, why and by which document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.adjustment import Adjustment
from tracker.domain.amount import decimals_of, format_number
from tracker.i18n import tr
from tracker.store import months, units
from tracker.store.adjustments import adjustments
from tracker.store.book import Book
from tracker.ui.models.record_model import RecordColumn
from tracker.ui.months import month_text


@dataclass(frozen=True, slots=True)
class AdjustmentLine:
    """One entry with its unit's name; `published` is its month, so that it stays as it is."""

    entry: Adjustment
    unit: str
    published: bool


def points_text(points: Decimal) -> str:
    """The points with their sign, as they were given."""
    return format_number(points, decimals_of(points), signed=True)


def lines_of(book: Book, year: int) -> list[AdjustmentLine]:
    """The year's entries, by month, in the order in which they were entered."""
    names = {unit.id: unit.name for unit in units.units(book)}
    closed = months.published(book)
    found = (entry for entry in adjustments(book) if entry.month.year == year)
    return [AdjustmentLine(entry, names[entry.unit], entry.month in closed) for entry in found]


def columns() -> list[RecordColumn[AdjustmentLine]]:
    """From when on, who, how many, why, by what."""
    return [
        RecordColumn(tr("Counts from"), lambda line: month_text(line.entry.month), 104),
        RecordColumn(tr("Unit"), lambda line: line.unit, 140, strong=True),
        RecordColumn(tr("Points given"), lambda line: points_text(line.entry.points), 84, numeric=True, color=_color),
        RecordColumn(tr("Reason"), lambda line: line.entry.reason),
        RecordColumn(tr("Number of the document"), lambda line: line.entry.document, 200),
        RecordColumn(tr("State"), _state, 88, color=lambda _line: "text2"),
    ]


def _state(line: AdjustmentLine) -> str:
    return tr("Published") if line.published else ""


def _color(line: AdjustmentLine) -> str:
    return "good" if line.entry.points > 0 else "bad"


def sums_text(lines: Iterable[AdjustmentLine]) -> tuple[str, str]:
    """What is given and what is taken in all, each with its sign."""
    points = [line.entry.points for line in lines]
    given, taken = sum((one for one in points if one > 0), Decimal(0)), sum((one for one in points if one < 0), Decimal(0))
    return points_text(given), points_text(taken)
