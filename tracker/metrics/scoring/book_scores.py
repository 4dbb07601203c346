"""A book's scores of the month in view, by the scheme of its year, with the moves since the month before."""

from __future__ import annotations

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.scoring.month_scores import score_table
from tracker.metrics.scoring.score import ScoreTable
from tracker.store.book import Book
from tracker.store.schemes import scheme_lines


class NoScheme(TrackerError):
    def __init__(self, year: int) -> None:
        super().__init__(tr("There is no scheme for {year}, so there are no scores. Enter or load one first.", year=year))


def book_scores(book: Book, live: Live) -> ScoreTable:
    """The scores of the month that `live` shows of the book; January has no moves. Raises NoScheme, and as `score_table`."""
    month = live.month
    lines = scheme_lines(book, month.year)
    if not lines:
        raise NoScheme(month.year)
    before = score_table(live, lines, month=month.plus(-1)).ranks if month.number > 1 else {}
    return score_table(live, lines, ranks_before=before)
