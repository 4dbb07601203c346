"""What the office writes into its bulletins: texts.csv."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.exchange.data_folder.directory import each_row, first_of
from tracker.exchange.data_folder.rows import TextRow
from tracker.exchange.data_folder.tables import TEXTS
from tracker.exchange.problems import Findings
from tracker.store import office_texts

if TYPE_CHECKING:
    from tracker.store.book import Book


def read_texts(folder: Path, findings: Findings) -> Iterator[TextRow]:
    """The rows of the file; what cannot be taken is among the findings."""
    seen: dict[object, int] = {}
    for cells in each_row(folder, TEXTS, findings):
        month = cells.month("month") if cells.needed("month") else None
        kind = cells.choice("kind", OfficeTextKind, OfficeTextKind.NUMBER) if cells.needed("kind") else None
        if month is not None and kind is not None and cells.sound and first_of(seen, (month, kind), cells):
            yield TextRow(month, kind, cells.verbatim("text"))


def texts_of(book: Book) -> tuple[TextRow, ...]:
    """What the book has, by month."""
    return tuple(TextRow(one.month, one.kind, one.text) for one in office_texts.office_texts(book))


def store_texts(book: Book, rows: Iterable[TextRow]) -> None:
    """Store it, inside a change, in the place of what the book has of the same month and kind."""
    for row in rows:
        office_texts.set_office_text(book, OfficeText(row.month, row.kind, row.text))
