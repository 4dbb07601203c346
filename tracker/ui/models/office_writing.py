"""The office's own words on the page 通报: read from the book, written into it, taken over from an earlier month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.store.office_texts import office_text, set_office_text, text_before
from tracker.ui.models.journal_choices import CHOICES
from tracker.ui.months import month_text

if TYPE_CHECKING:
    from tracker.store.book import Book

TYPED = (OfficeTextKind.NUMBER, OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS)
"""What is typed, in the order of the page."""


def texts_of(book: Book, month: Month) -> dict[OfficeTextKind, str]:
    """What the office wrote for the month."""
    return {kind: office_text(book, month, kind) for kind in TYPED}


def texts_before(book: Book, month: Month) -> dict[OfficeTextKind, OfficeText]:
    """The latest texts before the month, where there are any."""
    found = ((kind, text_before(book, month, kind)) for kind in TYPED)
    return {kind: text for kind, text in found if text is not None}


def write_text(book: Book, new: OfficeText) -> None:
    """Store one text as one step of undo; raises TextUnusable."""
    with book.change(_label(new.month, new.kind)):
        set_office_text(book, new)


def take_over(book: Book, month: Month, kind: OfficeTextKind) -> Month | None:
    """Put the latest text before in place of the month's; which month it is from, None where there is none."""
    before = text_before(book, month, kind)
    if before is None:
        return None
    write_text(book, OfficeText(month, kind, before.text))
    return before.month


def choose_indicators(book: Book, month: Month, codes: Sequence[str]) -> None:
    """Store which indicators the bulletin tells of from this month on."""
    write_text(book, OfficeText(month, OfficeTextKind.INDICATORS, "\n".join(codes)))


def _label(month: Month, kind: OfficeTextKind) -> str:
    return tr("Bulletin {month}: {part}", month=month_text(month), part=tr(CHOICES[kind]))
