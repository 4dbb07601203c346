"""The printed pages of the workbook: as many indicators side by side as can be read, the names and the header on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from xlsxwriter.worksheet import Worksheet

from tracker.reports.sheet import Paper, RankingSheet
from tracker.reports.workbook.blocks import IndicatorBlock

FIGURE_WIDTH, NAME_WIDTH, PLACE_WIDTH = 10, 16, 6
"""Widths of columns in characters of the workbook's type."""
MARGIN = 0.5
CODES = {Paper.A4: 9, Paper.A3: 8}
LENGTHS = {Paper.A4: (11.69, 8.27), Paper.A3: (16.54, 11.69)}
"""The longer and the shorter side of a sheet, inches."""
READABLE = 60
"""Below so many percent of its size the type is too small to be read on paper."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The paper, its scale in percent, and the columns before which a new page begins; `end` is the first page's last column."""

    paper: Paper
    scale: int
    breaks: tuple[int, ...]
    end: int


def plan_pages(sheet: RankingSheet, blocks: Sequence[IndicatorBlock], *, names_at: int) -> Pages:
    """Put the blocks on pages; `names_at` is the column of the names, the last one that every page repeats."""
    leading = _inches(PLACE_WIDTH) * names_at + _inches(NAME_WIDTH)
    paper = _paper(sheet, leading, blocks)
    room = _room(paper, portrait=sheet.portrait)
    breaks = page_breaks(leading, blocks, room=room * 100 / READABLE)
    edges = [blocks[0].first, *breaks, blocks[-1].after]
    pages = [[block for block in blocks if first <= block.first < after] for first, after in pairwise(edges)]
    widest = max(_wide(page) for page in pages)
    scale = min(100, int(room / (leading + widest) * 100))
    return Pages(paper, scale, tuple(breaks), pages[0][-1].shown - 1)


def set_pages(worksheet: Worksheet, sheet: RankingSheet, pages: Pages, *, names_at: int, last: int) -> None:
    """Set widths, paper, scale, breaks and the page's foot; `last` is the table's last column."""
    worksheet.set_column(0, last, FIGURE_WIDTH)
    worksheet.set_column(0, names_at - 1, PLACE_WIDTH)
    worksheet.set_column(names_at, names_at, NAME_WIDTH)
    if sheet.portrait:
        worksheet.set_portrait()
    else:
        worksheet.set_landscape()
    worksheet.set_margins(left=MARGIN, right=MARGIN, top=0.55, bottom=0.65)
    set_foot(worksheet, sheet)
    worksheet.set_paper(CODES[pages.paper])
    if not pages.breaks:
        worksheet.fit_to_pages(1, 0)
    else:
        worksheet.repeat_columns(0, names_at)
        worksheet.set_v_pagebreaks(pages.breaks)
        worksheet.set_print_scale(pages.scale)


def set_foot(worksheet: Worksheet, sheet: RankingSheet) -> None:
    """The page's foot: the office, which page of how many, when it was made."""
    worksheet.set_footer(f"&L{_plain(sheet.office)}&C{_page_of(sheet.page_of)}&R{_plain(sheet.date_made)}")


def page_breaks(leading: float, blocks: Sequence[IndicatorBlock], *, room: float) -> list[int]:
    """The columns before which a new page begins: an indicator stays whole; `leading` and `room` in inches."""
    breaks: list[int] = []
    page = [blocks[0]]
    for block in blocks[1:]:
        if leading + _wide([*page, block]) > room:
            breaks.append(block.first)
            page = []
        page.append(block)
    return breaks


def _paper(sheet: RankingSheet, leading: float, blocks: Sequence[IndicatorBlock]) -> Paper:
    if sheet.paper is not Paper.FITTING:
        return sheet.paper
    wide = leading + _wide(blocks)
    return Paper.A4 if wide <= _room(Paper.A4, portrait=sheet.portrait) * 100 / READABLE else Paper.A3


def _wide(blocks: Sequence[IndicatorBlock]) -> float:
    """How wide these blocks are side by side, in inches; hidden columns take no room."""
    return sum(block.wide for block in blocks) * _inches(FIGURE_WIDTH)


def _room(paper: Paper, *, portrait: bool) -> float:
    return LENGTHS[paper][1 if portrait else 0] - 2 * MARGIN


def _inches(characters: float) -> float:
    """A column's width: seven pixels a character and five for the cell's edges, at 96 an inch, and what some programs add."""
    return (characters * 7 + 5) / 96 * 1.1


def _plain(text: str) -> str:
    """A text for a page's foot, where "&" begins a code."""
    return text.replace("&", "&&")


def _page_of(words: str) -> str:
    return words.replace("{page}", "&P").replace("{pages}", "&N")
