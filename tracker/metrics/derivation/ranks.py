"""Derive a rank: by which figure, how many of the group are ahead, who stands next above and below."""

from __future__ import annotations

from fractions import Fraction

from tracker.domain.amount import MISSING
from tracker.domain.indicator import Direction, Indicator, Kind, RankBy
from tracker.domain.unit import UnitId
from tracker.i18n import mark, tr
from tracker.metrics.derivation.figures import Figure, derive
from tracker.metrics.derivation.steps import Derivation, Step, amount, nothing, percent, rule
from tracker.metrics.derivation.sums import case_of
from tracker.metrics.row import Row
from tracker.metrics.table import IndicatorTable

_RANKED_BY = {
    RankBy.COMPLETION: (Figure.COMPLETION, mark("completion")),
    RankBy.CUMULATIVE: (Figure.CUMULATIVE, mark("cumulative")),
    RankBy.YOY: (Figure.YOY, mark("year on year")),
}


def derive_rank(table: IndicatorTable, unit: UnitId, *, sides: tuple[IndicatorTable, ...] = ()) -> Derivation:
    """Why a unit has its rank, or none; `sides` and KeyError as for `derive`."""
    row = case_of(table, unit).row
    first = _rule(table.indicator, as_printed=table.as_printed)
    of_figure = derive(table, unit, _figure(table.indicator), sides=sides)
    if row.rank is None:
        why = nothing(tr("A unit without that figure has no rank, and does not count in the others' ranks."))
        return Derivation(MISSING, None, (first, why, *of_figure.steps[1:]))
    shown = tr("{rank} of {count}", rank=row.rank, count=row.ranked)
    steps = (first, _standing(table, row, row.rank), *_neighbours(table, row, row.rank), *of_figure.steps[1:])
    return Derivation(shown, Fraction(row.rank), steps)


def _figure(indicator: Indicator) -> Figure:
    return Figure.CUMULATIVE if indicator.kind is Kind.RATIO else _RANKED_BY[indicator.rank_by][0]


def _rule(indicator: Indicator, *, as_printed: bool) -> Step:
    word = tr(_RANKED_BY[RankBy.CUMULATIVE if indicator.kind is Kind.RATIO else indicator.rank_by][1])
    better = tr("the highest first") if indicator.direction is Direction.HIGHER else tr("the lowest first")
    what = tr("as printed") if as_printed else tr("unrounded")
    text = tr(
        "Rank = 1 + how many of the group are ahead, by {figure} ({what}), {better}; equal ones share a rank.",
        figure=word,
        what=what,
        better=better,
    )
    return rule(text)


def _standing(table: IndicatorTable, row: Row, rank: int) -> Step:
    equal = [peer.unit.name for peer in _peers(table, row) if peer.rank == rank and peer.unit != row.unit]
    text = tr("Ahead of its {figure}: {ahead}, hence rank {rank}.", ahead=rank - 1, figure=_shown(table, row), rank=rank)
    if equal:
        text = tr("{text} Equal: {units}.", text=text, units=tr(", ").join(equal))
    return Step(title=tr("Rank"), text=text, exact=Fraction(rank))


def _neighbours(table: IndicatorTable, row: Row, rank: int) -> list[Step]:
    """Who stands next above and below."""
    peers = _peers(table, row)
    above = max((peer.rank for peer in peers if peer.rank and peer.rank < rank), default=None)
    below = min((peer.rank for peer in peers if peer.rank and peer.rank > rank), default=None)
    steps = []
    for title, there in ((tr("Next above"), above), (tr("Next below"), below)):
        told = [f"{peer.unit.name} {_shown(table, peer)}" for peer in peers if there is not None and peer.rank == there]
        if told:
            steps.append(Step(title=title, text=tr(", ").join(told)))
    return steps


def _peers(table: IndicatorTable, row: Row) -> list[Row]:
    return [peer for peer in table.rows if peer.unit.group == row.unit.group]


def _shown(table: IndicatorTable, row: Row) -> str:
    figure = getattr(row, _figure(table.indicator))
    return amount(figure, table.indicator) if _figure(table.indicator) is Figure.CUMULATIVE else percent(figure)
