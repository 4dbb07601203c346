"""What is to be printed, as it is chosen in the preview and remembered for the book."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId, UnitId
from tracker.reports.imprint import Imprint
from tracker.reports.ranking_sheet import ranking_sheet
from tracker.reports.score_closing import Closing
from tracker.reports.sheet import Paper, RankingSheet
from tracker.store import settings as book_settings
from tracker.store.print_setup import print_setup
from tracker.ui.settings import Settings

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """Which indicators, in whose order; which groups and units (none: all); with subtotals; the paper; who made it and when.

    `score`: with the scores at the end, where there are any; `by_score`: in their order.
    """

    indicators: tuple[IndicatorId, ...]
    lead: IndicatorId
    date: datetime.date
    groups: tuple[GroupId, ...] = ()
    subtotals: bool = True
    paper: Paper = Paper.FITTING
    clerk: str = ""
    units: tuple[UnitId, ...] = ()
    score: bool = True
    by_score: bool = False


def imprint(book: Book, date: datetime.date, *, clerk: str = "", paper: Paper = Paper.FITTING) -> Imprint:
    """What the office puts on the sheet, as it is set up in the book; the day, who made it."""
    return replace(Imprint.of(book, date, paper=paper), clerk=clerk)


def sheet_of(live: Live, book: Book, options: PrintOptions, scores: Closing | None = None) -> RankingSheet:
    """The content of the sheet as chosen, closed with those scores; raises NoIndicatorToPrint, NoUnitToPrint."""
    made = imprint(book, options.date, clerk=options.clerk, paper=options.paper)
    sheet = ranking_sheet(
        live, imprint=made, indicators=options.indicators, groups=options.groups, lead=options.lead, closing=scores
    )
    if options.subtotals:
        return sheet
    return replace(sheet, blocks=tuple(replace(block, subtotal=None) for block in sheet.blocks))


def first_options(
    live: Live, shown: tuple[IndicatorId, GroupId | None], remembered: dict[str, Any], date: datetime.date
) -> PrintOptions:
    """What the preview starts with: the page's indicator and group; last time's indicators, if this one was among them; the
    office's paper.
    """
    lead, group = shown
    known = [indicator.id for indicator in live.indicators]
    last = _known(remembered.get("indicators"), known)
    return PrintOptions(
        indicators=tuple(IndicatorId(one) for one in last) if lead in last else (lead,),
        lead=lead,
        groups=() if group is None else (group,),
        subtotals=remembered.get("subtotals") is not False,
        score=remembered.get("score") is not False,
        paper=print_setup(live.book).paper,
        clerk=str(remembered.get("clerk") or book_settings.clerk(live.book)),
        date=date,
    )


def remember(settings: Settings, book: Book, options: PrintOptions, printer: str, *, of_ranking: bool = True) -> None:
    """Keep what was chosen for this book on this computer; the book itself is not changed.

    What only a ranking sheet is told stays as it was where something else was printed.
    """
    kept = remembered(settings, book) | {"clerk": options.clerk, "printer": printer}
    if of_ranking:
        kept |= {"indicators": list(options.indicators), "subtotals": options.subtotals, "score": options.score}
    settings.set_text(_key(book), json.dumps(kept, ensure_ascii=False))


def remembered(settings: Settings, book: Book) -> dict[str, Any]:
    """What was kept for this book; empty where nothing was, or where it cannot be read."""
    try:
        kept = json.loads(settings.text(_key(book)) or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _key(book: Book) -> str:
    return "print/" + hashlib.sha256(str(book.path).encode()).hexdigest()[:16]


def _known(values: object, known: Collection[int]) -> Sequence[int]:
    """Those of the stored ids that the book has, in the book's order."""
    kept = {one for one in values if isinstance(one, int)} if isinstance(values, list) else set()
    return [one for one in known if one in kept]
