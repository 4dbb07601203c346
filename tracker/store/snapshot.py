"""A snapshot: a small book in memory with all that the ranking of a month, or of some, is made of, and nothing else.

It has the schema of the book it was taken from, so that whatever reads a book reads a published month, and a later program
upgrades it as it upgrades a book.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from contextlib import closing

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.store.book import Book
from tracker.store.lock import Refusal
from tracker.store.migrations import STEPS, Step, migrate
from tracker.store.opening import Opened, pragma, prepare

_YEARS = "year BETWEEN :first_year AND :last_year"
_MONTHS = "month BETWEEN :january AND :last"
ROWS = {
    "setting": "key <> 'scheme_drafts'",
    "unit_group": "1",
    "unit": "1",
    "indicator": "1",
    "target": _YEARS,
    "plan_share": _YEARS,
    "scheme_line": _YEARS,
    "scheme_terms": _YEARS,
    "adjustment": _MONTHS,
    "exemption": "first_month <= :last AND last_month >= :january",
    "figure": "month BETWEEN :year_before AND :last",
    "month_state": "month BETWEEN :first AND :last",
    "report": "month BETWEEN :year_before AND :last",
    "_sqlite_migrations": "1",
}
"""Which rows of which tables: growth and who is late again look back to the year before, targets and rules are the year's.

Nothing is scored by a draft of a scheme."""

_SCHEMA = "SELECT sql FROM sqlite_schema WHERE sql <> '' AND name NOT LIKE 'sqlite_%' ORDER BY type <> 'table', rowid"
_COMPUTED = "CREATE TABLE computed (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"
_PUT = """
    INSERT INTO figure (unit_id, indicator_id, month, value, typed, note) VALUES (?1, ?2, ?3, ?4, '', '')
    ON CONFLICT (month, unit_id, indicator_id) DO UPDATE SET value = excluded.value
"""
_CLEAR = "DELETE FROM figure WHERE unit_id = ?1 AND indicator_id = ?2 AND month = ?3 AND ?4 IS NULL"


def take(book: Book, first: Month, last: Month, computed: str) -> bytes:
    """A snapshot of the months from `first` to `last` as the book has them now, compressed.

    `computed` is what the program made of them, in its own words.
    """
    span = {"first": first.key, "last": last.key, "first_year": first.year, "last_year": last.year}
    span |= {"january": Month(first.year, 1).key, "year_before": (first.year - 1) * 100 + 1}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        for (statement,) in book.rows(_SCHEMA):
            copy.execute(statement)
        for name in ("application_id", "user_version"):
            copy.execute(f"PRAGMA {name} = {pragma(book.connection, name)}")
        copy.execute("BEGIN")
        for table, where in ROWS.items():
            rows = book.connection.execute(f"SELECT * FROM {table} WHERE {where} ORDER BY id", span)
            copy.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows.description))})", rows)
        copy.execute(_COMPUTED)
        copy.execute("INSERT INTO computed (text) VALUES (?)", (computed,))
        copy.execute("COMMIT")
        return zlib.compress(copy.serialize())


def opened(
    content: bytes, book: Book, figures: Iterable[tuple[int, int, int, int | None]] = (), *, steps: Sequence[Step] = STEPS
) -> Book:
    """A snapshot of `book` as a book of its own, in memory and read-only, brought up to date where an older program took it.

    `figures` (unit, indicator, month, millionths) stand in it in the place of what was there.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.deserialize(zlib.decompress(content))
        prepare(connection)
        if pragma(connection, "user_version") < len(steps):
            migrate(connection, steps)
        for place in figures:
            connection.execute(_CLEAR if place[-1] is None else _PUT, place)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    refusal = Refusal(tr("it is a published month."))
    return Book(book.path, Opened(connection, refusal, pragma(connection, "data_version")), book.user)


def computed(snapshot: Book) -> str:
    """What the program that took the snapshot computed from it."""
    return str(snapshot.row("SELECT text FROM computed")[0])
