"""The columns of points: a line of the scheme each, or one for the lines that several groups have for the same indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import decimals_of, format_number
from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import GroupId
from tracker.metrics.scoring.award import Award
from tracker.metrics.scoring.score import Score


@dataclass(frozen=True, slots=True)
class PointsColumn:
    """The points for an indicator: by one line that is for every group, or by a line for each of some groups."""

    indicator: Indicator
    lines: tuple[SchemeLine, ...]

    def line_of(self, group: GroupId) -> SchemeLine | None:
        """The line that is for the group; None where the group has none here."""
        return next((line for line in self.lines if line.group in (None, group)), None)

    def award(self, score: Score) -> Award | None:
        """What the unit got; None where its group has no line here."""
        line = self.line_of(score.unit.group)
        return next((award for award in score.awards if award.line == line), None)

    @property
    def full(self) -> Decimal | None:
        """The full points, where they are the same for all groups that have a line here."""
        points = {line.points for line in self.lines}
        return points.pop() if len(points) == 1 else None


def points_columns(
    lines: Iterable[SchemeLine], indicators: Mapping[IndicatorId, Indicator], groups: Sequence[GroupId]
) -> list[PointsColumn]:
    """The columns that these groups need, in the order of the scheme; a second line of a group's has a column of its own."""
    found: list[list[SchemeLine]] = []
    for line in lines:
        if line.group is not None and line.group not in groups:
            continue
        shared = next((column for column in found if _joins(line, column)), None)
        if shared is None:
            found.append([line])
        else:
            shared.append(line)
    return [PointsColumn(indicators[column[0].indicator], tuple(column)) for column in found]


def _joins(line: SchemeLine, column: Sequence[SchemeLine]) -> bool:
    """Whether a line of one group may stand in the column beside the lines of others."""
    groups = {other.group for other in column}
    return line.group is not None and None not in groups and line.group not in groups and line.indicator == column[0].indicator


def full_text(points: Decimal | Fraction, decimals: int = 0) -> str:
    """Full points as they were given, with at least so many decimals, never rounded: sums of decimals are decimals."""
    exact = points if isinstance(points, Decimal) else Decimal(points.numerator) / Decimal(points.denominator)
    return format_number(exact, max(decimals, decimals_of(exact)))
