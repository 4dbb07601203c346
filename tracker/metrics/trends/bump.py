"""Who moved? A group's ranks over the months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import Group, GroupId, Unit, UnitId
from tracker.metrics.live import Live
from tracker.metrics.table import IndicatorTable
from tracker.metrics.trends.span import months_up_to, published_in


@dataclass(frozen=True, slots=True)
class RankLine:
    """A unit's rank in each month, None where it had none."""

    unit: Unit
    ranks: tuple[int | None, ...]

    @property
    def rise(self) -> int:
        """By how many places it rose from its first rank to its last one (below zero: it fell)."""
        told = [rank for rank in self.ranks if rank is not None]
        return told[0] - told[-1] if told else 0


@dataclass(frozen=True, slots=True)
class BumpTrend:
    """The ranks of one group's units, in the order of the last month's, the unranked last; `chosen` are to be seen first."""

    indicator: Indicator
    group: Group
    months: tuple[Month, ...]
    lines: tuple[RankLine, ...]
    chosen: frozenset[UnitId]
    published: frozenset[Month]

    @property
    def lowest(self) -> int:
        """The lowest rank of all months, 1 where there is none."""
        return max((rank for line in self.lines for rank in line.ranks if rank is not None), default=1)

    def choosing(self, units: Iterable[UnitId]) -> BumpTrend:
        """The same with these units chosen; with none, as it is."""
        return replace(self, chosen=frozenset(units) or self.chosen)


def bump_trend(
    live: Live,
    indicator: IndicatorId,
    group: GroupId,
    *,
    years: int = 1,
    published_months: Iterable[Month] | None = None,
) -> BumpTrend:
    """The group's ranks up to the month that `live` shows; chosen is who rose the most and who fell the most.

    Raises KeyError for an unknown indicator, or a group that has no unit in the month.
    """
    table, months = live.table(indicator), months_up_to(live.month, years)
    tables = [live.table(indicator, month) for month in months]
    members = [unit for unit in table.roster.units if unit.group == group]
    owner = {one.id: one for one in table.roster.groups}[group]
    lines = [RankLine(unit, tuple(_rank(one, unit.id) for one in tables)) for unit in members]
    lines.sort(key=lambda line: (line.ranks[-1] is None, line.ranks[-1] or 0))
    known = published_in(live.book, published_months)
    return BumpTrend(table.indicator, owner, months, tuple(lines), _moved_most(lines), known)


def _rank(table: IndicatorTable, unit: UnitId) -> int | None:
    """A unit's rank in the table's month, without making its row."""
    at = table.roster.row_of.get(unit)
    return None if at is None else int(table.ranks[at]) or None


def _moved_most(lines: list[RankLine]) -> frozenset[UnitId]:
    """The first of those that rose the most, and of those that fell the most; who is first where nobody moved."""
    up, down = max(lines, key=lambda line: line.rise), min(lines, key=lambda line: line.rise)
    moved = frozenset(line.unit.id for line in (up, down) if line.rise)
    return moved or frozenset([lines[0].unit.id])
