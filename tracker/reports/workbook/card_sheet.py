"""One unit's card as a worksheet: how far it is, what is missing, and its months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tracker.domain.indicator import Kind
from tracker.domain.unit import Unit
from tracker.metrics.live import Live
from tracker.metrics.needs import case_of, for_target
from tracker.metrics.row import Row
from tracker.metrics.scoring.score import SCORE_DECIMALS, Score
from tracker.reports.ranking_columns import NOTHING, Field, number
from tracker.reports.sheet import Paper, RankingSheet
from tracker.reports.unit_card.months import YEAR, month_names
from tracker.reports.wording import tr
from tracker.reports.workbook.blocks import IndicatorBlock
from tracker.reports.workbook.cells import Cells, Content, put
from tracker.reports.workbook.formats import Formats, number_format
from tracker.reports.workbook.page import CODES, FIGURE_WIDTH, MARGIN, set_foot
from tracker.reports.workbook.ranking_table import PACE, Written

TITLE, HEAD, FIRST = 0, 2, 3
"""The title's row, that of the first table's headings, and its first line."""
SHOWN = (Field.TARGET, Field.MONTH, Field.CUMULATIVE, Field.COMPLETION, Field.GAP, Field.YOY, Field.RANK)
OF, MISSING, MONTHLY = range(len(SHOWN) + 1, len(SHOWN) + 4)
SUM = YEAR + 1
"""The column of the months' sum, the last one."""
NAME_WIDTH = 28


@dataclass(frozen=True, slots=True)
class Behind:
    """The worksheet with the ranking that the cards refer to: its name, where everything stands, and its words."""

    name: str
    written: Written
    sheet: RankingSheet


@dataclass(frozen=True)
class CardSheet:
    """Writes one unit's card into one worksheet."""

    live: Live
    worksheet: Worksheet
    formats: Formats
    behind: Behind

    def write(self, unit: Unit, title: str, score: Score | None) -> None:
        """Write everything."""
        self.worksheet.set_default_row(20)
        self.worksheet.set_row(TITLE, 34)
        self.worksheet.merge_range(TITLE, 0, TITLE, SUM, title, self.formats.title())
        self.worksheet.write_string(TITLE + 1, 0, self._head(unit, score), self.formats.note())
        blocks = self.behind.written.blocks
        left = YEAR - self.live.month.number
        monthly = tr("Each of the {count} months left", count=left) if left else tr("Each month left")
        heads = [tr("Indicator"), *(tr(field.value) for field in SHOWN), tr("Units ranked"), tr("Still missing"), monthly]
        self._heads(HEAD, heads)
        for row, (block, band) in enumerate(zip(blocks, self.behind.sheet.bands, strict=True), FIRST):
            self.worksheet.write_string(row, 0, band.heading, self.formats.name())
            self._progress(row, block, unit)
        self._months(FIRST + len(blocks) + 1, blocks, unit)
        self._page(FIRST + 2 * len(blocks) + 3)

    def _head(self, unit: Unit, score: Score | None) -> str:
        """The unit's group, its score and its place, and the day."""
        named = {group.id: group.name for group in self.live.groups}
        told = [named[unit.group]]
        if score is not None:
            told.append(f"{tr('Composite score')} {number(score.value, SCORE_DECIMALS)}")
            told.append(f"{tr('Rank in its group')} {NOTHING if score.rank is None else score.rank} / {score.ranked}")
        return "   ".join([*told, self.behind.sheet.as_of])

    def _heads(self, row: int, heads: Sequence[str]) -> None:
        self.worksheet.set_row(row, 32)
        for at, words in enumerate(heads):
            self.worksheet.write_string(row, at, words, self.formats.head())

    def _progress(self, row: int, block: IndicatorBlock, unit: Unit) -> None:
        """The unit's figures of an indicator, each by reference, and what its target still takes."""
        line = self.behind.written.lines[unit.id]
        cells = Cells(block, PACE, self.live.as_printed)
        for at, field in enumerate(SHOWN, 1):
            shape = self.formats.figure(number_format(block.columns, field)) if field is not Field.RANK else self._centred
            if field not in block.headings:
                self.worksheet.write_string(row, at, NOTHING, shape)
                continue
            where = f"='{self.behind.name}'!{block.cell(field, line.row)}"
            put(self.worksheet, row, at, Content(cells.content(field, line).value, where), shape)
        of = block.columns.table.row(unit.id)
        ranked = NOTHING if of is None or of.rank is None else of.ranked
        put(self.worksheet, row, OF, Content(ranked), self._centred)
        missing, monthly = self._needs(row, block, of)
        shape = self.formats.figure(number_format(block.columns, Field.CUMULATIVE))
        put(self.worksheet, row, MISSING, missing, shape)
        put(self.worksheet, row, MONTHLY, monthly, self.formats.figure("#,##0.00"))

    @property
    def _centred(self) -> Format:
        return self.formats.centred()

    def _needs(self, row: int, block: IndicatorBlock, of: Row | None) -> tuple[Content, Content]:
        """What is missing to the target, and that for each month left."""
        nothing = Content(NOTHING)
        case = None if of is None else case_of(self.live, block.columns.table, of.unit.id)
        need = None if case is None else for_target(case)
        if need is None or of is None or of.target is None:
            return nothing, nothing
        plain = need.missing == max(Fraction(0), Fraction(of.target) - Fraction(of.cumulative or 0))
        target, done, missing = (str(xl_rowcol_to_cell(row, at)) for at in (1, 1 + SHOWN.index(block.done), MISSING))
        said = Content(float(need.missing), f"=MAX(0,{target}-N({done}))" if plain else "")
        left = YEAR - self.live.month.number
        return said, nothing if need.monthly is None else Content(float(need.monthly), f"={missing}/{left}")

    def _months(self, head: int, blocks: Sequence[IndicatorBlock], unit: Unit) -> None:
        """What was reported month by month, and its sum."""
        self._heads(head, [tr("Indicator"), *month_names(), tr("Sum")])
        reported = [
            (block, band.heading)
            for block, band in zip(blocks, self.behind.sheet.bands, strict=True)
            if block.indicator.kind is not Kind.RATIO
        ]
        for row, (block, heading) in enumerate(reported, head + 1):
            self.worksheet.write_string(row, 0, heading, self.formats.name())
            shape = self.formats.figure(number_format(block.columns, Field.CUMULATIVE))
            values = block.columns.table.series(unit.id, self.live.month.number)
            for month in range(1, YEAR + 1):
                value = values[month - 1] if month <= len(values) else None
                if value is None:
                    self.worksheet.write_blank(row, month, None, shape)
                else:
                    self.worksheet.write_number(row, month, float(value), shape)
            put(self.worksheet, row, SUM, _sum(row, block, values), shape)

    def _page(self, row: int) -> None:
        worksheet = self.worksheet
        words = tr(
            "The figures are those of the sheet “{sheet}”: whoever changes one there sees what follows.", sheet=self.behind.name
        )
        worksheet.write_string(row, 0, words, self.formats.note())
        worksheet.set_column(0, 0, NAME_WIDTH)
        worksheet.set_column(1, SUM, FIGURE_WIDTH)
        worksheet.set_landscape()
        worksheet.set_paper(CODES[Paper.A4])
        worksheet.set_margins(left=MARGIN, right=MARGIN, top=0.55, bottom=0.65)
        worksheet.fit_to_pages(1, 0)
        worksheet.repeat_rows(TITLE, HEAD)
        worksheet.freeze_panes(FIRST, 1)
        set_foot(worksheet, self.behind.sheet)


def _sum(row: int, block: IndicatorBlock, values: Sequence[Decimal | None]) -> Content:
    """The sum of a flow's months; a level has none."""
    known = [value for value in values if value is not None]
    if block.indicator.kind is not Kind.FLOW or not known:
        return Content(NOTHING)
    return Content(float(sum(known, Decimal(0))), f"=SUM({xl_range(row, 1, row, YEAR)})")
