"""Copies of the whole book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.store.faults import BackupIsTheBook, BookIsAFolder
from tracker.store.opening import copy_to
from tracker.store.sqlite_faults import write_faults_of

if TYPE_CHECKING:
    from tracker.store.book import Book


def backup(book: Book, path: Path, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Copy the book as it is now to `path`, replacing what is there only when the copy is complete and on the disk.

    `progress` is told how many pages of how many are copied; what it raises ends the copy, and nothing is left of it.
    Raises BookError.
    """
    if book.connection.in_transaction:
        raise RuntimeError("a backup inside a change would wait for it for ever")
    if path.is_dir():
        raise BookIsAFolder(path)
    if path.exists() and path.samefile(book.path):
        raise BackupIsTheBook(path)
    with write_faults_of(path):
        copy_to(book.connection, path, progress=progress)
