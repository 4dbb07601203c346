"""The months that a chart runs over."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.domain.period import FIRST_YEAR, Month
from tracker.metrics.row import NOTHING, Rates
from tracker.store.book import Book
from tracker.store.months import published


def months_up_to(month: Month, years: int = 1) -> tuple[Month, ...]:
    """January of the first of so many years, the month's own the last, to the month."""
    first = Month(max(FIRST_YEAR, month.year - years + 1), 1)
    return tuple(first.plus(after) for after in range(first.until(month) + 1))


def published_in(book: Book, told: Iterable[Month] | None) -> frozenset[Month]:
    """The published months: those that were told, else those that the book itself knows of (a snapshot knows but its own)."""
    return published(book) if told is None else frozenset(told)


def is_reported(rates: Rates) -> bool:
    """Whether there is a figure of the month itself, or a ratio: where there is none, a chart has a gap."""
    inputs = rates.inputs
    return rates.quotient is not None if inputs is NOTHING else None not in (inputs.cumulative, inputs.month_value)
