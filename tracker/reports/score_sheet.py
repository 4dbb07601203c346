"""The content of the sheet of scores (综合得分排名表): each line's points, what is added or taken, the score, the rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId
from tracker.metrics.live import Live
from tracker.metrics.scoring.score import SCORE_DECIMALS, GroupScores, Score, ScoreTable
from tracker.reports.errors import NoUnitToPrint
from tracker.reports.framing import framed, heads
from tracker.reports.imprint import Imprint
from tracker.reports.note_lists import Printed
from tracker.reports.ranking_columns import NOTHING, IndicatorColumns, change_mark, number
from tracker.reports.score_lines import PointsColumn, full_text, points_columns
from tracker.reports.score_notes import Scored, score_notes
from tracker.reports.sheet import Band, Block, Column, RankingSheet, SheetRow
from tracker.reports.titles import place_and_subject, sheet_title_of_scores
from tracker.reports.wording import one_line, tr


def score_sheet(live: Live, scores: ScoreTable, *, imprint: Imprint, groups: Sequence[GroupId] = ()) -> RankingSheet:
    """The sheet of the scores of the month that `live` shows; no groups mean all of them. Raises NoUnitToPrint."""
    return ScoreContent(live, scores, scored_groups(scores, groups)).sheet(imprint)


def scored_groups(scores: ScoreTable, groups: Sequence[GroupId]) -> list[GroupScores]:
    """Those of the groups that were asked for, all without a choice; raises NoUnitToPrint where there is none."""
    shown = [of for of in scores.groups if not groups or of.group.id in groups]
    if not shown:
        raise NoUnitToPrint(scores.month)
    return shown


def by_rank(of_group: GroupScores) -> list[Score]:
    """A group's scores by rank, those without one last, in their own order."""
    return sorted(of_group.rows, key=lambda score: (score.rank is None, score.rank or 0))


@dataclass(frozen=True)
class ScoreContent:
    """The scores of the groups that are printed, and everything that is told of them."""

    live: Live
    scores: ScoreTable
    groups: Sequence[GroupScores]

    def sheet(self, imprint: Imprint) -> RankingSheet:
        """The whole sheet."""
        month = self.live.month
        return replace(
            framed(imprint, month, [column.indicator.name for column in self.columns]),
            title=one_line(imprint.title or sheet_title_of_scores(imprint.book_title, month)),
            units_of_measure=tr("Units of measure: {units}", units=tr("points of a score")),
            heads=heads(compared=self.compared),
            bands=self._bands(),
            blocks=tuple(self._block(of_group) for of_group in self.groups),
            notes=tuple(map(one_line, score_notes(self._scored(imprint)))),
        )

    @cached_property
    def columns(self) -> list[PointsColumn]:
        """The columns of points."""
        known = {indicator.id: indicator for indicator in self.live.indicators}
        return points_columns(self.scores.scheme.lines, known, [of.group.id for of in self.groups])

    @cached_property
    def rows(self) -> list[Score]:
        """The printed units' scores, by group and rank."""
        return [score for of_group in self.groups for score in by_rank(of_group)]

    @property
    def compared(self) -> bool:
        """Whether any printed unit has a move to show."""
        return any(score.rank_change is not None for score in self.rows)

    @property
    def has_entries(self) -> bool:
        """Whether any printed unit has points by hand."""
        return any(score.by_hand for score in self.rows)

    @property
    def has_forms(self) -> bool:
        """Whether late or missing forms cost any printed unit points."""
        return any(score.forms is not None for score in self.rows)

    @property
    def indicators(self) -> list[IndicatorId]:
        """What the points are given for."""
        return list(dict.fromkeys(column.indicator.id for column in self.columns))

    def _bands(self) -> tuple[Band, ...]:
        found = [Band(one_line(column.indicator.name), (Column(full_heading(column)),)) for column in self.columns]
        found += [Band("", (Column(tr("Given or\ntaken")),))] if self.has_entries else []
        found += [Band("", (Column(tr("For\nforms")),))] if self.has_forms else []
        return (*found, Band("", (Column(tr("Total\nscore"), bold=True),)))

    def _block(self, of_group: GroupScores) -> Block:
        return Block(tuple(self._row(score) for score in by_rank(of_group)), self._full(of_group))

    def _row(self, score: Score) -> SheetRow:
        cells = [self._points(column, score) for column in self.columns]
        cells += [_signed(entered(score)) if score.by_hand else ""] if self.has_entries else []
        cells += [_signed(score.forms.points) if score.forms is not None else ""] if self.has_forms else []
        place = NOTHING if score.rank is None else str(score.rank)
        total = number(score.value, SCORE_DECIMALS)
        return SheetRow(one_line(score.unit.name), (*cells, total), place, change_mark(score.rank_change))

    @staticmethod
    def _points(column: PointsColumn, score: Score) -> str:
        award = column.award(score)
        return number(None if award is None else award.points, SCORE_DECIMALS)

    def _full(self, of_group: GroupScores) -> SheetRow:
        """The full points of the group's lines, and what they add up to."""
        lines = (column.line_of(of_group.group.id) for column in self.columns)
        cells = [NOTHING if line is None else full_text(line.points, SCORE_DECIMALS) for line in lines]
        cells += [""] * (self.has_entries + self.has_forms)
        name = tr("{group}: full points", group=of_group.group.name)
        return SheetRow(one_line(name), (*cells, full_text(of_group.total, SCORE_DECIMALS)))

    def _scored(self, imprint: Imprint) -> Scored:
        shown = {of.group.id for of in self.groups}
        printed = Printed(
            month=self.live.month,
            columns=[IndicatorColumns(self.live.table(indicator)) for indicator in self.indicators],
            units=[score.unit for score in self.rows],
            all_units=self.live.units,
            left_out=[of.group for of in self.scores.groups if of.group.id not in shown],
            place=place_and_subject(imprint.book_title)[0],
            lead="",
            compared=self.compared,
            as_printed=self.live.as_printed,
            target_set=self.live.target_set,
        )
        return Scored(self.scores, self.columns, self.rows, printed)


def full_heading(column: PointsColumn) -> str:
    """The full points over a column; those of several groups stand in the groups' own lines."""
    return tr("by group") if column.full is None else tr("of {points}", points=full_text(column.full))


def entered(score: Score) -> Fraction:
    """The points by hand alone."""
    return score.added - (score.forms.points if score.forms is not None else 0)


def _signed(points: Fraction) -> str:
    return number(points, SCORE_DECIMALS, signed=True)
