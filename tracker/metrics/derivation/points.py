"""Derive the points of a line of the scheme: the method in words, its numbers in it, the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.amount import MISSING, format_number, plain
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.unit import UnitId
from tracker.i18n import mark, tr
from tracker.metrics.derivation.figures import Figure, derive
from tracker.metrics.derivation.ranks import derive_rank
from tracker.metrics.derivation.steps import Derivation, Step, nothing, rule, substituted, unrounded
from tracker.metrics.row import Row
from tracker.metrics.scoring.award import Award, Remark
from tracker.metrics.scoring.by_comparison import compared, span_of
from tracker.metrics.scoring.by_completion import bonus, done
from tracker.metrics.scoring.score import SCORE_DECIMALS
from tracker.metrics.table import IndicatorTable

RULES: Mapping[Method, str] = {
    Method.PROPORTIONAL: mark("Points = full points × completion, which counts up to the cap."),
    Method.PROPORTIONAL_BONUS: mark(
        "Points = full points × completion; from 100 % on the full points, and a bonus for each point over."
    ),
    Method.PACE: mark("Points = full points × (completion ÷ pace), which counts up to the cap."),
    Method.EFFICACY: mark("Points = full points × (60 + 40 × (own − lowest) ÷ (highest − lowest)) ÷ 100, over the group."),
    Method.RANK_POINTS: mark("Points = full points − step × (rank − 1), not below the floor."),
    Method.TIERS: mark("Points = the percentage of the full points that belongs to the highest tier reached."),
    Method.PER_ITEM: mark("Points = points for each × cumulative, not above the full points."),
    Method.ALL_OR_NOTHING: mark("Points = the full points from 100 % on, else nothing."),
}

REMARKS: Mapping[Remark, str] = {
    Remark.NO_TARGET: mark("The unit has no target for it, so that it does not count: neither its points nor its full points."),
    Remark.NO_PACE: mark("Nothing is due yet, so that it does not count: neither its points nor its full points."),
    Remark.NO_FIGURE: mark("The unit has no figure to count or to compare."),
}


@dataclass(frozen=True, slots=True)
class Given:
    """A line, the unit's row, and its group's rows."""

    line: SchemeLine
    row: Row
    group: tuple[Row, ...]


def derive_points(award: Award, table: IndicatorTable, unit: UnitId, *, sides: tuple[IndicatorTable, ...] = ()) -> Derivation:
    """Why a line gives a unit its points, by its indicator's month; `sides` and KeyError as for `derive`."""
    row = table.row(unit)
    if row is None:
        raise KeyError(unit)
    given = Given(award.line, row, tuple(peer for peer in table.rows if peer.unit.group == row.unit.group))
    first = rule(tr(RULES[award.line.method]))
    below = _below(award.line, table, unit, sides)
    if award.remark is not None:
        why = nothing(tr(REMARKS[award.remark]))
        return Derivation(points_text(award.points), award.points, (first, why, *below))
    exact = award.points if award.points is not None else Fraction(0)
    step = substituted(_FORMULAS[award.line.method](given), exact, points_text(exact))
    return Derivation(points_text(exact), exact, (first, step, *below))


def points_text(points: Fraction | None) -> str:
    """Points as they are printed; "—" where a line does not count."""
    return MISSING if points is None else format_number(points, SCORE_DECIMALS)


def _below(line: SchemeLine, table: IndicatorTable, unit: UnitId, sides: tuple[IndicatorTable, ...]) -> tuple[Step, ...]:
    """How the figure that the method looks at comes about."""
    if line.method is Method.RANK_POINTS:
        return derive_rank(table, unit, sides=sides).steps
    figure = {Method.PACE: Figure.GAP, Method.PER_ITEM: Figure.CUMULATIVE, Method.EFFICACY: Figure(line.basis or "cumulative")}
    return derive(table, unit, figure.get(line.method, Figure.COMPLETION), sides=sides).steps


def _proportional(given: Given) -> str:
    return f"{unrounded(given.line.full)} × min({unrounded(done(given.row))}, {unrounded(given.line.needed('cap'))})"


def _bonus(given: Given) -> str:
    completion, full = done(given.row), unrounded(given.line.full)
    if completion < 1:
        return f"{full} × {unrounded(completion)}"
    over, each = unrounded((completion - 1) * 100), unrounded(bonus(given.line, given.row))
    return f"{full} + min({over} × {each}, {unrounded(given.line.needed('bonus_cap'))})"


def _pace(given: Given) -> str:
    due = unrounded(given.row.pace or Fraction(1))
    return f"{unrounded(given.line.full)} × min({unrounded(done(given.row))} ÷ {due}, {unrounded(given.line.needed('cap'))})"


def _efficacy(given: Given) -> str:
    span, own = span_of(given.line, given.group), compared(given.line, given.row)
    full = unrounded(given.line.full)
    if span is None or own is None or not span.width:
        return tr("{full} × 100 % (nobody to be told apart from)", full=full)
    lowest, highest, mine = unrounded(span.lowest), unrounded(span.highest), unrounded(own)
    return f"{full} × (60 + 40 × ({mine} − {lowest}) ÷ ({highest} − {lowest})) ÷ 100"


def _rank_points(given: Given) -> str:
    line = given.line
    full, step, floor = (unrounded(value) for value in (line.full, line.needed("step"), line.needed("floor")))
    return f"max({full} − {step} × ({given.row.rank} − 1), {floor})"


def _tiers(given: Given) -> str:
    completion = done(given.row)
    reached = next((percent for least, percent in given.line.tiers if completion >= Fraction(least)), None)
    told = "0" if reached is None else format(plain(reached), "f")
    return f"{unrounded(given.line.full)} × {told} ÷ 100"


def _per_item(given: Given) -> str:
    counted = unrounded(Fraction(given.row.cumulative or 0))
    return f"min({unrounded(given.line.needed('each'))} × {counted}, {unrounded(given.line.full)})"


def _all_or_nothing(given: Given) -> str:
    return f"{unrounded(given.line.full)} × {1 if done(given.row) >= 1 else 0}"


_FORMULAS: Mapping[Method, Callable[[Given], str]] = {
    Method.PROPORTIONAL: _proportional,
    Method.PROPORTIONAL_BONUS: _bonus,
    Method.PACE: _pace,
    Method.EFFICACY: _efficacy,
    Method.RANK_POINTS: _rank_points,
    Method.TIERS: _tiers,
    Method.PER_ITEM: _per_item,
    Method.ALL_OR_NOTHING: _all_or_nothing,
}
