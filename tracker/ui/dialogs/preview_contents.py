"""What the print preview can show: the ranking sheet, the sheet of scores, the units' cards; each made from what was chosen."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.i18n import tr
from tracker.metrics.scoring.book_scores import book_scores, scores_if_any
from tracker.metrics.shown import live_of
from tracker.reports.chosen_faces import missing_families
from tracker.reports.drawing import Drawing
from tracker.reports.score_closing import closing_if_any
from tracker.reports.score_sheet import score_sheet
from tracker.reports.sheet import RankingSheet
from tracker.reports.typesetting import pdf
from tracker.reports.unit_card.layout import cards_drawing
from tracker.reports.unit_card.unit_card import unit_cards
from tracker.store import settings
from tracker.store.book import Book
from tracker.ui.dialogs.preview_options import PrintOptions, imprint, sheet_of
from tracker.ui.file_names import file_name

if TYPE_CHECKING:
    from tracker.metrics.live import Live


class Content(StrEnum):
    """What is shown."""

    RANKING = "ranking"
    SCORES = "scores"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Made:
    """The document as PDF, the faces that this machine lacks for it, and how many units are on it."""

    pdf: bytes
    missing: list[str]
    units: int


def prepared(content: Content, book: Book, live: Live, options: PrintOptions) -> Callable[[], Made]:
    """What makes the document, off the window's thread; `live` is the book's month in view.

    A sheet is read from the window's book at once. Cards take longer: those come from a book of their own. Raises TrackerError.
    """
    if content is Content.CARDS:
        path, month, target_set = book.path, live.month, live.target_set

        def cards() -> Made:
            with Book.open(path, read_only=True) as own, closing(live_of(own, month, target_set=target_set)) as shown:
                drawing, units = _cards(own, shown, options)
            return _made(drawing, units)

        return cards
    sheet = _scores(book, live, options) if content is Content.SCORES else _ranking(book, live, options)
    return lambda: _made(sheet, sum(len(block.rows) for block in sheet.blocks))


def document_name(content: Content, book: Book, live: Live) -> str:
    """What the print queue and the file are called."""
    title = settings.title(book) or book.path.stem
    if content is Content.SCORES:
        return file_name(tr("{book} {month} scores", book=title, month=live.month))
    if content is Content.CARDS:
        return file_name(tr("{book} {month} cards", book=title, month=live.month))
    return file_name(tr("{book} {month} ranking", book=title, month=live.month))


def _made(document: RankingSheet | Drawing, units: int) -> Made:
    return Made(pdf(document), missing_families(document), units)


def _ranking(book: Book, live: Live, options: PrintOptions) -> RankingSheet:
    wanted = options.by_score or (options.score and len(options.indicators) > 1)
    scores = closing_if_any(book, live, today=datetime.date.today(), leads=options.by_score) if wanted else None
    return sheet_of(live, live.book, options, scores)


def _scores(book: Book, live: Live, options: PrintOptions) -> RankingSheet:
    made = imprint(live.book, options.date, clerk=options.clerk, paper=options.paper)
    return score_sheet(live, book_scores(book, live, today=datetime.date.today()), imprint=made, groups=options.groups)


def _cards(book: Book, live: Live, options: PrintOptions) -> tuple[Drawing, int]:
    scores = scores_if_any(book, live, today=datetime.date.today())
    made = imprint(live.book, options.date)
    cards = unit_cards(live, scores, imprint=made, units=options.units, groups=options.groups)
    return cards_drawing(cards), len(cards)
