from __future__ import annotations

import sqlite3
import zlib

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.store import groups, snapshot
from tracker.store.migrations import STEPS


def add_colour(database) -> None:
    """A step to the schema after this one that never was."""
    database.execute("ALTER TABLE unit_group ADD COLUMN colour TEXT NOT NULL DEFAULT ''")


def test_a_snapshot_has_the_books_schema(county: County) -> None:
    schema = "SELECT type, name, sql FROM sqlite_schema WHERE name <> 'computed' ORDER BY type, name"
    with snapshot.opened(snapshot.take(county.book, SEPTEMBER, SEPTEMBER, ""), county.book) as past:
        assert past.rows(schema) == county.book.rows(schema)
        for name in ("application_id", "user_version"):
            assert past.row(f"PRAGMA {name}") == county.book.row(f"PRAGMA {name}")


def test_the_same_book_makes_the_same_snapshot(county: County) -> None:
    assert snapshot.take(county.book, SEPTEMBER, SEPTEMBER, "x") == snapshot.take(county.book, SEPTEMBER, SEPTEMBER, "x")


def test_a_later_program_upgrades_a_snapshot_where_it_opens_it(county: County) -> None:
    taken = snapshot.take(county.book, SEPTEMBER, SEPTEMBER, "")
    with snapshot.opened(taken, county.book, steps=(*STEPS, add_colour)) as past:
        assert past.rows("SELECT name, colour FROM unit_group") == [("乡镇", ""), ("街道", "")]
        assert past.row("PRAGMA user_version") == (len(STEPS) + 1,)
        assert [group.name for group in groups.groups(past)] == ["乡镇", "街道"]


def test_what_is_no_snapshot_is_not_opened(county: County) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        snapshot.opened(zlib.compress(b"\x55" * 4096), county.book)
