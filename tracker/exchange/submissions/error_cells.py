"""Where a workbook's formulas came to an error (#REF!, #DIV/0!): the reader of cells gives blanks for those."""

from __future__ import annotations

import io
import posixpath
import re
import struct
from collections.abc import Iterator
from zipfile import ZipFile

ErrorCells = dict[int, dict[tuple[int, int], str]]
"""By position of the sheet, by row and column from 0: the error's name."""

_NAMES = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_ANY = "#N/A"

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_TABLE_PART = re.compile(
    rb"<table:(table-row|table-cell|covered-table-cell|table)(?![-\w])([^>]*)>(?:<text:p[^>]*>(#[^<]{1,16}|Err:[0-9]{3})</)?"
)
_IS_ERROR = re.compile(rb"\bvalue-type=[\"']error[\"']")
REPEATED = re.compile(rb"\btable:number-(?:rows|columns)-repeated=[\"']([0-9]{1,7})[\"']")
_FORMULA_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/])>(<(?:\w+:)?f\b.{0,9000}?)</(?:\w+:)?c>", re.DOTALL)
_EMPTY_VALUE = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*$")
NOT_COMPUTED = "=?"
"""What stands for a formula that was saved without what it comes to: it is refused, where a blank would be passed over."""
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,16})</")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?\br:id=[\"']([^\"']+)[\"']")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(Id|Target)=[\"']([^\"']+)[\"']")

BOUND_SHEET, _BOF, _EOF, _FORMULA, _BOOL_ERR = 0x0085, 0x0809, 0x000A, 0x0006, 0x0205


def errors_of(content: bytes, *, packed: bool) -> ErrorCells:
    """The error cells of an .xlsx, .xls or .et; of other kinds none, whose readers tell errors as text."""
    return _of_package(content) if packed else _of_compound(content)


def _of_package(content: bytes) -> ErrorCells:
    package = ZipFile(io.BytesIO(content))
    if "content.xml" in package.namelist():
        return _of_tables(package.read("content.xml"))
    return {position: dict(_cells(package.read(part))) for position, part in sheet_parts(package).items()}


def _of_tables(content: bytes) -> ErrorCells:
    """Those of an .ods; a row or a cell may stand for many alike, though one with an error is told of once."""
    found: ErrorCells = {}
    if b'"error"' not in content:
        return found
    position, row, column, height = -1, 0, 0, 1
    for kind, attributes, text in _TABLE_PART.findall(content):
        many = int(repeated[1]) if (repeated := REPEATED.search(attributes)) else 1
        if kind == b"table":
            position, row, height = position + 1, 0, 0
        elif kind == b"table-row":
            row, column, height = row + height, 0, many
        else:
            if _IS_ERROR.search(attributes):
                found.setdefault(position, {})[row, column] = text.decode("ascii", "replace") or _ANY
            column += many
    return found


def sheet_parts(package: ZipFile) -> dict[int, str]:
    """The parts of an .xlsx that hold its sheets, by their positions; none in packages of other kinds."""
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {}
    for relation in _RELATION.findall(package.read("xl/_rels/workbook.xml.rels")):
        told = dict(_ATTRIBUTE.findall(relation))
        if b"Id" in told and b"Target" in told:
            targets[told[b"Id"]] = _part(told[b"Target"].decode("utf-8", "replace"))
    parts = (targets.get(relation, "") for relation in _SHEET.findall(package.read("xl/workbook.xml")))
    return {position: part for position, part in enumerate(parts) if part in names}


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _cells(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for attributes, inside in _FORMULA_CELL.findall(sheet) if b"<f" in sheet or b":f" in sheet else ():
        place = _PLACE.search(attributes)
        if place is not None and b't="' not in attributes and _EMPTY_VALUE.search(inside):
            yield (int(place[2]) - 1, _column(place[1].decode())), NOT_COMPUTED
    if b'"e"' not in sheet and b"'e'" not in sheet:
        return
    for attributes, inside in _CELL.findall(sheet):
        place, value = _PLACE.search(attributes), _VALUE.search(inside)
        if place is not None:
            name = value[1].decode("ascii", "replace") if value else _ANY
            yield (int(place[2]) - 1, _column(place[1].decode())), name


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _of_compound(content: bytes) -> ErrorCells:
    stream = compound_stream(content)
    sheets = [data for kind, data in records(stream, 0) if kind == BOUND_SHEET and len(data) >= 4]
    return {position: dict(_errors(stream, struct.unpack_from("<I", sheet)[0])) for position, sheet in enumerate(sheets)}


def compound_stream(content: bytes) -> bytes:
    """The stream of an .xls or .et that holds its sheets; nothing where there is none."""
    import olefile

    with olefile.OleFileIO(io.BytesIO(content)) as compound:
        name = next((name for name in ("Workbook", "Book") if compound.exists(name)), None)
        return b"" if name is None else compound.openstream(name).read()


def records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of a workbook's stream, from its beginning to its end: their kind and data."""
    depth, at = 0, start
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        at += 4 + length


def _errors(stream: bytes, start: int) -> Iterator[tuple[tuple[int, int], str]]:
    for kind, data in records(stream, start):
        if kind == _BOOL_ERR and len(data) >= 8 and data[7] == 1:
            code = data[6]
        elif kind == _FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2:
            code = data[8]
        else:
            continue
        row, column = struct.unpack_from("<HH", data)
        yield (row, column), _NAMES.get(code, _ANY)
