"""A month's scores: what each unit got by every line of the scheme, made comparable, and ranked within its group."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from tracker.domain.adjustment import Adjustment
from tracker.domain.amount import round_half_up
from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.domain.unit import Group, Unit, UnitId
from tracker.metrics.scoring.award import Award
from tracker.metrics.scoring.forms import Forms

SCORE_DECIMALS = 2
"""How many decimals points and scores are printed with."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Score:
    """A unit's score, its rank among the scored units of its group, and the move since last month (above zero is up).

    `total` are the scheme's full points for the group, `awards` the lines that are for it, in the scheme's order. `by_hand` and
    `forms` are added to what the lines give: points by hand, and what late and missing forms cost (None: nothing).
    """

    unit: Unit
    total: Fraction
    awards: tuple[Award, ...]
    by_hand: tuple[Adjustment, ...] = ()
    forms: Forms | None = None
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
    def of_lines(self) -> Fraction | None:
        """got ÷ full × the scheme's total, unrounded; None where no line counts for the unit."""
        return self.got / self.full * self.total if self.full else None

    @cached_property
    def added(self) -> Fraction:
        """The points by hand, less what forms cost."""
        by_hand = sum((Fraction(entry.points) for entry in self.by_hand), Fraction(0))
        return by_hand + (self.forms.points if self.forms else 0)

    @cached_property
    def value(self) -> Fraction | None:
        """The score, unrounded: what the lines give, and what is added; None where no line counts for the unit."""
        return None if self.of_lines is None else self.of_lines + self.added

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
    """A month's scores, group by group, by the version of the scheme in force."""

    month: Month
    scheme: Scheme
    groups: tuple[GroupScores, ...]

    @cached_property
    def by_unit(self) -> dict[UnitId, Score]:
        """Every listed unit's score."""
        return {score.unit.id: score for of_group in self.groups for score in of_group.rows}

    @property
    def ranks(self) -> dict[UnitId, int]:
        """The ranks that there are: what the next month's moves are counted from."""
        return {unit: score.rank for unit, score in self.by_unit.items() if score.rank is not None}
