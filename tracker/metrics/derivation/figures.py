"""Derive a unit's figure of an indicator's month: from the rule in words down to the months that were entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from tracker.domain.amount import from_millionths
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.metrics.derivation.completion import completion, gap, pace
from tracker.metrics.derivation.growth import mom, yoy
from tracker.metrics.derivation.steps import Derivation, Step, amount, nothing, percent, rule, substituted
from tracker.metrics.derivation.sums import Case, case_of, cumulative_step
from tracker.metrics.quotient import Quotient
from tracker.metrics.table import IndicatorTable


class Figure(StrEnum):
    """The figures of a row that can be derived; a ratio has its cumulative alone."""

    CUMULATIVE = "cumulative"
    COMPLETION = "completion"
    PACE = "pace"
    GAP = "gap"
    YOY = "yoy"
    MOM = "mom"
    SHARE = "share"


def derive(table: IndicatorTable, unit: UnitId, figure: Figure, *, sides: tuple[IndicatorTable, ...] = ()) -> Derivation:
    """The derivation of one figure; of one that there is none of, why. A ratio's goes on into its `sides` (see `sides_of`).

    Raises KeyError for a unit that is not listed.
    """
    return _DERIVED[figure](case_of(table, unit, sides))


def cumulative(case: Case) -> Derivation:
    """The months added up; a level's own month; a ratio's numerator ÷ denominator × factor."""
    value = case.row.cumulative
    exact = None if value is None else Fraction(value)
    if isinstance(case.table.content, Quotient):
        return Derivation(amount(value, case.indicator), exact, _ratio_steps(case, case.table.content, exact))
    by_month = case.row.inputs.by_month
    told = tr("Cumulative = the months from January on, added up.") if by_month else tr("A level is its month's own figure.")
    return Derivation(amount(value, case.indicator), exact, (rule(told), cumulative_step(case)))


def share(case: Case) -> Derivation:
    """The unit's part of its group's cumulative."""
    part, whole = case.row.share, case.row.inputs.whole
    told = rule(tr("Share = the unit's cumulative ÷ its group's."))
    formula = f"{amount(case.row.cumulative, case.indicator)} ÷ " + amount(
        None if whole is None else from_millionths(whole), case.indicator
    )
    if part is None:
        why = nothing(tr("There is nothing to take a share of: {formula}.", formula=formula))
        return Derivation(percent(None), None, (told, why, cumulative_step(case)))
    return Derivation(percent(part), part, (told, substituted(formula, part, percent(part)), cumulative_step(case)))


def _ratio_steps(case: Case, content: Quotient, exact: Fraction | None) -> tuple[Step, ...]:
    """The two sides, both cumulative, and what each is added up of."""
    at, factor = case.table.roster.row_of[case.row.unit.id], content.indicator.factor
    told = rule(tr("A ratio = numerator ÷ denominator × {factor}, both cumulative.", factor=factor))
    amounts = (content.numerator.at(at), content.denominator.at(at))
    top, bottom = (tr("nothing reported") if side is None else format(from_millionths(side), "f") for side in amounts)
    formula = f"{top} ÷ {bottom} × {factor}"
    if exact is None:
        result = nothing(tr("Both must be reported, and the denominator not be 0: {formula}.", formula=formula))
    else:
        result = substituted(formula, exact, amount(exact, case.indicator))
    sides = (case_of(side, case.row.unit.id) for side in case.sides)
    return (told, result, *(replace(cumulative_step(side), title=side.indicator.name) for side in sides))


_DERIVED: Mapping[Figure, Callable[[Case], Derivation]] = {
    Figure.CUMULATIVE: cumulative,
    Figure.COMPLETION: completion,
    Figure.PACE: pace,
    Figure.GAP: gap,
    Figure.YOY: yoy,
    Figure.MOM: mom,
    Figure.SHARE: share,
}
