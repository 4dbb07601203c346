"""What the office sets for its book: texts by key, with typed accessors for the ones that the program knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store.texts import name_of, storable

if TYPE_CHECKING:
    from tracker.store.book import Book

TITLE = "title"
OFFICE = "office"
CLERK = "clerk"
LANGUAGE = "language"
RANK_WHAT_IS_PRINTED = "rank_what_is_printed"
BULLETIN_TEMPLATE = "bulletin_template"


def get(book: Book, key: str) -> str:
    """The text stored under `key`, "" where there is none."""
    row = book.row("SELECT value FROM setting WHERE key = ?", (key,))
    return str(row[0]) if row else ""


def put(book: Book, key: str, value: str) -> None:
    """Store a text; "" removes it. Raises NameIsBlank for a blank key, TextUnusable."""
    key = name_of(key)
    if value == get(book, key):
        return
    if value:
        book.write(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, storable(value)),
        )
    else:
        book.write("DELETE FROM setting WHERE key = ?", (key,))


def title(book: Book) -> str:
    """The book's title, the county's name as a rule."""
    return get(book, TITLE)


def set_title(book: Book, text: str) -> None:
    """Name the book."""
    put(book, TITLE, text)


def office(book: Book) -> str:
    """The office that keeps the book (制表单位)."""
    return get(book, OFFICE)


def set_office(book: Book, text: str) -> None:
    """Name the office that keeps the book."""
    put(book, OFFICE, text)


def clerk(book: Book) -> str:
    """The name under which the journal records changes from now on, beside the system's user."""
    return get(book, CLERK)


def set_clerk(book: Book, text: str) -> None:
    """Say who is working; this very change is already recorded so."""
    put(book, CLERK, text)


def language(book: Book) -> str:
    """The language the book was made in ("zh_CN", "en"), "" where nobody said."""
    return get(book, LANGUAGE)


def rank_what_is_printed(book: Book) -> bool:
    """Whether ranks compare the rounded values that are printed, instead of the unrounded ones (the default)."""
    return get(book, RANK_WHAT_IS_PRINTED) == "yes"


def set_rank_what_is_printed(book: Book, printed: bool) -> None:
    """Choose what ranks compare."""
    put(book, RANK_WHAT_IS_PRINTED, "yes" if printed else "")


def bulletin_template(book: Book) -> str:
    """The SHA-256 under which the office's Word template for bulletins is kept (store/blobs.py), "" where it has none."""
    return get(book, BULLETIN_TEMPLATE)


def set_bulletin_template(book: Book, digest: str) -> None:
    """Name the template that is kept; "" goes back to the usual one."""
    put(book, BULLETIN_TEMPLATE, digest)
