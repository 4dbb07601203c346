"""Who stands first and last in each group, and who must be named: at the bottom month after month, or without a figure so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.indicator import Direction, IndicatorId, Kind
from tracker.domain.unit import Group
from tracker.metrics.row import Row

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.metrics.table import IndicatorTable

FIRST, LAST = 3, 2


@dataclass(frozen=True, slots=True)
class GroupEnds:
    """A group's first and last rows by rank; in a small group nobody is in both, and the last give way."""

    group: Group
    first: tuple[Row, ...]
    last: tuple[Row, ...]


def group_ends(table: IndicatorTable, count: int = FIRST) -> list[GroupEnds]:
    """The first and last `count` of each group that has ranked units, in the groups' order."""
    found = []
    for group in table.roster.groups:
        ranked = sorted((row for row in table.rows if row.unit.group == group.id and row.rank), key=lambda row: row.rank or 0)
        if ranked:
            rest = ranked[count:]
            found.append(GroupEnds(group, tuple(ranked[:count]), tuple(rest[-count:])))
    return found


def moved(table: IndicatorTable) -> list[Row]:
    """The rows whose rank is another one than last month, those that moved furthest first."""
    rows = [row for row in table.rows if row.rank_change]
    return sorted(rows, key=lambda row: (-abs(row.rank_change or 0), row.rank or 0))


def bottom_running(live: Live, indicator: IndicatorId, *, count: int = LAST, months: int = 2) -> list[Row]:
    """Who was among the last `count` of the group in each of the last `months` months of this year (连续靠后), by group and rank.

    A group with no more than 2 × `count` ranked units has no bottom: it would be most of the group. Before so many months of the
    year are over there is nobody.
    """
    month = live.month
    if month.number < months:
        return []
    table, *before = (live.table(indicator, month.plus(-back)) for back in range(months))
    found = [
        row
        for row in table.rows
        if _is_at_bottom(row, count) and all(_is_at_bottom(earlier.row(row.unit.id), count) for earlier in before)
    ]
    order = {group.id: at for at, group in enumerate(table.roster.groups)}
    return sorted(found, key=lambda row: (order[row.unit.group], row.rank or 0))


def _is_at_bottom(row: Row | None, count: int) -> bool:
    return row is not None and row.rank is not None and row.ranked > 2 * count and row.rank > row.ranked - count


def without_result(table: IndicatorTable) -> list[Row]:
    """Who has nothing at all so far this year (零报告): no figure or 0, of a flow where more is better and there is a target."""
    if table.indicator.kind is not Kind.FLOW or table.indicator.direction is not Direction.HIGHER:
        return []
    return [row for row in table.rows if (row.target or 0) > 0 and not row.cumulative]
