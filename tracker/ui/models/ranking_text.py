"""The ranking as text for the clipboard: tab-separated for any program, HTML for WPS, Excel and Word."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tracker.domain.amount import MINUS, MISSING
from tracker.i18n import tr
from tracker.ui.models.ranking_columns import Column, Paint
from tracker.ui.models.ranking_lines import Line, LineKind

DRAWN = (Paint.BAR, Paint.SPARKLINE, Paint.NOTHING)
"""What only repeats other columns as a drawing is left out."""

CELL = "border:.5pt solid #999;padding:1pt 4pt;"
FILLS = {LineKind.GROUP: "background:#ececec;font-weight:bold;", LineKind.COUNTY: "background:#dcdcdc;font-weight:bold;"}


def copied(columns: Sequence[Column]) -> list[Column]:
    """The columns that go to the clipboard."""
    return [column for column in columns if column.paint not in DRAWN]


def tab_separated(lines: Sequence[Line], columns: Sequence[Column]) -> str:
    """A header and the lines, cells apart by tabs; figures as a spreadsheet reads them, without thousands separators."""
    chosen = copied(columns)
    table = [[heading(column) for column in chosen]] + [[plain(column, line) for column in chosen] for line in lines]
    return "".join("\t".join(_one_line(cell) for cell in row) + "\r\n" for row in table)


def html(lines: Sequence[Line], columns: Sequence[Column], *, title: str) -> str:
    """The same as a table with rules, right-aligned figures that keep their decimals, and marked totals."""
    chosen = copied(columns)
    head = "".join(f'<th style="{CELL}background:#f1f3f4">{escape(heading(column))}</th>' for column in chosen)
    body = "".join(f"<tr>{''.join(_cell(column, line) for column in chosen)}</tr>" for line in lines)
    caption = f"<caption>{escape(title)}</caption>"
    return f'<html><meta charset="utf-8"><table style="border-collapse:collapse">{caption}<tr>{head}</tr>{body}</table></html>'


def heading(column: Column) -> str:
    """The column's title in one line."""
    return tr("{title} ({more})", title=column.title, more=column.under) if column.under else column.title


def plain(column: Column, line: Line) -> str:
    """The cell as another program reads it: "-" for minus, no thousands separators; the gap keeps its sign but "+"."""
    text = column.text(line)
    if column.decimals is None or text == MISSING or not text[-1:].isdigit():
        return text
    return text.replace(",", "").replace(MINUS, "-").removeprefix("+")


def _cell(column: Column, line: Line) -> str:
    text = plain(column, line)
    style = CELL + FILLS.get(line.place.kind, "")
    if column.numeric:
        style += "text-align:right;"
    if column.decimals is not None and text[-1:].isdigit():
        places = "0." + "0" * column.decimals if column.decimals else "0"
        style += f"mso-number-format:'#,##{places}';"
    return f'<td style="{style}">{escape(text)}</td>'


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
