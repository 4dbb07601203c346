from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.county import add_county, contents
from tracker.errors import BookError
from tracker.store import groups, journal
from tracker.store.book import Book
from tracker.store.faults import (
    BookIsAFolder,
    BookIsDamaged,
    BookIsEmpty,
    BookIsNewer,
    BookMissing,
    BookNotWritten,
    BookUnreadable,
    NotABook,
)
from tracker.store.migrations import APPLICATION_ID, STEPS

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and special files of POSIX")


def refuse(path: Path, fault: type[BookError]) -> str:
    """Both ways of opening are refused with `fault`; the file and its folder stay byte for byte what they were."""
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    for read_only in (False, True):
        with pytest.raises(fault) as told:
            Book.open(path, read_only=read_only)
    assert {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
    return str(told.value)


def test_a_book_that_is_not_there(tmp_path: Path) -> None:
    assert "moved or renamed" in refuse(tmp_path / "a.tracker", BookMissing)
    (tmp_path / "file").write_text("x")
    with pytest.raises(BookMissing):
        Book.open(tmp_path / "file" / "a.tracker")


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a.tracker"
    folder.mkdir()
    assert "is a folder" in refuse(folder, BookIsAFolder)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tracker"
    path.touch()
    assert "0 bytes" in refuse(path, BookIsEmpty)


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"name,value\n1,2\n",
        b"PK\x03\x04" + b"x" * 5000,
        bytes(4096),
        b"SQLite format 3\0" + b"\xff" * 5000,
        os.urandom(8192),
    ],
    ids=["one byte", "csv", "zip", "zeros", "header only", "noise"],
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.tracker"
    path.write_bytes(content)
    assert "not a book" in refuse(path, NotABook)


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "a.tracker"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    assert "not a book" in refuse(path, NotABook)


def test_another_programs_database_with_its_log_beside_it_stays_as_it_is(tmp_path: Path) -> None:
    work, path = tmp_path / "work.db", tmp_path / "other" / "a.tracker"
    path.parent.mkdir()
    connection = sqlite3.connect(work)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    shutil.copy(work, path)
    shutil.copy(f"{work}-wal", f"{path}-wal")
    connection.close()
    refuse(path, NotABook)


def test_a_book_of_a_newer_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "Update the program" in refuse(path, BookIsNewer)


def test_a_book_upgraded_by_somebody_else_while_it_is_being_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    monkeypatch.setattr("tracker.store.opening._peek", lambda _: (APPLICATION_ID, 1))
    assert "Update the program" in refuse(path, BookIsNewer)


@pytest.mark.parametrize("keep", [50, 100, 1000, 4096, 10_000, -4096, -1])
def test_a_book_that_was_cut_off(path: Path, keep: int) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:keep])
    refuse(path, BookError)
    if keep > 100:
        refuse(path, BookIsDamaged)


def test_a_book_whose_schema_is_overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\x55" * 3996
    path.write_bytes(content)
    assert "open a backup" in refuse(path, BookIsDamaged)


def test_a_book_without_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.tracker"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(STEPS)}")
    connection.execute("CREATE TABLE setting (x)")
    connection.close()
    refuse(path, BookIsDamaged)


def test_an_older_book_without_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.tracker"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("CREATE TABLE setting (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(BookIsDamaged):
        Book.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_damage_further_in_is_told_when_it_is_read(path: Path) -> None:
    with Book.open(path) as book:
        add_county(book)
        root = book.row("SELECT rootpage FROM sqlite_schema WHERE name = 'unit_group'")[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\x55" * 4096
    path.write_bytes(content)
    with Book.open(path) as book, pytest.raises(BookIsDamaged):
        groups.groups(book)


def test_text_that_is_not_utf8_counts_as_damage(path: Path) -> None:
    with Book.open(path) as book:
        add_county(book)
    path.write_bytes(path.read_bytes().replace("乡镇".encode(), b"\xff\xff\xff\xff\xff\xff"))
    with Book.open(path) as book, pytest.raises(BookIsDamaged):
        groups.groups(book)


@posix
def test_a_special_file_is_no_book_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.tracker")
    refuse(tmp_path / "a.tracker", NotABook)


@posix
def test_a_book_that_may_not_be_read(path: Path, shared_folder: Path, request: pytest.FixtureRequest) -> None:
    book = Path(shutil.copy(path, shared_folder))
    book.chmod(0)
    request.getfixturevalue("ordinary_user")
    with pytest.raises(BookUnreadable, match="whether you may read it"):
        Book.open(book)


@posix
def test_a_folder_that_may_not_be_entered(path: Path, shared_folder: Path, request: pytest.FixtureRequest) -> None:
    book = Path(shutil.copy(path, shared_folder))
    shared_folder.chmod(0)
    request.getfixturevalue("ordinary_user")
    with pytest.raises(BookUnreadable, match="Permission denied"):
        Book.open(book)


@posix
def test_a_write_protected_file_opens_read_only(path: Path, shared_folder: Path, request: pytest.FixtureRequest) -> None:
    copy = Path(shutil.copy(path, shared_folder))
    copy.chmod(0o444)
    request.getfixturevalue("ordinary_user")
    with Book.open(copy) as book:
        assert (book.read_only, book.reason, book.holder) == (True, "the file is write-protected.", None)
        assert groups.groups(book) == []
        assert list(shared_folder.iterdir()) == [copy]


@posix
def test_a_book_in_a_write_protected_folder_opens_read_only(
    path: Path, shared_folder: Path, request: pytest.FixtureRequest
) -> None:
    copy = Path(shutil.copy(path, shared_folder))
    copy.chmod(0o666)
    shared_folder.chmod(0o555)
    request.getfixturevalue("ordinary_user")
    with Book.open(copy) as book:
        assert book.read_only
        assert "its folder" in book.reason
        assert groups.groups(book) == []


def test_a_book_that_somebody_reads_just_now_opens_for_writing(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Book.open(path) as book:
        assert not book.read_only
    other.execute("ROLLBACK")
    other.close()


def test_an_error_of_the_disk_while_opening_gives_the_lock_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bool:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr("tracker.store.opening._is_writable", fail)
        with pytest.raises(BookNotWritten, match=r"Input/output error\."):
            Book.open(path)
    assert list(path.parent.iterdir()) == [path]
    with Book.open(path) as book:
        assert not book.read_only


def test_a_book_left_in_wal_is_brought_back_to_one_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with Book.open(path) as book:
        assert book.row("PRAGMA journal_mode")[0] == "delete"
        with book.change("add"):
            groups.add_group(book, "乡镇")
        assert not Path(f"{path}-wal").exists()


CRASH = """
import os, signal, sys
from tests.store.county import add_county, contents
from tracker.store.book import Book
book = Book.open(sys.argv[1])
add_county(book)
book.connection.execute("PRAGMA cache_size = 2")
change = book.change("never committed")
change.__enter__()
for n in range(3000):
    book.write("INSERT INTO unit (code, name, group_id, sort) VALUES (?, 'x', 1, 1)", (f"X{n}",))
os.kill(os.getpid(), signal.SIGKILL)
"""


@posix
@pytest.mark.parametrize("read_only", [False, True])
def test_a_process_killed_while_it_writes_leaves_a_sound_book(path: Path, read_only: bool) -> None:
    done = subprocess.run([sys.executable, "-c", CRASH, str(path)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -signal.SIGKILL
    assert Path(f"{path}-journal").stat().st_size > 0
    with Book.open(path, read_only=read_only) as book:
        assert len(contents(book)["unit"]) == 3
        assert [entry.label for entry in journal.entries(book)] == ["set up"]
        assert journal.verify(book) is None
    assert not Path(f"{path}-journal").exists()


@pytest.mark.parametrize("name", ["a?b#c%20&mode=ro.tracker", "云山县 2026 年.tracker", "it's;--.tracker"])
def test_any_file_name_will_do(blank: Path, tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and "?" in name:
        pytest.skip("not a file name there")
    path = Path(shutil.copy(blank, tmp_path / name))
    with Book.open(path) as book, book.change("add"):
        groups.add_group(book, "乡镇")
    with Book.create(tmp_path / f"new {name}") as book:
        assert not book.read_only
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([name, f"new {name}"])


def test_a_network_share_has_an_address_that_sqlite_understands() -> None:
    from pathlib import PureWindowsPath

    from tracker.store.opening import _uri

    assert _uri(PureWindowsPath(r"\\server\share\云.tracker"), "mode=rw") == "file:////server/share/%E4%BA%91.tracker?mode=rw"
    assert _uri(PureWindowsPath(r"C:\a b\c.tracker"), "mode=rw") == "file:///C%3A/a%20b/c.tracker?mode=rw"


def test_a_connection_that_cannot_be_set_up_is_closed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tracker.store import opening

    path.write_bytes(b"garbage" * 1000)
    made: list[sqlite3.Connection] = []
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def remember(*args: object, **options: object) -> sqlite3.Connection:
        made.append(connect(*args, **options))
        return made[-1]

    monkeypatch.setattr(opening, "_PRAGMAS", ("no_such(",))
    monkeypatch.setattr(opening.sqlite3, "connect", remember)
    with pytest.raises(sqlite3.OperationalError):
        opening.connect(path)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].execute("SELECT 1")


def test_an_error_of_the_disk_at_the_first_look_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    monkeypatch.setattr("tracker.store.opening.pragma", fail)
    with pytest.raises(BookNotWritten, match="still connected"):
        Book.open(path)
