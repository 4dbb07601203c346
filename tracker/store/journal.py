"""The permanent journal (记录): who changed what, when, from what to what; each entry chained to the one before."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tracker.domain.amount import from_millionths
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store import chain, undo_log
from tracker.store.changed import RowChange
from tracker.store.journal_filter import PERSON, EntryFilter
from tracker.store.sqlite_faults import faults_of

if TYPE_CHECKING:
    from tracker.store.book import Book


__all__ = ["Entry", "EntryFilter", "EntryKind", "FigureEvent", "changes", "entries", "entry", "history", "people", "verify"]

_COLUMNS = "id, at, system_user, name, label, kind, reverts, changes"

_HISTORY = f"""
    SELECT at, {PERSON}, label, journal.id, kind, old, new FROM journal_change JOIN journal ON journal.id = entry_id
    WHERE table_name = 'figure' AND unit_id = ? AND indicator_id = ? AND month = ? ORDER BY journal_change.id DESC
"""


class EntryKind(StrEnum):
    """A change, the undo or redo of an earlier entry, or an earlier entry turned back at any later time."""

    CHANGE = "change"
    UNDO = "undo"
    REDO = "redo"
    REVERT = "revert"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `name` is what the office calls the clerk ("" if not set), `changes` how many rows it changed.

    An undo, redo or revert has the label of what it turns back, and names in `reverts` the entry that is.
    """

    id: int
    at: datetime
    system_user: str
    name: str
    label: str
    kind: EntryKind
    reverts: int | None
    changes: int

    @property
    def person(self) -> str:
        """Who made it: the clerk's name, the system's user where none was set."""
        return self.name or self.system_user


@dataclass(frozen=True, slots=True)
class FigureEvent:
    """One change of a figure: from `old` to `new` (None is blank), with the text, note and source that it had from then on.

    `name` is who made it, as `Entry.person` tells; `entry` and `kind` are its entry's.
    """

    at: datetime
    name: str
    label: str
    old: Decimal | None
    new: Decimal | None
    typed: str
    note: str
    source: str
    entry: int
    kind: EntryKind


def entries(
    book: Book,
    *,
    newest_first: bool = False,
    limit: int | None = None,
    filter: EntryFilter | None = None,  # noqa: A002 - the plain word
    before: int | None = None,
) -> list[Entry]:
    """The journal's entries, oldest first unless told otherwise, those that pass the filter; at most `limit` of them.

    `before` leaves out the entry of that id and all after it: the newest of those that are older than what is known.
    """
    order = "DESC" if newest_first else "ASC"
    wanted = filter or EntryFilter()
    older = "" if before is None else "AND id < ?7"
    statement = f"SELECT {_COLUMNS} FROM journal WHERE ({wanted.condition}) {older} ORDER BY id {order} LIMIT ?6"
    rows = book.rows(statement, (*wanted.values, -1 if limit is None else limit, *([] if before is None else [before])))
    return [_entry(row) for row in rows]


def entry(book: Book, entry_id: int) -> Entry | None:
    """One entry, None where there is none of that id."""
    row = book.row(f"SELECT {_COLUMNS} FROM journal WHERE id = ?", (entry_id,))
    return _entry(row) if row else None


def people(book: Book) -> list[str]:
    """Everybody who made an entry, as `Entry.person` tells them, in alphabetical order."""
    return [name for (name,) in book.rows(f"SELECT DISTINCT {PERSON} AS person FROM journal ORDER BY person")]


def now_text() -> str:
    """The time as the journal writes it: ISO, UTC, microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def time_of(text: str) -> datetime:
    """The time, in UTC, that the journal wrote; the first of all times where it was tampered with, which `verify` tells."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _event(row: tuple[Any, ...]) -> FigureEvent:
    at, name, label, entry_id, kind, *images = row
    old, new = (json.loads(image) if image else {} for image in images)
    was, is_now = (None if image.get("value") is None else from_millionths(image["value"]) for image in (old, new))
    typed, note, source = (new.get(text, "") for text in ("typed", "note", "source"))
    return FigureEvent(time_of(at), name, label, was, is_now, typed, note, source, entry_id, EntryKind(kind))


def _entry(row: tuple[Any, ...]) -> Entry:
    id_, at, user, name, label, kind, reverts, count = row
    return Entry(id_, time_of(at), user, name, label, EntryKind(kind), reverts, count)


def changes(book: Book, entry: int, *, first: int = 0, limit: int | None = None) -> list[RowChange]:
    """What an entry changed, row by row, in the order in which it was done; nothing for an unknown id.

    `first` leaves out so many rows, `limit` tells no more than so many: an entry may have a hundred thousand.
    """
    with faults_of(book.path):
        return list(undo_log.changes_of(book.connection, entry, first=first, limit=-1 if limit is None else limit))


def history(book: Book, unit: UnitId, indicator: IndicatorId, month: Month) -> list[FigureEvent]:
    """What became of the figure in this place, the newest change first; also where it was cleared and entered again."""
    rows = book.rows(_HISTORY, (unit, indicator, month.key))
    return [_event(row) for row in rows]


def verify(book: Book, told: Callable[[int, int], None] | None = None) -> int | None:
    """Walk the whole chain: the id of the first entry that is not as it was written, None where all are.

    `told` hears on the way how many entries are checked, and of how many.
    """
    with faults_of(book.path):
        return chain.first_broken(book.connection, told)
