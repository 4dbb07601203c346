"""What the units get by one line of the scheme, and why a line does not count for some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.row import Row
from tracker.metrics.scoring import by_completion, by_count
from tracker.metrics.scoring.by_comparison import Span, compared, efficacy, rank_points, span_of
from tracker.metrics.table import IndicatorTable

ALONE: Mapping[Method, Callable[[SchemeLine, Row], Fraction]] = {
    Method.PROPORTIONAL: by_completion.proportional,
    Method.PROPORTIONAL_BONUS: by_completion.proportional_bonus,
    Method.PACE: by_completion.pace,
    Method.TIERS: by_completion.tiers,
    Method.ALL_OR_NOTHING: by_completion.all_or_nothing,
    Method.PER_ITEM: by_count.per_item,
}
"""The methods that look at no other unit."""


class Remark(StrEnum):
    """Why a line does not count for a unit (no target; no pace to divide by), or why it may get nothing (no figure, no rank)."""

    NO_TARGET = "no_target"
    NO_PACE = "no_pace"
    NO_FIGURE = "no_figure"


@dataclass(frozen=True, slots=True)
class Award:
    """A unit's points by one line, unrounded; None where the line does not count for it."""

    line: SchemeLine
    points: Fraction | None
    remark: Remark | None = None

    @property
    def full(self) -> Fraction:
        """The full points, as far as they count for the unit."""
        return Fraction(0) if self.points is None else self.line.full


def awards(line: SchemeLine, table: IndicatorTable) -> dict[UnitId, Award]:
    """What the line gives each unit that it is for, by the month of its indicator's table. Raises ParameterMissing."""
    needs_target = line.needs_target(table.indicator)
    found: dict[UnitId, Award] = {}
    for rows in _groups(line, table.rows):
        span = span_of(line, rows) if line.method is Method.EFFICACY else None
        found |= {row.unit.id: _award(line, row, span, needs_target=needs_target) for row in rows}
    return found


def _groups(line: SchemeLine, rows: Iterable[Row]) -> Iterable[list[Row]]:
    groups: dict[GroupId, list[Row]] = {}
    for row in rows:
        if line.group in (None, row.unit.group):
            groups.setdefault(row.unit.group, []).append(row)
    return groups.values()


def _award(line: SchemeLine, row: Row, span: Span | None, *, needs_target: bool) -> Award:
    if needs_target and (row.inputs.target or 0) <= 0:
        return Award(line, None, Remark.NO_TARGET)
    if line.method is Method.PACE and not row.pace:
        return Award(line, None, Remark.NO_PACE)
    points = _points(line, row, span)
    missing = points is None or (row.cumulative is None and line.method in ALONE)
    return Award(line, points or Fraction(0), Remark.NO_FIGURE if missing else None)


def _points(line: SchemeLine, row: Row, span: Span | None) -> Fraction | None:
    """The points, None where the unit has no figure or rank to compare."""
    if line.method is Method.RANK_POINTS:
        return None if row.rank is None else rank_points(line, row.rank)
    if line.method is not Method.EFFICACY:
        return ALONE[line.method](line, row)
    figure = compared(line, row)
    return None if figure is None or span is None else efficacy(line, figure, span)
