"""The lines of the entry grid: units below their groups, or indicators below their kinds, unless those are folded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from tracker.domain.indicator import Indicator, Kind
from tracker.domain.period import Month
from tracker.domain.unit import Group, GroupId, Unit
from tracker.i18n import mark, tr
from tracker.ui.models.entry_choice import Heading

_KINDS = {
    Kind.FLOW: mark("Added up month by month"),
    Kind.STOCK: mark("Levels at the month's end"),
    Kind.RATIO: mark("Ratios"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """What a line fixes of its cells: its unit, its indicator, or both.

    A heading has neither, but `heads` and the `size` of what it heads; that of a group is its subtotal too.
    """

    name: str
    group: Group | None = None
    unit: Unit | None = None
    indicator: Indicator | None = None
    heads: Heading | None = None
    size: int = 0
    folded: bool = False


@dataclass(frozen=True)
class Lines:
    """The lines in order, and where each unit, indicator and heading is among them."""

    lines: tuple[Line, ...]
    rows: Mapping[int, int]
    """By a unit's id, or by an indicator's where lines are indicators."""
    headings: Mapping[Heading, int]
    units: int = 0
    """How many units the county's total counts."""
    left_out: int = 0
    """How many lines a choice or a filter leaves out; those that are folded away are not among them."""

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, row: int) -> Line:
        return self.lines[row]


def unit_lines(
    groups: Iterable[Group],
    units: Iterable[Unit],
    month: Month,
    *,
    folded: Collection[Heading] = (),
    keep: Callable[[Unit], bool] = lambda _unit: True,
) -> Lines:
    """The lines of these units, groups and units in the order given; `keep` says which are not left out.

    A heading tells the size of its whole group in `month`: its subtotal counts every unit listed then.
    """
    members: dict[GroupId, list[Unit]] = {}
    for unit in units:
        members.setdefault(unit.group, []).append(unit)
    found: list[Line] = []
    left_out = counted = 0
    for group in groups:
        listed = members.get(group.id, [])
        size = sum(unit.listed_in(month) for unit in listed)
        counted += size
        kept = [unit for unit in listed if keep(unit)]
        left_out += len(listed) - len(kept)
        if kept:
            found.append(Line(group.name, group, heads=group.id, size=size, folded=group.id in folded))
            found += [Line(unit.name, group, unit) for unit in kept if group.id not in folded]
    rows: dict[int, int] = {line.unit.id: row for row, line in enumerate(found) if line.unit is not None}
    return Lines(tuple(found), rows, _headings(found), counted, left_out)


def indicator_lines(
    indicators: Iterable[Indicator],
    unit: Unit,
    group: Group,
    *,
    folded: Collection[Heading] = (),
    keep: Callable[[Indicator], bool] = lambda _indicator: True,
) -> Lines:
    """The lines of one unit's indicators below a heading for each kind; without headings where all are of one kind."""
    every = list(indicators)
    kinds = [kind for kind in Kind if any(indicator.kind is kind for indicator in every)]
    found: list[Line] = []
    left_out = 0
    for kind in kinds:
        of_kind = [indicator for indicator in every if indicator.kind is kind]
        kept = [indicator for indicator in of_kind if keep(indicator)]
        left_out += len(of_kind) - len(kept)
        is_folded = len(kinds) > 1 and kind in folded
        if kept and len(kinds) > 1:
            found.append(Line(tr(_KINDS[kind]), heads=kind, size=len(of_kind), folded=is_folded))
        found += [Line(one.name, group, unit, one) for one in kept if not is_folded]
    rows: dict[int, int] = {line.indicator.id: row for row, line in enumerate(found) if line.indicator is not None}
    return Lines(tuple(found), rows, _headings(found), left_out=left_out)


def _headings(lines: Iterable[Line]) -> dict[Heading, int]:
    return {line.heads: row for row, line in enumerate(lines) if line.heads is not None}
