"""Why a file that was sent in could not be read: a code, so that another process can tell it, and its sentence."""

from __future__ import annotations

from enum import StrEnum

from tracker.i18n import mark, tr

LARGEST = 50
"""Megabytes (2²⁰ bytes) of a file, and of a sheet's parts unpacked ten times that."""
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 2_000, 1_000_000
MOST_FILES = 2_000


class Fault(StrEnum):
    """What kept a file from being read."""

    NOT_A_WORKBOOK = "not_a_workbook"
    DAMAGED = "damaged"
    PROTECTED = "protected"
    WEB_PAGE = "web_page"
    TOO_LARGE = "too_large"
    TOO_LARGE_INSIDE = "too_large_inside"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_MANY_FILES = "too_many_files"
    PACKED_TWICE = "packed_twice"
    EMPTY = "empty"
    TOO_HARD = "too_hard"
    UNREACHABLE = "unreachable"


class FileUnreadable(Exception):
    """Raised and caught while reading alone: it leaves as the text of a SentFile."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


_SENTENCES = {
    Fault.NOT_A_WORKBOOK: mark("It is no spreadsheet, whatever its name ends in. Ask for it again as .xlsx."),
    Fault.DAMAGED: mark("It is damaged or was cut short on its way. Ask for it again."),
    Fault.PROTECTED: mark("It is protected by a password. Ask for it without one."),
    Fault.WEB_PAGE: mark("It is a web page under the name of a spreadsheet. Open it in WPS or Excel and save it as .xlsx."),
    Fault.TOO_LARGE: mark("It is larger than {size} MB. A report is not: ask for the sheet alone."),
    Fault.TOO_LARGE_INSIDE: mark("Unpacked it would be larger than {unpacked} MB. It was not opened."),
    Fault.TOO_MANY_CELLS: mark(
        "A sheet of it has more than {rows} rows, {columns} columns or a million cells."
        " Delete what is not the report, and save it anew."
    ),
    Fault.TOO_MANY_FILES: mark("It holds more than {count} files. It was not opened."),
    Fault.PACKED_TWICE: mark("It is a package within a package. Unpack it first."),
    Fault.EMPTY: mark("It is empty."),
    Fault.TOO_HARD: mark("It takes too much time or memory to read. Copy the report into a new workbook, and save that."),
    Fault.UNREACHABLE: mark("It is not there, or may not be read."),
}


def sentence(fault: Fault) -> str:
    """What a person is told, and what to do about it."""
    bounds = {"size": LARGEST, "unpacked": LARGEST * 10, "rows": MOST_ROWS, "columns": MOST_COLUMNS, "count": MOST_FILES}
    return tr(_SENTENCES[fault], **bounds)
