"""The texts that the office writes into a month's bulletin. They are no figures: publishing a month does not lock them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.office_text import OfficeText, OfficeTextKind, as_kept
from tracker.domain.period import Month
from tracker.store.texts import storable

if TYPE_CHECKING:
    from tracker.store.book import Book


def office_texts(book: Book) -> list[OfficeText]:
    """All texts, by month and kind; those of kinds that a newer program wrote left out."""
    known = {str(kind) for kind in OfficeTextKind}
    rows = book.rows("SELECT month, kind, text FROM office_text ORDER BY month, kind")
    return [OfficeText(Month.from_key(month), OfficeTextKind(kind), text) for month, kind, text in rows if kind in known]


def office_text(book: Book, month: Month, kind: OfficeTextKind) -> str:
    """The month's text of that kind, "" where there is none."""
    row = book.row("SELECT text FROM office_text WHERE month = ? AND kind = ?", (month.key, kind.value))
    return str(row[0]) if row else ""


def text_before(book: Book, month: Month, kind: OfficeTextKind) -> OfficeText | None:
    """The latest text of that kind from a month before, to go on from; None where there is none."""
    row = book.row(
        "SELECT month, text FROM office_text WHERE kind = ? AND month < ? ORDER BY month DESC LIMIT 1", (kind.value, month.key)
    )
    return OfficeText(Month.from_key(row[0]), kind, str(row[1])) if row else None


def set_office_text(book: Book, new: OfficeText) -> None:
    """Put the text in place of the month's own of its kind, as it is kept; a blank one removes it.

    Raises TextUnusable.
    """
    text = as_kept(storable(new.text))
    if text == office_text(book, new.month, new.kind):
        return
    if text:
        book.write(
            "INSERT INTO office_text (month, kind, text) VALUES (?, ?, ?) "
            "ON CONFLICT (month, kind) DO UPDATE SET text = excluded.text",
            (new.month.key, new.kind.value, text),
        )
    else:
        book.write("DELETE FROM office_text WHERE month = ? AND kind = ?", (new.month.key, new.kind.value))
