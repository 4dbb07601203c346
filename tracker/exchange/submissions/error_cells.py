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
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,16})</")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?\br:id=[\"']([^\"']+)[\"']")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(Id|Target)=[\"']([^\"']+)[\"']")

_BOUND_SHEET, _BOF, _EOF, _FORMULA, _BOOL_ERR = 0x0085, 0x0809, 0x000A, 0x0006, 0x0205


def errors_of(content: bytes, *, packed: bool) -> ErrorCells:
    """The error cells of an .xlsx, .xls or .et; of other kinds none, whose readers tell errors as text."""
    return _of_package(content) if packed else _of_compound(content)


def _of_package(content: bytes) -> ErrorCells:
    package = ZipFile(io.BytesIO(content))
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {}
    for relation in _RELATION.findall(package.read("xl/_rels/workbook.xml.rels")):
        told = dict(_ATTRIBUTE.findall(relation))
        if b"Id" in told and b"Target" in told:
            targets[told[b"Id"]] = _part(told[b"Target"].decode("utf-8", "replace"))
    found: ErrorCells = {}
    for position, relation in enumerate(_SHEET.findall(package.read("xl/workbook.xml"))):
        part = targets.get(relation, "")
        if part in names:
            found[position] = dict(_cells(package.read(part)))
    return found


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _cells(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
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
    import olefile

    with olefile.OleFileIO(io.BytesIO(content)) as compound:
        name = next((name for name in ("Workbook", "Book") if compound.exists(name)), None)
        if name is None:
            return {}
        stream = compound.openstream(name).read()
    sheets = [data for kind, data in _records(stream, 0) if kind == _BOUND_SHEET and len(data) >= 4]
    return {position: dict(_errors(stream, struct.unpack_from("<I", sheet)[0])) for position, sheet in enumerate(sheets)}


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
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
    for kind, data in _records(stream, start):
        if kind == _BOOL_ERR and len(data) >= 8 and data[7] == 1:
            code = data[6]
        elif kind == _FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2:
            code = data[8]
        else:
            continue
        row, column = struct.unpack_from("<HH", data)
        yield (row, column), _NAMES.get(code, _ANY)
