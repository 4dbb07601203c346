"""Make a new book, empty, with a template's indicators, or the sample county: whole, or not there at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.exchange.data_folder import load
from tracker.i18n import tr
from tracker.resources import resource
from tracker.store import settings
from tracker.store.book import Book
from tracker.store.disk import whole_file
from tracker.store.faults import BookExists

BLANK = "blank"
TEMPLATES = ("investment", BLANK)
"""What a new book may start from: the usual indicators of investment promotion, or none."""


@contextmanager
def making_book(path: Path, *, title: str, replace: bool = False) -> Iterator[Book]:
    """A new book to fill; it stands at `path` once the block has ended well, and nothing does after an error.

    Raises BookExists where something is there already, unless it is to be replaced.
    """
    if path.exists() and not replace:
        raise BookExists(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as part, Book.create(part, title=title) as book:
        yield book


def make_book(path: Path, *, title: str, office: str = "", template: str = BLANK) -> None:
    """A new book at `path`, with the indicators of one of TEMPLATES. Raises BookExists, BookError."""
    with making_book(path, title=title) as book:
        if template != BLANK:
            load(book, resource("templates", template))
        if office:
            with book.change(tr("Office: {office}", office=office)):
                settings.set_office(book, office)


def make_sample(path: Path) -> None:
    """The sample county's book at `path`; what was there is replaced. Raises BookError."""
    with making_book(path, title=path.stem, replace=True) as book:
        load(book, resource("sample"))
