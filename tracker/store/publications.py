"""The publications (发布) of months: each keeps a snapshot of what its ranking was made of, for ever."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tracker import __version__
from tracker.domain.amount import to_millionths
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store import blobs, months, snapshot
from tracker.store.book import Book
from tracker.store.journal import now_text, time_of
from tracker.store.month_faults import HasCorrections, IsPublishedAlready, LaterMonthIsPublished, MonthIsNotPublished
from tracker.store.months import MonthState
from tracker.store.texts import reason_of

_ENTERED = "month, number, dated, at, person, program, digest"
_COLUMNS = f"id, {_ENTERED}, withdrawn, withdrawn_at"


@dataclass(frozen=True, slots=True)
class Publication:
    """A month as it was published: `number` 1, and 2 … after it was opened again; its date, by whom, with which program.

    `digest` names its snapshot; `withdrawn` is why the month was opened again, "" while the publication is in force.
    """

    id: int
    month: Month
    number: int
    dated: date
    at: datetime
    by: str
    program: str
    digest: str
    withdrawn: str
    withdrawn_at: datetime | None


def publication(book: Book, month: Month) -> Publication | None:
    """The month's publication that is in force, None where there is none."""
    row = book.row(f"SELECT {_COLUMNS} FROM publication WHERE month = ? AND withdrawn = ''", (month.key,))
    return _publication(row) if row else None


def publications(book: Book, month: Month | None = None) -> list[Publication]:
    """All publications, or those of one month, withdrawn ones too, by month and number."""
    statement = f"SELECT {_COLUMNS} FROM publication WHERE ?1 IS NULL OR month = ?1 ORDER BY month, number"
    return [_publication(row) for row in book.rows(statement, (month and month.key,))]


def publish(book: Book, month: Month, *, today: date, computed: str = "") -> Publication:
    """Publish the month, inside a change: its figures are locked, and what its ranking is made of is kept as it is now.

    `computed` is what the program made of it, kept beside it. To be followed by `Book.forget_steps`: a publication is taken back
    by `reopen`, not by undo. Raises IsPublishedAlready.
    """
    if publication(book, month) is not None:
        raise IsPublishedAlready(month)
    _publish(book, [month], today, computed)
    return publications(book, month)[-1]


def publish_history(book: Book, history: Collection[Month], *, today: date) -> None:
    """Publish the months that a book comes with, inside the change that brings them, on one snapshot of all of them.

    Those that are published already stay as they are.
    """
    new = sorted(set(history) - months.published(book))
    if new:
        _publish(book, new, today, computed="")


def _publish(book: Book, new: Sequence[Month], today: date, computed: str) -> None:
    for month in new:
        months.set_state(book, month, MonthState.PUBLISHED)
    digest = blobs.put(book, snapshot.take(book, new[0], new[-1], computed))
    at, person = now_text(), book.person
    for month in new:
        number = len(publications(book, month)) + 1
        book.write(
            f"INSERT INTO publication ({_ENTERED}, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, '')",
            (month.key, number, today.isoformat(), at, person, __version__, digest),
        )


def reopen(book: Book, month: Month, reason: str) -> None:
    """Open a published month again, inside a change; its publication stays on record with the reason.

    To be followed by `Book.forget_steps`. Raises ReasonIsBlank, MonthIsNotPublished, HasCorrections, LaterMonthIsPublished.
    """
    told = reason_of(reason)
    published = months.published(book)
    if month not in published:
        raise MonthIsNotPublished(month)
    if book.row("SELECT 1 FROM correction WHERE month = ?", (month.key,)):
        raise HasCorrections(month)
    if month < max(published):
        raise LaterMonthIsPublished(month, max(published))
    months.set_state(book, month, MonthState.OPEN)
    book.write(
        "UPDATE publication SET withdrawn = ?, withdrawn_at = ? WHERE month = ? AND withdrawn = ''",
        (told, now_text(), month.key),
    )


def frozen(book: Book, month: Month, figures: Iterable[tuple[UnitId, IndicatorId, Decimal | None]] = ()) -> Book | None:
    """What the month was published with, as a read-only book in memory, to be closed like any; None where it is not published.

    `figures` of the month stand in it in the place of the published ones: what a correction makes of it. Raises BookIsDamaged.
    """
    found = publication(book, month)
    if found is None:
        return None
    replaced = [(unit, of, month.key, None if value is None else to_millionths(value)) for unit, of, value in figures]
    return snapshot.opened(blobs.get(book, found.digest), book, replaced)


def _publication(row: tuple[Any, ...]) -> Publication:
    id_, key, number, dated, at, person, program, digest, withdrawn, withdrawn_at = row
    return Publication(
        id=id_,
        month=Month.from_key(key),
        number=number,
        dated=date.fromisoformat(dated),
        at=time_of(at),
        by=person,
        program=program,
        digest=digest,
        withdrawn=withdrawn,
        withdrawn_at=None if withdrawn_at is None else time_of(withdrawn_at),
    )
