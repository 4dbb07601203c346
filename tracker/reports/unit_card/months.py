"""The card's second part: what the unit reported in each month of the year."""

from __future__ import annotations

from tracker.domain.indicator import Kind
from tracker.metrics.row import Row
from tracker.reports.ranking_columns import NOTHING, IndicatorColumns, number
from tracker.reports.unit_card.content import MonthsRow, Table
from tracker.reports.unit_card.progress import name_of
from tracker.reports.wording import tr

YEAR = 12


def months_table(number_: str) -> Table:
    """The section's headings."""
    return Table(tr("{number} Month by month", number=number_), (tr("Indicator"), *month_names()))


def month_names() -> tuple[str, ...]:
    """January to December: 1月 to 12月."""
    return tuple(tr("month {month}", month=month) for month in range(1, YEAR + 1))


def months_row(columns: IndicatorColumns, row: Row) -> MonthsRow | None:
    """An indicator's line; None for a ratio, which nobody reports."""
    kind, month = columns.indicator.kind, columns.table.month
    if kind is Kind.RATIO:
        return None
    blank = tr("not reported") if kind is Kind.FLOW and columns.awaited(row) else NOTHING
    values = columns.table.series(row.unit.id, month.number)
    shown = [blank if value is None else number(value, columns.indicator.decimals) for value in values]
    return MonthsRow(name_of(columns), (*shown, *[""] * (YEAR - month.number)))
