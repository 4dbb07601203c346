"""The scheme (考核办法): how an indicator's points are given in a year, line by line, and from which month on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

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


# Each line is computed for thousands of units, with the same few numbers every time.
_exact = lru_cache(maxsize=4096)(Fraction)


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """Full `points` for an indicator in a year, for all groups (None) or one; the parameters that its method takes, else None.

    `tiers` are pairs, highest first: (completion reached, percent of the points) for tiers, (size of target from which, bonus
    per point) for a bonus that differs by size of target. `basis` is the figure that efficacy compares. `from_month` is the
    month of the year (1 to 12) from which the line is in force, until lines with a later one are.
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
    from_month: int = 1

    @property
    def full(self) -> Fraction:
        """The full points, exactly."""
        return _exact(self.points)

    def needed(self, parameter: str) -> Fraction:
        """A parameter that the method cannot do without; raises ParameterMissing."""
        value: Decimal | None = getattr(self, parameter)
        if value is None:
            raise ParameterMissing(self.method, parameter)
        return _exact(value)

    def needs_target(self, indicator: Indicator) -> bool:
        """Whether the points hang on a target, so that the line does not count for a unit without one."""
        if self.method is Method.EFFICACY:
            return self.basis == "completion"
        if self.method is Method.RANK_POINTS:
            return indicator.kind is not Kind.RATIO and indicator.rank_by is RankBy.COMPLETION
        return self.method in BY_COMPLETION


@dataclass(frozen=True, slots=True)
class Terms:
    """What a version of a scheme says beside its lines.

    `total`: what every group's full points add up to; None where it does not say. `late`, `missing`: the points that each monthly
    form costs that came late or never, together at most `most` of them in a year (None: however many).
    """

    total: Decimal | None = None
    late: Decimal = Decimal(0)
    missing: Decimal = Decimal(0)
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """One version of a year's scheme, in force from its month (1 to 12) until the next one is: its lines in order, its terms."""

    year: int
    from_month: int
    lines: tuple[SchemeLine, ...]
    terms: Terms = Terms()

    def lines_of(self, group: GroupId) -> tuple[SchemeLine, ...]:
        """The lines that are for a group: those for every group, and its own in addition."""
        return tuple(line for line in self.lines if line.group in (None, group))
