"""What is chosen on the page 趋势, and what of it each kind of chart goes by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import Group, GroupId, UnitId
from tracker.reports.charts.chart import Beside, ChartChoice, ChartKind


class Asked(Enum):
    """What a kind lets one choose."""

    INDICATOR = "indicator"
    GROUP = "group"
    UNIT = "unit"
    """One unit, or the whole."""
    UNITS = "units"
    """Several units, to be seen first."""
    YEARS = "years"
    BESIDE = "beside"


ASKED = {
    ChartKind.PACE: frozenset({Asked.INDICATOR, Asked.GROUP, Asked.UNIT, Asked.BESIDE}),
    ChartKind.STANDING: frozenset({Asked.INDICATOR, Asked.GROUP}),
    ChartKind.BUMP: frozenset({Asked.INDICATOR, Asked.GROUP, Asked.UNITS, Asked.YEARS}),
    ChartKind.HEAT: frozenset({Asked.INDICATOR, Asked.GROUP, Asked.UNITS, Asked.YEARS}),
    ChartKind.INDICATORS: frozenset({Asked.GROUP, Asked.UNITS}),
    ChartKind.COMPOSITION: frozenset({Asked.INDICATOR, Asked.GROUP, Asked.YEARS}),
    ChartKind.FUNNEL: frozenset[Asked](),
    ChartKind.MULTIPLES: frozenset({Asked.INDICATOR, Asked.GROUP, Asked.YEARS}),
}


BY_GROUP = frozenset({ChartKind.BUMP})
"""Kinds that are of one group always: ranks are within it."""


@dataclass(frozen=True, slots=True)
class TrendChoice:
    """All of it; a kind that does not ask for something leaves it as it was, for the next one."""

    kind: ChartKind = ChartKind.PACE
    indicator: IndicatorId | None = None
    group: GroupId | None = None
    unit: UnitId | None = None
    units: frozenset[UnitId] = frozenset()
    years: int = 1
    beside: frozenset[Beside] = field(default_factory=lambda: frozenset(Beside))

    def asks(self, what: Asked) -> bool:
        """Whether the kind lets one choose that."""
        return what in ASKED[self.kind]

    def group_among(self, groups: Sequence[Group]) -> GroupId | None:
        """The group that the chart is of: the chosen one, else the first for a kind that is of one group, else None."""
        if self.group is None and self.kind in BY_GROUP and groups:
            return groups[0].id
        return self.group

    def chart(self) -> ChartChoice:
        """The chart that is chosen by it."""
        units = tuple(sorted(self.units)) if self.asks(Asked.UNITS) else ()
        if self.asks(Asked.UNIT) and self.unit is not None:
            units = (self.unit,)
        return ChartChoice(
            self.kind,
            (self.indicator,) if self.indicator is not None and self.asks(Asked.INDICATOR) else (),
            self.group if self.asks(Asked.GROUP) else None,
            units,
            self.years if self.asks(Asked.YEARS) else 1,
            self.beside,
        )

    def turned_to(self, wanted: ChartChoice) -> TrendChoice:
        """The same with that chart's kind, indicator, group and unit in view."""
        indicator = next(iter(wanted.indicators), self.indicator)
        unit = next(iter(wanted.units), None)
        return replace(self, kind=wanted.kind, indicator=indicator, group=wanted.group, unit=unit)

    def with_unit(self, unit: UnitId, group: GroupId) -> TrendChoice:
        """The same with that unit in view; in another group than the chosen one, its own group is chosen."""
        inside = self.group is None or self.group == group
        return replace(self, unit=unit, units=self.units | {unit}, group=self.group if inside else group)
