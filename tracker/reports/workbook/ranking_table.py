"""The ranking as a worksheet: the paper's rows and notes, with formulas where the paper has results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from tracker.domain.indicator import IndicatorId
from tracker.domain.print_setup import PrintSetup
from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.live import Live
from tracker.reports.ranking_columns import CENTRED, Field
from tracker.reports.ranking_sheet import by_place, indicator_columns
from tracker.reports.sheet import RankingSheet
from tracker.reports.wording import tr
from tracker.reports.workbook.blocks import IndicatorBlock, blocks
from tracker.reports.workbook.cells import Cells, put
from tracker.reports.workbook.formats import SUBTOTAL, TOTAL, Formats, number_format
from tracker.reports.workbook.lines import Line, lines
from tracker.reports.workbook.page import Pages, plan_pages, set_pages

TITLE, SUBTITLE, UPPER, LOWER, PACE, FIRST = range(6)
"""The rows over the table, counted from 0, and the table's first."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where a ranking stands in its worksheet: the indicators' blocks, and every unit's line."""

    blocks: Sequence[IndicatorBlock]
    lines: Mapping[UnitId, Line]


@dataclass(frozen=True)
class RankingTable:
    """Writes one ranking into one worksheet."""

    live: Live
    sheet: RankingSheet
    worksheet: Worksheet
    formats: Formats
    setup: PrintSetup

    def write(self, chosen: Sequence[IndicatorId], groups: Sequence[GroupId]) -> Written:
        """Write everything; tells where it stands."""
        with_ranks = len(chosen) > 1
        columns = [indicator_columns(self.live, one, self.setup, with_rank=with_ranks) for one in chosen]
        heads = self.sheet.heads
        lead_heads = [heads.position, *([heads.change] if heads.change else []), heads.name]
        made = blocks(self.live, columns, first=len(lead_heads))
        places = by_place(columns[0].table)
        shown = {group: units for group, units in places.items() if not groups or group in groups}
        names_at = len(lead_heads) - 1
        pages = plan_pages(self.sheet, made, names_at=names_at)
        self._title(pages)
        self._heads(lead_heads, made)
        written = list(lines(self.sheet, shown, first=FIRST, whole=len(shown) == len(places)))
        for line in written:
            self._line(line, made, names_at=names_at)
        self._foot(max(line.row for line in written) + 2, pages.end)
        set_pages(self.worksheet, self.sheet, pages, names_at=names_at, last=made[-1].after - 1)
        for block in made:
            if block.shown < block.after:
                self.worksheet.set_column(block.shown, block.after - 1, None, None, {"hidden": True})
        self.worksheet.freeze_panes(FIRST, names_at + 1)
        self.worksheet.repeat_rows(UPPER, PACE)
        return Written(made, {line.unit.id: line for line in written if line.unit is not None})

    def _title(self, pages: Pages) -> None:
        """The title, the day and the units of measure, over the columns of the first page."""
        sheet, worksheet = self.sheet, self.worksheet
        worksheet.merge_range(TITLE, 0, TITLE, pages.end, sheet.title, self.formats.title())
        worksheet.write_string(SUBTITLE, 0, sheet.as_of, self.formats.note())
        worksheet.write_string(SUBTITLE, pages.end, sheet.units_of_measure, self.formats.note(align="right"))
        worksheet.set_default_row(20)
        worksheet.set_row(TITLE, 34)
        worksheet.set_row(LOWER, 28)

    def _heads(self, leading: list[str], made: list[IndicatorBlock]) -> None:
        sheet, worksheet, head = self.sheet, self.worksheet, self.formats.head()
        for at, words in enumerate(leading):
            worksheet.merge_range(UPPER, at, LOWER, at, words, head)
        names = self.formats.name()
        for at in range(len(leading)):
            worksheet.write_string(PACE, at, tr("Pace") if at == len(leading) - 1 else "", names)
        for block, band in zip(made, sheet.bands, strict=True):
            if block.shown - block.first > 1:
                worksheet.merge_range(UPPER, block.first, UPPER, block.shown - 1, band.heading, head)
            else:
                worksheet.write_string(UPPER, block.first, band.heading, head)
            self._block_heads(block)

    def _block_heads(self, block: IndicatorBlock) -> None:
        for at, heading in enumerate(block.headings, block.first):
            self.worksheet.write_string(LOWER, at, tr(heading.value), self.formats.head())
            self.worksheet.write_blank(PACE, at, None, self.formats.name())
        pace = block.columns.table.total(None).pace
        if pace is not None and Field.COMPLETION in block.headings:
            shape = self.formats.figure(number_format(block.columns, Field.COMPLETION))
            self.worksheet.write_number(PACE, block.column(Field.COMPLETION), float(pace), shape)

    def _line(self, line: Line, made: list[IndicatorBlock], *, names_at: int) -> None:
        fill = "" if line.unit is not None else SUBTOTAL if line.group is not None else TOTAL
        centred = self.formats.centred(fill, bold=True)
        place = Cells(made[0], PACE, self.live.as_printed).rank(line)
        put(self.worksheet, line.row, 0, place, centred)
        if names_at > 1:
            self.worksheet.write_string(line.row, 1, line.shown.change, self.formats.centred(fill))
        self.worksheet.write_string(line.row, names_at, line.shown.name, self.formats.name(fill))
        for block in made:
            cells = Cells(block, PACE, self.live.as_printed)
            for at, heading in enumerate(block.headings, block.first):
                bold = heading is block.columns.ranked_by
                shape = self.formats.figure(number_format(block.columns, heading), fill, bold=bold)
                put(
                    self.worksheet,
                    line.row,
                    at,
                    cells.content(heading, line),
                    self.formats.centred(fill) if heading in CENTRED else shape,
                )

    def _foot(self, row: int, last: int) -> None:
        """The notes and the signatures under the table."""
        for at, note in enumerate(self.sheet.notes):
            words = f"{self.sheet.notes_heading}{note}" if at == 0 else note
            self.worksheet.write_string(row + at, 0, words, self.formats.note())
        row += len(self.sheet.notes) + 1
        step = max(1, (last + 1) // max(1, len(self.sheet.signatures)))
        for at, sign in enumerate(self.sheet.signatures):
            self.worksheet.write_string(row, at * step, f"{sign.role}{sign.name}", self.formats.note())
