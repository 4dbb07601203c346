"""The ranking sheet as a workbook: the paper's content, rows and notes, with formulas where the paper has results."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.domain.indicator import IndicatorId
from tracker.domain.print_setup import PrintSetup
from tracker.domain.unit import GroupId
from tracker.metrics.live import Live
from tracker.reports.document_file import save
from tracker.reports.ranking_columns import CENTRED, Field
from tracker.reports.ranking_sheet import Imprint, by_place, indicator_columns, ranking_sheet, set_up_indicators
from tracker.reports.sheet import RankingSheet
from tracker.reports.wording import tr
from tracker.reports.workbook.blocks import IndicatorBlock, blocks
from tracker.reports.workbook.cells import Cells, Content
from tracker.reports.workbook.formats import SUBTOTAL, TEXT_SIZE, TOTAL, Formats, number_format, office_faces
from tracker.reports.workbook.lines import Line, lines
from tracker.reports.workbook.page import Pages, plan_pages, set_pages

TITLE, SUBTITLE, UPPER, LOWER, PACE, FIRST = range(6)
"""The rows over the table, counted from 0, and the table's first."""


def write_workbook(
    live: Live,
    path: Path,
    *,
    imprint: Imprint,
    indicators: Sequence[IndicatorId] = (),
    groups: Sequence[GroupId] = (),
) -> None:
    """Write the ranking of the month that `live` shows as .xlsx; raises as `ranking_sheet`, and DocumentNotSaved.

    Completion, gap, growth, ratios, ranks and sums are formulas over the targets and the figures that were reported; what the
    metrics computed goes along as their results, so that a viewer that computes nothing shows the same.
    """
    save(workbook_bytes(live, imprint=imprint, indicators=indicators, groups=groups), path)


def workbook_bytes(
    live: Live, *, imprint: Imprint, indicators: Sequence[IndicatorId] = (), groups: Sequence[GroupId] = ()
) -> bytes:
    """The workbook's content; see `write_workbook`. The same content on the same day gives the same bytes."""
    sheet = ranking_sheet(live, imprint=imprint, indicators=indicators, groups=groups)
    chosen = tuple(indicators) or set_up_indicators(live, imprint.setup)
    content = io.BytesIO()
    # The type that a workbook is written in by default is also what its columns' widths are counted in.
    title_face, text_face = office_faces(imprint.setup)
    options = {"in_memory": True, "default_format_properties": {"font_name": text_face, "font_size": TEXT_SIZE}}
    with Workbook(content, options) as book:
        made = datetime.datetime.combine(imprint.date, datetime.time())
        book.set_properties({"title": sheet.title, "author": sheet.office, "created": made})
        book.set_calc_mode("auto")
        formats = Formats(book, title_face, text_face)
        _Table(live, sheet, book.add_worksheet(tr("Ranking")), formats, imprint.setup).write(chosen, groups)
    return content.getvalue()


@dataclass(frozen=True)
class _Table:
    """Writes one ranking into one worksheet."""

    live: Live
    sheet: RankingSheet
    worksheet: Worksheet
    formats: Formats
    setup: PrintSetup

    def write(self, chosen: Sequence[IndicatorId], groups: Sequence[GroupId]) -> None:
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
        last = FIRST
        for line in lines(self.sheet, shown, first=FIRST, whole=len(shown) == len(places)):
            self._line(line, made, names_at=names_at)
            last = max(last, line.row)
        self._foot(last + 2, pages.end)
        set_pages(self.worksheet, self.sheet, pages, names_at=names_at, last=made[-1].after - 1)
        for block in made:
            if block.shown < block.after:
                self.worksheet.set_column(block.shown, block.after - 1, None, None, {"hidden": True})
        self.worksheet.freeze_panes(FIRST, names_at + 1)
        self.worksheet.repeat_rows(UPPER, PACE)

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
        self._put(line.row, 0, place, centred)
        if names_at > 1:
            self.worksheet.write_string(line.row, 1, line.shown.change, self.formats.centred(fill))
        self.worksheet.write_string(line.row, names_at, line.shown.name, self.formats.name(fill))
        for block in made:
            cells = Cells(block, PACE, self.live.as_printed)
            for at, heading in enumerate(block.headings, block.first):
                bold = heading is block.columns.ranked_by
                shape = self.formats.figure(number_format(block.columns, heading), fill, bold=bold)
                self._put(line.row, at, cells.content(heading, line), self.formats.centred(fill) if heading in CENTRED else shape)

    def _put(self, row: int, column: int, content: Content, shape: object) -> None:
        if content.formula:
            self.worksheet.write_formula(row, column, content.formula, shape, content.value)
        elif isinstance(content.value, str):
            self.worksheet.write_string(row, column, content.value, shape)
        else:
            self.worksheet.write_number(row, column, content.value, shape)

    def _foot(self, row: int, last: int) -> None:
        """The notes and the signatures under the table."""
        for at, note in enumerate(self.sheet.notes):
            words = f"{self.sheet.notes_heading}{note}" if at == 0 else note
            self.worksheet.write_string(row + at, 0, words, self.formats.note())
        row += len(self.sheet.notes) + 1
        step = max(1, (last + 1) // max(1, len(self.sheet.signatures)))
        for at, sign in enumerate(self.sheet.signatures):
            self.worksheet.write_string(row, at * step, f"{sign.role}{sign.name}", self.formats.note())
