"""One month under two schemes, side by side: what a rule change would do to scores and ranks."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.domain.unit import Group, Unit
from tracker.metrics.live import Live
from tracker.metrics.scoring.month_scores import Beside, score_table
from tracker.metrics.scoring.score import Score, ScoreTable


@dataclass(frozen=True, slots=True)
class Compared:
    """A unit under both schemes."""

    group: Group
    before: Score
    after: Score

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.before.unit

    @property
    def changes_place(self) -> bool:
        """Whether its rank is another one, or it has one under one of the schemes only."""
        return self.before.rank != self.after.rank

    @property
    def places(self) -> int | None:
        """How many places it goes up (below zero: down); None where it has no rank under one of the schemes."""
        before, after = self.before.rank, self.after.rank
        return None if before is None or after is None else before - after


def compare(
    live: Live, before: Scheme, after: Scheme, *, month: Month | None = None, beside: Beside | None = None
) -> list[Compared]:
    """Every listed unit of a month (the one in view if none is given) under both schemes, by group and position."""
    tables = (score_table(live, scheme, month=month, beside=beside) for scheme in (before, after))
    return side_by_side(*tables)


def side_by_side(before: ScoreTable, after: ScoreTable) -> list[Compared]:
    """Two tables of the same month, unit by unit."""
    return [Compared(of.group, row, after.by_unit[row.unit.id]) for of in before.groups for row in of.rows]
