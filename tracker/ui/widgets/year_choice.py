"""The year whose targets or plan are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tracker.i18n import tr
from tracker.store.book import Book
from tracker.ui.widgets.ranking_choice import LabelledCombo

_YEARS = """
    WITH RECURSIVE begun (month) AS (
        SELECT min(month) FROM figure
        UNION ALL
        SELECT (SELECT min(month) FROM figure WHERE month > begun.month / 100 * 100 + 12) FROM begun WHERE begun.month IS NOT NULL
    )
    SELECT month / 100 FROM begun WHERE month IS NOT NULL
    UNION SELECT year FROM target
    UNION SELECT year FROM plan_share
    UNION SELECT year FROM scheme_line
"""


class YearChoice(LabelledCombo):
    """Offers the years that a book has anything of, the one in view, and one more at each end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Year"), parent)

    def show_year(self, book: Book, year: int) -> None:
        """Offer the book's years, with this one chosen."""
        known = years_of(book) | {year}
        self.offer([(one, str(one)) for one in range(max(1900, min(known) - 1), min(9999, max(known) + 1) + 1)], year)


def years_of(book: Book) -> frozenset[int]:
    """The years of which the book has targets, a plan, a scheme or figures; read from the indexes alone."""
    return frozenset(year for (year,) in book.rows(_YEARS))
