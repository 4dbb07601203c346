"""What stands in a cell of the workbook: a figure that was reported or set, or the formula that follows from those."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from tracker.domain.indicator import Direction, Kind
from tracker.metrics.rates import PERCENT_DECIMALS, printed_gap
from tracker.metrics.row import Rates, Row
from tracker.reports.ranking_columns import NOTHING, Field
from tracker.reports.wording import tr
from tracker.reports.workbook import formulas
from tracker.reports.workbook.blocks import Extra, Heading, IndicatorBlock
from tracker.reports.workbook.lines import Line


@dataclass(frozen=True, slots=True)
class Content:
    """A cell's value, and the formula that gives it; a value without formula was reported or set by people."""

    value: float | int | str
    formula: str = ""


def put(worksheet: Worksheet, row: int, column: int, content: Content, shape: Format) -> None:
    """Write a cell: a formula with its result, a text, or a number."""
    if content.formula:
        worksheet.write_formula(row, column, content.formula, shape, content.value)
    elif isinstance(content.value, str):
        worksheet.write_string(row, column, content.value, shape)
    else:
        worksheet.write_number(row, column, content.value, shape)


@dataclass(frozen=True)
class Cells:
    """The cells of one block; `pace_row` is where its pace stands, `as_printed` whether ranks compare what is printed."""

    block: IndicatorBlock
    pace_row: int
    as_printed: bool

    def content(self, heading: Heading, line: Line) -> Content:
        """What stands under the heading in the line."""
        rates = self._rates(line)
        if heading is Field.RANK:
            return self.rank(line)
        if heading is Field.LIGHT:
            return Content(self.block.columns.light(rates) if isinstance(rates, Row) else "")
        formula = self._formula(heading, line, rates)
        value = self._value(heading, rates)
        if value is None and heading is Field.MONTH and isinstance(rates, Row) and self.block.columns.late(rates):
            return Content(tr("not reported"))
        return Content(NOTHING if value is None else float(value), formula)

    def rank(self, line: Line) -> Content:
        """The unit's place in its group, wherever it is shown; a sum has none."""
        if line.unit is None:
            return Content("")
        row = self._rates(line)
        place = row.rank if isinstance(row, Row) else None
        shown = NOTHING if place is None else place
        basis, ((top, bottom),) = self.block.columns.ranked_by, line.parts
        if basis not in self.block.headings:  # nobody has a target, so that nobody is ranked
            return Content(shown)
        column = self.block.column(basis)
        cell, group = self.block.cell(basis, line.row), str(xl_range(top, column, bottom, column))
        return Content(shown, self._rank_formula(cell, group))

    def _rates(self, line: Line) -> Rates:
        table = self.block.columns.table
        row = table.row(line.unit.id) if line.unit is not None else table.total(line.group)
        if row is None:
            raise LookupError(line)
        return row

    def _value(self, heading: Heading, rates: Rates) -> Decimal | Fraction | None:
        if heading is Extra.NUMERATOR or heading is Extra.DENOMINATOR:
            return self.block.side(0 if heading is Extra.NUMERATOR else 1, rates).cumulative
        if heading is Field.GAP:
            return printed_gap(rates.completion, rates.pace)
        names = {
            Field.TARGET: rates.target,
            Field.MONTH: rates.month_value,
            Field.CUMULATIVE: rates.cumulative,
            Extra.BASE: rates.last_year,
            Extra.BEFORE: rates.month_before,
            Field.MOM: rates.mom,
            Field.SHARE: rates.share,
            Field.COMPLETION: rates.completion,
            Field.YOY: rates.yoy,
        }
        return names[heading]

    def _formula(self, heading: Heading, line: Line, rates: Rates) -> str:
        block, row = self.block, line.row
        if heading is Field.COMPLETION:
            done, target = block.cell(block.done, row), block.cell(Field.TARGET, row)
            return formulas.completion(done, target, counts_blank=block.indicator.kind is Kind.FLOW)
        if heading is Field.GAP:
            return formulas.gap(block.cell(Field.COMPLETION, row), block.cell(Field.COMPLETION, self.pace_row))
        growths: dict[Heading, tuple[Heading, Heading]] = {
            Field.YOY: (block.done, Extra.BASE),
            Field.MOM: (Field.MONTH, Extra.BEFORE),
        }
        if heading in growths:
            return formulas.growth(*(block.cell(one, row) for one in growths[heading]))
        if heading is Field.SHARE:
            return self._share(line)
        if block.indicator.kind is Kind.RATIO and heading is Field.CUMULATIVE:
            sides = (block.cell(side, row) for side in (Extra.NUMERATOR, Extra.DENOMINATOR))
            return formulas.ratio(*sides, factor=format(block.indicator.factor, "f"))
        return self._sum(heading, line, rates)

    def _share(self, line: Line) -> str:
        """A unit's share of its group's sum, a group's of the county's; nothing where the whole is not in the workbook."""
        if line.whole is None:
            return ""
        return formulas.share(self.block.cell(self.block.done, line.row), self.block.cell(self.block.done, line.whole))

    def _sum(self, heading: Heading, line: Line, rates: Rates) -> str:
        """What the line sums; nothing where a person set the figure: a unit's own, the county's own target."""
        if (
            line.unit is not None
            or not line.parts
            or (heading is Field.TARGET and line.group is None and self._own_target(rates))
        ):
            return ""
        column = self.block.column(heading)
        return formulas.total([str(xl_range(top, column, bottom, column)) for top, bottom in line.parts])

    def _own_target(self, rates: Rates) -> bool:
        return self.block.columns.table.content.units_target(None) != rates.inputs.target

    def _rank_formula(self, cell: str, group: str) -> str:
        indicator = self.block.indicator
        lower, amount = indicator.direction is Direction.LOWER, self.block.columns.ranked_by is self.block.done
        if self.as_printed:
            places = indicator.decimals if amount else PERCENT_DECIMALS + 2
            return formulas.printed_rank(cell, group, lower=lower, places=places)
        scale = max(1, round(indicator.factor)) if indicator.kind is Kind.RATIO else 1
        return formulas.rank(cell, group, lower=lower, scale=scale)
