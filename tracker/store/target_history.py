"""Who set a target, when, from what to what: the journal by the place of a target."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.amount import from_millionths
from tracker.domain.indicator import IndicatorId
from tracker.domain.target import TargetSet
from tracker.domain.unit import UnitId
from tracker.store.journal import time_of
from tracker.store.journal_filter import PERSON

if TYPE_CHECKING:
    from tracker.store.book import Book

_HISTORY = f"""
    SELECT at, {PERSON}, label, journal.id, old, new FROM journal_change JOIN journal ON journal.id = entry_id
    WHERE table_name = 'target' AND unit_id IS ? AND indicator_id = ? AND month IS NULL
    AND json_extract(coalesce(new, old), '$.year') = ? AND json_extract(coalesce(new, old), '$.target_set') = ?
    ORDER BY journal_change.id DESC
"""


@dataclass(frozen=True, slots=True)
class TargetEvent:
    """One change of a target: from `old` to `new` (None is none), by whom, and in which entry of the journal."""

    at: datetime
    name: str
    label: str
    old: Decimal | None
    new: Decimal | None
    entry: int


def target_history(book: Book, *, year: int, unit: UnitId | None, indicator: IndicatorId, set: TargetSet) -> list[TargetEvent]:  # noqa: A002 - Target.set
    """What became of a unit's target, of the county's own for None; the newest change first."""
    found = []
    for at, name, label, entry, *images in book.rows(_HISTORY, (unit, indicator, year, set.value)):
        old, new = (from_millionths(json.loads(image)["value"]) if image else None for image in images)
        found.append(TargetEvent(time_of(at), name, label, old, new, entry))
    return found
