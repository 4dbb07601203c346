"""Derive a rank and its change: by which figure, how many of the group are ahead, who stands next above and below."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tracker.domain.amount import MINUS, MISSING
from tracker.domain.indicator import Direction, Indicator, Kind, RankBy
from tracker.domain.unit import UnitId
from tracker.i18n import mark, tr
from tracker.metrics.derivation.figures import Figure, derive
from tracker.metrics.derivation.steps import Derivation, Step, amount, nothing, percent, rule
from tracker.metrics.row import Row
from tracker.metrics.table import IndicatorTable

_RANKED_BY = {
    RankBy.COMPLETION: (Figure.COMPLETION, mark("completion")),
    RankBy.CUMULATIVE: (Figure.CUMULATIVE, mark("cumulative")),
    RankBy.YOY: (Figure.YOY, mark("year on year")),
}


def derive_rank(table: IndicatorTable, unit: UnitId, *, sides: tuple[IndicatorTable, ...] = ()) -> Derivation:
    """Why a unit has its rank, or none; `sides` and KeyError as for `derive`."""
    row = _row(table, unit)
    first = _rule(table.indicator, as_printed=table.as_printed)
    of_figure = derive(table, unit, ranked_figure(table.indicator), sides=sides)
    if row.rank is None:
        why = nothing(tr("A unit without that figure has no rank, and does not count in the others' ranks."))
        return Derivation(MISSING, None, (first, why, *of_figure.steps[1:]))
    shown = tr("{rank} of {count}", rank=row.rank, count=row.ranked)
    steps = (first, _standing(table, row, row.rank), *_neighbours(table, row, row.rank), *of_figure.steps[1:])
    return Derivation(shown, Fraction(row.rank), steps)


def derive_change(table: IndicatorTable, unit: UnitId, *, sides: tuple[IndicatorTable, ...] = ()) -> Derivation:
    """Why a unit has moved so many ranks since last month; `sides` and KeyError as for `derive`."""
    row, month = _row(table, unit), table.month
    first = rule(tr("Change = last month's rank − this month's: above zero is up."))
    if row.rank is None or row.rank_change is None:
        january = tr("January has no month before it in its year.")
        why = january if month.number == 1 else tr("It had no rank last month, or has none now.")
        return Derivation(MISSING, None, (first, nothing(why)))
    before = row.rank + row.rank_change
    sign = MINUS if row.rank_change < 0 else "+" if row.rank_change else ""
    shown = f"{sign}{abs(row.rank_change)}"
    exact = Fraction(row.rank_change)
    step = Step(title=tr("Substituted"), text=f"{before} {MINUS} {row.rank} = {shown}", exact=exact)
    return Derivation(shown, exact, (first, step, *derive_rank(table, unit, sides=sides).steps[1:]))


def place_step(table: IndicatorTable, unit: UnitId) -> Step | None:
    """Where the figure that the indicator is ranked by puts a unit, and who stands next; None for one without a rank."""
    row = _row(table, unit)
    if row.rank is None:
        return None
    standing = _standing(table, row, row.rank)
    next_to = (tr("{title}: {text}", title=step.title, text=step.text) for step in _neighbours(table, row, row.rank))
    return replace(standing, text="\n".join((standing.text, *next_to)))


def ranked_figure(indicator: Indicator) -> Figure:
    """The figure that an indicator is ranked by."""
    return Figure.CUMULATIVE if indicator.kind is Kind.RATIO else _RANKED_BY[indicator.rank_by][0]


def _row(table: IndicatorTable, unit: UnitId) -> Row:
    row = table.row(unit)
    if row is None:
        raise KeyError(unit)
    return row


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
    figure = getattr(row, ranked_figure(table.indicator))
    return amount(figure, table.indicator) if ranked_figure(table.indicator) is Figure.CUMULATIVE else percent(figure)
