"""Hints that the office has accepted (已核对): a figure that looks wrong and is right, with a note that says why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.amount import from_millionths, to_millionths
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store import indicators, journal, units
from tracker.store.journal_filter import PERSON
from tracker.store.month_faults import NoteIsBlank
from tracker.store.texts import name_of, storable

if TYPE_CHECKING:
    from tracker.store.book import Book

_KEY = "month = ? AND unit_id = ? AND indicator_id = ? AND rule = ?"
_IN_FORCE = """
    SELECT unit_id, indicator_id, rule, acceptance.value, acceptance.note FROM acceptance
    LEFT JOIN figure USING (month, unit_id, indicator_id)
    JOIN indicator ON indicator.id = indicator_id
    WHERE month = ? AND (acceptance.value IS figure.value OR indicator.kind = 'ratio') ORDER BY unit_id, indicator_id, rule
"""
_SAID = f"""
    SELECT {PERSON}, at FROM journal_change JOIN journal ON journal.id = entry_id
    WHERE unit_id = ? AND indicator_id = ? AND month = ? AND table_name = 'acceptance' AND json_extract(new, '$.rule') = ?
    ORDER BY journal_change.id DESC
"""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That a rule's hint on a figure was looked into; `value` is the figure it was said of, None for a blank one."""

    unit: UnitId
    indicator: IndicatorId
    month: Month
    rule: str
    value: Decimal | None
    note: str


def acceptances(book: Book, month: Month) -> list[Acceptance]:
    """What is accepted of a month; not what was accepted of a figure that is another one by now.

    A ratio is stored nowhere: whoever computes it must compare it with the acceptance's value.
    """
    return [
        Acceptance(unit, indicator, month, rule, None if value is None else from_millionths(value), note)
        for unit, indicator, rule, value, note in book.rows(_IN_FORCE, (month.key,))
    ]


def accept(book: Book, acceptance: Acceptance) -> None:
    """Accept a hint, in the place of what was said of it before; raises NoteIsBlank, UnknownUnit, UnknownIndicator."""
    note = storable(acceptance.note).strip()
    if not note:
        raise NoteIsBlank
    units.unit(book, acceptance.unit)
    indicators.indicator(book, acceptance.indicator)
    value = None if acceptance.value is None else to_millionths(acceptance.value)
    book.write(
        "INSERT INTO acceptance (month, unit_id, indicator_id, rule, value, note) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (month, unit_id, indicator_id, rule) DO UPDATE SET value = excluded.value, note = excluded.note",
        (acceptance.month.key, acceptance.unit, acceptance.indicator, name_of(acceptance.rule), value, note),
    )


def accepted_by(book: Book, acceptance: Acceptance) -> tuple[str, datetime] | None:
    """Who accepted the hint, and when (UTC); None where the journal does not tell."""
    key = (acceptance.unit, acceptance.indicator, acceptance.month.key, acceptance.rule)
    row = book.row(_SAID, key)
    return (row[0], journal.time_of(row[1])) if row else None


def withdraw(book: Book, acceptance: Acceptance) -> None:
    """Accept the hint no longer; harmless where it is not accepted."""
    key = (acceptance.month.key, acceptance.unit, acceptance.indicator, acceptance.rule)
    book.write(f"DELETE FROM acceptance WHERE {_KEY}", key)
