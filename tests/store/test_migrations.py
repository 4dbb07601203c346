from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from tests.store.county import add_county, contents
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store import (
    check,
    figures,
    indicators,
    journal,
    migrations,
    plans,
    reverting,
    scheme_versions,
    settings,
    targets,
    units,
)
from tracker.store.book import Book
from tracker.store.faults import BookIsDamaged, BookIsOlder
from tracker.store.migrations import STEPS, Step
from tracker.store.opening import open_file
from tracker.store.undo_log import TABLES

SAVED = Path(__file__).parents[1] / "files"


def add_colour(database) -> None:
    """A step to the schema after this one that never was."""
    database.execute("ALTER TABLE unit_group ADD COLUMN colour TEXT NOT NULL DEFAULT ''")


def add_table(database) -> None:
    """A step to the schema after that one that never was."""
    database.execute("CREATE TABLE project (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")


def fail(database) -> None:
    add_table(database)
    raise LookupError("a step's own mistake")


def lose_a_reference(database) -> None:
    database.execute("DELETE FROM unit_group")


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def asides(path: Path) -> list[Path]:
    return [file for file in path.parent.iterdir() if file != path and file.suffix == ".tracker"]


def upgrade(path: Path, *steps: Step, read_only: bool = False) -> sqlite3.Connection:
    opened = open_file(path, user="a", steps=(*STEPS, *steps), read_only=read_only)
    if not read_only:
        opened.lock.release()
    return opened.connection


def test_a_book_knows_its_schema(book: Book) -> None:
    assert book.row("PRAGMA user_version")[0] == len(STEPS)
    assert book.row("PRAGMA application_id")[0] == int.from_bytes(b"TRKR", "big")
    assert book.path.read_bytes()[68:72] == b"TRKR"


def test_all_tables_are_strict_and_undoable_or_known_not_to_be(book: Book) -> None:
    tables = {
        name: strict
        for schema, name, kind, _, _, strict in book.rows("PRAGMA table_list")
        if schema == "main" and kind == "table" and not name.startswith(("sqlite_", "_sqlite"))
    }
    assert tables.keys() - set(TABLES) == {"journal", "journal_change", "journal_head", "blob"}
    assert set(TABLES) <= tables.keys()
    assert set(tables.values()) == {1}
    for table in TABLES:
        keys = [name for _, name, kind, _, _, key in book.rows(f"PRAGMA table_info({table})") if key and kind == "INTEGER"]
        assert keys == ["id"], table
        assert not [row for row in book.rows(f"PRAGMA table_xinfo({table})") if row[-1]], "a generated column"


def test_an_older_book_is_copied_and_then_upgraded(path: Path) -> None:
    before = path.read_bytes()
    connection = upgrade(path, add_colour, add_table)
    assert "colour" in columns(connection, "unit_group")
    assert columns(connection, "project") == ["id", "name"]
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS) + 2
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    connection.close()
    (aside,) = asides(path)
    assert aside.name.startswith(f"云山县.schema-{len(STEPS)}.20")
    assert aside.read_bytes() == before
    with Book.open(aside) as old:
        assert not old.read_only


def test_each_copy_has_a_name_of_its_own(path: Path) -> None:
    original = path.read_bytes()
    for _ in range(3):
        upgrade(path, add_colour).close()
        path.write_bytes(original)
    assert len(asides(path)) == 3
    assert {aside.read_bytes() for aside in asides(path)} == {original}


def test_a_current_book_is_neither_copied_nor_touched(path: Path) -> None:
    before = path.read_bytes()
    upgrade(path).close()
    assert asides(path) == []
    assert path.read_bytes() == before


def test_an_upgrade_that_fails_leaves_the_book_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(LookupError):
        upgrade(path, add_colour, fail)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    with Book.open(path) as book:
        assert not book.read_only


def test_an_upgrade_that_would_lose_a_reference_leaves_the_book_as_it_was(path: Path) -> None:
    with Book.open(path) as book:
        add_county(book)
    before = path.read_bytes()
    with pytest.raises(BookIsDamaged):
        upgrade(path, lose_a_reference)
    assert path.read_bytes() == before


def test_an_older_book_that_cannot_be_written_says_that_it_must_be_upgraded(path: Path) -> None:
    with pytest.raises(BookIsOlder, match="opened that way"):
        upgrade(path, add_colour, read_only=True)
    assert asides(path) == []


def test_an_upgraded_book_records_the_new_columns(path: Path) -> None:
    upgrade(path, add_colour).close()
    opened = open_file(path, user="a", steps=(*STEPS, add_colour))
    with Book(path, opened, "a") as book:
        with book.change("add"):
            book.write("INSERT INTO unit_group (name, sort, colour) VALUES ('乡镇', 1, 'red')")
        with book.change("paint"):
            book.write("UPDATE unit_group SET colour = 'blue'")
        book.undo()
        assert book.rows("SELECT name, colour FROM unit_group") == [("乡镇", "red")]


def test_nothing_is_upgraded_twice(path: Path) -> None:
    upgrade(path, add_colour).close()
    connection = upgrade(path, add_colour)
    assert connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall() == [
        ("0001_first_schema",),
        ("0002_second_schema",),
        ("0003_third_schema",),
        ("0004_fourth_schema",),
        (f"{len(STEPS) + 1:04d}_add_colour",),
    ]
    connection.close()


@pytest.mark.parametrize("saved", sorted(SAVED.glob("schema-*.tracker")), ids=lambda saved: saved.stem)
def test_a_saved_book_of_every_released_schema_opens_with_all_that_is_in_it(saved: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(saved, tmp_path))
    with Book.open(path) as book:
        assert not book.read_only
        assert check.check(book) == []
        assert settings.title(book) == "云山县"
        by_code = {unit.code: unit for unit in units.units(book)}
        assert [(unit.name, str(unit.valid_to)) for unit in by_code.values() if unit.merged_into == by_code["U01"].id] == [
            ("白河乡", "2026-06")
        ]
        measures = {indicator.code: indicator for indicator in indicators.indicators(book)}
        assert measures["KGL"].factor == Decimal(100)
        money = measures["SWZJ"].id
        assert figures.figure(book, by_code["U01"].id, money, Month(2026, 9)) == Figure(
            by_code["U01"].id, money, Month(2026, 9), Decimal("34.22"), "34.22亿元", "已核对"
        )
        assert [figure.typed for figure in figures.unreadable(book, Month(2026, 9))] == ["三十多"]
        assert len(targets.targets(book, 2026)) == 3
        assert [share.share for share in plans.plan(book)] == [Decimal("0.05"), Decimal("0.12")]
        first, *_ = scheme_versions.versions(book, 2026)
        assert [line.method.value for line in first.lines] == ["proportional_bonus", "tiers"]
        assert [entry.kind.value for entry in journal.entries(book)][-2:] == ["undo", "redo"]
        state = contents(book)
        with book.change("type"):
            figures.set_figure(book, Figure(by_code["U01"].id, money, Month(2026, 9), Decimal(1)))
        book.undo()
        assert contents(book) == state


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Book]:
    """The book of schema 1, brought up to date."""
    with Book.open(shutil.copy(SAVED / "schema-1.tracker", tmp_path)) as book:
        yield book


def test_an_upgrade_leaves_the_journal_as_it_was(upgraded: Book) -> None:
    columns = "id, at, system_user, name, label, kind, reverts, changes, digest, previous, hash"
    (aside,) = asides(upgraded.path)
    with closing(sqlite3.connect(aside)) as before:
        assert upgraded.rows(f"SELECT {columns} FROM journal") == before.execute(f"SELECT {columns} FROM journal").fetchall()
    assert journal.verify(upgraded) is None


def test_a_column_that_is_younger_than_the_record_must_hold_its_default(upgraded: Book) -> None:
    with upgraded.change("rename"):
        units.update_unit(upgraded, units.units(upgraded)[0].id, contact="王主任")
    assert check.check(upgraded) == []
    upgraded.connection.execute("DROP TRIGGER record_unit_update")
    upgraded.connection.execute("UPDATE unit SET contact = 'x' WHERE contact = ''")
    told = [(problem.where, "journal knows nothing" in problem.text) for problem in check.check(upgraded)]
    assert told == [("unit · 2", True), ("unit · 3", True)]


def test_what_was_recorded_before_an_upgrade_is_found_and_can_be_turned_back(upgraded: Book) -> None:
    unit, month = units.units(upgraded)[0].id, Month(2026, 9)
    money = next(indicator.id for indicator in indicators.indicators(upgraded) if indicator.code == "SWZJ")
    event, before = journal.history(upgraded, unit, money, month)
    assert (event.new, event.typed, event.source) == (Decimal("34.22"), "34.22亿元", "")
    reverting.revert_entry(upgraded, event.entry)
    assert figures.figure(upgraded, unit, money, month) == Figure(unit, money, month, before.new, before.typed, before.note)
    upgraded.undo()
    assert figures.figure(upgraded, unit, money, month) == Figure(unit, money, month, event.new, event.typed, event.note)
    assert check.check(upgraded) == []


def test_a_book_of_this_very_schema_is_saved() -> None:
    assert (SAVED / f"schema-{len(migrations.STEPS)}.tracker").exists(), "save it with: python -m tests.files.save"
