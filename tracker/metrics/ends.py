"""Who stands first and last in each group, and whose rank has changed since last month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.unit import Group
from tracker.metrics.row import Row

if TYPE_CHECKING:
    from tracker.metrics.table import IndicatorTable

FIRST = 3


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
