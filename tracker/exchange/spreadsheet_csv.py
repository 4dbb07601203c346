"""Lines of a CSV file that people open in a spreadsheet: what is text there stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.exchange.data_folder.csv_file import csv_line

_COMPUTED = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")


def spreadsheet_line(cells: Iterable[str]) -> str:
    """The cells as a line; a name that a spreadsheet would compute (=…, +…, -…, @…) has an apostrophe before it, numbers do not.

    The data folder's files are exact and go without: they are read back.
    """
    return csv_line(_as_text(cell) for cell in cells)


def _as_text(cell: str) -> str:
    return f"'{cell}" if _COMPUTED.match(cell) and not _NUMBER.fullmatch(cell) else cell
