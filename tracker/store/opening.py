"""From a path to a connection: what is no book is refused and left as it was, an older one is copied, then upgraded."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from urllib.parse import quote

from tracker.i18n import tr
from tracker.store.disk import whole_file
from tracker.store.faults import (
    BookIsAFolder,
    BookIsDamaged,
    BookIsEmpty,
    BookIsNewer,
    BookIsOlder,
    BookMissing,
    BookUnreadable,
    NotABook,
)
from tracker.store.lock import Lock, Refusal, take_lock
from tracker.store.migrations import APPLICATION_ID, STEPS, Step, migrate
from tracker.store.sqlite_faults import code_of, faults_of, write_faults_of
from tracker.store.undo_log import TABLES

_PAGES_AT_ONCE = 1024
_WAIT = 5  # seconds for another process's commit or read to end
_PRAGMAS = (
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",  # what somebody else has put into the file may not call what it likes
    "synchronous = FULL",
    "temp_store = MEMORY",
    "cache_size = -65536",  # KiB, taken as needed: a large import should not spill
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A book's open connection with the writer's lock, or with the reason why it can only be read.

    `data_version` is SQLite's: it becomes another when another connection commits.
    """

    connection: sqlite3.Connection
    lock: Lock | Refusal
    data_version: int


def open_file(path: Path, *, user: str, read_only: bool = False, steps: Sequence[Step] = STEPS) -> Opened:
    """Open a book of any released schema; raises BookError, the file untouched, where it is none or cannot be opened."""
    _refuse_other_files(path, newest=len(steps))
    with write_faults_of(path), ExitStack() as on_failure:
        lock = Refusal(tr("it was opened that way.")) if read_only else take_lock(path, user)
        if isinstance(lock, Lock):
            on_failure.callback(lock.release)
        connection = connect(path)
        on_failure.callback(connection.close)
        if isinstance(lock, Lock) and not _is_writable(connection):
            lock.release()
            lock = Refusal(tr("the file is write-protected."))
        _make_current(connection, path, lock=lock, steps=steps)
        connection.execute("PRAGMA query_only = ON")  # until the first change begins
        opened = Opened(connection, lock, pragma(connection, "data_version"))
        on_failure.pop_all()
    return opened


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection as the book needs it: no implicit transactions, foreign keys on, every commit synced before it returns.

    Not bound to a thread, because large imports run off the window's; only one may use it at a time.
    """
    connection = sqlite3.connect(
        _uri(path, f"mode={mode}"), uri=True, isolation_level=None, timeout=_WAIT, check_same_thread=False, cached_statements=256
    )
    try:
        prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Set what a book's connection needs, to a file or in memory."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _uri(path: Path, query: str) -> str:
    """SQLite's file URI, also for a network share (//server/share) and a name that is not UTF-8."""
    name = path.as_posix()
    return "file://" + quote(os.fsencode(name if name.startswith("/") else "/" + name)) + "?" + query


def _refuse_other_files(path: Path, *, newest: int) -> None:
    """Raise for whatever is certainly no book that this program can open, before anything is opened for writing."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise BookMissing(path) from None
    except OSError as error:
        raise BookUnreadable(path, error.strerror or str(error)) from None
    if stat.S_ISDIR(status.st_mode):
        raise BookIsAFolder(path)
    if not stat.S_ISREG(status.st_mode):
        raise NotABook(path)
    if status.st_size == 0:
        raise BookIsEmpty(path)
    application, version = _peek(path)
    if application != APPLICATION_ID:
        raise NotABook(path)
    if version > newest:
        raise BookIsNewer(path)


def _peek(path: Path) -> tuple[int, int]:
    """The file's application_id and user_version, read without any lock, journal or recovery ("immutable").

    Through SQLite: a plain open() and close() would drop the locks of this process's other connections to the file (POSIX).
    """
    with faults_of(path), closing(sqlite3.connect(_uri(path, "mode=ro&immutable=1"), uri=True)) as connection:
        try:
            return pragma(connection, "application_id"), pragma(connection, "user_version")
        except sqlite3.DatabaseError as error:
            if code_of(error) == sqlite3.SQLITE_NOTADB:
                raise NotABook(path) from None
            if code_of(error) != sqlite3.SQLITE_CORRUPT:
                raise
            return APPLICATION_ID, 0  # shorter than it says: cut off, or just being written; the real opening tells


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The value of a pragma that is a number."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _is_writable(connection: sqlite3.Connection) -> bool:
    """Whether SQLite could open the file for writing; asks for its write lock, writes nothing."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("DELETE FROM setting WHERE 0")  # BEGIN IMMEDIATE would not tell: it lets a read-only file pass
    except sqlite3.OperationalError as error:  # in use just now, or no such table: what comes next tells
        return code_of(error) != sqlite3.SQLITE_READONLY
    finally:
        connection.execute(f"PRAGMA busy_timeout = {_WAIT * 1000}")
    return True


def _make_current(connection: sqlite3.Connection, path: Path, *, lock: Lock | Refusal, steps: Sequence[Step]) -> None:
    version = pragma(connection, "user_version")  # the first real read: it recovers from a crash
    if path.stat().st_size < pragma(connection, "page_count") * pragma(connection, "page_size"):
        raise BookIsDamaged(path)
    if version > len(steps):
        raise BookIsNewer(path)  # upgraded by somebody else since we peeked
    if version < len(steps):
        if isinstance(lock, Refusal):
            raise BookIsOlder(path, lock.reason)
        _upgrade(connection, path, version=version, steps=steps)
    if isinstance(lock, Lock):
        connection.execute("PRAGMA journal_mode = DELETE")  # another program may have left it in WAL, which is three files
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables.issuperset(TABLES):
        raise BookIsDamaged(path)


def _upgrade(connection: sqlite3.Connection, path: Path, *, version: int, steps: Sequence[Step]) -> None:
    """Keep the older book, byte for byte, as <name>.schema-<version>.<date>[.n].tracker beside it, then bring it up to date."""
    stem = f"{path.stem}.schema-{version}.{datetime.now().astimezone().date().isoformat()}"
    names = (f"{stem}{'' if n == 1 else f'.{n}'}{path.suffix}" for n in count(1))
    aside = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    with whole_file(aside) as part:
        shutil.copyfile(path, part)  # nobody writes meanwhile: the lock is ours and no transaction is open
    try:
        migrate(connection, steps)
    except BaseException as error:
        aside.unlink()
        lacks_a_table = isinstance(error, sqlite3.OperationalError) and code_of(error) == sqlite3.SQLITE_ERROR
        if isinstance(error, sqlite3.IntegrityError) or lacks_a_table:
            raise BookIsDamaged(path) from error
        raise


def copy_to(connection: sqlite3.Connection, path: Path, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Copy the whole open book to `path`, which is replaced only when the copy is complete and on the disk.

    `progress` is told (pages copied, pages in all) from time to time.
    """
    tell = None if progress is None else lambda _, left, total: progress(total - left, total)
    with whole_file(path) as part, closing(sqlite3.connect(part)) as copy:
        connection.backup(copy, pages=_PAGES_AT_ONCE, progress=tell)
