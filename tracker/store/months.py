"""The months' states: open for figures (填报中) or published (已发布)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.period import Month

if TYPE_CHECKING:
    from tracker.store.book import Book


class MonthState(StrEnum):
    """A month is open until it is published; then its figures are frozen."""

    OPEN = "open"
    PUBLISHED = "published"


def state(book: Book, month: Month) -> MonthState:
    """The month's state; one that nothing was ever said of is open."""
    row = book.row("SELECT state FROM month_state WHERE month = ?", (month.key,))
    return MonthState(row[0]) if row else MonthState.OPEN


def set_state(book: Book, month: Month, state: MonthState) -> None:
    """Publish a month, or open it again."""
    book.write(
        "INSERT INTO month_state (month, state) VALUES (?, ?) ON CONFLICT (month) DO UPDATE SET state = excluded.state",
        (month.key, state.value),
    )


def published(book: Book) -> frozenset[Month]:
    """The months that are published."""
    rows = book.rows("SELECT month FROM month_state WHERE state = ?", (MonthState.PUBLISHED.value,))
    return frozenset(Month.from_key(key) for (key,) in rows)
