"""The lists of a month, by what somebody wrote that they go by."""

from __future__ import annotations

from datetime import date

from tracker.errors import ExchangeError
from tracker.exchange.ranking.choice import choose_indicators
from tracker.i18n import tr
from tracker.metrics.lists_month import ByWhat, MonthLists, leading_indicator, month_lists
from tracker.metrics.live import Live
from tracker.store.book import Book


class NothingToList(ExchangeError):
    def __init__(self) -> None:
        super().__init__(tr("There are no units or no indicators yet."))


def lists_of(book: Book, live: Live, code: str | None, *, score: bool, today: date) -> MonthLists:
    """The lists by the indicator of that code, by the score, or (None) by the leading indicator.

    Raises NoSuchIndicator, NothingToList, NoScheme, SchemeRefused.
    """
    if code is not None:
        by = ByWhat(choose_indicators(live.indicators, [code])[0].id)
    else:
        lead = leading_indicator(live)
        if lead is None:
            raise NothingToList
        by = ByWhat(None if score else lead.id)
    found = month_lists(book, live, by, today=today)
    if found is None:
        raise NothingToList
    return found
