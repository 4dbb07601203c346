"""A yearly target (目标) and the pace plan (序时) that says how much of it is due by a month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId


class TargetSet(StrEnum):
    """Two sets stand side by side: 市下达 and 县自加压."""

    ASSIGNED = "assigned"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class Target:
    """A year's target of a unit, or of the county itself where `unit` is None."""

    year: int
    unit: UnitId | None
    indicator: IndicatorId
    value: Decimal
    set: TargetSet = TargetSet.ASSIGNED


@dataclass(frozen=True, slots=True)
class PlanShare:
    """The share of the year's target (0 to 1) that should be reached by the end of month `month` (1 to 12)."""

    year: int
    indicator: IndicatorId
    month: int
    share: Decimal
