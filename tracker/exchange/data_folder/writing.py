"""Write a whole data folder: the same bytes for the same content, and nothing half-written at any moment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from tracker.domain.amount import SCALE, plain
from tracker.domain.indicator import EnteredBy
from tracker.errors import ExchangeError
from tracker.exchange.data_folder.content import Content
from tracker.exchange.data_folder.csv_file import csv_line, quoted
from tracker.exchange.data_folder.figures import PackedFigures
from tracker.exchange.data_folder.package import FILE, is_ours, package_text
from tracker.exchange.data_folder.tables import (
    ADJUSTMENTS,
    EXEMPTIONS,
    FIGURES,
    INDICATORS,
    PLAN,
    SCHEME,
    TABLES,
    TARGETS,
    TERMS,
    TEXTS,
    UNITS,
    Column,
    Table,
)
from tracker.i18n import tr


class FolderNotOurs(ExchangeError):
    def __init__(self, folder: Path, file: str) -> None:
        super().__init__(
            tr("{folder} has a {file} that this program did not write. Choose another folder.", folder=folder, file=file)
        )


class FolderNotWritten(ExchangeError):
    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(tr("{folder} could not be written: {reason}.", folder=folder, reason=reason))


FILES = (*(table.file for table in TABLES), FILE)
"""The names of the folder's files; any other file in it is not ours."""

_MEANT_BY_NONE = {"factor": Decimal(1), "entered_by": EnteredBy.MONTH, "late": Decimal(0), "missing": Decimal(0)}


def write_folder(content: Content, folder: Path) -> None:
    """Write the files of the folder, making it where it is missing; other files in it stay.

    Everything is written beside the folder first and then moved in. Raises FolderNotOurs where it holds one of these
    files but no datapackage.json of this program, FolderNotWritten where the disk does not take it.
    """
    try:
        _check_may_write(folder)
        with _folder_beside(folder) as new:
            _write_files(content, new)
            folder.mkdir(exist_ok=True)
            _move_in(new, folder)
    except OSError as error:
        raise FolderNotWritten(folder, error.strerror or str(error)) from error


def _check_may_write(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderNotWritten(folder, tr("it is a file"))
    taken = [name for name in FILES if (folder / name).exists()]
    if taken and not is_ours(folder):
        raise FolderNotOurs(folder, taken[0])


def _move_in(new: Path, folder: Path) -> None:
    """Move the files from `new` into the folder: all, or none where one cannot be replaced (a spreadsheet has it open)."""
    old = new / "old"
    old.mkdir()
    moved: list[str] = []
    try:
        for name in FILES:
            if (folder / name).exists():
                (folder / name).replace(old / name)
            moved.append(name)
            if (new / name).exists():
                (new / name).replace(folder / name)
    except OSError:
        for name in moved:
            if (old / name).exists():
                (old / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise


@contextmanager
def _folder_beside(folder: Path) -> Iterator[Path]:
    """A new, empty folder on the same disk; gone at the end with whatever is still in it."""
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = folder.with_name(f".~part.{os.getpid()}.{folder.name}")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _write_files(content: Content, folder: Path) -> None:
    written: list[tuple[Table, tuple[Column, ...]]] = []
    rows_of: tuple[tuple[Table, tuple[object, ...]], ...] = (
        (UNITS, content.units),
        (INDICATORS, content.indicators),
        (TARGETS, content.targets),
        (PLAN, content.plan),
        (SCHEME, content.scheme),
        (TERMS, content.judgement.terms),
        (ADJUSTMENTS, content.judgement.adjustments),
        (EXEMPTIONS, content.judgement.exemptions),
        (TEXTS, content.texts),
    )
    for table, rows in rows_of:
        if table.rare and not rows:
            continue
        columns = _columns(table, {column.name for column in table.columns if any(cell_text(row, column.name) for row in rows)})
        _write(folder / table.file, columns, ([cell_text(row, column.name) for column in columns] for row in rows))
        written.append((table, columns))
    columns = _columns(FIGURES, content.figures.words_used())
    header = csv_line(column.name for column in columns)
    _write_synced(folder / FIGURES.file, _headed(header, _figure_lines(content.figures, [column.name for column in columns])))
    written.append((FIGURES, columns))
    _write_synced(folder / FILE, [package_text(content.package, written)])


def _columns(table: Table, used: Iterable[str]) -> tuple[Column, ...]:
    """The columns to write: all but those rare ones that no row uses."""
    used = frozenset(used)
    return tuple(column for column in table.columns if not column.rare or column.name in used)


def _figure_lines(figures: PackedFigures, columns: list[str]) -> Iterator[str]:
    """The lines of figures.csv; there can be millions, so that what recurs is made into text once."""
    code = {code: quoted(code) for code in (*figures.directory.units, *figures.directory.indicators)}
    typed_too, note_too = "typed" in columns, "note" in columns
    for unit, indicator, month, value, typed, note in figures.told():
        amount = "" if value is None else millionths_text(value)
        words = ("," + quoted(typed) if typed_too else "") + ("," + quoted(note) if note_too else "")
        yield f"{code[unit]},{code[indicator]},{month},{amount}{words}\n"


def millionths_text(millionths: int) -> str:
    """The amount as a plain decimal, without trailing zeros: 12500000 → "12.5"."""
    whole, rest = divmod(abs(millionths), SCALE)
    decimals = f".{rest:06d}".rstrip("0").rstrip(".")
    return f"{'-' if millionths < 0 else ''}{whole}{decimals}"


def cell_text(row: object, column: str) -> str:
    """The cell of a row's field of that name: "" for none and for what none means, numbers plain, tiers as 0.8:100;0.5:75."""
    value = getattr(row, column)
    if value is None or _MEANT_BY_NONE.get(column) == value:
        return ""
    if isinstance(value, Decimal):
        return format(plain(value), "f")
    if isinstance(value, tuple):
        return ";".join(f"{plain(reached):f}:{plain(percent):f}" for reached, percent in value)
    return str(value)


def _write(path: Path, columns: tuple[Column, ...], rows: Iterable[list[str]]) -> None:
    lines = (csv_line(cells) for cells in rows)
    _write_synced(path, _headed(csv_line(column.name for column in columns), lines))


def _headed(header: str, lines: Iterable[str]) -> Iterator[str]:
    yield header
    yield from lines


def _write_synced(path: Path, texts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(texts)
        stream.flush()
        os.fsync(stream.fileno())
