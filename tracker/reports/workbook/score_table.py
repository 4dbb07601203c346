"""The scores as a worksheet: points by formulas, their sum, what counts beside them, the score, the rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tracker.metrics.scoring.score import SCORE_DECIMALS, GroupScores, Score
from tracker.reports.ranking_columns import NOTHING
from tracker.reports.score_lines import PointsColumn
from tracker.reports.score_sheet import ScoreContent, by_rank, entered, full_heading
from tracker.reports.sheet import RankingSheet, SheetRow
from tracker.reports.wording import one_line, tr
from tracker.reports.workbook import formulas
from tracker.reports.workbook.cells import Content, put
from tracker.reports.workbook.formats import SUBTOTAL, Formats
from tracker.reports.workbook.score_cells import ScoreCells
from tracker.reports.workbook.score_page import foot, set_page

TITLE, SUBTITLE, UPPER, LOWER, FIRST = range(5)
POINTS, SIGNED = "0.00;−0.00", "+0.00;−0.00;0.00"


@dataclass(frozen=True)
class ScoreTable:
    """Writes the scores into one worksheet."""

    content: ScoreContent
    sheet: RankingSheet
    worksheet: Worksheet
    formats: Formats
    cells: ScoreCells

    @cached_property
    def _leads(self) -> list[str]:
        heads = self.sheet.heads
        return [heads.position, *([heads.change] if heads.change else []), heads.name]

    @cached_property
    def _lines(self) -> range:
        """The columns of points."""
        return range(len(self._leads), len(self._leads) + len(self.content.columns))

    @cached_property
    def _beside(self) -> range:
        """The columns of what counts beside the lines, after those of what was got and what it is of."""
        after = self._lines.stop + 2
        return range(after, after + self.content.has_entries + self.content.has_forms)

    @property
    def _total(self) -> int:
        return self._beside.stop

    def write(self) -> None:
        """Write everything."""
        self._title()
        self._heads()
        row = FIRST
        for of_group, block in zip(self.content.groups, self.sheet.blocks, strict=True):
            scores = by_rank(of_group)
            full_row = row + len(scores)
            for score, shown in zip(scores, block.rows, strict=True):
                self._unit(row, score, shown, (full_row - len(scores), full_row))
                row += 1
            self._full(full_row, of_group, block.subtotal)
            row += 1
        foot(self.worksheet, self.sheet, self.formats, row=row + 1, last=self._total)
        set_page(self.worksheet, self.sheet, names_at=len(self._leads) - 1, last=self._total)
        self.worksheet.freeze_panes(FIRST, len(self._leads))
        self.worksheet.repeat_rows(UPPER, LOWER)

    def _title(self) -> None:
        worksheet, sheet = self.worksheet, self.sheet
        worksheet.set_default_row(20)
        worksheet.merge_range(TITLE, 0, TITLE, self._total, sheet.title, self.formats.title())
        worksheet.write_string(SUBTITLE, 0, sheet.as_of, self.formats.note())
        worksheet.write_string(SUBTITLE, self._total, sheet.units_of_measure, self.formats.note(align="right"))
        worksheet.set_row(TITLE, 34)
        worksheet.set_row(UPPER, 42)

    def _heads(self) -> None:
        head = self.formats.head()
        for at, text in enumerate(self._leads):
            self.worksheet.merge_range(UPPER, at, LOWER, at, text, head)
        for at, column in zip(self._lines, self.content.columns, strict=True):
            self.worksheet.write_string(UPPER, at, one_line(column.indicator.name), head)
            self._full_head(at, column)
        closing = [
            tr("Points got"),
            tr("Of full points"),
            *(band.columns[0].heading for band in self.sheet.bands[len(self._lines) :]),
        ]
        for at, text in enumerate(closing, self._lines.stop):
            self.worksheet.merge_range(UPPER, at, LOWER, at, text, head)

    def _full_head(self, at: int, column: PointsColumn) -> None:
        """The full points of a line that is for all groups follow the sheet of rules."""
        words = full_heading(column)
        if len(column.lines) > 1:
            self.worksheet.write_string(LOWER, at, words, self.formats.head())
        else:
            cell = self.cells.rules[column.lines[0]].full
            self.worksheet.write_formula(LOWER, at, f'={cell}&"{tr("points of a score")}"', self.formats.head(), words)

    def _unit(self, row: int, score: Score, shown: SheetRow, group: tuple[int, int]) -> None:
        """A unit's line; `group` are its group's first row and the row of its full points."""
        first, full_row = group
        put(self.worksheet, row, 0, self._rank(row, score, first, full_row - 1), self.formats.centred(bold=True))
        if len(self._leads) > 2:
            self.worksheet.write_string(row, 1, shown.change, self.formats.centred())
        self.worksheet.write_string(row, len(self._leads) - 1, shown.name, self.formats.name())
        shape = self.formats.figure(POINTS)
        for at, column in zip(self._lines, self.content.columns, strict=True):
            award = column.award(score)
            put(self.worksheet, row, at, Content(NOTHING) if award is None else self.cells.content(award, score.unit.id), shape)
        points, full = (xl_range(line, self._lines.start, line, self._lines.stop - 1) for line in (row, full_row))
        counted = f"=SUMPRODUCT(ISNUMBER({points})*1,{full})"
        put(self.worksheet, row, self._lines.stop, Content(float(score.got), f"=SUM({points})"), shape)
        put(self.worksheet, row, self._lines.stop + 1, Content(float(score.full), counted), shape)
        for at, points_beside in zip(self._beside, self._points_beside(score), strict=True):
            put(self.worksheet, row, at, Content(float(points_beside) if points_beside else ""), self.formats.figure(SIGNED))
        put(self.worksheet, row, self._total, self._score(row, full_row, score), self.formats.figure(POINTS, bold=True))

    def _points_beside(self, score: Score) -> Iterator[Fraction]:
        if self.content.has_entries:
            yield entered(score)
        if self.content.has_forms:
            yield score.forms.points if score.forms is not None else Fraction(0)

    def _score(self, row: int, full_row: int, score: Score) -> Content:
        """got ÷ full × the group's total, and what counts beside the lines; "-" where no line counts."""
        got, full = (xl_rowcol_to_cell(row, at) for at in (self._lines.stop, self._lines.stop + 1))
        total = xl_rowcol_to_cell(full_row, self._total, row_abs=True)
        added = f"+SUM({xl_range(row, self._beside.start, row, self._beside.stop - 1)})" if self._beside else ""
        value: float | str = NOTHING if score.value is None else float(score.value)
        return Content(value, f"=IF({full}>0,{got}/{full}*{total}{added},{formulas.MISSING})")

    def _rank(self, row: int, score: Score, top: int, bottom: int) -> Content:
        cell, group = xl_rowcol_to_cell(row, self._total), xl_range(top, self._total, bottom, self._total)
        if self.content.live.as_printed:
            formula = formulas.printed_rank(cell, group, lower=False, places=SCORE_DECIMALS)
        else:
            formula = formulas.rank(cell, group, lower=False, scale=100)
        return Content(NOTHING if score.rank is None else score.rank, formula)

    def _full(self, row: int, of_group: GroupScores, shown: SheetRow | None) -> None:
        """The line of the group's full points."""
        self.worksheet.merge_range(
            row, 0, row, len(self._leads) - 1, shown.name if shown is not None else "", self.formats.name(SUBTOTAL)
        )
        shape = self.formats.figure(POINTS, SUBTOTAL)
        for at, column in zip(self._lines, self.content.columns, strict=True):
            line = column.line_of(of_group.group.id)
            full = Content(NOTHING) if line is None else Content(float(line.points), f"={self.cells.rules[line].full}")
            put(self.worksheet, row, at, full, shape)
        for at in range(self._lines.stop, self._total):
            self.worksheet.write_blank(row, at, None, shape)
        lines = xl_range(row, self._lines.start, row, self._lines.stop - 1)
        put(self.worksheet, row, self._total, Content(float(of_group.total), f"=SUM({lines})"), shape)
