"""Which rows and columns of a workbook's sheets are hidden: the reader of cells does not tell."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from tracker.exchange.submissions.error_cells import BOUND_SHEET, REPEATED, compound_stream, records, sheet_parts
from tracker.exchange.submissions.faults import MOST_COLUMNS, MOST_ROWS

_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*)>")
_NUMBER = re.compile(rb"\b(r|min|max)=[\"']([0-9]{1,7})[\"']")
_ODS = re.compile(rb"<table:(table-row|table-column|table)(?![-\w])([^>]*)>")
_UNSEEN = re.compile(rb"\btable:visibility=[\"'](?:collapse|filter)[\"']")

_ROW_RECORD, _COLUMN_RECORD = 0x0208, 0x007D
_ROW_IS_HIDDEN, _COLUMN_IS_HIDDEN = 0x20, 0x01


@dataclass(slots=True)
class Hidden:
    """The hidden rows and columns of one sheet, counted from 0."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def hidden_of(content: bytes, *, packed: bool) -> dict[int, Hidden]:
    """What is hidden, by the position of the sheet."""
    if not packed:
        return _of_compound(content)
    package = ZipFile(io.BytesIO(content))
    if "content.xml" in package.namelist():
        return dict(enumerate(_of_tables(package.read("content.xml"))))
    return {position: _of_sheet(package.read(part)) for position, part in sheet_parts(package).items()}


def _of_sheet(sheet: bytes) -> Hidden:
    found = Hidden()
    if b"hidden=" not in sheet:
        return found
    for attributes in _ROW.findall(sheet):
        numbers = dict(_NUMBER.findall(attributes))
        if b"r" in numbers:
            found.rows.add(int(numbers[b"r"]) - 1)
    for attributes in _COLUMN.findall(sheet):
        numbers = dict(_NUMBER.findall(attributes))
        if {b"min", b"max"} <= numbers.keys():
            found.columns.update(range(int(numbers[b"min"]) - 1, min(int(numbers[b"max"]), MOST_COLUMNS)))
    return found


def _of_tables(content: bytes) -> Iterator[Hidden]:
    """The tables of an .ods; a row or a column may stand for many alike."""
    found: Hidden | None = None
    row = column = 0
    for kind, attributes in _ODS.findall(content):
        if kind == b"table":
            if found is not None:
                yield found
            found, row, column = Hidden(), 0, 0
            continue
        repeated = REPEATED.search(attributes)
        many = int(repeated[1]) if repeated else 1
        is_hidden = found is not None and _UNSEEN.search(attributes) is not None
        if kind == b"table-row":
            if is_hidden and found is not None:
                found.rows.update(range(row, min(row + many, MOST_ROWS)))
            row += many
        else:
            if is_hidden and found is not None:
                found.columns.update(range(column, min(column + many, MOST_COLUMNS)))
            column += many
    if found is not None:
        yield found


def _of_compound(content: bytes) -> dict[int, Hidden]:
    stream = compound_stream(content)
    sheets = [data for kind, data in records(stream, 0) if kind == BOUND_SHEET and len(data) >= 4]
    return {position: _of_records(stream, struct.unpack_from("<I", sheet)[0]) for position, sheet in enumerate(sheets)}


def _of_records(stream: bytes, start: int) -> Hidden:
    found = Hidden()
    for kind, data in records(stream, start):
        if kind == _ROW_RECORD and len(data) >= 14 and data[12] & _ROW_IS_HIDDEN:
            found.rows.add(struct.unpack_from("<H", data)[0])
        elif kind == _COLUMN_RECORD and len(data) >= 10 and data[8] & _COLUMN_IS_HIDDEN:
            first, last = struct.unpack_from("<HH", data)
            found.columns.update(range(first, min(last + 1, MOST_COLUMNS)))
    return found
