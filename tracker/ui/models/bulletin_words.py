"""What is said beside a month's bulletin: what its figures are, how far they run, what of it can be changed where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.store.months import MonthState, state
from tracker.ui.models.bulletin_shown import ShownBulletin
from tracker.ui.months import month_text

if TYPE_CHECKING:
    from tracker.store.book import Book


@dataclass(frozen=True, slots=True)
class Notes:
    """Where the figures come from, and what else is to be known; "" where nothing is."""

    source: str
    more: str


def notes_of(book: Book, month: Month, shown: ShownBulletin) -> Notes:
    """What is said of the month's bulletin."""
    published = state(book, month) is MonthState.PUBLISHED
    if published:
        source = tr("Figures as they were published")
    else:
        source = tr("Figures follow the book; change them on the entry page")
    return Notes(source, "\n".join(_more(shown, published=published)))


def _more(shown: ShownBulletin, *, published: bool) -> list[str]:
    said = []
    if published:
        said.append(
            tr(
                "The month is published: its figures are frozen. Number, problems and next steps are words, not figures: they can"
                " still be mended, and every change is on record."
            )
        )
    if shown.lagging:
        names = (tr("{indicator} to {month}", indicator=indicator.name, month=month_text(to)) for indicator, to in shown.lagging)
        said.append(tr("Figures of an earlier month: {late}.", late=tr(", ").join(names)))
    return said
