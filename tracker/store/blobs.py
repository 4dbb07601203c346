"""Contents kept for ever under their SHA-256: put in once, never changed; outside undo, and named by it in what is journalled."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tracker.store.faults import BookIsDamaged

if TYPE_CHECKING:
    from tracker.store.book import Book


def put(book: Book, content: bytes) -> str:
    """Keep the content, inside a change that enters its SHA-256 somewhere; gives that, in hexadecimal digits."""
    digest = sha256(content).hexdigest()
    book.write("INSERT INTO blob (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING", (digest, content))
    return digest


def get(book: Book, digest: str) -> bytes:
    """The content of that SHA-256; raises BookIsDamaged where it is missing or another one by now."""
    row = book.row("SELECT content FROM blob WHERE sha256 = ?", (digest,))
    if not row or sha256(row[0]).hexdigest() != digest:
        raise BookIsDamaged(book.path)
    return bytes(row[0])
