"""Points given or taken by hand (加减分), with a reason and the number of the document that says so."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NewType

from tracker.domain.period import Month
from tracker.domain.unit import UnitId

AdjustmentId = NewType("AdjustmentId", int)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Points above or below zero that count for a unit from `month` to the end of its year; `id` is 0 until they are stored."""

    unit: UnitId
    month: Month
    points: Decimal
    reason: str
    document: str
    id: AdjustmentId = AdjustmentId(0)
