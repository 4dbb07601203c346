"""What the month in view is ranked by: the book's own figures, or those that a published month was published with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.period import Month
from tracker.store.publications import publication

if TYPE_CHECKING:
    from tracker.domain.target import TargetSet
    from tracker.metrics.live import Live
    from tracker.store.book import Book


class RankedMonth:
    """Keeps what the last published month asked for was published with, until another one is asked for."""

    def __init__(self) -> None:
        self._past: Live | None = None
        self._key: tuple[int, TargetSet] | None = None

    def of(self, book: Book, live: Live, month: Month) -> Live:
        """`live` itself while the month is open; raises BookIsDamaged where what is kept of a published one cannot be read."""
        published = publication(book, month)
        key = None if published is None else (published.id, live.target_set)
        if key != self._key:
            self.forget()
            if key is not None:
                from tracker.metrics.shown import live_of  # numpy, which is there once a book is open

                self._past = live_of(book, month, target_set=live.target_set)
                self._key = key
        return self._past or live

    def forget(self) -> None:
        """Let go of what is kept: the book is closed, or another one."""
        if self._past is not None:
            self._past.close()
        self._past = self._key = None
