"""A table of words in a file: a spreadsheet's first sheet (.xlsx, .xls, .et, .ods), or text as spreadsheets save it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from tracker.errors import ExchangeError
from tracker.i18n import tr

Rows = list[list[str]]
LARGEST, LARGEST_INSIDE = 20_000_000, 200_000_000
"""Bytes of a file, and of what a packed one holds."""
ZIP = b"PK\x03\x04"
SPREADSHEETS = (ZIP, b"\xd0\xcf\x11\xe0")
"""How spreadsheets begin, the newer ones and those of the 1990s, whatever the file is called."""


class TableUnreadable(ExchangeError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(tr("{file} cannot be read: {reason}", file=path.name, reason=reason))


def read_table(path: Path) -> Rows:
    """The file's rows of cells as texts, blank ones too; raises TableUnreadable.

    Text may be comma-, semicolon- or tab-separated, UTF-8 or GB18030. Of a spreadsheet the first sheet that is shown and holds
    anything is read; a whole number has no decimals, whatever its format.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise TableUnreadable(path, tr("it is too large for a list."))
        content = path.read_bytes()
    except OSError as error:
        raise TableUnreadable(path, f"{error.strerror or error}.") from error
    return _spreadsheet(path, content) if content.startswith(SPREADSHEETS) else _text(path, content)


def _spreadsheet(path: Path, content: bytes) -> Rows:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        if content.startswith(ZIP) and sum(part.file_size for part in ZipFile(io.BytesIO(content)).infolist()) > LARGEST_INSIDE:
            raise TableUnreadable(path, tr("it is too large for a list."))
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for sheet in workbook.sheets_metadata:
            if sheet.visible is SheetVisibleEnum.Visible:
                rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                if any(any(cell != "" for cell in row) for row in rows):
                    return [[_word(cell) for cell in row] for row in rows]
    except (CalamineError, BadZipFile) as error:
        raise TableUnreadable(path, tr("it is no spreadsheet, damaged, or protected by a password. Save it anew.")) from error
    raise TableUnreadable(path, tr("none of its sheets holds anything."))


def _word(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _text(path: Path, content: bytes) -> Rows:
    text = _decoded(path, content)
    if "\0" in text:
        raise TableUnreadable(path, tr("it is no text. Save it as “CSV UTF-8” in the spreadsheet first."))
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise TableUnreadable(path, tr("its quotation marks do not pair up ({reason}).", reason=error)) from error


def _decoded(path: Path, content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableUnreadable(path, tr("it is no text. Save it as “CSV UTF-8” in the spreadsheet first."))
