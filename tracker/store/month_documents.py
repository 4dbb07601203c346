"""Which documents of a month the office prints together, kept as a setting of the book."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tracker.domain.month_documents import DocumentKind
from tracker.store import settings

if TYPE_CHECKING:
    from tracker.store.book import Book

PRINTED = "print_documents"


def printed_documents(book: Book) -> tuple[DocumentKind, ...]:
    """The kinds that the office has ticked, in the order of the stack; all of them where it has ticked none that is known."""
    ticked = settings.get(book, PRINTED).split()
    return tuple(kind for kind in DocumentKind if kind in ticked) or tuple(DocumentKind)


def set_printed_documents(book: Book, kinds: Collection[DocumentKind]) -> None:
    """Store which kinds are ticked; all of them, or none, counts as usual."""
    usual = not kinds or set(kinds) == set(DocumentKind)
    settings.put(book, PRINTED, "" if usual else " ".join(kind for kind in DocumentKind if kind in kinds))
