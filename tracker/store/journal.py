"""The permanent journal (记录): who changed what, when, from what to what; each entry chained to the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.store import chain, undo_log
from tracker.store.changed import RowChange
from tracker.store.sqlite_faults import faults_of

if TYPE_CHECKING:
    from tracker.store.book import Book


class EntryKind(StrEnum):
    """A change, or the undo or redo of an earlier entry."""

    CHANGE = "change"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `name` is what the office calls the clerk ("" if not set), `changes` how many rows it changed.

    An undo or redo has the label of what it undoes or redoes, and names in `reverts` the entry that it turned back.
    """

    id: int
    at: datetime
    system_user: str
    name: str
    label: str
    kind: EntryKind
    reverts: int | None
    changes: int


def entries(book: Book, *, newest_first: bool = False, limit: int | None = None) -> list[Entry]:
    """The journal's entries, oldest first unless told otherwise; at most `limit` of them. `at` is in UTC."""
    order = "DESC" if newest_first else "ASC"
    rows = book.rows(
        f"SELECT id, at, system_user, name, label, kind, reverts, changes FROM journal ORDER BY id {order} LIMIT ?",
        (-1 if limit is None else limit,),
    )
    return [
        Entry(id_, _time(at), user, name, label, EntryKind(kind), reverts, changes)
        for id_, at, user, name, label, kind, reverts, changes in rows
    ]


def _time(at: str) -> datetime:
    try:
        return datetime.fromisoformat(at)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)  # tampered with, which `verify` tells


def changes(book: Book, entry: int) -> list[RowChange]:
    """What an entry changed, row by row, in the order in which it was done; nothing for an unknown id."""
    with faults_of(book.path):
        return list(undo_log.changes_of(book.connection, entry))


def verify(book: Book) -> int | None:
    """Walk the whole chain: the id of the first entry that is not as it was written, None where all are."""
    with faults_of(book.path):
        return chain.first_broken(book.connection)
