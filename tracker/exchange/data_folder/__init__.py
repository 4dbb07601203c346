"""The data folder: one folder of CSV files with a datapackage.json, loaded into a book and dumped from one.

`load(dump(book))` equals the book: all it holds but its ids and its journal. docs/data-folder.md tells the format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.exchange.data_folder.against_book import changed_positions, check_indicators
from tracker.exchange.data_folder.content import Content
from tracker.exchange.data_folder.reading import NoDataFolder, ignored_files, read_folder
from tracker.exchange.data_folder.stored import Stored, content_of, stored
from tracker.exchange.data_folder.storing import store_content
from tracker.exchange.data_folder.writing import FolderNotOurs, FolderNotWritten, write_folder
from tracker.exchange.problems import DataFolderRefused, Findings, Problem
from tracker.i18n import tr
from tracker.store.faults import BookIsReadOnly

if TYPE_CHECKING:
    from tracker.store.book import Book

__all__ = [
    "DataFolderRefused",
    "FolderNotOurs",
    "FolderNotWritten",
    "LoadPlan",
    "LoadReport",
    "NoDataFolder",
    "Problem",
    "carry_out",
    "dump",
    "load",
    "plan_load",
    "still_fits",
]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """How many rows the folder had, whether they changed anything in the book, and which CSV files in it were not read."""

    units: int
    indicators: int
    targets: int
    plan: int
    scheme: int
    figures: int
    changed: bool
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """A folder that was read and found sound against a book as it was after its entry number `entries`."""

    folder: Path
    has: Stored
    content: Content
    positions: Sequence[int]
    entries: int


def load(book: Book, folder: Path) -> LoadReport:
    """Load a data folder into a new or a filled book: all of it, as one change, or nothing.

    What the folder names by code or key is added or replaced, a year's scheme as a whole; what it does not name stays. Raises
    DataFolderRefused with every problem, NoDataFolder, BookIsReadOnly, and BookError where it cannot be stored.
    """
    if book.read_only:
        raise BookIsReadOnly(book.reason)
    return carry_out(book, plan_load(book, folder))


def plan_load(book: Book, folder: Path) -> LoadPlan:
    """The slow half of `load`: reads and checks everything, and changes nothing; raises DataFolderRefused, NoDataFolder.

    The book may be one open for reading only, on another thread than the one that `carry_out` writes.
    """
    entries, has, findings = _entries(book), stored(book), Findings()
    content = read_folder(folder, has.directory, frozenset(has.groups), findings)
    check_indicators(book, has, content, findings)
    positions = changed_positions(book, has, content, findings)
    findings.refuse()
    return LoadPlan(folder, has, content, positions, entries)


def still_fits(book: Book, plan: LoadPlan) -> bool:
    """Whether the book is as it was when the plan was made."""
    return _entries(book) == plan.entries


def carry_out(book: Book, plan: LoadPlan) -> LoadReport:
    """The other half of `load`: store what was read, as one change, in a book that the plan still fits."""
    content = plan.content
    with book.change(tr("Load {folder}", folder=plan.folder.resolve().name)):
        store_content(book, plan.has, content, plan.positions)
    return LoadReport(
        units=len(content.units),
        indicators=len(content.indicators),
        targets=len(content.targets),
        plan=len(content.plan),
        scheme=len(content.scheme),
        figures=len(content.figures),
        changed=not still_fits(book, plan),
        ignored=ignored_files(plan.folder),
    )


def dump(book: Book, folder: Path) -> None:
    """Write the book as a data folder: the same bytes for the same book.

    Raises FolderNotOurs where the folder has such files that this program did not write, FolderNotWritten where the disk refuses.
    """
    write_folder(content_of(book), folder)


def _entries(book: Book) -> int:
    return int(book.row("SELECT count(*) FROM journal")[0])
