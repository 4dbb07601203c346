"""Who entered what a derivation is made of, and when: from the main book's journal, also for a published month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from tracker.metrics.derivation.steps import Source, TargetSource
from tracker.store.book import Book
from tracker.store.journal import history
from tracker.store.target_history import target_history


@dataclass(frozen=True, slots=True)
class Origin:
    """The change that a number is from: when, by whom, what it was called, where it came from ("" for typed), in which entry.

    `value` is what it was made.
    """

    at: datetime
    name: str
    label: str
    source: str
    entry: int
    value: Decimal | None


def origin_of(book: Book, of: Source | TargetSource, *, until: datetime | None = None) -> Origin | None:
    """The newest change of a figure or a target, or the newest up to a moment; None where the journal knows of none.

    `until` is when a month was published: what it shows is what stood there then.
    """
    if isinstance(of, Source):
        found = [
            Origin(event.at, event.name, event.label, event.source, event.entry, event.new)
            for event in history(book, of.unit, of.indicator, of.month)
        ]
    else:
        events = target_history(book, year=of.year, unit=of.unit, indicator=of.indicator, set=of.set)
        found = [Origin(event.at, event.name, event.label, "", event.entry, event.new) for event in events]
    return next((origin for origin in found if until is None or origin.at <= until), None)
