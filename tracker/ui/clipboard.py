"""Blocks of cells on the clipboard, as Excel and WPS have them: tab-separated text, an HTML table; and a note of our own.

A block is a list of rows, each a list of texts.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from html import escape

from PySide6.QtCore import QMimeData

from tracker.ui.clipboard_page import is_cut_short, page_block

OWN_TYPE = "application/x-county-tracker-cells"

Block = list[list[str]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Of a block that comes from a grid of ours: which of its rows are units', and in which of its columns one types.

    `texts` is the block as it was typed, calculations and all.
    """

    units: tuple[bool, ...]
    typed: tuple[bool, ...]
    texts: tuple[tuple[str, ...], ...]


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
    mime.setData(OWN_TYPE, json.dumps(astuple(origin)).encode())
    return mime


def from_mime(mime: QMimeData) -> Block:
    """The block on the clipboard, every row as long as the longest; empty where there is no text.

    The plain text says what the cells show. Where a spreadsheet had no room to show a number, the page beside it may have it.
    """
    block = rows_of_text(mime.text()) if mime.hasText() else page_block(mime.html())
    if mime.hasText() and mime.hasHtml() and any(is_cut_short(cell) for row in block for cell in row):
        block = _mended(block, page_block(mime.html()))
    width = max(map(len, block), default=0)
    return [row + [""] * (width - len(row)) for row in block] if width else []


def origin_of(mime: QMimeData) -> Origin | None:
    """Where the block comes from, if from a grid of ours."""
    if not mime.hasFormat(OWN_TYPE):
        return None
    units, typed, texts = json.loads(bytes(mime.data(OWN_TYPE).data()))
    return Origin(tuple(units), tuple(typed), tuple(map(tuple, texts)))


def rows_of_text(text: str) -> Block:
    """The block that tab-separated text holds; its rows may be of different lengths."""
    text = text.replace("\x00", "")
    if not text.strip("\r\n"):
        return []
    return [row or [""] for row in csv.reader(io.StringIO(text, newline=""), dialect="excel-tab")]


def _mended(block: Block, page: Block) -> Block:
    """The block with what is cut short in it taken from the same place of the page, where both have the same form."""
    if [len(row) for row in block] != [len(row) for row in page]:
        return block
    return [
        [whole if is_cut_short(cell) else cell for cell, whole in zip(row, mended, strict=True)]
        for row, mended in zip(block, page, strict=True)
    ]
