"""The methods that compare a unit with its group: by the place of its figure between the group's extremes, or by its rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.scheme import SchemeLine
from tracker.metrics.row import Row

LEAST_PERCENT, SPREAD_PERCENT = 60, 40
"""功效系数法: the group's lowest figure gets 60 % of the points, its highest 40 % more."""


@dataclass(frozen=True, slots=True)
class Span:
    """The lowest and the highest figure of those units of a group that have one."""

    lowest: Fraction
    highest: Fraction

    @property
    def width(self) -> Fraction:
        """How far apart they are; zero where one unit is alone or all are equal."""
        return self.highest - self.lowest


def span_of(line: SchemeLine, group: Sequence[Row]) -> Span | None:
    """What an efficacy line compares with in a group; None where nobody has such a figure."""
    figures = [figure for row in group if (figure := compared(line, row)) is not None]
    return Span(min(figures), max(figures)) if figures else None


def compared(line: SchemeLine, row: Row) -> Fraction | None:
    """The unit's figure that an efficacy line compares."""
    figure = {"cumulative": row.cumulative, "completion": row.completion, "yoy": row.yoy}[line.basis or "cumulative"]
    return None if figure is None else Fraction(figure)


def efficacy(line: SchemeLine, figure: Fraction, span: Span) -> Fraction:
    """P × (60 + 40 × (x − min) ÷ (max − min)) ÷ 100; a sole unit, or all equal: P."""
    if not span.width:
        return line.full
    return line.full * (LEAST_PERCENT + SPREAD_PERCENT * (figure - span.lowest) / span.width) / 100


def rank_points(line: SchemeLine, rank: int) -> Fraction:
    """P − step × (rank − 1), not below the floor."""
    return max(line.full - line.needed("step") * (rank - 1), line.needed("floor"))
