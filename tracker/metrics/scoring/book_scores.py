"""A book's scores of the month in view: by the version of the scheme in force, what counts beside its lines, and the moves."""

from __future__ import annotations

from contextlib import closing
from datetime import date

from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.domain.unit import UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.scoring.forms import forms
from tracker.metrics.scoring.month_scores import Beside, score_table
from tracker.metrics.scoring.score import ScoreTable
from tracker.metrics.shown import document_date, live_of, published_by_then
from tracker.store.adjustments import adjustments
from tracker.store.book import Book
from tracker.store.scheme_faults import SchemeRefused
from tracker.store.scheme_versions import faults_of, scheme_of


class NoScheme(TrackerError):
    def __init__(self, month: Month) -> None:
        super().__init__(tr("There is no scheme for {month}, so there are no scores. Enter or load one first.", month=month))


def book_scores(book: Book, live: Live, *, today: date) -> ScoreTable:
    """The scores of the month that `live` (of `live_of`) shows of the book; January has no moves.

    A published month is scored with what it was published with, as of that day. Moves count from what last month shows: from its
    publication, if it was published by then. Raises NoScheme, SchemeRefused where the scheme cannot work in this month, and as
    `score_table`.
    """
    month = live.month
    scheme = scheme_of(live.book, month)
    if scheme is None:
        raise NoScheme(month)
    found = faults_of(live.book, scheme, months=[month.number])
    if found:
        raise SchemeRefused(fault.text for fault in found)
    before = _ranks_before(book, live, today) if month.number > 1 else {}
    return scored(live, scheme, month, document_date(book, month, today), before)


def scores_if_any(book: Book, live: Live, *, today: date) -> ScoreTable | None:
    """The same for documents that show scores only where there are any: None without a scheme, or with one that cannot work."""
    try:
        return book_scores(book, live, today=today)
    except (NoScheme, SchemeRefused):
        return None


def _ranks_before(book: Book, live: Live, today: date) -> dict[UnitId, int]:
    month = live.month.plus(-1)
    scores = earlier_scores(book, live, month, today=today)
    return {} if scores is None else scores.ranks


def earlier_scores(book: Book, live: Live, month: Month, *, today: date) -> ScoreTable | None:
    """The scores of an earlier month, without moves, as the month that `live` shows knows them.

    Those of its publication if it was published by then, else what `live` makes of it. None where there was no scheme yet, or one
    that could not work.
    """
    past = published_by_then(book, month, live.month)
    if past is None:
        return _unmoved(live, month, document_date(book, live.month, today))
    with closing(live_of(book, month, target_set=live.target_set)) as published:
        return _unmoved(published, month, past.dated)


def _unmoved(live: Live, month: Month, today: date) -> ScoreTable | None:
    scheme = scheme_of(live.book, month)
    if scheme is None or faults_of(live.book, scheme, months=[month.number]):
        return None
    return scored(live, scheme, month, today, {})


def scored(live: Live, scheme: Scheme, month: Month, today: date, ranks_before: dict[UnitId, int]) -> ScoreTable:
    """A month's scores by a version, with the points by hand and what forms cost by its terms as of today."""
    beside = Beside(adjustments(live.book, month), forms(live, month, scheme.terms, today=today), ranks_before)
    return score_table(live, scheme, month=month, beside=beside)
