"""One indicator, all units, side by side on the same axes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.indicator import Direction, Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import Group, GroupId, Unit
from tracker.metrics.live import Live
from tracker.metrics.row import Rates
from tracker.metrics.trends.pace import Measure, Values, drawn, target_of
from tracker.metrics.trends.span import months_up_to, published_in
from tracker.metrics.trends.subject import Subject


@dataclass(frozen=True, slots=True)
class Small:
    """A unit's small picture: its course, as shares of its targets or as amounts (None for a gap), and the figures behind it."""

    unit: Unit
    values: Values
    rates: tuple[Rates | None, ...]

    @property
    def last(self) -> Fraction | None:
        """The last month's value."""
        return self.values[-1]


@dataclass(frozen=True, slots=True)
class Multiples:
    """The units' courses, the furthest first; in every month each is held against the `pace` of that month."""

    indicator: Indicator
    months: tuple[Month, ...]
    measure: Measure
    smalls: tuple[Small, ...]
    pace: Values
    group: Group | None
    published: frozenset[Month]


def multiples(
    live: Live,
    indicator: IndicatorId,
    group: GroupId | None = None,
    *,
    years: int = 1,
    published_months: Iterable[Month] | None = None,
) -> Multiples:
    """The units of the county, or of one group, up to the month that `live` shows. Raises KeyError for an unknown indicator.

    Shares of the target where any unit has one, else amounts; a unit without a target then has no line.
    """
    table = live.table(indicator)
    tables = [live.table(indicator, month) for month in months_up_to(live.month, years)]
    units = [unit for unit in table.roster.units if group in (None, unit.group)]
    by_target = any(target_of(table.rates(unit.id)) is not None for unit in units)
    smalls = []
    for unit in units:
        subject = Subject(unit=unit)
        rates = tuple(subject.rates(one) for one in tables)
        targets = [target_of(one) for one in rates]
        values = (
            None if by_target and target is None else drawn(one, target if by_target else None)
            for one, target in zip(rates, targets, strict=True)
        )
        smalls.append(Small(unit, tuple(values), rates))
    sign = -1 if table.indicator.direction is Direction.HIGHER else 1
    smalls.sort(key=lambda one: (one.last is None, sign * (one.last or 0)))
    return Multiples(
        indicator=table.indicator,
        months=tuple(one.month for one in tables),
        measure=Measure.COMPLETION if by_target else Measure.AMOUNT,
        smalls=tuple(smalls),
        pace=tuple(one.total(None).pace if by_target else None for one in tables),
        group=next((one for one in table.roster.groups if one.id == group), None),
        published=published_in(live.book, published_months),
    )
