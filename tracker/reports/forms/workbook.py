"""Writes a unit's form as a workbook: only the figures to fill in can be changed, each is checked as it is typed, one page A4.

Chinese here is data: the names of typefaces.
"""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tracker.domain.form_mark import SHEET, FormCell, FormMark, rows_of
from tracker.domain.indicator import Kind
from tracker.domain.measure import measure
from tracker.reports.forms.content import FormLine, UnitForm
from tracker.reports.wording import one_line, tr

TITLE_FACE, TEXT_FACE = "方正小标宋简体", "宋体"
FILL = "#FFF8E1"
WIDTHS = (5, 26, 9, 11, 11, 12, 13, 13, 18)
HEAD_ROW, FIRST_ROW = 4, 5
TARGET, LAST, BEFORE, MONTH, CUMULATIVE, REMARK = range(3, 9)
LAST_COLUMN = REMARK
A4 = 9


def form_workbook(form: UnitForm) -> bytes:
    """The workbook (.xlsx); the same bytes for the same form."""
    content = io.BytesIO()
    workbook = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": f"{form.title} {form.unit.name}", "created": _made(form)})
    sheet = workbook.add_worksheet(tr("Monthly report"))
    cells = _Form(workbook, sheet, form).write()
    hidden = workbook.add_worksheet(SHEET)
    mark = FormMark(form.book, form.unit.code, form.month, sheet.get_name(), cells)
    for row, texts in enumerate(rows_of(mark)):
        hidden.write_row(row, 0, texts)
    hidden.very_hidden()
    workbook.close()
    return content.getvalue()


def _made(form: UnitForm) -> datetime.datetime:
    return datetime.datetime.combine(form.month.last_day, datetime.time())


@dataclass
class _Form:
    """Writes the sheet that is filled in."""

    workbook: Workbook
    sheet: Worksheet
    form: UnitForm

    def write(self) -> tuple[FormCell, ...]:
        """Write all of it; gives the cells that take the figures."""
        self._head()
        cells = tuple(self._line(FIRST_ROW + position, line) for position, line in enumerate(self.form.lines))
        self._foot(FIRST_ROW + len(self.form.lines))
        self._page()
        return cells

    def _format(self, **properties: object) -> Format:
        usual = {"font_name": TEXT_FACE, "font_size": 11, "valign": "vcenter", "locked": True}
        return self.workbook.add_format(usual | properties)

    def _head(self) -> None:
        form, sheet = self.form, self.sheet
        sheet.merge_range(0, 0, 0, LAST_COLUMN, form.title, self._format(font_name=TITLE_FACE, font_size=18, align="center"))
        sheet.merge_range(1, 0, 1, LAST_COLUMN, _month(form), self._format(align="center"))
        sheet.merge_range(2, 0, 2, 4, tr("Reporting unit (seal): {unit}", unit=one_line(form.unit.name)), self._format())
        sheet.merge_range(2, 5, 2, LAST_COLUMN, tr("Due: {day}", day=form.due), self._format(align="right"))
        for row, height in ((0, 32), (1, 20), (2, 22)):
            sheet.set_row(row, height)
        head = self._format(bold=True, align="center", border=1, text_wrap=True)
        for column, text in enumerate(self._headings()):
            sheet.write_string(HEAD_ROW, column, text, head)
        sheet.set_row(HEAD_ROW, 34)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)

    def _headings(self) -> tuple[str, ...]:
        number = self.form.month.number
        return (
            tr("Line"),
            tr("Name of the indicator"),
            tr("Measured in"),
            tr("Target of the year"),
            tr("Done in month {number}", number=(number - 2) % 12 + 1),
            tr("Done in months 1 to {number}", number=number - 1) if number > 1 else tr("Done so far"),
            tr("Month {number} alone", number=number),
            tr("Cumulative, months 1 to {number}", number=number),
            tr("Remarks of the unit"),
        )

    def _line(self, row: int, line: FormLine) -> FormCell:
        sheet, indicator = self.sheet, line.indicator
        text, centred = self._format(border=1, text_wrap=True), self._format(border=1, align="center")
        number = "#,##0" + ("." + "0" * indicator.decimals if indicator.decimals else "")
        figure = self._format(border=1, num_format=number)
        sheet.write_number(row, 0, row - FIRST_ROW + 1, centred)
        sheet.write_string(row, 1, one_line(indicator.name), text)
        sheet.write_string(row, 2, indicator.unit, centred)
        for column, value in ((TARGET, line.target), (LAST, line.last_month), (BEFORE, line.before)):
            if value is None:
                sheet.write_blank(row, column, None, figure)
            else:
                sheet.write_number(row, column, float(value), figure)
        at = self._to_fill(row, line, figure, self._format(border=1, num_format=number, locked=False, bg_color=FILL))
        sheet.write_blank(row, REMARK, None, self._format(border=1, text_wrap=True, locked=False))
        sheet.set_row(row, 24)
        return FormCell(indicator.code, row, at, line.takes_cumulative)

    def _to_fill(self, row: int, line: FormLine, figure: Format, open_: Format) -> int:
        """The cell to fill in and the one that follows from it; gives the former's column."""
        at, other = (CUMULATIVE, MONTH) if line.takes_cumulative else (MONTH, CUMULATIVE)
        filled, before = xl_rowcol_to_cell(row, at), xl_rowcol_to_cell(row, BEFORE)
        self.sheet.write_blank(row, at, None, open_)
        if line.indicator.kind is Kind.STOCK:
            follows = filled
        else:
            follows = f"{filled}-N({before})" if line.takes_cumulative else f"N({before})+{filled}"
        self.sheet.write_formula(row, other, f'=IF(ISNUMBER({filled}),{follows},"")', figure, "")
        self.sheet.data_validation(row, at, row, at, self._check(line, filled))
        return at

    def _check(self, line: FormLine, cell: str) -> dict[str, object]:
        """What may be typed: a number with the indicator's decimals, no negative count."""
        indicator = line.indicator
        conditions = [f"ISNUMBER({cell})", f"ROUND({cell},{indicator.decimals})={cell}"]
        if not measure(indicator.unit).is_money:
            conditions.append(f"{cell}>=0")
        rule = tr("A number in {unit}, with at most {decimals} decimals.", unit=indicator.unit, decimals=indicator.decimals)
        return {
            "validate": "custom",
            "value": f"=AND({','.join(conditions)})",
            "input_title": one_line(indicator.name)[:32],
            "input_message": rule,
            "error_title": tr("Please check the figure"),
            "error_message": rule,
        }

    def _foot(self, row: int) -> None:
        sheet = self.sheet
        parts = (tr("Filled in by:"), tr("Reviewed by:"), tr("Head of the unit:"), tr("Telephone:"))
        for position, text in enumerate(parts):
            first = (0, 2, 5, 7)[position]
            last = (1, 4, 6, LAST_COLUMN)[position]
            sheet.merge_range(row, first, row, last, text, self._format(locked=False))
        sheet.set_row(row, 30)
        words = tr(
            "How to fill in: 1. Only the coloured cells can be changed; the others are given or worked out. 2. Leave a cell"
            " blank where nothing is known yet; type 0 for a report of nothing. 3. Mind each line's unit of measure."
            " 4. Do not rename or delete the sheet: {office} reads it by machine.",
            office=self.form.office,
        )
        sheet.merge_range(row + 1, 0, row + 1, LAST_COLUMN, words, self._format(text_wrap=True, valign="top", font_size=10))
        sheet.set_row(row + 1, 92)

    def _page(self) -> None:
        sheet = self.sheet
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.repeat_rows(HEAD_ROW)
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.set_footer("&C&P / &N")
        sheet.protect("", {"format_columns": True, "format_rows": True})
        if self.form.lines:
            sheet.set_selection(FIRST_ROW, MONTH, FIRST_ROW, MONTH)


def _month(form: UnitForm) -> str:
    return tr("(month {month} of {year})", year=form.month.year, month=form.month.number)
