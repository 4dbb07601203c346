import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from tests.cli.conftest import Run
from tracker import __version__
from tracker.cli.log import _local
from tracker.domain.period import Month
from tracker.store import settings
from tracker.store.book import Book
from tracker.store.publications import publish
from tracker.store.reverting import revert_entry


def spoil(path: Path, statement: str) -> None:
    """Change a book behind the program's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_the_log_lists_who_did_what_the_newest_last(run: Run, book: Path) -> None:
    with Book.open(book) as opened:
        with opened.change("set the\nclerk"):
            settings.set_clerk(opened, "小王")
        with opened.change("录入 9月数据"):
            settings.set_office(opened, "招商局")
        opened.undo()
        opened.redo()
        revert_entry(opened, 3)
    told = run("log", book)
    assert told.exit_code == 0
    lines = [line.split("  ") for line in told.stdout.splitlines()]
    assert [line[0] for line in lines] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [line[3] for line in lines] == [
        "New book",
        "Load folder",
        "set the clerk",
        "录入 9月数据",
        "undone: 录入 9月数据",
        "redone: 录入 9月数据",
        "turned back: set the clerk",
    ]
    assert lines[3][2].startswith("小王 (")
    assert "(" not in lines[0][2]
    assert lines[3][4] == "1 changes"
    assert abs((datetime.now() - datetime.strptime(lines[5][1], "%Y-%m-%d %H:%M:%S")).total_seconds()) < 120  # noqa: DTZ007


def test_a_sound_journal_verifies(run: Run, book: Path) -> None:
    told = run("log", book, "--verify")
    assert (told.exit_code, told.stdout, told.stderr) == (0, "The journal is sound: 2 entries.\n", "")


def test_an_altered_entry_is_named(run: Run, book: Path) -> None:
    spoil(book, "UPDATE journal SET label = 'another' WHERE id = 2")
    told = run("log", book, "--verify")
    assert told.exit_code == 1
    assert told.stdout == ""
    assert told.stderr.startswith("tracker: Entry 2 of the journal is not as it was written")


def test_a_time_that_is_none_is_a_question_mark() -> None:
    assert _local(datetime.min) == "?"  # noqa: DTZ901


def test_a_sound_book_is_ok(run: Run, book: Path) -> None:
    told = run("check", book)
    assert (told.exit_code, told.stdout, told.stderr) == (0, f"{book}: ok\n", "")


def test_a_publication_that_this_version_computes_otherwise_is_told(run: Run, book: Path) -> None:
    with Book.open(book) as opened, opened.change("publish"):
        publish(opened, Month(2026, 1), today=date(2026, 2, 8), computed='{"assigned": {"indicators": {"M": {"rows": []}}}}')
    told = run("check", book)
    assert told.exit_code == 1
    assert "publication · 2026-01 · 1" in told.stdout
    assert f"for M than version {__version__}" in told.stdout


def test_what_is_wrong_is_listed_with_its_place(run: Run, book: Path) -> None:
    spoil(book, "UPDATE figure SET value = 1234567 WHERE id = 1")
    told = run("check", book)
    assert told.exit_code == 1
    assert "城关镇" in told.stdout
    assert "It has more decimals than its indicator." in told.stdout
    assert told.stderr == f"tracker: {book} is not sound: {len(told.stdout.splitlines())} problems.\n"
