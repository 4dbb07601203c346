"""What tells a book from every other one, whatever it is called and wherever it lies: the beginning of its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.book import Book

_LENGTH = 32


def identity(book: Book) -> str:
    """32 hexadecimal digits of the first entry's hash; "" of a book in which nothing has been done yet. Copies have the same."""
    row = book.row("SELECT hash FROM journal ORDER BY id LIMIT 1")
    return str(row[0])[:_LENGTH] if row else ""
