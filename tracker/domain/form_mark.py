"""The mark of a form (报表) that the office hands out: which book, unit and month it is for, and which cell takes which figure.

It travels in a hidden sheet of the form, under a checksum: the form comes back without guessing, an altered one is found out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from tracker.domain.period import Month
from tracker.errors import BadMonth

SHEET = "_tracker"
"""The hidden sheet's name."""
HEAD = "tracker-form"
VERSION = 1


@dataclass(frozen=True, slots=True)
class FormCell:
    """The cell, row and column from 0, that takes an indicator's figure: the month's own, or the cumulative."""

    indicator: str
    row: int
    column: int
    is_cumulative: bool = False


@dataclass(frozen=True, slots=True)
class FormMark:
    """What a form is about; `book` is the book's identity, `unit` the unit's code, `sheet` the sheet that the cells are in."""

    book: str
    unit: str
    month: Month
    sheet: str
    cells: tuple[FormCell, ...]
    version: int = VERSION


def rows_of(mark: FormMark) -> list[list[str]]:
    """What stands in the hidden sheet: the head, the mark as JSON, its checksum; one cell a row."""
    told = json.dumps(
        [
            mark.version,
            mark.book,
            mark.unit,
            str(mark.month),
            mark.sheet,
            [[one.indicator, one.row, one.column, int(one.is_cumulative)] for one in mark.cells],
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return [[HEAD], [told], [_checksum(told)]]


def mark_of(rows: Sequence[Sequence[str]]) -> FormMark | None:
    """The mark that a hidden sheet holds; None where it holds none, or one that was altered or is of a later version."""
    texts = [row[0] if row else "" for row in rows[:3]]
    if len(texts) < 3 or texts[0] != HEAD or texts[2] != _checksum(texts[1]):
        return None
    try:
        version, book, unit, month, sheet, cells = json.loads(texts[1])
        placed = tuple(FormCell(indicator, row, column, bool(basis)) for indicator, row, column, basis in cells)
        return FormMark(book, unit, Month.parse(month), sheet, placed, version) if version <= VERSION else None
    except (ValueError, TypeError, BadMonth):
        return None


def _checksum(told: str) -> str:
    return sha256(told.encode()).hexdigest()
