"""The lines of the ranking: units in their order, each group's subtotal under its block, the county's total last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

from tracker.domain.light import Light
from tracker.domain.unit import Group, GroupId, Unit, UnitId
from tracker.i18n import tr
from tracker.metrics.row import Row, Total

if TYPE_CHECKING:
    from tracker.metrics.scoring.score import GroupScores, Score
    from tracker.metrics.table import IndicatorTable
    from tracker.ui.models.ranking_board import Board

Value = Decimal | Fraction | int | str


class Standing(Protocol):
    """How a unit stands, by an indicator or by its score."""

    @property
    def unit(self) -> Unit:
        """Who."""

    @property
    def rank(self) -> int | None:
        """Its rank, if it has one."""

    @property
    def rank_change(self) -> int | None:
        """The move since last month, above zero is up; None where nothing can be compared."""

    @property
    def ranked(self) -> int:
        """Among how many."""


class LineKind(Enum):
    """Whose figures a line shows."""

    UNIT = "unit"
    GROUP = "group"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line's figures come from: a unit's or a group's id; 0 for the county."""

    kind: LineKind
    id: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a unit's row, or a total, with its light; where scores are shown, a unit's `score` or those `of_group`."""

    place: Place
    name: str
    figures: Row | Total
    light: Light | None = None
    score: Score | None = None
    of_group: GroupScores | None = None

    @property
    def row(self) -> Row | None:
        """The unit's row of an indicator; None for a total, or a score."""
        return self.figures if isinstance(self.figures, Row) else None

    @property
    def standing(self) -> Standing | None:
        """How the unit stands; None for a total."""
        return self.score or self.row

    @property
    def unit(self) -> UnitId | None:
        """The unit's id; None for a total."""
        return None if self.standing is None else self.standing.unit.id


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column the units stand, the largest first (`falling`) or the smallest."""

    key: str
    falling: bool


def line_at(table: IndicatorTable, place: Place) -> Line:
    """The line itself, its figures computed now; raises KeyError for a unit or a group that is not listed."""
    if place.kind is LineKind.UNIT:
        row = table.row(UnitId(place.id))
        if row is None:
            raise KeyError(place.id)
        return Line(place, row.unit.name, row, table.light(row))
    if place.kind is LineKind.GROUP:
        total = table.total(GroupId(place.id))
        name = total.group.name if total.group is not None else ""
        return Line(place, tr("{group} subtotal", group=name), total, table.light(total))
    county = table.total(None)
    return Line(place, tr("County total"), county, table.light(county))


def places(
    board: Board,
    group: GroupId | None,
    *,
    value: Callable[[Any], Value | None] | None = None,
    falling: bool = True,
) -> list[Place]:
    """The lines of one group and its subtotal; of all groups, and the county's total where it has one, for None.

    Units stand by rank, those without one last in the office's order; or by `value`, those without one last, equal ones by rank.
    """
    found: list[Place] = []
    units = _units_by_group(board)
    for shown in shown_groups(board, group):
        ordered = units.get(shown.id, [])
        if value is not None:
            ordered = _sorted(board, ordered, value, falling)
        found += [Place(LineKind.UNIT, unit) for unit in ordered]
        found.append(Place(LineKind.GROUP, shown.id))
    if group is None and found and board.has_total:
        found.append(Place(LineKind.COUNTY, 0))
    return found


def shown_groups(board: Board, group: GroupId | None) -> list[Group]:
    """The groups that have a listed unit, or only the one asked for, if it has."""
    return [listed for listed in board.roster.groups if group is None or listed.id == group]


def ranks(table: IndicatorTable) -> dict[UnitId, int]:
    """Each ranked unit's rank, without computing any row."""
    listed = zip(table.roster.units, table.ranks.tolist(), strict=True)
    return {unit.id: rank for unit, rank in listed if rank}


def _units_by_group(board: Board) -> dict[GroupId, list[UnitId]]:
    """Each group's units by rank, the unranked last; equal ones in the office's order."""
    rank_of = board.ranks()
    last = len(board.roster.units) + 1
    found: dict[GroupId, list[UnitId]] = {}
    for unit in board.roster.units:
        found.setdefault(unit.group, []).append(unit.id)
    return {group: sorted(units, key=lambda unit: rank_of.get(unit, last)) for group, units in found.items()}


def _sorted(
    board: Board,
    units: Iterable[UnitId],
    value: Callable[[Any], Value | None],
    falling: bool,
) -> list[UnitId]:
    """The units by value, those without one last; the sort is stable both ways."""
    rows = [row for unit in units if (row := board.row(unit)) is not None]
    known = [(value(row), row.unit.id) for row in rows]
    with_value = [(found, unit) for found, unit in known if found is not None]
    with_value.sort(key=lambda pair: pair[0], reverse=falling)
    return [unit for _, unit in with_value] + [unit for found, unit in known if found is None]
