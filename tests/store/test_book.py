from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.store.county import SEPTEMBER, County, contents
from tracker.domain.figure import Figure
from tracker.errors import DataError
from tracker.store import figures, groups, journal, settings
from tracker.store.book import Book, Changed
from tracker.store.faults import (
    BookExists,
    BookIsBusy,
    BookIsReadOnly,
    BookNotWritten,
    BookUnreadable,
    NothingToRedo,
    NothingToUndo,
    TextUnusable,
)


def test_a_new_book_has_its_title_and_nothing_to_undo(tmp_path: Path) -> None:
    with Book.create(tmp_path / "a.tracker", title="云山县", language="zh_CN") as book:
        assert (settings.title(book), settings.language(book)) == ("云山县", "zh_CN")
        assert not book.read_only
        assert book.undo_label is None
        assert [entry.label for entry in journal.entries(book)] == ["New book"]
        assert journal.verify(book) is None


def test_a_book_is_made_only_where_nothing_is(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(BookExists, match="another name"):
        Book.create(path)
    assert path.read_bytes() == before


def test_a_book_that_cannot_be_filled_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(TextUnusable):
        Book.create(tmp_path / "a.tracker", title="\udcff")
    assert list(tmp_path.iterdir()) == []


def test_a_book_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BookUnreadable, match="no/book"):
        Book.create(tmp_path / "no" / "book.tracker")
    assert list(tmp_path.iterdir()) == []


def test_at_rest_there_is_one_file(path: Path, tmp_path: Path) -> None:
    with Book.open(path) as book, book.change("add"):
        groups.add_group(book, "乡镇")
    assert list(tmp_path.iterdir()) == [path]


def test_a_book_is_durable_and_has_one_file(book: Book) -> None:
    pragmas = {
        name: book.row(f"PRAGMA {name}")[0] for name in ("synchronous", "journal_mode", "foreign_keys", "recursive_triggers")
    }
    assert pragmas == {"synchronous": 2, "journal_mode": "delete", "foreign_keys": 1, "recursive_triggers": 1}


def test_opening_a_current_book_imports_nothing_large(path: Path) -> None:
    import subprocess

    program = (
        "import sys; from tracker.store.book import Book; book = Book.open(sys.argv[1]);"
        "print([name for name in ('sqlite_utils', 'pandas', 'numpy', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_change_is_one_notice_one_entry_and_one_step(county: County) -> None:
    told: list[Changed] = []
    county.book.listen(told.append)
    entries = len(journal.entries(county.book))
    with county.book.change("two groups"):
        groups.add_group(county.book, "园区", sort=3)
        groups.add_group(county.book, "县直单位", sort=4)
    assert [(changed.label, changed.tables, len(changed.rows)) for changed in told] == [("two groups", {"unit_group"}, 2)]
    assert [row.new["name"] for row in told[0].rows if row.new] == ["园区", "县直单位"]
    assert len(journal.entries(county.book)) == entries + 1
    assert county.book.undo() == "two groups"
    assert [group.name for group in groups.groups(county.book)] == ["乡镇", "街道"]


def test_a_notice_tells_the_old_and_the_new_row(county: County) -> None:
    county.put("12.5", typed="12.5")
    told: list[Changed] = []
    county.book.listen(told.append)
    county.put("13", typed="13")
    county.put(None)
    ((first,), (second,)) = (changed.rows for changed in told)
    assert (first.table, first.op, first.id) == ("figure", "update", 1)
    assert first.old == {
        "id": 1,
        "unit_id": county.chengguan,
        "indicator_id": county.money,
        "month": 202609,
        "value": 12_500_000,
        "typed": "12.5",
        "note": "",
        "source": "",
    }
    assert first.new == {**first.old, "value": 13_000_000, "typed": "13"}
    assert (second.op, second.old, second.new) == ("delete", first.new, None)


def test_listeners_are_told_after_the_commit(county: County) -> None:
    seen: list[Figure | None] = []
    with Book.open(county.book.path, read_only=True) as reader:
        county.book.listen(lambda _: seen.append(figures.figure(reader, county.chengguan, county.money, SEPTEMBER)))
        county.put("7")
    assert seen == [county.figure("7")]


def test_an_error_in_a_change_rolls_all_of_it_back_and_announces_nothing(county: County) -> None:
    told: list[Changed] = []
    county.book.listen(told.append)
    before, entries = contents(county.book), journal.entries(county.book)

    def add_twice() -> None:
        with county.book.change("add"):
            groups.add_group(county.book, "园区")
            groups.add_group(county.book, "园区")

    def add_and_break_off() -> None:
        with county.book.change("add"):
            groups.add_group(county.book, "园区")
            raise KeyboardInterrupt

    with pytest.raises(DataError):
        add_twice()
    with pytest.raises(KeyboardInterrupt):
        add_and_break_off()
    assert (contents(county.book), journal.entries(county.book), told, county.book.undo_label) == (before, entries, [], None)
    county.put("1")
    assert len(told) == 1


def test_a_change_that_changes_nothing_leaves_no_trace(county: County) -> None:
    county.put("12.5")
    told: list[Changed] = []
    county.book.listen(told.append)
    entries = len(journal.entries(county.book))
    county.put("12.5")
    with county.book.change("same name"):
        groups.update_group(county.book, county.towns, name="乡镇")
    with county.book.change("nothing"):
        pass
    assert (told, len(journal.entries(county.book)), county.book.undo_label) == ([], entries, "type")


def test_a_change_that_changes_nothing_leaves_the_redo_steps(county: County) -> None:
    county.put("1")
    county.book.undo()
    with county.book.change("nothing"):
        pass
    assert county.book.redo_label == "type"


def test_a_listener_can_end_listening_even_twice(county: County) -> None:
    told: list[Changed] = []
    end = county.book.listen(told.append)
    end()
    end()
    county.put("1")
    assert told == []


def test_a_listener_that_fails_keeps_no_other_from_being_told(county: County) -> None:
    told: list[str] = []

    def fail(changed: Changed) -> None:
        told.append("first")
        raise LookupError(changed.label)

    county.book.listen(fail)
    county.book.listen(lambda _: told.append("second"))
    with pytest.raises(LookupError, match="type"):
        county.put("1")
    assert told == ["first", "second"]
    assert county.stored() == county.figure("1")


def test_a_listener_may_make_a_change_of_its_own(county: County) -> None:
    def answer(changed: Changed) -> None:
        if changed.label == "type":
            with county.book.change("answer"):
                settings.set_office(county.book, "招商局")

    county.book.listen(answer)
    county.put("1")
    assert settings.office(county.book) == "招商局"
    assert [county.book.undo(), county.book.undo()] == ["answer", "type"]


def test_undo_and_redo_are_exact_and_by_name(county: County) -> None:
    states = [contents(county.book)]
    labels = []
    for number, (value, note) in enumerate([("1", ""), ("2", "note"), (None, ""), ("3.25", "")]):
        with county.book.change(f"step {number}"):
            figures.set_figure(county.book, county.figure(value, note=note))
        labels.append(f"step {number}")
        states.append(contents(county.book))
    for label, state in zip(reversed(labels), reversed(states[:-1]), strict=True):
        assert county.book.undo_label == label
        assert county.book.undo() == label
        assert contents(county.book) == state
    assert county.book.undo_label is None
    for label, state in zip(labels, states[1:], strict=True):
        assert county.book.redo_label == label
        assert county.book.redo() == label
        assert contents(county.book) == state
    assert county.book.redo_label is None
    assert journal.verify(county.book) is None


def test_undo_and_redo_are_told_to_listeners(county: County) -> None:
    county.put("1")
    told: list[Changed] = []
    county.book.listen(told.append)
    county.book.undo()
    county.book.redo()
    assert [(changed.label, [row.op for row in changed.rows]) for changed in told] == [("type", ["delete"]), ("type", ["insert"])]


def test_a_new_change_ends_redo(county: County) -> None:
    county.put("1")
    county.book.undo()
    county.put("2")
    assert county.book.redo_label is None
    with pytest.raises(NothingToRedo):
        county.book.redo()


def test_undo_without_a_step_is_refused(county: County) -> None:
    with pytest.raises(NothingToUndo):
        county.book.undo()


def test_steps_last_for_the_session(county: County) -> None:
    county.put("1")
    county.book.close()
    with Book.open(county.book.path) as again:
        assert again.undo_label is None
        assert figures.figure(again, county.chengguan, county.money, SEPTEMBER) == county.figure("1")


def test_undoing_a_large_change_works_in_pieces(county: County) -> None:
    before = contents(county.book)
    months = [SEPTEMBER.plus(-n) for n in range(1500)]
    many = [
        Figure(unit, county.money, month, county.figure("1").value)
        for month in months
        for unit in (county.qingshi, county.yunfeng)
    ]
    with county.book.change("import"):
        figures.set_figures(county.book, many)
    after = contents(county.book)
    assert len(after["figure"]) == 3000
    county.book.undo()
    assert contents(county.book) == before
    county.book.redo()
    assert contents(county.book) == after


def test_insert_or_replace_is_undone_exactly(county: County) -> None:
    county.put("1")
    before = contents(county.book)
    with county.book.change("replace"):
        county.book.write(
            "INSERT OR REPLACE INTO figure (unit_id, indicator_id, month, value, typed, note) VALUES (?, ?, 202609, 5, '', '')",
            (county.chengguan, county.money),
        )
    county.book.undo()
    assert contents(county.book) == before


def test_changes_do_not_nest(county: County) -> None:
    with county.book.change("outer"):
        with pytest.raises(RuntimeError, match="open already"), county.book.change("inner"):
            pass
        with pytest.raises(RuntimeError, match="open already"):
            county.book.undo()
        groups.add_group(county.book, "园区")
    assert county.book.undo_label == "outer"


def test_writing_outside_a_change_is_our_own_mistake(county: County) -> None:
    with pytest.raises(RuntimeError, match="only inside"):
        groups.add_group(county.book, "园区")
    with pytest.raises(RuntimeError, match="only inside"):
        county.book.write_many("DELETE FROM unit WHERE id = ?", [(1,)])


def test_sqlite_itself_refuses_what_is_written_past_the_book(path: Path) -> None:
    with Book.open(path) as book:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            book.connection.execute("INSERT INTO unit_group (name, sort) VALUES ('x', 1)")
        with book.change("add"):
            groups.add_group(book, "乡镇")
        with pytest.raises(sqlite3.IntegrityError):
            book.connection.execute("INSERT INTO unit_group (name, sort) VALUES ('x', 1)")
        assert [group.name for group in groups.groups(book)] == ["乡镇"]


def test_our_own_wrong_statement_is_no_fault_of_the_book(county: County) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        county.book.rows("SELECT * FROM no_such")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        county.book.row("SELECT * FROM no_such")
    with pytest.raises(sqlite3.IntegrityError), county.book.change("wrong"):
        county.book.write("INSERT INTO unit_group (name, sort) VALUES ('', 1)")
    assert county.book.undo_label is None


def test_a_full_disk_refuses_the_change_and_loses_nothing(county: County) -> None:
    county.put("1")
    before = contents(county.book)
    pages = county.book.row("PRAGMA page_count")[0]
    county.book.row(f"PRAGMA max_page_count = {pages}")
    many = [Figure(county.chengguan, county.money, SEPTEMBER.plus(-n), county.figure("1").value) for n in range(1, 1500)]
    with pytest.raises(BookNotWritten, match="disk is full"), county.book.change("import"):
        figures.set_figures(county.book, many)
    county.book.row("PRAGMA max_page_count = 1000000")
    assert contents(county.book) == before
    county.put("2")
    assert journal.verify(county.book) is None


def test_a_reader_sees_each_commit_and_learns_of_it(county: County) -> None:
    with Book.open(county.book.path, read_only=True) as reader:
        assert not reader.changed_elsewhere()
        county.put("1")
        assert reader.changed_elsewhere()
        assert not reader.changed_elsewhere()
        assert figures.figure(reader, county.chengguan, county.money, SEPTEMBER) == county.figure("1")
        county.put("2")
        assert figures.figure(reader, county.chengguan, county.money, SEPTEMBER) == county.figure("2")
        assert not county.book.changed_elsewhere()


def test_a_reader_refuses_changes_and_says_why(county: County) -> None:
    with Book.open(county.book.path, read_only=True) as reader:
        assert (reader.read_only, reader.holder) == (True, None)
        with pytest.raises(BookIsReadOnly, match="opened that way"), reader.change("add"):
            raise AssertionError("never comes here")
        with pytest.raises(BookIsReadOnly):
            reader.undo()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.connection.execute("DELETE FROM unit")


def test_a_reader_that_reads_on_and_on_keeps_a_change_waiting_but_loses_nothing(county: County) -> None:
    county.put("1")
    county.book.connection.execute("PRAGMA busy_timeout = 20")
    with Book.open(county.book.path, read_only=True) as reader:
        reader.connection.execute("BEGIN")
        reader.rows("SELECT * FROM unit")
        with pytest.raises(BookIsBusy, match="nothing was changed"):
            county.put("2")
        reader.connection.execute("COMMIT")
    assert county.stored() == county.figure("1")
    county.put("2")
    assert county.stored() == county.figure("2")
    assert journal.verify(county.book) is None


def test_another_program_that_is_writing_is_waited_for_and_then_told(county: County) -> None:
    other = sqlite3.connect(county.book.path, isolation_level=None)
    county.book.connection.execute("PRAGMA busy_timeout = 20")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BookIsBusy):
        county.put("1")
    other.execute("ROLLBACK")
    other.close()
    county.put("1")
    assert county.stored() == county.figure("1")


def test_a_closed_book_can_be_closed_again_and_refuses_changes(path: Path) -> None:
    book = Book.open(path)
    with book.change("add"):
        groups.add_group(book, "乡镇")
    book.close()
    book.close()
    assert book.read_only
    with pytest.raises(BookIsReadOnly, match="closed"), book.change("x"):
        pass


def test_closing_in_the_middle_of_a_change_gives_the_change_up(path: Path) -> None:
    book = Book.open(path)
    change = book.change("add")
    change.__enter__()
    groups.add_group(book, "乡镇")
    book.close()
    with Book.open(path) as again:
        assert groups.groups(again) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_two_ways_to_a_book_meet_at_one_lock(book: Book, tmp_path: Path) -> None:
    link = tmp_path / "link.tracker"
    link.symlink_to(book.path)
    with Book.open(link) as second:
        assert second.read_only
        assert second.holder is not None
        assert second.path == book.path


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_are_told_calmly(tmp_path: Path) -> None:
    link = tmp_path / "link.tracker"
    link.symlink_to(link)
    with pytest.raises(BookUnreadable):
        Book.open(link)


def test_the_commit_reaches_the_folder_too(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    county.put("1")
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    county.put("2")
    assert len(synced) == (0 if sys.platform == "win32" else 1)
