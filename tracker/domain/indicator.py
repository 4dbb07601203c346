"""An indicator (指标): what is reported, how its months add up and what it is ranked by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NewType

IndicatorId = NewType("IndicatorId", int)


class Kind(StrEnum):
    """flow: months add up. stock: a level at month's end. ratio: one indicator over another."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"


class Direction(StrEnum):
    """Whether a higher or a lower figure is the better one."""

    HIGHER = "higher"
    LOWER = "lower"


class RankBy(StrEnum):
    """The figure an indicator is ranked by."""

    COMPLETION = "completion"
    CUMULATIVE = "cumulative"
    YOY = "yoy"


class EnteredBy(StrEnum):
    """Which figure the office types for a flow; the other one follows."""

    MONTH = "month"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. `unit` is its unit of measure (亿元, 个, %), `decimals` the most places a figure may have.

    A ratio has `numerator`, `denominator` and `factor` (numerator ÷ denominator × factor); other kinds have neither.
    """

    id: IndicatorId
    code: str
    name: str
    unit: str
    decimals: int
    kind: Kind = Kind.FLOW
    direction: Direction = Direction.HIGHER
    rank_by: RankBy = RankBy.COMPLETION
    entered_by: EnteredBy = EnteredBy.MONTH
    numerator: IndicatorId | None = None
    denominator: IndicatorId | None = None
    factor: Decimal = Decimal(1)
    sort: int = 0
    definition: str = ""
