"""A month's scores: what each unit got by every line of the scheme, made comparable, and ranked within its group."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from tracker.domain.amount import round_half_up
from tracker.domain.period import Month
from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import Group, Unit, UnitId
from tracker.metrics.scoring.award import Award

SCORE_DECIMALS = 2
"""How many decimals points and scores are printed with."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Score:
    """A unit's score, its rank among the scored units of its group, and the move since last month (above zero is up).

    `total` are the scheme's full points for the group, `awards` the lines that are for it, in the scheme's order.
    """

    unit: Unit
    total: Fraction
    awards: tuple[Award, ...]
    rank: int | None = None
    rank_change: int | None = None
    ranked: int = 0

    @cached_property
    def got(self) -> Fraction:
        """The points of the lines that count for the unit."""
        return sum((award.points for award in self.awards if award.points is not None), Fraction(0))

    @cached_property
    def full(self) -> Fraction:
        """The full points of the lines that count for the unit."""
        return sum((award.full for award in self.awards), Fraction(0))

    @cached_property
    def value(self) -> Fraction | None:
        """got ÷ full × the scheme's total, unrounded; None where no line counts for the unit."""
        return self.got / self.full * self.total if self.full else None

    @property
    def printed(self) -> Decimal | None:
        """The score as it is printed, rounded once, half up."""
        return None if self.value is None else round_half_up(self.value, SCORE_DECIMALS)


@dataclass(frozen=True, eq=False)
class GroupScores:
    """A group's scores in the order of its units."""

    group: Group
    total: Fraction
    rows: tuple[Score, ...]


@dataclass(frozen=True, eq=False)
class ScoreTable:
    """A month's scores, group by group, by the lines of the scheme."""

    month: Month
    lines: tuple[SchemeLine, ...]
    groups: tuple[GroupScores, ...]

    @cached_property
    def by_unit(self) -> dict[UnitId, Score]:
        """Every listed unit's score."""
        return {score.unit.id: score for of_group in self.groups for score in of_group.rows}

    @property
    def ranks(self) -> dict[UnitId, int]:
        """The ranks that there are: what the next month's moves are counted from."""
        return {unit: score.rank for unit, score in self.by_unit.items() if score.rank is not None}
