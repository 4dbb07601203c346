"""What the ranking page offers to rank: each indicator, and the composite score where the month has a scheme."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tracker.i18n import tr
from tracker.store.scheme_versions import scheme_of
from tracker.ui.models.ranking_board import SCORE, Board, IndicatorBoard, has_figures

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book


def boards_offered(live: Live) -> list[tuple[object, str]]:
    """What can be chosen, with its name; a published month offers the score by the scheme it was published with."""
    found: list[tuple[object, str]] = [(indicator.id, indicator.name) for indicator in live.indicators]
    return [*found, (SCORE, tr("Composite score"))] if scheme_of(live.book, live.month) is not None else found


def chosen_board(book: Book | None, live: Live | None, about: object) -> Board | None:
    """What was asked for, the first indicator where that is gone; None where there is nobody to rank. Raises SchemeRefused."""
    if book is None or live is None or not live.indicators or not live.roster.units:
        return None
    if about == SCORE and scheme_of(live.book, live.month) is not None:
        return _scores(book, live)
    known = {indicator.id: indicator for indicator in live.indicators}
    chosen = next((indicator for indicator in known if indicator == about), live.indicators[0].id)
    return IndicatorBoard(live.table(chosen))


def _scores(book: Book, live: Live) -> Board:
    from tracker.metrics.scoring.book_scores import book_scores  # numpy, which is there once a book is open
    from tracker.ui.models.ranking_scores import ScoreBoard

    scores = book_scores(book, live, today=datetime.date.today())
    known = {indicator.id: indicator for indicator in live.indicators}
    filled = any(has_figures(live.table(line.indicator)) for line in scores.scheme.lines)
    return ScoreBoard(scores, live.roster, known, filled)
