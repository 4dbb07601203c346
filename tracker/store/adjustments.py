"""Points given or taken by hand (加减分)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.adjustment import Adjustment, AdjustmentId
from tracker.domain.period import Month
from tracker.store import months, units
from tracker.store.faults import MonthIsPublished
from tracker.store.scheme_faults import DocumentIsBlank, PointsAreZero
from tracker.store.texts import decimal_text, reason_of, storable

if TYPE_CHECKING:
    from tracker.store.book import Book


def adjustments(book: Book, month: Month | None = None) -> list[Adjustment]:
    """All entries, or those that count in a month: its year's up to it. By month, in the order of entering."""
    first, last = (0, 999912) if month is None else (Month(month.year, 1).key, month.key)
    rows = book.rows(
        "SELECT unit_id, month, points, reason, document, id FROM adjustment WHERE month BETWEEN ? AND ? ORDER BY month, id",
        (first, last),
    )
    return [
        Adjustment(unit, Month.from_key(key), Decimal(points), reason, document, id_)
        for unit, key, points, reason, document, id_ in rows
    ]


def add_adjustment(book: Book, new: Adjustment) -> AdjustmentId:
    """Give a unit points from a month on, or take them (below zero).

    Raises PointsAreZero, ReasonIsBlank, DocumentIsBlank, MonthIsPublished, UnknownUnit.
    """
    values = _checked(book, new)
    return AdjustmentId(
        book.write("INSERT INTO adjustment (unit_id, month, points, reason, document) VALUES (?, ?, ?, ?, ?)", values)
    )


def update_adjustment(book: Book, new: Adjustment) -> None:
    """Put an entry in the place of the one of its id; harmless where there is none.

    Raises as `add_adjustment`; MonthIsPublished also where the month in which it counted is.
    """
    values = _checked(book, new)
    row = book.row("SELECT month FROM adjustment WHERE id = ?", (new.id,))
    if row:
        _check_open(book, Month.from_key(row[0]))
        book.write(
            "UPDATE adjustment SET unit_id = ?, month = ?, points = ?, reason = ?, document = ? WHERE id = ?", (*values, new.id)
        )


def remove_adjustment(book: Book, id_: AdjustmentId) -> None:
    """Take an entry back; harmless where there is none. Raises MonthIsPublished where its month is."""
    row = book.row("SELECT month FROM adjustment WHERE id = ?", (id_,))
    if row:
        _check_open(book, Month.from_key(row[0]))
        book.write("DELETE FROM adjustment WHERE id = ?", (id_,))


def _checked(book: Book, new: Adjustment) -> tuple[object, ...]:
    """What is stored of the entry."""
    if not new.points:
        raise PointsAreZero
    reason, document = reason_of(new.reason), storable(new.document).strip()
    if not document:
        raise DocumentIsBlank
    _check_open(book, new.month)
    units.unit(book, new.unit)
    return new.unit, new.month.key, decimal_text(new.points), reason, document


def _check_open(book: Book, month: Month) -> None:
    if months.state(book, month) is months.MonthState.PUBLISHED:
        raise MonthIsPublished(month)
