from __future__ import annotations

import hashlib
import json

import pytest

from tests.store.county import County
from tracker.store import chain, groups, journal
from tracker.store.book import Book
from tracker.store.faults import JournalIsBroken


@pytest.fixture
def five(county: County) -> Book:
    """A book with five entries more, the last two an undo and a redo: 2 to 6."""
    for value in ("1", "2", "3"):
        county.put(value)
    county.book.undo()
    county.book.redo()
    assert journal.verify(county.book) is None
    county.book.connection.execute("PRAGMA foreign_keys = OFF")
    return county.book


def test_an_empty_journal_is_sound(book: Book) -> None:
    assert journal.verify(book) is None


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        ("UPDATE journal SET label = 'other' WHERE id = 3", 3),
        ("UPDATE journal SET at = '2020-01-01T00:00:00+00:00' WHERE id = 4", 4),
        ("UPDATE journal SET system_user = 'somebody' WHERE id = 2", 2),
        ("UPDATE journal SET name = 'somebody' WHERE id = 2", 2),
        ("UPDATE journal SET reverts = 3 WHERE id = 5", 5),
        ("UPDATE journal SET kind = 'redo' WHERE id = 5", 5),
        ("UPDATE journal SET changes = 2 WHERE id = 3", 3),
        ("UPDATE journal SET digest = 'x' WHERE id = 3", 3),
        ("UPDATE journal SET previous = 'x' WHERE id = 3", 3),
        ("UPDATE journal SET hash = 'x' WHERE id = 3", 3),
        ("UPDATE journal SET hash = 'x' WHERE id = 6", 6),
        ("UPDATE journal_change SET new = replace(new, '2000000', '9000000') WHERE entry_id = 3", 3),
        ("UPDATE journal_change SET old = new WHERE entry_id = 3", 3),
        ("UPDATE journal_change SET table_name = 'target' WHERE entry_id = 3", 3),
        ("UPDATE journal_change SET row_id = 7 WHERE entry_id = 3", 3),
        ("UPDATE journal_change SET id = 1000 WHERE entry_id = 3", 3),
        ("UPDATE journal_change SET entry_id = 4 WHERE entry_id = 3", 3),
        ("UPDATE journal_change SET entry_id = 99 WHERE entry_id = 3", 3),
        ("DELETE FROM journal_change WHERE entry_id = 3", 3),
        ("DELETE FROM journal_change WHERE entry_id = 6", 6),
        ("INSERT INTO journal_change (entry_id, table_name, row_id, op, new) VALUES (3, 'unit', 1, 'insert', '{}')", 3),
        ("INSERT INTO journal_change (entry_id, table_name, row_id, op, new) VALUES (0, 'unit', 1, 'insert', '{}')", 1),
        ("INSERT INTO journal_change (entry_id, table_name, row_id, op, new) VALUES (7, 'unit', 1, 'insert', '{}')", 7),
        ("DELETE FROM journal WHERE id = 1", 1),
        ("DELETE FROM journal WHERE id = 3", 3),
        ("DELETE FROM journal WHERE id = 6", 6),
        ("DELETE FROM journal", 1),
        ("DELETE FROM journal WHERE id > 4; DELETE FROM journal_change WHERE entry_id > 4", 5),
        ("DELETE FROM journal; DELETE FROM journal_change", 1),
        (
            "UPDATE journal SET id = -id; UPDATE journal SET id = CASE id WHEN -3 THEN 4 WHEN -4 THEN 3 ELSE -id END",
            3,
        ),
        ("UPDATE journal_head SET entries = 4", 5),
        ("UPDATE journal_head SET entries = 9", 7),
        ("UPDATE journal_head SET hash = 'x'", 6),
        ("DELETE FROM journal_head", 1),
        ("DELETE FROM journal; DELETE FROM journal_change; UPDATE journal_head SET entries = 0", 1),
    ],
)
def test_the_first_broken_entry_is_named(five: Book, tampering: str, broken: int) -> None:
    five.connection.executescript(tampering)
    assert journal.verify(five) == broken


def test_the_chain_can_be_checked_by_anybody_who_reads_json(five: Book) -> None:
    previous = ""
    for *header, hash_ in five.rows(f"SELECT {chain.HEADER}, hash FROM journal ORDER BY id"):
        changes = five.rows(f"SELECT {chain.CHANGE} FROM journal_change WHERE entry_id = ? ORDER BY id", (header[0],))
        text = "".join(json.dumps(change, ensure_ascii=False, separators=(",", ":")) + "," for change in changes)
        assert header[-3:] == [len(changes), hashlib.sha256(text.encode()).hexdigest(), previous]
        assert hash_ == hashlib.sha256(json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
        previous = hash_
    assert five.row("SELECT entries, hash FROM journal_head") == (6, previous)


def test_what_is_hashed_does_not_depend_on_how_much_is_read_at_once(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    with county.book.change("rename"):
        county.book.write("UPDATE unit SET sort = sort + 10")
        county.book.write("UPDATE unit SET sort = sort + 10")
    monkeypatch.setattr(chain, "_AT_ONCE", 2)
    assert journal.verify(county.book) is None


def test_a_long_chain_is_walked_in_steps_that_are_told(five: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "_STEP", 4)
    heard: list[tuple[int, int]] = []
    assert journal.verify(five, lambda done, of: heard.append((done, of))) is None
    assert heard == [(4, 6), (6, 6)]
    five.connection.execute("UPDATE journal SET label = 'other' WHERE id = 5")
    assert journal.verify(five) == 5


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal_head SET entries = 0",
        "DELETE FROM journal_head",
        "INSERT INTO journal_change (entry_id, table_name, row_id, op, new) VALUES (7, 'unit', 1, 'insert', '{}')",
        "UPDATE journal_change SET entry_id = 9 WHERE entry_id = 6",
    ],
)
def test_a_broken_end_is_told_before_anything_is_written(five: Book, tampering: str) -> None:
    five.connection.executescript(tampering)
    five.close()
    with Book.open(five.path) as book:
        with pytest.raises(JournalIsBroken, match="Open a backup"), book.change("add"):
            groups.add_group(book, "园区")
        assert len(groups.groups(book)) == 2
