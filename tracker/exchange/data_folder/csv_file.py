"""Read one CSV file of a data folder: its header checked, its rows counted as a person counts them; and write such rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tracker.exchange.data_folder.tables import Table
from tracker.exchange.problems import Findings
from tracker.i18n import tr

Row = tuple[int, list[str]]
"""The row's number, the header being 1, and its cells in the order of the header."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file whose header is sound. `columns` are the header's names; `rows` can be read once."""

    table: Table
    columns: tuple[str, ...]
    rows: Iterator[Row]


def open_sheet(folder: Path, table: Table, findings: Findings) -> Sheet | None:
    """The file's sheet; None where there is no such file, or its header is not sound (which is then among the findings)."""
    path = folder / table.file
    if not path.exists():
        return None
    numbered = _numbered(path, table.file, findings)
    found = next(numbered, None)
    if found is None:
        if not any(problem.file == table.file for problem in findings.problems):
            findings.add(table.file, None, "", what=tr("The file is empty."), advice=_columns_advice(table))
        return None
    columns = _header(found[1], table, findings)
    return Sheet(table, columns, _filled(numbered, table.file, len(columns), findings)) if columns else None


def _numbered(path: Path, file: str, findings: Findings) -> Iterator[Row]:
    """Every row of the file with its number; what cannot be read ends it with a finding."""
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for number, cells in enumerate(csv.reader(stream, strict=True), start=1):
                yield number, cells
    except UnicodeDecodeError:
        what = tr("The file is not UTF-8 text.")
        findings.add(file, None, "", what=what, advice=tr("Save it again as “CSV UTF-8”; GB18030 is not taken."))
    except csv.Error as error:
        what = tr("The quotation marks do not pair up ({reason}).", reason=error)
        findings.add(file, number + 1, "", what=what, advice=tr("Correct them, or save the file again from a spreadsheet."))
    except OSError as error:
        what = tr("The file cannot be read: {reason}.", reason=error.strerror or error)
        findings.add(file, None, "", what=what, advice=tr("Check that it is a file and that you may read it."))


def _header(cells: list[str], table: Table, findings: Findings) -> tuple[str, ...]:
    """The header's column names; () if it has unknown, repeated or missing ones."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    known = {column.name for column in table.columns}
    sound = True
    for position, name in enumerate(names):
        if name not in known:
            findings.add(table.file, 1, name, what=tr("There is no such column here."), advice=_columns_advice(table))
            sound = False
        elif name in names[:position]:
            findings.add(table.file, 1, name, what=tr("The column is there twice."), advice=tr("Keep one of the two."))
            sound = False
    for column in table.columns:
        if column.needed and column.name not in names:
            findings.add(table.file, 1, column.name, what=tr("The column is missing."), advice=tr("Add it."))
            sound = False
    return tuple(names) if sound else ()


def _columns_advice(table: Table) -> str:
    return tr("Its columns are: {columns}.", columns=", ".join(column.name for column in table.columns))


def _filled(numbered: Iterator[Row], file: str, width: int, findings: Findings) -> Iterator[Row]:
    """The rows that hold something, each `width` cells wide; others become findings."""
    for number, cells in numbered:
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        if len(cells) == width and any(cells) and not all(cell.isspace() or not cell for cell in cells):
            yield number, cells
        elif len(cells) != width and any(cell.strip() for cell in cells):
            what = tr("The row has {cells} cells, the header has {width}.", cells=len(cells), width=width)
            findings.add(file, number, "", what=what, advice=tr("Check its commas and quotation marks."))


def csv_line(cells: Iterable[str]) -> str:
    """One line of CSV. Text stays as it is, whatever it begins with; it is quoted only where it must be."""
    return ",".join(quoted(cell) for cell in cells) + "\n"


def quoted(cell: str) -> str:
    """A cell as it is written."""
    # The csv module leaves a lone carriage return bare when lines end in "\n", and then reads it as the end of the row.
    if any(mark in cell for mark in ',"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
