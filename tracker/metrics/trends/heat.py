"""Where is the trouble? How far each unit is ahead or behind, month by month of an indicator, or across a month's indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tracker.domain.indicator import Direction, Indicator, IndicatorId, Kind, RankBy
from tracker.domain.period import Month
from tracker.domain.unit import Group, GroupId, Unit, UnitId
from tracker.metrics.live import Live
from tracker.metrics.row import Rates
from tracker.metrics.table import IndicatorTable
from tracker.metrics.trends.span import is_reported, months_up_to, published_in


class HeatBy(StrEnum):
    """gap: points ahead of the pace. yoy: growth on last year. figure: the figure itself, which has no better and worse side."""

    GAP = "gap"
    YOY = "yoy"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """`value` is written, None for a gap; `lean`: how far on the better side (above zero) in points, None without sides."""

    value: Fraction | None = None
    lean: Fraction | None = None
    rates: Rates | None = None


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """An indicator in a month."""

    indicator: Indicator
    month: Month
    by: HeatBy


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A unit and its cells; `rank` is its rank in its group in what the rows are ordered by."""

    unit: Unit
    group: Group
    rank: int | None
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows of cells, the best first; all columns are of one indicator (`by_months`), or all of one month."""

    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]
    by_months: bool
    group: Group | None
    published: frozenset[Month]


def heat_by(indicator: Indicator) -> HeatBy:
    """Which side of what an indicator's units can be on: of the pace where its months add up and it is held against a target."""
    if indicator.kind is Kind.FLOW and indicator.rank_by is not RankBy.YOY:
        return HeatBy.GAP
    return HeatBy.YOY if indicator.kind is Kind.FLOW else HeatBy.FIGURE


def heat_of_months(
    live: Live,
    indicator: IndicatorId,
    group: GroupId | None = None,
    *,
    years: int = 1,
    published_months: Iterable[Month] | None = None,
) -> HeatMap:
    """Units × months of one indicator, up to the month that `live` shows. Raises KeyError for an unknown indicator."""
    tables = [live.table(indicator, month) for month in months_up_to(live.month, years)]
    return _map(live, tables, group, published_months)


def heat_of_indicators(
    live: Live,
    indicators: Sequence[IndicatorId],
    group: GroupId | None = None,
    *,
    published_months: Iterable[Month] | None = None,
) -> HeatMap:
    """Units × indicators in the month that `live` shows, in the order of the first one. Raises KeyError, ValueError for none."""
    if not indicators:
        raise ValueError("a heat map of no indicator")
    return _map(live, [live.table(indicator) for indicator in indicators], group, published_months, by_months=False)


def _map(
    live: Live,
    tables: Sequence[IndicatorTable],
    group: GroupId | None,
    published_months: Iterable[Month] | None,
    *,
    by_months: bool = True,
) -> HeatMap:
    leading = tables[-1] if by_months else tables[0]
    groups = {one.id: one for one in leading.roster.groups}
    listed = [unit for unit in leading.roster.units if group in (None, unit.group)]
    rows = [
        HeatRow(unit, groups[unit.group], _rank(leading, unit.id), tuple(_cell(table, unit.id) for table in tables))
        for unit in listed
    ]
    lead = -1 if by_months else 0
    rows.sort(key=lambda row: _order(row.cells[lead], leading.indicator))
    columns = tuple(HeatColumn(table.indicator, table.month, heat_by(table.indicator)) for table in tables)
    owner = None if group is None else groups.get(group)
    return HeatMap(columns, tuple(rows), by_months, owner, published_in(live.book, published_months))


def _order(cell: HeatCell, indicator: Indicator) -> tuple[bool, Fraction]:
    """The best first, blanks last."""
    sign = -1 if indicator.direction is Direction.HIGHER else 1
    return cell.value is None, sign * (cell.value or Fraction(0))


def _rank(table: IndicatorTable, unit: UnitId) -> int | None:
    return int(table.ranks[table.roster.row_of[unit]]) or None


def _cell(table: IndicatorTable, unit: UnitId) -> HeatCell:
    rates = table.rates(unit)
    if rates is None or not is_reported(rates):
        return HeatCell(rates=rates)
    by = heat_by(table.indicator)
    value = _value(rates, by)
    if value is None or by is HeatBy.FIGURE:
        return HeatCell(value, None, rates)
    ahead = value * 100 if by is HeatBy.YOY else value
    return HeatCell(value, ahead if table.indicator.direction is Direction.HIGHER else -ahead, rates)


def _value(rates: Rates, by: HeatBy) -> Fraction | None:
    if by is HeatBy.GAP:
        return rates.gap
    if by is HeatBy.YOY:
        return rates.yoy
    return None if rates.cumulative is None else Fraction(rates.cumulative)
