"""The months' states: open for figures (填报中) or published (已发布)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.period import Month
from tracker.store.faults import MonthIsPublished

if TYPE_CHECKING:
    from tracker.store.book import Book


class MonthState(StrEnum):
    """A month is open until it is published; then its figures are locked."""

    OPEN = "open"
    PUBLISHED = "published"


def state(book: Book, month: Month) -> MonthState:
    """The month's state; one that nothing was ever said of is open."""
    row = book.row("SELECT state FROM month_state WHERE month = ?", (month.key,))
    return MonthState(row[0]) if row else MonthState.OPEN


def set_state(book: Book, month: Month, state: MonthState) -> None:
    """Lock a month's figures, or open it again; what it shows for ever is `publications`' own."""
    book.write(
        "INSERT INTO month_state (month, state) VALUES (?, ?) ON CONFLICT (month) DO UPDATE SET state = excluded.state",
        (month.key, state.value),
    )


def published(book: Book) -> frozenset[Month]:
    """The months that are published."""
    rows = book.rows("SELECT month FROM month_state WHERE state = ?", (MonthState.PUBLISHED.value,))
    return frozenset(Month.from_key(key) for (key,) in rows)


def check_untouched(book: Book) -> None:
    """Inside an open change: raise MonthIsPublished where it has touched a figure of a month that is published.

    Not where it publishes that month or opens it again itself: such a change can be turned back with its figures.
    """
    touched = "(SELECT month FROM journal_change WHERE entry_id = (SELECT entries + 1 FROM journal_head) AND table_name = ?)"
    statement = f"SELECT month FROM month_state WHERE state = ? AND month IN {touched} AND month NOT IN {touched}"
    row = book.row(statement, (MonthState.PUBLISHED.value, "figure", "month_state"))
    if row:
        raise MonthIsPublished(Month.from_key(row[0]))
