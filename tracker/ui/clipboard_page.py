"""The cells of the tables in a page of HTML, as Excel, WPS, LibreOffice, Word and browsers put it on the clipboard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

WIDEST_SPAN = 1000
"""Columns or rows that one cell of a pasted page may span."""

SPARE_ROW = "supportMisalignedColumns"
"""Excel ends a table with a row of empty cells that only tell the columns' widths; it stands under this condition."""

BREAKS = frozenset({"br", "p", "div", "li", "tr", "td", "th"})
"""Tags within a cell between whose texts there is a gap: 1<br>2 must not be read as 12."""


@dataclass(slots=True)
class PageCell:
    """What a cell shows, and the number behind it where the page has it: x:num of WPS and older Excels, sdval of LibreOffice."""

    shown: str = ""
    number: str = ""

    @property
    def text(self) -> str:
        """What is shown, unless that is cut short: then the number."""
        shown = re.sub(r"\s+", " ", self.shown).strip()
        return self.number if self.number and is_cut_short(shown) else shown


def is_cut_short(shown: str) -> bool:
    """Whether a spreadsheet had no room for the number, so that it shows ###### or 1.2E+09 in its place."""
    return bool(re.fullmatch(r"#{2,}|-?[0-9](?:\.[0-9]+)?E[+-][0-9]+", shown))


def page_block(html: str) -> list[list[str]]:
    """The texts of the cells, row by row, every row as long as the longest.

    A cell that spans rows or columns is followed by empty ones, so that what stands beside and below it keeps its column. Hidden
    rows and columns count, as they do in the plain text of the same copy and in Excel's own paste.
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    width = max((column + 1 for _, column in reader.cells), default=0)
    return [[reader.text(row, column) for column in range(width)] for row in range(reader.rows)]


class _TableReader(HTMLParser):
    """Collects the cells by row and column; a table within a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = 0
        self.cells: dict[tuple[int, int], PageCell] = {}
        self._cell: PageCell | None = None
        self._column = 0
        self._taken: set[tuple[int, int]] = set()
        self._tables = 0
        self._spare = False

    def text(self, row: int, column: int) -> str:
        """The text of the cell that begins there, "" where none does."""
        cell = self.cells.get((row, column))
        return cell.text if cell is not None else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tables += tag == "table"
        structural = tag in ("tr", "td", "th") and self._tables <= 1
        if structural and not self._spare:
            if tag == "tr" or not self.rows:
                self._begin_row()
            if tag != "tr":
                self._begin_cell({name: value or "" for name, value in attrs})
        elif self._cell is not None and tag in BREAKS:
            self._cell.shown += "\n"

    def _begin_row(self) -> None:
        self._cell, self._column = None, 0
        self.rows += 1

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        row = self.rows - 1
        while (row, self._column) in self._taken:
            self._column += 1
        self._cell = PageCell(number=attributes.get("x:num") or attributes.get("sdval") or "")
        self.cells[row, self._column] = self._cell
        wide, high = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        columns = range(self._column, self._column + wide)
        self._taken.update((below, column) for below in range(row, row + high) for column in columns)
        if wide > 1:
            self.cells[row, columns[-1]] = PageCell()  # the row is that wide, though nothing may follow

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table") and self._tables <= 1:
            self._cell = None
        self._tables -= tag == "table"

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.shown += data

    def unknown_decl(self, data: str) -> None:
        self._take_condition(data)

    def handle_comment(self, data: str) -> None:
        self._take_condition(data)  # newer Pythons hand on <![if …]> as a comment

    def _take_condition(self, words: str) -> None:
        self._spare = SPARE_ROW in words or (self._spare and "endif" not in words)


def _span(text: str | None) -> int:
    return max(1, min(int(text), WIDEST_SPAN)) if text and text.isdecimal() else 1
