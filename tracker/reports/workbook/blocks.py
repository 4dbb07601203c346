"""The columns that an indicator has in the workbook: those of the paper, and what their formulas need beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from xlsxwriter.utility import xl_rowcol_to_cell

from tracker.domain.indicator import Indicator, Kind
from tracker.i18n import mark
from tracker.metrics.live import Live
from tracker.metrics.row import Rates, Row, Total
from tracker.metrics.table import IndicatorTable
from tracker.reports.ranking_columns import Field, IndicatorColumns


class Extra(Enum):
    """A column that only the workbook has, by its heading."""

    BASE = mark("Last year’s\nsame months")
    NUMERATOR = mark("Numerator")
    DENOMINATOR = mark("Denominator")


Heading = Field | Extra


@dataclass(frozen=True)
class IndicatorBlock:
    """One indicator's columns from `first` on (counted from 0); `sides` are a ratio's numerator and denominator."""

    columns: IndicatorColumns
    first: int
    headings: tuple[Heading, ...]
    sides: tuple[IndicatorTable, IndicatorTable] | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator that the columns are of."""
        return self.columns.indicator

    @property
    def after(self) -> int:
        """The first column after the block."""
        return self.first + len(self.headings)

    @property
    def done(self) -> Heading:
        """The column with what was reached by now: a stock's is its level."""
        return Field.MONTH if self.indicator.kind is Kind.STOCK else Field.CUMULATIVE

    def column(self, heading: Heading) -> int:
        """Where a heading stands."""
        return self.first + self.headings.index(heading)

    def cell(self, heading: Heading, row: int) -> str:
        """The cell of a heading in a row (counted from 0), such as D7."""
        return str(xl_rowcol_to_cell(row, self.column(heading)))

    def side(self, at: int, rates: Rates) -> Rates:
        """The figures of the numerator (0) or the denominator (1) of the same unit, group or county as a ratio's `rates`."""
        if self.sides is None:
            raise LookupError(self.indicator.name)
        return _counterpart(self.sides[at], rates)


def blocks(live: Live, columns: list[IndicatorColumns], *, first: int) -> list[IndicatorBlock]:
    """The blocks of these indicators side by side, the first one from column `first` on."""
    made: list[IndicatorBlock] = []
    for one in columns:
        start = made[-1].after if made else first
        made.append(IndicatorBlock(one, start, _headings(one), _sides(live, one.indicator)))
    return made


def _headings(columns: IndicatorColumns) -> tuple[Heading, ...]:
    found: list[Heading] = []
    for field in columns.fields:
        if columns.indicator.kind is Kind.RATIO and field is Field.CUMULATIVE:
            found += [Extra.NUMERATOR, Extra.DENOMINATOR]
        found.append(field)
    if Field.YOY in found:
        done = Field.MONTH if columns.indicator.kind is Kind.STOCK else Field.CUMULATIVE
        found.insert(found.index(done) + 1, Extra.BASE)
    return tuple(found)


def _sides(live: Live, indicator: Indicator) -> tuple[IndicatorTable, IndicatorTable] | None:
    if indicator.numerator is None or indicator.denominator is None:
        return None
    return live.table(indicator.numerator), live.table(indicator.denominator)


def _counterpart(table: IndicatorTable, rates: Rates) -> Rates:
    if isinstance(rates, Row):
        found = table.row(rates.unit.id)
        if found is None:
            raise LookupError(rates.unit.name)
        return found
    if not isinstance(rates, Total):
        raise TypeError(rates)
    return table.total(rates.group.id if rates.group is not None else None)
