"""The work behind 打印本月: a month's documents onto a printer as one job, or into a folder; off the window's thread.

It opens a book of its own: the window's is the window's.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.month_documents import DocumentKind
from tracker.domain.period import Month
from tracker.domain.print_setup import Paper
from tracker.domain.target import TargetSet
from tracker.metrics.shown import live_of
from tracker.reports.month_documents import MonthDocument, Stack, month_documents, pdfs, save_documents
from tracker.store.book import Book
from tracker.ui.print_job import print_pdfs
from tracker.ui.printing import printer_named

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be printed: a printer's name and how many copies, or a `folder`; a paper for all, or None for each its own."""

    kinds: tuple[DocumentKind, ...]
    printer: str = ""
    copies: int = 1
    folder: Path | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Which month of which book, as it is shown in the window."""

    book: Path
    month: Month
    target_set: TargetSet
    today: datetime.date
    title: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What was done: how many documents, and how many pages of them went to the printer, copies not counted."""

    documents: int
    pages: int = 0


def print_month(shown: Shown, asked: Asked, progress: Progress) -> Printed:
    """Do all of it; `progress` is told documents and then pages. Raises a TrackerError, and what `progress` raises."""
    printer = printer_named(asked.printer, copies=asked.copies, title=shown.title) if asked.folder is None else None
    with Book.open(shown.book, read_only=True) as book, closing(live_of(book, shown.month, target_set=shown.target_set)) as live:
        documents = month_documents(Stack(book, live, shown.today, asked.paper), asked.kinds)
        if asked.folder is not None:
            return Printed(len(save_documents(documents, asked.folder, progress)))
        made = _all(documents, progress)
    assert printer is not None
    return Printed(len(made), print_pdfs(made, printer, progress=progress))


def _all(documents: list[MonthDocument], progress: Progress) -> list[bytes]:
    return [content for _, content in pdfs(documents, progress)]
