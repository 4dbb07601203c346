"""Where units stand in their groups, from the first down and from the last up: what every list looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.unit import Group, Unit, UnitId
from tracker.metrics.scoring.score import ScoreTable
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class Place:
    """A ranked unit: its rank, its place from the last up (equal ones share either), among so many `ranked` ones of its group."""

    unit: Unit
    group: Group
    rank: int
    from_last: int
    ranked: int

    def among_first(self, count: int) -> bool:
        """Whether it is among the first `count`; who is equal with one of them is too."""
        return self.rank <= count

    def among_last(self, count: int) -> bool:
        """Whether it is among the last `count`; in a small group nobody is among the first too, or equal with all."""
        return self.from_last <= count and not self.among_first(count)


def places_by_indicator(table: IndicatorTable) -> dict[UnitId, Place]:
    """The places of the ranked units of an indicator's month."""
    groups = {group.id: group for group in table.roster.groups}
    return _places((row.unit, groups[row.unit.group], row.rank) for row in table.rows if row.rank is not None)


def places_by_score(table: ScoreTable) -> dict[UnitId, Place]:
    """The places of the ranked units of a month's scores."""
    return _places((row.unit, of.group, row.rank) for of in table.groups for row in of.rows if row.rank is not None)


def _places(ranked: Iterable[tuple[Unit, Group, int]]) -> dict[UnitId, Place]:
    members: dict[Group, list[tuple[Unit, int]]] = {}
    for unit, group, rank in ranked:
        members.setdefault(group, []).append((unit, rank))
    return {place.unit.id: place for group, of in members.items() for place in _of_group(group, of)}


def _of_group(group: Group, members: Sequence[tuple[Unit, int]]) -> list[Place]:
    """From the last up a unit's place is one more than how many are behind it: all but those up to it and its equals."""
    ranks = sorted(rank for _, rank in members)
    return [Place(unit, group, rank, 1 + len(members) - bisect_right(ranks, rank), len(members)) for unit, rank in members]
