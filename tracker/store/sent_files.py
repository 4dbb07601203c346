"""The files of which figures were taken: name, SHA-256, the day, and, where the office wants it, the file itself as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.store import blobs
from tracker.store.texts import name_of

if TYPE_CHECKING:
    from tracker.store.book import Book


@dataclass(frozen=True, slots=True)
class SentFileRecord:
    """One file that came in; `kept` tells whether the book holds its content."""

    name: str
    sha256: str
    received: date
    kept: bool


def sent_files(book: Book) -> list[SentFileRecord]:
    """All of them, newest first."""
    rows = book.rows("SELECT name, sha256, received, kept FROM sent_file ORDER BY id DESC")
    return [SentFileRecord(name, digest, date.fromisoformat(received), bool(kept)) for name, digest, received, kept in rows]


def note_file(book: Book, record: SentFileRecord, content: bytes | None = None) -> None:
    """Note a file, once for the same name and content, and keep its content where it is given. Raises NameIsBlank."""
    if content is not None:
        blobs.put(book, content)
    book.write(
        "INSERT INTO sent_file (name, sha256, received, kept) VALUES (?, ?, ?, ?) ON CONFLICT (sha256, name) "
        "DO UPDATE SET kept = 1 WHERE excluded.kept > kept",
        (name_of(record.name), record.sha256, record.received.isoformat(), int(content is not None)),
    )


def content_of(book: Book, sha256: str) -> bytes:
    """The kept content. Raises BookIsDamaged where it is missing or another one by now."""
    return blobs.get(book, sha256)
