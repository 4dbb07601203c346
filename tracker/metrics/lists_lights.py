"""The lights (红黄绿灯) of an indicator's month: each unit's, with what it was decided by."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.light import GapRule, Light, LightRule
from tracker.domain.unit import Unit
from tracker.metrics.lights import decided_by, light_of
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


def lights(table: IndicatorTable, rule: LightRule | None = None) -> Lights:
    """The month's lights by the office's rule, or by another one."""
    rule = rule or table.light_rule
    county = None if isinstance(rule, GapRule) else table.county_growth
    direction = table.indicator.direction

    def light(row: Row) -> UnitLight:
        return UnitLight(row.unit, light_of(row, rule, lambda: county, direction), decided_by(row, rule))

    return Lights(rule.text, county, tuple(light(row) for row in table.rows))
