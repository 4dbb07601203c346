from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tracker.store import groups
from tracker.store.book import Book
from tracker.store.faults import BookIsReadOnly
from tracker.store.lock import Holder, Lock, Refusal, lock_path, take_lock

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX locks and permissions")

HOLD = """
import sys
from tracker.store.book import Book
book = Book.open(sys.argv[1])
print("read-only" if book.read_only else "has it", flush=True)
sys.stdin.read()
book.close()
"""


@contextmanager
def another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the book open for writing until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "LOGNAME": "李会计", "PYTHONUTF8": "1"},
    )
    assert process.stdin
    assert process.stdout
    assert process.stdout.readline().strip() == "has it"
    try:
        yield process
    finally:
        process.communicate()


def test_a_second_process_reads_only_and_is_told_who_has_it(path: Path) -> None:
    with another_process(path) as process, Book.open(path) as book:
        assert book.read_only
        assert book.holder is not None
        assert (book.holder.user, book.holder.pid) == ("李会计", process.pid)
        assert book.holder.host
        assert book.reason == f"李会计 on {book.holder.host} has it open since {book.holder.since_text}."
        with pytest.raises(BookIsReadOnly, match="李会计"), book.change("add"):
            pass


def test_when_the_first_process_ends_the_next_one_writes(path: Path) -> None:
    with another_process(path):
        pass
    assert list(path.parent.iterdir()) == [path]
    with Book.open(path) as book, book.change("add"):
        groups.add_group(book, "乡镇")


@posix
def test_a_killed_process_leaves_no_lock(path: Path) -> None:
    with another_process(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert lock_path(path).exists()
        with Book.open(path) as book:
            assert not book.read_only
            assert json.loads(lock_path(path).read_text("utf-8"))["pid"] == os.getpid()
    assert list(path.parent.iterdir()) == [path]


def test_one_process_cannot_write_twice_either(path: Path) -> None:
    with Book.open(path) as first, Book.open(path) as second:
        assert (first.read_only, second.read_only) == (False, True)
        assert second.holder is not None
        assert second.holder.pid == os.getpid()
    with Book.open(path) as third:
        assert not third.read_only


def test_a_reader_takes_no_lock(path: Path) -> None:
    with Book.open(path, read_only=True), Book.open(path) as writer:
        assert not writer.read_only


def test_a_leftover_with_any_content_does_not_matter(path: Path) -> None:
    lock_path(path).write_text("{ this is not what we write")
    with Book.open(path) as book:
        assert not book.read_only
    assert not lock_path(path).exists()


def test_a_holder_that_does_not_say_who_it_is(path: Path) -> None:
    lock = take_lock(path, "a")
    assert isinstance(lock, Lock)
    lock_path(path).write_text("[]")
    refusal = take_lock(path, "b")
    assert isinstance(refusal, Refusal)
    assert refusal.holder == Holder("?", "?", 0, "?")
    assert refusal.reason == "? on ? has it open since ?."
    lock.release()


def test_a_lock_is_released_once(path: Path) -> None:
    lock = take_lock(path, "a")
    assert isinstance(lock, Lock)
    lock.release()
    second = take_lock(path, "b")
    assert isinstance(second, Lock)
    lock.release()
    assert isinstance(take_lock(path, "c"), Refusal)
    second.release()


@posix
def test_a_lock_on_a_file_that_was_just_removed_does_not_count(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    flock, calls = fcntl.flock, []

    def remove_first(handle: int, how: int) -> None:
        calls.append(handle)
        if len(calls) == 1:
            lock_path(path).unlink()  # the writer before us closes between our opening and our locking
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", remove_first)
    lock = take_lock(path, "a")
    assert isinstance(lock, Lock)
    assert len(calls) == 2
    assert lock_path(path).exists()
    lock.release()


@posix
def test_a_file_system_without_locks_is_read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def no_locks(handle: int, how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with Book.open(path) as book:
        assert (book.read_only, book.reason) == (True, "its folder does not let it be locked (No locks available).")
        assert list(path.parent.iterdir()) == [path]
    lock_path(path).write_text("somebody's")
    with Book.open(path) as book:
        assert book.read_only
        assert lock_path(path).read_text() == "somebody's"


@posix
def test_another_users_leftover_is_replaced(shared_folder: Path, request: pytest.FixtureRequest) -> None:
    path = shared_folder / "a.tracker"
    lock_path(path).write_text("left by a crash")
    lock_path(path).chmod(0o444)
    request.getfixturevalue("ordinary_user")
    lock = take_lock(path, "a")
    assert isinstance(lock, Lock)
    assert json.loads(lock_path(path).read_text())["user"] == "a"
    lock.release()


@posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="needs a second user")
def test_another_users_leftover_that_cannot_be_replaced_is_told(shared_folder: Path, request: pytest.FixtureRequest) -> None:
    path = shared_folder / "a.tracker"
    lock_path(path).write_text("left by a crash")
    lock_path(path).chmod(0o444)
    shared_folder.chmod(0o1777)
    request.getfixturevalue("ordinary_user")
    refusal = take_lock(path, "a")
    assert isinstance(refusal, Refusal)
    assert refusal.holder is None
    assert "cannot be replaced" in refusal.reason


def test_since_is_told_in_the_readers_own_time() -> None:
    import datetime

    moment = datetime.datetime(2026, 9, 30, 1, 2, tzinfo=datetime.UTC)
    assert Holder("a", "b", 1, moment.isoformat()).since_text == moment.astimezone().strftime("%Y-%m-%d %H:%M")
