"""Where the formulas of the scores find a unit's figures: in the worksheet of the ranking, whose blocks and lines are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from tracker.domain.indicator import IndicatorId, Kind
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.unit import UnitId
from tracker.metrics.scoring.award import Award
from tracker.reports.ranking_columns import NOTHING, Field
from tracker.reports.workbook.blocks import IndicatorBlock
from tracker.reports.workbook.cells import Content
from tracker.reports.workbook.lines import Line
from tracker.reports.workbook.points import Figures, Rule, points
from tracker.reports.workbook.ranking_table import PACE, Written

MISSING_CELL = "0"
"""In the place of a figure that the indicator does not have."""


@dataclass(frozen=True)
class ScoreCells:
    """The cells of points: the rules of the lines, the figures of the units, and the name of the worksheet those stand in."""

    rules: Mapping[SchemeLine, Rule]
    figures: Written
    sheet: str

    def content(self, award: Award, unit: UnitId) -> Content:
        """A unit's points by one line, with the formula that gives them."""
        line, block = award.line, self._blocks[award.line.indicator]
        value: float | str = NOTHING if award.points is None else float(award.points)
        needs_target = line.needs_target(block.indicator)
        if needs_target and Field.TARGET not in block.headings:  # nobody has one
            return Content(value)
        return Content(value, points(line.method, self.rules[line], self._figures(line, block, unit), needs_target=needs_target))

    @property
    def _blocks(self) -> dict[IndicatorId, IndicatorBlock]:
        return {block.indicator.id: block for block in self.figures.blocks}

    def _figures(self, line: SchemeLine, block: IndicatorBlock, unit: UnitId) -> Figures:
        of = self.figures.lines[unit]
        compared = {"completion": Field.COMPLETION, "yoy": Field.YOY}.get(line.basis or "", block.done)
        rate = line.method is Method.EFFICACY and compared is not block.done
        return Figures(
            target=self._cell(block, Field.TARGET, of.row),
            done=self._cell(block, block.done, of.row),
            completion=self._cell(block, Field.COMPLETION, of.row),
            pace=self._cell(block, Field.COMPLETION, PACE),
            rank=self._rank(block, of),
            compared=self._cell(block, compared, of.row),
            group=self._group(block, compared, of),
            scale=1 if rate else max(1, round(block.indicator.factor)) if block.indicator.kind is Kind.RATIO else 1,
        )

    def _cell(self, block: IndicatorBlock, heading: Field, row: int) -> str:
        return f"'{self.sheet}'!{block.cell(heading, row)}" if heading in block.headings else MISSING_CELL

    def _rank(self, block: IndicatorBlock, of: Line) -> str:
        """Its own column; the leading one where the ranking is of this indicator alone."""
        if Field.RANK in block.headings:
            return self._cell(block, Field.RANK, of.row)
        return f"'{self.sheet}'!{xl_rowcol_to_cell(of.row, 0)}"

    def _group(self, block: IndicatorBlock, heading: Field, of: Line) -> str:
        if heading not in block.headings:
            return MISSING_CELL
        column, ((top, bottom),) = block.column(heading), of.parts
        return f"'{self.sheet}'!{xl_range(top, column, bottom, column)}"
