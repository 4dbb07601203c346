"""Who is listed in a month, in which order and group, and whose history each unit carries on after mergers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tracker.domain.period import Month
from tracker.domain.unit import Group, Unit, UnitId


@dataclass(frozen=True, eq=False)
class Roster:
    """The units listed in `month`, by group and position; the arrays have one element a listed unit.

    `group_of` numbers the groups in `groups`, which are those with a listed unit; `starts` is each group's first row.
    `predecessors` are (row of the successor, unit that was merged into it before this month).
    """

    month: Month
    units: tuple[Unit, ...]
    ids: NDArray[np.int64]
    groups: tuple[Group, ...]
    group_of: NDArray[np.int64]
    starts: NDArray[np.intp]
    predecessors: tuple[tuple[int, UnitId], ...]
    row_of: dict[UnitId, int]

    @cached_property
    def numbers(self) -> list[int]:
        """`group_of` as Python's own numbers."""
        found: list[int] = self.group_of.tolist()
        return found


def roster(month: Month, units: Sequence[Unit], groups: Sequence[Group]) -> Roster:
    """The month's roster; `groups` in the order in which they are shown."""
    place = {group.id: at for at, group in enumerate(groups)}
    listed = sorted((unit for unit in units if unit.listed_in(month)), key=lambda unit: (place[unit.group], unit.sort, unit.id))
    row_of = {unit.id: row for row, unit in enumerate(listed)}
    numbers = np.array([place[unit.group] for unit in listed], np.int64)
    used, starts, group_of = np.unique(numbers, return_index=True, return_inverse=True)
    return Roster(
        month=month,
        units=tuple(listed),
        ids=np.array([unit.id for unit in listed], np.int64),
        groups=tuple(groups[number] for number in used),
        group_of=group_of.astype(np.int64),
        starts=starts,
        predecessors=tuple(_predecessors(month, units, row_of)),
        row_of=row_of,
    )


def _predecessors(month: Month, units: Sequence[Unit], row_of: dict[UnitId, int]) -> list[tuple[int, UnitId]]:
    by_id = {unit.id: unit for unit in units}
    found = []
    for unit in units:
        heir: Unit | None = unit
        while heir is not None and heir.valid_to is not None and heir.valid_to < month:
            heir = by_id.get(heir.merged_into) if heir.merged_into is not None else None
        if heir is not None and heir is not unit and heir.id in row_of:
            found.append((row_of[heir.id], unit.id))
    return found
