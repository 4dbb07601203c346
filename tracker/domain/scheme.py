"""A line of the scheme (考核办法): how an indicator's points are given in a year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.domain.indicator import Indicator, IndicatorId, Kind, RankBy
from tracker.domain.unit import GroupId
from tracker.errors import ParameterMissing


class Method(StrEnum):
    """The methods by which counties give points; domain terms, each from a real rule."""

    PROPORTIONAL = "proportional"
    PROPORTIONAL_BONUS = "proportional_bonus"
    PACE = "pace"
    EFFICACY = "efficacy"
    RANK_POINTS = "rank_points"
    TIERS = "tiers"
    PER_ITEM = "per_item"
    ALL_OR_NOTHING = "all_or_nothing"


BY_COMPLETION = frozenset({Method.PROPORTIONAL, Method.PROPORTIONAL_BONUS, Method.PACE, Method.TIERS, Method.ALL_OR_NOTHING})
"""The methods that look at how much of the target is done."""

EFFICACY_BASES = ("cumulative", "completion", "yoy")
"""What efficacy may compare."""


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """Full `points` for an indicator in a year, for all groups (None) or one; the parameters that its method takes, else None.

    `tiers` are pairs, highest first: (completion reached, percent of the points) for tiers, (size of target from which, bonus
    per point) for a bonus that differs by size of target. `basis` is the figure that efficacy compares.
    """

    year: int
    group: GroupId | None
    indicator: IndicatorId
    points: Decimal
    method: Method
    cap: Decimal | None = None
    bonus: Decimal | None = None
    bonus_cap: Decimal | None = None
    step: Decimal | None = None
    floor: Decimal | None = None
    each: Decimal | None = None
    tiers: tuple[tuple[Decimal, Decimal], ...] = ()
    basis: str | None = None

    @property
    def full(self) -> Fraction:
        """The full points, exactly."""
        return Fraction(self.points)

    def needed(self, parameter: str) -> Fraction:
        """A parameter that the method cannot do without; raises ParameterMissing."""
        value: Decimal | None = getattr(self, parameter)
        if value is None:
            raise ParameterMissing(self.method, parameter)
        return Fraction(value)

    def needs_target(self, indicator: Indicator) -> bool:
        """Whether the points hang on a target, so that the line does not count for a unit without one."""
        if self.method is Method.EFFICACY:
            return self.basis == "completion"
        if self.method is Method.RANK_POINTS:
            return indicator.kind is not Kind.RATIO and indicator.rank_by is RankBy.COMPLETION
        return self.method in BY_COMPLETION
