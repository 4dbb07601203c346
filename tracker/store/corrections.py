"""The corrections (更正) of published months: numbered, with a reason; they change figures, never what was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from tracker.domain.amount import from_millionths, to_millionths
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store import figures as noun
from tracker.store.book import Book
from tracker.store.journal import now_text, time_of
from tracker.store.month_faults import MonthIsNotPublished, NothingToCorrect
from tracker.store.publications import publication
from tracker.store.texts import reason_of

Corrected = tuple[UnitId, IndicatorId, Decimal | None]
"""What is right: a unit's figure for an indicator, None for nothing."""


@dataclass(frozen=True, slots=True)
class CorrectedFigure:
    """One figure of a correction, from `old` to `new`; None is blank."""

    unit: UnitId
    indicator: IndicatorId
    old: Decimal | None
    new: Decimal | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A month's correction number 1, 2 …: why, when, by whom, and its figures."""

    id: int
    month: Month
    number: int
    reason: str
    at: datetime
    by: str
    figures: tuple[CorrectedFigure, ...]


def corrections(book: Book, month: Month) -> list[Correction]:
    """The month's corrections by number."""
    rows = book.rows("SELECT id, number, reason, at, person FROM correction WHERE month = ? ORDER BY number", (month.key,))
    return [
        Correction(id_, month, number, reason, time_of(at), person, tuple(_figures(book, id_)))
        for id_, number, reason, at, person in rows
    ]


def correct(book: Book, month: Month, figures: Sequence[Corrected], reason: str) -> Correction:
    """Put right what was published, inside a change: the figures count from now on, and the correction is on record.

    To be followed by `Book.forget_steps`: it is not undone, but corrected in turn. Raises ReasonIsBlank, MonthIsNotPublished,
    NothingToCorrect, and as `set_figure`.
    """
    told = reason_of(reason)
    if publication(book, month) is None:
        raise MonthIsNotPublished(month)
    changed = [place for place in {figure[:2]: figure for figure in figures}.values() if _value(book, month, place) != place[2]]
    if not changed:
        raise NothingToCorrect
    number = book.row("SELECT ifnull(max(number), 0) + 1 FROM correction WHERE month = ?", (month.key,))[0]
    correction = book.write(
        "INSERT INTO correction (month, number, at, person, reason) VALUES (?, ?, ?, ?, ?)",
        (month.key, number, now_text(), book.person, told),
    )
    for unit, indicator, new in changed:
        _correct_one(book, correction, month, (unit, indicator, new))
    return corrections(book, month)[-1]


def _correct_one(book: Book, correction: int, month: Month, place: Corrected) -> None:
    unit, indicator, new = place
    there = noun.figure(book, unit, indicator, month) or Figure(unit, indicator, month, None)
    noun.overwrite(book, replace(there, value=new, typed="", source=""))
    amounts = (None if value is None else to_millionths(value) for value in (there.value, new))
    book.write(
        "INSERT INTO correction_figure (correction_id, unit_id, indicator_id, old, new) VALUES (?, ?, ?, ?, ?)",
        (correction, unit, indicator, *amounts),
    )


def _value(book: Book, month: Month, place: Corrected) -> Decimal | None:
    there = noun.figure(book, place[0], place[1], month)
    return there.value if there is not None else None


def _figures(book: Book, correction: int) -> Iterator[CorrectedFigure]:
    statement = "SELECT unit_id, indicator_id, old, new FROM correction_figure WHERE correction_id = ? ORDER BY id"
    for unit, indicator, *amounts in book.rows(statement, (correction,)):
        old, new = (None if amount is None else from_millionths(amount) for amount in amounts)
        yield CorrectedFigure(unit, indicator, old, new)
