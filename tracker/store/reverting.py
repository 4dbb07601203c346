"""Turn back one entry of the journal, at any later time, as long as nothing has been built on it since."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.store import figures, journal, months, reports, undo_log
from tracker.store.changed import RowChange
from tracker.store.check_data import LOOKS
from tracker.store.faults import MonthIsPublished
from tracker.store.month_faults import EntryCannotBeReverted
from tracker.store.problem import Problem

if TYPE_CHECKING:
    from tracker.store.book import Book

_FINAL = frozenset({"month_state", "publication", "correction", "correction_figure"})


def revert_entry(book: Book, entry_id: int) -> str:
    """Put back what the entry changed, as a change of its own that can be undone; gives the entry's label.

    Raises EntryCannotBeReverted where a row of it is another one by now, where it published, opened or corrected a month or would
    change a published one, and where something that was entered since would not fit to what comes back.
    """
    entry = journal.entry(book, entry_id)
    rows = journal.changes(book, entry_id)
    if entry is None:
        raise EntryCannotBeReverted(tr("The journal has no entry {entry}.", entry=entry_id))
    _refuse(book, entry_id, rows)
    before = _data_problems(book)
    try:
        with book.change(entry.label, reverts=entry_id):
            undo_log.revert(book.connection, entry_id)
            months.check_untouched(book)
            _keep_arrivals(book, rows)
            for problem in _data_problems(book) - before:
                raise EntryCannotBeReverted(f"{problem.where}: {problem.text}")
    except MonthIsPublished as fault:
        raise EntryCannotBeReverted(str(fault)) from fault
    except sqlite3.IntegrityError as error:
        raise EntryCannotBeReverted(tr("Something that was entered later stands in its place, or belongs to it.")) from error
    return entry.label


def _refuse(book: Book, entry_id: int, rows: Sequence[RowChange]) -> None:
    if not _FINAL.isdisjoint(row.table for row in rows):
        raise EntryCannotBeReverted(tr("A month was published, opened again or corrected by it."))
    if next(undo_log.not_as_left(book.connection, entry_id), None):
        raise EntryCannotBeReverted(tr("What it changed has been changed again since."))


def _data_problems(book: Book) -> set[Problem]:
    return {problem for look in LOOKS for problem in look(book.connection)}


def _keep_arrivals(book: Book, rows: Sequence[RowChange]) -> None:
    """A report has arrived as long as figures of it are there, also where the entry of the first of them is turned back."""
    if not any(row.table == "figure" for row in rows):
        return
    for row in rows:
        noted: Mapping[str, Any] | None = row.new if row.table == "report" else None
        if noted and figures.filled_cells(book, Month.from_key(noted["month"])).get(noted["unit_id"]):
            received = date.fromisoformat(noted["received"])
            reports.note_arrival(book, noted["unit_id"], Month.from_key(noted["month"]), received)
