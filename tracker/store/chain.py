"""The chain that shows tampering with the journal: each entry's SHA-256 covers its header, its changes and the entry before.

What is hashed is JSON, an array for the header and one for each change with a comma after it: JSON quotes every text and knows
null, so that no two different entries serialise alike.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple

from tracker.store.faults import JournalIsBroken

HEADER = "id, at, system_user, name, label, kind, reverts, changes, digest, previous"
CHANGE = "id, table_name, row_id, op, old, new"

_AT_ONCE = 1000
_STEP = 500

# One statement, so that what another process writes meanwhile is either in all of it or in none.
_HEAD = """
    SELECT entries, hash,
        EXISTS (SELECT 1 FROM journal_change WHERE entry_id < 1),
        EXISTS (SELECT 1 FROM journal WHERE id > entries) OR EXISTS (SELECT 1 FROM journal_change WHERE entry_id > entries)
    FROM journal_head
"""

_Row = tuple[Any, ...]
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Header(NamedTuple):
    """What an entry tells of itself: the time (ISO, UTC, microseconds), who, what for, and which entry it undoes or redoes."""

    at: str
    system_user: str
    name: str
    label: str
    kind: str
    reverts: int | None


class _Tally:
    """An entry's changes, rows of CHANGE's columns by id, read once: how many, in which tables, and their SHA-256."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self.count = 0
        self.tables: set[str] = set()
        hasher = sha256()
        given = iter(rows)
        while chunk := list(islice(given, _AT_ONCE)):
            self.count += len(chunk)
            self.tables.update(row[1] for row in chunk)
            hasher.update((_to_json(chunk)[1:-1] + ",").encode())
        self.digest = hasher.hexdigest()


def hash_of(header: _Row) -> str:
    """The SHA-256 of an entry, a row of HEADER's columns: of its changes by their digest, of all before it by `previous`."""
    return sha256(_to_json(header).encode()).hexdigest()


def first_broken(connection: sqlite3.Connection, told: Callable[[int, int], None] | None = None) -> int | None:
    """The id of the first entry that is not as it was written, None where the whole chain holds.

    An entry that was removed counts under the id it had, in the middle as at the end; changes without an entry under the next id.
    It is read in steps, between which others can write; `told` hears after each how many entries are checked, and of how many.
    """
    at, previous = 1, ""
    while True:
        entries, head, before, beyond = connection.execute(_HEAD).fetchone() or (0, "", True, False)
        if before:
            return 1
        if at > entries:
            return at if beyond else None if head == previous else max(1, entries)
        last = min(at + _STEP - 1, entries)
        expected, previous = _walk(connection, (at, last), previous)
        if expected <= last:
            return expected
        at = expected
        if told is not None:
            told(last, entries)


def _walk(connection: sqlite3.Connection, span: tuple[int, int], previous: str) -> tuple[int, str]:
    """Check the entries of the span (both ends included): the first id that is not sound or past it, and the last sound hash."""
    expected, recorded = span[0], _digests(connection, span)
    statement = f"SELECT {HEADER}, hash FROM journal WHERE id BETWEEN ? AND ? ORDER BY id"
    for *header, hash_ in connection.execute(statement, span).fetchall():
        entry, count, digest = next(recorded, (0, 0, ""))  # every entry has at least one change
        told = (header[0], *header[-3:])
        if entry != expected or told != (expected, count, digest, previous) or hash_of(tuple(header)) != hash_:
            break
        expected, previous = expected + 1, hash_
    return expected, previous


def _digests(connection: sqlite3.Connection, span: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    """The id, number of changes and their digest of each entry of the span, by id, as its changes tell them."""
    rows = connection.execute(
        f"SELECT entry_id, {CHANGE} FROM journal_change WHERE entry_id BETWEEN ? AND ? ORDER BY entry_id, id", span
    )
    for entry, changes in groupby(rows, key=itemgetter(0)):
        tally = _Tally(row[1:] for row in changes)
        yield entry, tally.count, tally.digest


def check_end(connection: sqlite3.Connection) -> None:
    """Raise JournalIsBroken where the next entry would not stand alone at the chain's end; cheap, does not walk the chain."""
    row = connection.execute("SELECT entries FROM journal_head").fetchone()
    entries = row[0] if row else 0
    beyond = "SELECT 1 FROM journal WHERE id > ?1 UNION ALL SELECT 1 FROM journal_change WHERE entry_id > ?1 LIMIT 1"
    if not row or connection.execute(beyond, (entries,)).fetchone():
        raise JournalIsBroken(entries + 1)


def append(connection: sqlite3.Connection, header: Header) -> tuple[int, frozenset[str]] | None:
    """Close the entry whose changes the triggers have just written: its id and its changes' tables; None where there are none."""
    entries, previous = connection.execute("SELECT entries, hash FROM journal_head").fetchone()
    entry = entries + 1
    changes = _Tally(connection.execute(f"SELECT {CHANGE} FROM journal_change WHERE entry_id = ? ORDER BY id", (entry,)))
    if not changes.count:
        return None
    row = (entry, *header, changes.count, changes.digest, previous)
    hash_ = hash_of(row)
    connection.execute(f"INSERT INTO journal ({HEADER}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, hash_))
    connection.execute("UPDATE journal_head SET entries = ?, hash = ?", (entry, hash_))
    return entry, frozenset(changes.tables)
