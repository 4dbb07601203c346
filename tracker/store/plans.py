"""The pace plans (序时): which share of an indicator's yearly target is due by the end of each month."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.indicator import IndicatorId
from tracker.domain.target import PlanShare
from tracker.store import indicators
from tracker.store.bounds import month_number, year_of
from tracker.store.faults import ShareOutOfRange
from tracker.store.texts import decimal_text

if TYPE_CHECKING:
    from tracker.store.book import Book


def plan(book: Book) -> list[PlanShare]:
    """All shares of all years, by year, indicator and month; an indicator without any goes by month ÷ 12."""
    rows = book.rows("SELECT year, indicator_id, month, share FROM plan_share ORDER BY year, indicator_id, month")
    return [PlanShare(year, indicator, month, Decimal(share)) for year, indicator, month, share in rows]


def set_plan_share(book: Book, share: PlanShare) -> None:
    """Store the share due by the end of a month; raises DataError: ShareOutOfRange, UnknownIndicator …"""
    if not 0 <= share.share <= 1:
        raise ShareOutOfRange(share.share)
    indicators.indicator(book, share.indicator)
    book.write(
        "INSERT INTO plan_share (year, indicator_id, month, share) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (indicator_id, year, month) DO UPDATE SET share = excluded.share",
        (year_of(share.year), share.indicator, month_number(share.month), decimal_text(share.share)),
    )


def remove_plan(book: Book, year: int, indicator: IndicatorId) -> None:
    """Let an indicator go by month ÷ 12 in that year; harmless where it does so already."""
    book.write("DELETE FROM plan_share WHERE year = ? AND indicator_id = ?", (year, indicator))


def remove_plan_share(book: Book, year: int, indicator: IndicatorId, month: int) -> None:
    """Let an indicator go by month ÷ 12 in that month; harmless where it does so already."""
    book.write("DELETE FROM plan_share WHERE year = ? AND indicator_id = ? AND month = ?", (year, indicator, month))
