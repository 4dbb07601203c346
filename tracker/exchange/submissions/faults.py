"""Why a file that was sent in could not be read: a code, so that another process can tell it, and its sentence."""

from __future__ import annotations

from enum import StrEnum

from tracker.i18n import tr

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


class FileUnreadable(Exception):  # noqa: N818 - named by what happened
    """Raised and caught while reading alone: it leaves as the text of a SentFile."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def sentence(fault: Fault) -> str:
    """What a person is told, and what to do about it."""
    match fault:
        case Fault.NOT_A_WORKBOOK:
            return tr("It is no spreadsheet, whatever its name ends in. Ask for it again as .xlsx.")
        case Fault.DAMAGED:
            return tr("It is damaged or was cut short on its way. Ask for it again.")
        case Fault.PROTECTED:
            return tr("It is protected by a password. Ask for it without one.")
        case Fault.WEB_PAGE:
            return tr("It is a web page under the name of a spreadsheet. Open it in WPS or Excel and save it as .xlsx.")
        case Fault.TOO_LARGE:
            return tr("It is larger than {size} MB. A report is not: ask for the sheet alone.", size=LARGEST)
        case Fault.TOO_LARGE_INSIDE:
            return tr("Unpacked it would be larger than {size} MB. It was not opened.", size=LARGEST * 10)
        case Fault.TOO_MANY_CELLS:
            return tr(
                "A sheet of it has more than {rows} rows, {columns} columns or a million cells. Delete what is not the report, and save it anew.",
                rows=MOST_ROWS,
                columns=MOST_COLUMNS,
            )
        case Fault.TOO_MANY_FILES:
            return tr("It holds more than {count} files. It was not opened.", count=MOST_FILES)
        case Fault.PACKED_TWICE:
            return tr("It is a package within a package. Unpack it first.")
        case Fault.EMPTY:
            return tr("It is empty.")
        case Fault.TOO_HARD:
            return tr("It takes too much time or memory to read. Copy the report into a new workbook, and save that.")
        case Fault.UNREACHABLE:
            return tr("It is not there, or may not be read.")
