"""How the office wants its sheets printed, kept as settings of the book; a published month keeps those it was published with.

What another program wrote there counts as not set.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.print_setup import (
    PLACEHOLDERS,
    USUAL_COLUMNS,
    USUAL_SIGNATURES,
    Paper,
    PrintSetup,
    SheetColumn,
    unknown_placeholders,
)
from tracker.i18n import mark, tr
from tracker.store import settings
from tracker.store.list_names import PRINTED, read_list, written
from tracker.store.print_setup_faults import (
    BraceAlone,
    ColumnIsTwice,
    NoColumnToPrint,
    PlaceholderUnknown,
    TextTooLong,
    TooManySignatures,
)

if TYPE_CHECKING:
    from tracker.store.book import Book

COLUMNS = "print_columns"
TOTAL = "print_total"
PAPER = "print_paper"
PORTRAIT = "print_portrait"
TITLE = "print_title"
TITLE_OF_ONE = "print_title_of_one"
SUBTITLE = "print_subtitle"
SIGNATURES = "print_signatures"
TITLE_FACE = "print_title_face"
BODY_FACE = "print_body_face"

FIRST, YES = "first", "yes"
LONGEST, MOST_SIGNATURES = 120, 6

TEXTS = {
    TITLE: mark("Title of a sheet of several indicators"),
    TITLE_OF_ONE: mark("Title of a sheet of one indicator"),
    SUBTITLE: mark("Line under the title"),
    SIGNATURES: mark("Signatures"),
}
"""What the office's own texts are called."""

Choice = TypeVar("Choice", bound=StrEnum)


def print_setup(book: Book) -> PrintSetup:
    """The office's choice; everything as usual that nobody has set."""
    signatures = settings.get(book, SIGNATURES)
    return PrintSetup(
        columns=tuple(dict.fromkeys(_known(SheetColumn, settings.get(book, COLUMNS).split()))) or USUAL_COLUMNS,
        indicators=tuple(read_list(settings.get(book, PRINTED))),
        total_first=settings.get(book, TOTAL) == FIRST,
        paper=next(_known(Paper, [settings.get(book, PAPER)]), Paper.FITTING),
        portrait=settings.get(book, PORTRAIT) == YES,
        title=settings.get(book, TITLE),
        title_of_one=settings.get(book, TITLE_OF_ONE),
        subtitle=settings.get(book, SUBTITLE),
        signatures=tuple(read_list(signatures)) if signatures else USUAL_SIGNATURES,
        title_face=settings.get(book, TITLE_FACE),
        body_face=settings.get(book, BODY_FACE),
    )


def set_print_setup(book: Book, setup: PrintSetup) -> None:
    """Store the office's choice, inside a change; raises as `check`."""
    check(setup)
    usual = PrintSetup()
    settings.put(book, COLUMNS, "" if setup.columns == usual.columns else " ".join(setup.columns))
    settings.put(book, PRINTED, written(list(setup.indicators)))
    settings.put(book, TOTAL, FIRST if setup.total_first else "")
    settings.put(book, PAPER, "" if setup.paper is usual.paper else setup.paper.value)
    settings.put(book, PORTRAIT, YES if setup.portrait else "")
    for key, text in _texts(setup):
        settings.put(book, key, text.strip())
    signatures = list(setup.signatures)
    settings.put(book, SIGNATURES, "" if setup.signatures == usual.signatures else written(signatures) or "[]")
    settings.put(book, TITLE_FACE, setup.title_face)
    settings.put(book, BODY_FACE, setup.body_face)


def check(setup: PrintSetup) -> None:
    """Raise NoColumnToPrint, ColumnIsTwice, TooManySignatures, PlaceholderUnknown, BraceAlone, TextTooLong where it is wrong."""
    if not set(setup.columns) - {SheetColumn.RANK, SheetColumn.LIGHT}:
        raise NoColumnToPrint
    for column in setup.columns:
        if setup.columns.count(column) > 1:
            raise ColumnIsTwice(column)
    if len(setup.signatures) > MOST_SIGNATURES:
        raise TooManySignatures(MOST_SIGNATURES)
    for key, text in (*_texts(setup), *((SIGNATURES, line) for line in setup.signatures)):
        _check_text(tr(TEXTS[key]), text)


def _check_text(where: str, text: str) -> None:
    if len(text) > LONGEST:
        raise TextTooLong(where, LONGEST)
    for word in unknown_placeholders(text):
        if word in {"{", "}"}:
            raise BraceAlone(where, word)
        raise PlaceholderUnknown(where, word, tr(", ").join(f"{{{known}}}" for known in PLACEHOLDERS))


def _texts(setup: PrintSetup) -> tuple[tuple[str, str], ...]:
    return (TITLE, setup.title), (TITLE_OF_ONE, setup.title_of_one), (SUBTITLE, setup.subtitle)


def _known(kind: type[Choice], codes: list[str]) -> Iterator[Choice]:
    return (kind(code) for code in codes if code in set(kind))
