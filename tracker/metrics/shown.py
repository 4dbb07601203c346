"""What is shown of a month: of a published one what it was published with, for ever; of any other what the book has now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.metrics.live import Live
from tracker.store.book import Book
from tracker.store.corrections import Corrected
from tracker.store.publications import Publication, frozen, publication


class PublishedLive(Live):
    """A published month alone, on what it was published with: a book of its own, which is closed with it; `whole` is not."""

    def __init__(self, frozen: Book, whole: Book, *, month: Month, target_set: TargetSet) -> None:
        super().__init__(frozen, month=month, target_set=target_set)
        self._whole = whole

    @property
    def whole(self) -> Book:
        """The book that the month was published in."""
        return self._whole

    def show(self, month: Month | None = None, target_set: TargetSet | None = None) -> None:
        """Turn to another set of targets; other months are not in what was published: raises ValueError."""
        if month not in {None, self.month}:
            raise ValueError(f"{month} on what {self.month} was published with")
        super().show(month, target_set)

    def close(self) -> None:
        """Follow nothing any longer, and close the book."""
        super().close()
        self.book.close()


def live_of(book: Book, month: Month, *, target_set: TargetSet = TargetSet.ASSIGNED, corrected: Iterable[Corrected] = ()) -> Live:
    """The month as it is to be shown, to be closed: its `book` is the frozen one where the month is published.

    There `corrected` figures stand in the place of the published ones: what a correction makes of them. Raises BookIsDamaged.
    """
    past = frozen(book, month, corrected)
    if past is None:
        return Live(book, month=month, target_set=target_set)
    return PublishedLive(past, book, month=month, target_set=target_set)


def published_by_then(book: Book, month: Month, shown: Month) -> Publication | None:
    """The publication of an earlier month as `shown`, where that is published itself, knew it; None where it did not.

    A month stays published while a later one is, so that what a published month is compared with never changes.
    """
    past, own = publication(book, month), publication(book, shown)
    return past if past is not None and (own is None or past.at <= own.at) else None


def document_date(book: Book, month: Month, today: date) -> date:
    """The date that the month's documents carry: that of its publication, else today's."""
    published = publication(book, month)
    return published.dated if published is not None else today
