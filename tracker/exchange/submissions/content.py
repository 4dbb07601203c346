"""The bytes of a file that was sent in, read as sheets: .xlsx, .xls, .et, .ods, or text in columns. Runs in the worker process.

What a file is is told from how it begins, not from its name.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from tracker.exchange.submissions.error_cells import ErrorCells, errors_of
from tracker.exchange.submissions.faults import LARGEST, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Fault, FileUnreadable
from tracker.exchange.submissions.hidden_cells import Hidden, hidden_of
from tracker.exchange.submissions.protection import is_protected
from tracker.exchange.submissions.sheet import Merged, Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

PACKED = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the newer and of the older kind begin; one with a password is of the older kind outside, whatever is inside."""
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<head")
_SIGNIFICANT = 15
"""Digits that a spreadsheet shows of a number; what comes after is the dust of binary sums."""


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """The sheets, hidden ones too; raises FileUnreadable."""
    if not content.strip(b"\0 \r\n\t"):
        raise FileUnreadable(Fault.EMPTY)
    if len(content) > LARGEST * 2**20:
        raise FileUnreadable(Fault.TOO_LARGE)
    if content.startswith((PACKED, COMPOUND)):
        return _workbook(content)
    return (Sheet("", _text(content)),)


def _workbook(content: bytes) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    packed = content.startswith(PACKED)
    if packed:
        _check_package(content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return _sheets(workbook, errors_of(content, packed=packed), hidden_of(content, packed=packed))
    except PasswordError as error:
        raise FileUnreadable(Fault.PROTECTED) from error
    except (CalamineError, BadZipFile, OSError, ValueError) as error:
        fault = Fault.PROTECTED if is_protected(content, packed=packed) else Fault.DAMAGED
        raise FileUnreadable(fault) from error


def _check_package(content: bytes) -> None:
    """Refuse what would grow beyond all bounds, by what the package says of its parts, and what is no workbook."""
    try:
        parts = ZipFile(io.BytesIO(content)).infolist()
    except (BadZipFile, OSError, ValueError) as error:
        raise FileUnreadable(Fault.DAMAGED) from error
    if sum(part.file_size for part in parts) > LARGEST * 10 * 2**20:
        raise FileUnreadable(Fault.TOO_LARGE_INSIDE)
    names = {part.filename for part in parts}
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise FileUnreadable(Fault.NOT_A_WORKBOOK)


def _sheets(workbook: CalamineWorkbook, errors: ErrorCells, hidden: dict[int, Hidden]) -> tuple[Sheet, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    made = []
    for position, about in enumerate(workbook.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        _check_size(sheet.total_height + 1, sheet.total_width + 1)
        rows = _with_errors(sheet.to_python(skip_empty_area=False), errors.get(position, {}))
        unseen = hidden.get(position, Hidden())
        made.append(
            Sheet(
                about.name,
                rows,
                _merged(sheet),
                about.visible is not SheetVisibleEnum.Visible,
                frozenset(row for row in unseen.rows if row < len(rows)),
                frozenset(column for column in unseen.columns if column <= sheet.total_width),
            )
        )
    return tuple(made)


def _check_size(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise FileUnreadable(Fault.TOO_MANY_CELLS)


def _with_errors(rows: list[list[Any]], errors: dict[tuple[int, int], str]) -> tuple[tuple[str, ...], ...]:
    """The rows as texts; where an error was computed stands its name, which the reader leaves out."""
    texts = [[_cell(cell) for cell in row] for row in rows]
    for (row, column), name in errors.items():
        if row < len(texts) and column < MOST_COLUMNS:  # the reader of cells leaves a column of errors alone out at the end
            texts[row] += [""] * (column + 1 - len(texts[row]))
            texts[row][column] = name
    return tuple(map(tuple, texts))


def _merged(sheet: CalamineSheet) -> tuple[Merged, ...]:
    ranges = sheet.merged_cell_ranges or ()
    return tuple((top, left, bottom, right) for (top, left), (bottom, right) in ranges)


def _cell(value: object) -> str:
    """What stands for a cell: a number without binary dust, a day as 2026-09-30."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    return str(value).strip()


def number_text(value: float) -> str:
    """The number as a spreadsheet shows it at most, 15 digits, without an exponent: 0.30000000000000004 is 0.3."""
    exact = Decimal(f"{value:.{_SIGNIFICANT}g}")
    return f"{exact.normalize() if exact else Decimal(0):f}"


def _text(content: bytes) -> tuple[tuple[str, ...], ...]:
    if content.lstrip()[:64].lower().startswith(_MARKUP):
        raise FileUnreadable(Fault.WEB_PAGE)
    text = _decoded(content)
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count if any(map(first.count, ",\t;")) else text.count)
    try:
        return tuple(_bounded(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error as error:
        raise FileUnreadable(Fault.DAMAGED) from error


def _bounded(rows: Iterable[list[str]]) -> Iterable[tuple[str, ...]]:
    for number, row in enumerate(rows, start=1):
        _check_size(number, len(row))
        yield tuple(cell.strip() for cell in row)


def _decoded(content: bytes) -> str:
    """The text; UTF-16 as “Unicode text” of a spreadsheet is, UTF-8, else GB 18030."""
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and any(delimiter in text for delimiter in ",\t;"):
            return text
    raise FileUnreadable(Fault.NOT_A_WORKBOOK)
