"""A table of words in a text file, as spreadsheets save it: comma-, semicolon- or tab-separated, UTF-8 or GB18030."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tracker.errors import ExchangeError
from tracker.i18n import tr

Rows = list[list[str]]
LARGEST = 20_000_000


class TableUnreadable(ExchangeError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(tr("{file} cannot be read: {reason}", file=path.name, reason=reason))


def read_table(path: Path) -> Rows:
    """The file's rows of cells, blank ones too; raises TableUnreadable."""
    try:
        if path.stat().st_size > LARGEST:
            raise TableUnreadable(path, tr("it is too large for a list."))
        text = _decoded(path, path.read_bytes())
    except OSError as error:
        raise TableUnreadable(path, f"{error.strerror or error}.") from error
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
