"""The scores as the ranking shows them: points for each line of the scheme, by hand and for forms, and the sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import MISSING, decimals_of, format_number
from tracker.domain.indicator import Direction, Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.i18n import tr
from tracker.metrics.roster import Roster
from tracker.metrics.row import Total
from tracker.metrics.scoring.score import SCORE_DECIMALS, Score, ScoreTable
from tracker.metrics.scoring.wording import method_name
from tracker.ui.models.ranking_board import SCORE
from tracker.ui.models.ranking_columns import Column, Paint, move_column, name_column, rank_column
from tracker.ui.models.ranking_lines import Line, LineKind, Place, Sort, Standing
from tracker.ui.models.ranking_notes import LegendItem, moves

NO_FIGURES = Total()
"""A score is of no indicator: its lines have no figures but points."""


@dataclass(frozen=True)
class ScoreBoard:
    """A month's scores. A group's line tells its full points; the county has none, for groups are scored apart."""

    scores: ScoreTable
    roster: Roster
    indicators: dict[IndicatorId, Indicator]
    has_figures: bool
    about = SCORE
    direction = Direction.HIGHER
    order = Sort(SCORE, falling=True)
    has_total = has_targets = False

    @property
    def month(self) -> Month:
        return self.scores.month

    @property
    def title(self) -> str:
        return tr("Composite score")

    def ranks(self) -> dict[UnitId, int]:
        return self.scores.ranks

    def row(self, unit: UnitId) -> Standing | None:
        return self.scores.by_unit.get(unit)

    def line(self, place: Place) -> Line:
        if place.kind is LineKind.UNIT:
            score = self.scores.by_unit[UnitId(place.id)]
            return Line(place, score.unit.name, NO_FIGURES, score=score)
        of_group = next(of for of in self.scores.groups if of.group.id == place.id)
        return Line(place, tr("{group}, full points", group=of_group.group.name), NO_FIGURES, of_group=of_group)

    def columns(self, group: GroupId | None) -> list[Column]:
        rows = [row for row in self.scores.by_unit.values() if group in (None, row.unit.group)]
        found = [rank_column()]
        if any(row.rank_change is not None for row in rows):
            found.append(move_column())
        found.append(name_column())
        lines = [line for line in self.scores.scheme.lines if group is None or line.group in (None, group)]
        found += [_points(at, line, self.indicators[line.indicator]) for at, line in enumerate(lines)]
        if any(row.by_hand for row in rows):
            found.append(_signed("by_hand", tr("By hand"), lambda row: row.added - _cost(row) if row.by_hand else None))
        if any(row.forms for row in rows):
            found.append(_signed("forms", tr("Late, missing"), lambda row: row.forms.points if row.forms else None))
        return [*found, _total()]

    def series(self, _unit: UnitId) -> Sequence[Decimal | Fraction | None]:
        return ()

    def legend(self, shown: Iterable[Column]) -> list[LegendItem]:
        found = moves(self.month) if any(column.key == "move" for column in shown) else []
        return [*found, LegendItem("", tr("Unit: points"))]

    def notes(self, group: GroupId | None, _units: Sequence[Unit]) -> list[str]:
        lines = self.scores.scheme.lines
        methods = [
            (line, self.indicators[line.indicator].name) for line in lines if group in (None, line.group) or not line.group
        ]
        told = [tr("{indicator} {method}", indicator=name, method=method_name(line.method)) for line, name in methods]
        found = [
            tr("Ranked within each group by the score, highest first; equal ones share a place."),
            tr("Points are given: {lines}.", lines=tr("; ").join(dict.fromkeys(told))),
        ]
        if any(award.points is None for row in self.scores.by_unit.values() for award in row.awards):
            found.append(tr("A line that does not count for a unit (—) is left out of its full points, and its score scaled up."))
        return found


def _points(at: int, line: SchemeLine, indicator: Indicator) -> Column:
    """What the line gives; a group's full points where the line is for it."""

    def got(score: Score) -> Fraction | None:
        return next((award.points for award in score.awards if award.line == line), None)

    def text(shown: Line) -> str:
        if shown.score is not None:
            return _number(got(shown.score))
        ours = shown.of_group is not None and line.group in (None, shown.of_group.group.id)
        return _full(line.points) if ours else MISSING

    under = tr("worth {points}", points=_full(line.points))
    column = Column(f"points{at}", indicator.name, Paint.FIGURE, 68, 1, text, got, SCORE_DECIMALS, optional=False, under=under)
    return replace(column, about=line)


def _signed(key: str, title: str, of: Callable[[Score], Fraction | None]) -> Column:
    def text(shown: Line) -> str:
        value = of(shown.score) if shown.score is not None else None
        return "" if shown.score is None else MISSING if value is None else format_number(value, SCORE_DECIMALS, signed=True)

    return Column(key, title, Paint.SIGNED, 68, 1, text, of, SCORE_DECIMALS, optional=False)


def _total() -> Column:
    def text(shown: Line) -> str:
        if shown.score is not None:
            return _number(shown.score.value)
        return MISSING if shown.of_group is None else _full(shown.of_group.total)

    title = tr("Composite score")
    return Column(SCORE, title, Paint.RATE, 92, 1, text, lambda row: row.value, SCORE_DECIMALS, optional=False)


def _cost(row: Score) -> Fraction:
    return row.forms.points if row.forms else Fraction(0)


def _number(points: Fraction | None) -> str:
    return MISSING if points is None else format_number(points, SCORE_DECIMALS)


def _full(points: Decimal | Fraction) -> str:
    """Full points as they were given, never rounded."""
    exact = points if isinstance(points, Decimal) else Decimal(points.numerator) / Decimal(points.denominator)
    return format_number(exact, decimals_of(exact))
