"""Who is where? All units in order of what they are ranked by, with their lights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.indicator import Direction, Indicator, IndicatorId, Kind, RankBy
from tracker.domain.light import Light
from tracker.domain.period import Month
from tracker.domain.unit import Group, GroupId
from tracker.metrics.lists_lights import lights
from tracker.metrics.live import Live
from tracker.metrics.row import Rates, Row, Total
from tracker.metrics.trends.span import published_in


@dataclass(frozen=True, slots=True)
class Bar:
    """A unit's place in the order; `value` is what it is ordered by, None (last of all) where it has none."""

    row: Row
    group: Group
    value: Fraction | None
    light: Light | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The units of a month, the best first; `basis` says of what `value`s are. `pace` is None where none is to be kept."""

    indicator: Indicator
    month: Month
    basis: RankBy
    group: Group | None
    bars: tuple[Bar, ...]
    total: Total
    total_value: Fraction | None
    pace: Fraction | None
    is_published: bool


def basis_of(indicator: Indicator) -> RankBy:
    """What an indicator's units are ordered by; a ratio has only its own figure."""
    return RankBy.CUMULATIVE if indicator.kind is Kind.RATIO else indicator.rank_by


def basis_value(rates: Rates, basis: RankBy) -> Fraction | None:
    """That figure of a row or a total, unrounded."""
    if basis is RankBy.COMPLETION:
        return rates.completion
    if basis is RankBy.YOY:
        return rates.yoy
    return None if rates.cumulative is None else Fraction(rates.cumulative)


def standing(
    live: Live, indicator: IndicatorId, group: GroupId | None = None, *, published_months: Iterable[Month] | None = None
) -> Standing:
    """The units of the county, or of one group, in the month that `live` shows. Raises KeyError for what is not known."""
    table = live.table(indicator)
    basis, total = basis_of(table.indicator), table.total(group)
    groups = {one.id: one for one in table.roster.groups}
    shown = {one.unit.id: one.light for one in lights(table).units}
    bars = [
        Bar(row, groups[row.unit.group], basis_value(row, basis), shown[row.unit.id])
        for row in table.rows
        if group in (None, row.unit.group)
    ]
    return Standing(
        indicator=table.indicator,
        month=live.month,
        basis=basis,
        group=total.group,
        bars=tuple(_ordered(bars, table.indicator.direction)),
        total=total,
        total_value=basis_value(total, basis),
        pace=total.pace if basis is RankBy.COMPLETION else None,
        is_published=live.month in published_in(live.book, published_months),
    )


def _ordered(bars: Iterable[Bar], direction: Direction) -> list[Bar]:
    """The best first, equal ones in the book's order, those without a figure last."""
    sign = -1 if direction is Direction.HIGHER else 1
    return sorted(bars, key=lambda bar: (bar.value is None, sign * (bar.value or 0)))
