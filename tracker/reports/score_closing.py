"""The scores at the end of the ranking sheet of several indicators: 综合得分, and the rank where another one leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import scores_if_any
from tracker.metrics.scoring.score import SCORE_DECIMALS, Score, ScoreTable
from tracker.reports.ranking_columns import NOTHING, number
from tracker.reports.score_lines import points_columns
from tracker.reports.score_notes import rules_note
from tracker.reports.score_sheet import by_rank
from tracker.reports.sheet import Band, Column
from tracker.reports.wording import tr
from tracker.store.book import Book


def closing_if_any(book: Book, live: Live, *, today: date, leads: bool = False) -> Closing | None:
    """The scores of the month that `live` shows of the book; None where it has no scheme, or one that cannot work."""
    scores = scores_if_any(book, live, today=today)
    return None if scores is None else Closing(scores, leads)


@dataclass(frozen=True)
class Closing:
    """The month's scores; `leads`: the sheet's places and its order are theirs."""

    scores: ScoreTable
    leads: bool = False

    @property
    def band(self) -> Band:
        """The column of the score; beside it that of its rank, unless that leads the sheet."""
        if self.leads:
            return Band("", (Column(tr("Total\nscore"), bold=True),))
        return Band(tr("Composite score"), (Column(tr("Points"), bold=True), Column(tr("Rank"), centred=True)))

    def cells(self, unit: UnitId) -> tuple[str, ...]:
        """A unit's texts."""
        score = self.scores.by_unit.get(unit)
        value = NOTHING if score is None else number(score.value, SCORE_DECIMALS)
        place = NOTHING if score is None or score.rank is None else str(score.rank)
        return (value,) if self.leads else (value, place)

    @property
    def blanks(self) -> tuple[str, ...]:
        """The texts of a sum, which has no score."""
        return ("",) * len(self.band.columns)

    def standing(self, unit: UnitId) -> Score | None:
        """How a unit stands by its score."""
        return self.scores.by_unit.get(unit)

    def places(self) -> dict[GroupId, list[Unit]]:
        """Each group's units by rank."""
        return {of.group.id: [score.unit for score in by_rank(of)] for of in self.scores.groups}

    def note(self, indicators: Mapping[IndicatorId, Indicator], units: Sequence[Unit]) -> str:
        """By which rules the score is given, and what becomes of a line that does not count."""
        shown = list(dict.fromkeys(unit.group for unit in units))
        columns = points_columns(self.scores.scheme.lines, indicators, shown)
        said = rules_note(self.scores, columns)
        scores = (self.scores.by_unit.get(unit.id) for unit in units)
        if any(award.points is None for score in scores if score is not None for award in score.awards):
            said += tr("What does not count for a unit is left out, and its score scaled to the whole.")
        return said
