"""The printed page of the scores in the workbook: what is under the table, widths, paper."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from tracker.reports.sheet import Paper, RankingSheet
from tracker.reports.workbook.formats import Formats
from tracker.reports.workbook.page import CODES, FIGURE_WIDTH, MARGIN, NAME_WIDTH, PLACE_WIDTH, set_foot

WIDEST_ON_A4 = 16
"""So many columns are still read well on A4."""
NOTE_HEIGHT = 15
LETTERS = 1.05
"""Notes are smaller than the table: so many of their letters are as wide as one of its."""


def foot(worksheet: Worksheet, sheet: RankingSheet, formats: Formats, *, row: int, last: int) -> None:
    """The notes and the signatures from `row` on, as wide as the table."""
    letters = _letters(sheet, last)
    for at, text in enumerate(sheet.notes, row):
        words = f"{sheet.notes_heading}{text}" if at == row else text
        worksheet.merge_range(at, 0, at, last, words, formats.note(text_wrap=True))
        worksheet.set_row(at, NOTE_HEIGHT * (1 + _width(words) // letters))
    row += len(sheet.notes) + 1
    step = max(1, (last + 1) // max(1, len(sheet.signatures)))
    for at, sign in enumerate(sheet.signatures):
        worksheet.write_string(row, at * step, f"{sign.role}{sign.name}", formats.note())


def set_page(worksheet: Worksheet, sheet: RankingSheet, *, names_at: int, last: int) -> None:
    """Widths, paper, fit to the width, the page's foot; `last` is the table's last column."""
    worksheet.set_column(0, last, FIGURE_WIDTH)
    worksheet.set_column(0, names_at - 1, PLACE_WIDTH)
    worksheet.set_column(names_at, names_at, NAME_WIDTH)
    worksheet.set_landscape()
    worksheet.set_margins(left=MARGIN, right=MARGIN, top=0.55, bottom=0.65)
    set_foot(worksheet, sheet)
    fitting = Paper.A3 if last >= WIDEST_ON_A4 else Paper.A4
    worksheet.set_paper(CODES[fitting if sheet.paper is Paper.FITTING else sheet.paper])
    worksheet.fit_to_pages(1, 0)


def _letters(sheet: RankingSheet, last: int) -> int:
    """How many Latin letters of a note the table is wide."""
    leads = 3 if sheet.heads.change else 2
    return int((PLACE_WIDTH * (leads - 1) + NAME_WIDTH + FIGURE_WIDTH * (last + 1 - leads)) * LETTERS)


def _width(text: str) -> int:
    """Roughly how many Latin letters a text is as wide as."""
    return sum(1 if character.isascii() else 2 for character in text)
