"""The lights (红黄绿灯) of an indicator's month: each unit's, with what it was decided by."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.indicator import Direction
from tracker.domain.light import GapRule, Light, LightRule
from tracker.domain.unit import Unit
from tracker.metrics.row import Row
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class UnitLight:
    """A unit's light, None where it has none; `decided_by` is its gap in points, or its growth (0.1 is 10 %), unrounded."""

    unit: Unit
    light: Light | None
    decided_by: Fraction | None


@dataclass(frozen=True, slots=True)
class Lights:
    """The rule in words, the county's growth where growth decides, and every listed unit's light, by group and position."""

    rule: str
    county: Fraction | None
    units: tuple[UnitLight, ...]


def lights(table: IndicatorTable, rule: LightRule) -> Lights:
    """The month's lights by that rule; where lower is better, ahead is below, and to fall is to grow (rule 8)."""
    county = None if isinstance(rule, GapRule) else table.total(None).yoy
    sign = 1 if table.indicator.direction is Direction.HIGHER else -1
    return Lights(rule.text, county, tuple(_light(row, rule, county, sign) for row in table.rows))


def _light(row: Row, rule: LightRule, county: Fraction | None, sign: int) -> UnitLight:
    decided_by = row.gap if isinstance(rule, GapRule) else row.yoy
    if decided_by is None:
        return UnitLight(row.unit, None, None)
    if isinstance(rule, GapRule):
        return UnitLight(row.unit, rule.light(sign * decided_by), decided_by)
    beside = None if county is None else sign * county
    return UnitLight(row.unit, rule.light(sign * decided_by, beside), decided_by)
