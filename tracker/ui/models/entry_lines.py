"""The lines of the entry grid: each group's heading, which is its subtotal too, and below it its units unless it is folded."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tracker.domain.period import Month
from tracker.domain.unit import Group, GroupId, Unit, UnitId


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's line, or with `unit` None the heading and subtotal of a group of `size` units."""

    group: Group
    unit: Unit | None = None
    size: int = 0
    folded: bool = False


@dataclass(frozen=True)
class Lines:
    """The lines in order, and where each unit and group is among them."""

    lines: tuple[Line, ...]
    row_of_unit: dict[UnitId, int]
    row_of_group: dict[GroupId, int]
    units: int
    """How many units are listed, the folded ones too."""

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, row: int) -> Line:
        return self.lines[row]


def lines(
    groups: Iterable[Group],
    units: Iterable[Unit],
    month: Month,
    *,
    folded: Collection[GroupId] = (),
    only: GroupId | None = None,
) -> Lines:
    """The lines of the units listed in `month`, groups and units in the order given; `only` leaves the other groups out."""
    members: dict[GroupId, list[Unit]] = {}
    for unit in units:
        if unit.listed_in(month):
            members.setdefault(unit.group, []).append(unit)
    found: list[Line] = []
    for group in groups:
        listed = members.get(group.id, [])
        if listed and only in (None, group.id):
            found.append(Line(group, size=len(listed), folded=group.id in folded))
            found += [Line(group, unit) for unit in listed if group.id not in folded]
    return Lines(
        lines=tuple(found),
        row_of_unit={line.unit.id: row for row, line in enumerate(found) if line.unit is not None},
        row_of_group={line.group.id: row for row, line in enumerate(found) if line.unit is None},
        units=sum(map(len, members.values())),
    )
