"""Choose what of a month's scores is wanted: all groups or one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.unit import Group
from tracker.exchange.ranking.choice import choose_group
from tracker.metrics.live import Live
from tracker.metrics.scoring.award import Award
from tracker.metrics.scoring.book_scores import book_scores
from tracker.metrics.scoring.score import GroupScores, Score, ScoreTable
from tracker.store.book import Book


@dataclass(frozen=True, slots=True)
class Scores:
    """A month's scores, of every group or (`group`) of one alone, and the indicators that the scheme's lines speak of."""

    table: ScoreTable
    indicators: Mapping[IndicatorId, Indicator]
    group: Group | None = None

    @property
    def groups(self) -> list[GroupScores]:
        """The scores of the groups that are wanted."""
        return [of for of in self.table.groups if self.group is None or of.group.id == self.group.id]

    def by_line(self, of_group: GroupScores, score: Score) -> list[Award | None]:
        """What the unit got by each line of the scheme, None by those that are for other groups."""
        given = iter(score.awards)
        return [next(given) if line.group in (None, of_group.group.id) else None for line in self.table.scheme.lines]


def scores_of(book: Book, live: Live, group: str | None = None, *, today: date) -> Scores:
    """The scores of the month that `live` shows of the book. Raises NoSuchGroup, NoScheme, SchemeRefused."""
    chosen = choose_group(live.groups, group)
    return Scores(book_scores(book, live, today=today), {indicator.id: indicator for indicator in live.indicators}, chosen)
