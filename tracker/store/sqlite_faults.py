"""SQLite's error codes in the clerk's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from tracker.errors import BookError
from tracker.i18n import mark, tr
from tracker.store.faults import BookIsBusy, BookIsDamaged, BookNotWritten, BookUnreadable

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NOT_WRITTEN = {
    sqlite3.SQLITE_FULL: mark("the disk is full."),
    sqlite3.SQLITE_READONLY: mark("the file is write-protected."),
    sqlite3.SQLITE_IOERR: mark("the disk reports an error. Is it still connected?"),
}


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where the error is the Python module's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def fault_of(error: sqlite3.Error, path: Path) -> BookError | None:
    """What befell the book's file, None where the error is our own mistake (a wrong statement, a broken constraint)."""
    code = code_of(error)
    if code in _BUSY:
        return BookIsBusy(path)
    if code in _DAMAGED or "decode to UTF-8" in str(error):
        return BookIsDamaged(path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return BookUnreadable(path, tr("check whether you may read it and write in its folder."))
    if code in _NOT_WRITTEN:
        return BookNotWritten(path, tr(_NOT_WRITTEN[code]))
    return None


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Turn what SQLite tells about the file into a BookError."""
    try:
        yield
    except sqlite3.Error as error:
        raise_fault(error, path)


@contextmanager
def write_faults_of(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system tell while a file is made or replaced into a BookError."""
    with faults_of(path):
        try:
            yield
        except OSError as error:
            raise BookNotWritten(path, f"{error.strerror or error}.") from error


def raise_fault(error: sqlite3.Error, path: Path) -> NoReturn:
    """Raise what befell the file, or the error itself where that is nothing of the file's."""
    fault = fault_of(error, path)
    if fault:
        raise fault from error
    raise error
