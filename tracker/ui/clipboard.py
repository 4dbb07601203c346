"""Blocks of cells on the clipboard, as Excel and WPS have them: tab-separated text, an HTML table; and a note of our own.

A block is a list of rows, each a list of texts.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

OWN_TYPE = "application/x-county-tracker-cells"

WIDEST_SPAN = 1000
"""Columns that one cell of a pasted page may span."""

Block = list[list[str]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Of a block that comes from a grid of ours: which of its rows are units', and in which of its columns one types."""

    units: tuple[bool, ...]
    typed: tuple[bool, ...]


def tab_separated(block: Block) -> str:
    """The block as text; a cell with a tab, a line break or a quote in it is quoted as Excel does it."""
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\r\n").writerows(block)
    return text.getvalue()


def html_table(block: Block, *, formats: Sequence[str]) -> str:
    """The block as an HTML table; `formats` has a spreadsheet's number format for each column, "" for words."""
    rows = "".join(f"<tr>{''.join(map(_html_cell, row, formats))}</tr>" for row in block)
    return f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>'


def _html_cell(text: str, number_format: str) -> str:
    style = f" style=\"text-align:right;mso-number-format:'{number_format}'\"" if number_format else ""
    return f"<td{style}>{escape(text)}</td>"


def number_format(decimals: int) -> str:
    """A spreadsheet's number format with thousands and that many decimals: #,##0.00."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def to_mime(block: Block, *, formats: Sequence[str], origin: Origin) -> QMimeData:
    """The block in all three forms."""
    mime = QMimeData()
    mime.setText(tab_separated(block))
    mime.setHtml(html_table(block, formats=formats))
    mime.setData(OWN_TYPE, json.dumps([origin.units, origin.typed]).encode())
    return mime


def from_mime(mime: QMimeData) -> Block:
    """The block on the clipboard, every row as long as the longest; empty where there is no text."""
    block = _from_text(mime.text()) if mime.hasText() else _from_html(mime.html())
    width = max(map(len, block), default=0)
    return [row + [""] * (width - len(row)) for row in block] if width else []


def origin_of(mime: QMimeData) -> Origin | None:
    """Where the block comes from, if from a grid of ours."""
    if not mime.hasFormat(OWN_TYPE):
        return None
    units, typed = json.loads(bytes(mime.data(OWN_TYPE).data()))
    return Origin(tuple(units), tuple(typed))


def _from_text(text: str) -> Block:
    text = text.replace("\x00", "")
    if not text.strip("\r\n"):
        return []
    return [row or [""] for row in csv.reader(io.StringIO(text, newline=""), dialect="excel-tab")]


def _from_html(html: str) -> Block:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return [[re.sub(r"\s+", " ", cell).strip() for cell in row] for row in reader.rows]


class _TableReader(HTMLParser):
    """Collects the cells of the tables in a page; a cell that spans columns is followed by empty ones."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Block = []
        self._inside = False
        self._at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        self._inside = tag in ("td", "th") or (self._inside and tag != "tr")
        if tag in ("td", "th"):
            span = dict(attrs).get("colspan") or "1"
            if not self.rows:
                self.rows.append([])
            self._at = len(self.rows[-1])
            self.rows[-1] += [""] * (min(int(span), WIDEST_SPAN) if span.isdecimal() else 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][self._at] += data
