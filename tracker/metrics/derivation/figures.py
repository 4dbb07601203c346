"""Derive a unit's figure of an indicator's month: from the rule in words down to the months that were entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from tracker.domain.amount import from_millionths
from tracker.domain.indicator import EnteredBy, Kind
from tracker.i18n import tr
from tracker.metrics.derivation.completion import completion, gap, pace
from tracker.metrics.derivation.growth import mom, yoy
from tracker.metrics.derivation.steps import Derivation, Step, amount, nothing, percent, rule, substituted
from tracker.metrics.derivation.sums import Case, case_of, cumulative_step, month_step, target_step
from tracker.metrics.quotient import Quotient, Sides
from tracker.metrics.table import IndicatorTable
from tracker.metrics.whose import Whole, Whose


class Figure(StrEnum):
    """The figures of a row or a total that can be derived; a ratio has its cumulative alone."""

    TARGET = "target"
    MONTH_VALUE = "month_value"
    CUMULATIVE = "cumulative"
    COMPLETION = "completion"
    PACE = "pace"
    GAP = "gap"
    YOY = "yoy"
    MOM = "mom"
    SHARE = "share"


def derive(table: IndicatorTable, whose: Whose, figure: Figure, *, sides: tuple[IndicatorTable, ...] = ()) -> Derivation:
    """The derivation of one figure; of one that there is none of, why. A ratio's goes on into its `sides` (see `sides_of`).

    Raises KeyError for who is not listed.
    """
    return _DERIVED[figure](case_of(table, whose, sides))


def target(case: Case) -> Derivation:
    """The year's target, which is set."""
    step = target_step(case)
    told = rule(tr("The year's target is set for the unit; a total's is the sum, unless the county has one of its own."))
    shown = amount(case.row.target, case.indicator)
    return Derivation(shown, step.exact, (told, step))


def month_value(case: Case) -> Derivation:
    """The month's own figure, which was reported; of a total its units' added up."""
    if case.indicator.kind is Kind.RATIO:
        told = tr("A ratio is made of cumulatives; it has no month of its own.")
    elif case.indicator.entered_by is EnteredBy.CUMULATIVE:
        told = tr("Month = the figure to date, as it was reported, less that of the month before.")
    else:
        told = tr("The month's own figure, as it was reported.")
    step = month_step(case)
    return Derivation(amount(case.row.month_value, case.indicator), step.exact, (rule(told), step))


def cumulative(case: Case) -> Derivation:
    """The months added up; a level's own month; a ratio's numerator ÷ denominator × factor."""
    value = case.row.cumulative
    exact = None if value is None else Fraction(value)
    if isinstance(case.table.content, Quotient):
        return Derivation(amount(value, case.indicator), exact, _ratio_steps(case, case.table.content, exact))
    if isinstance(case.whose, Whole):
        told = tr("A total = the figures of its units, added up.")
    elif case.row.inputs.by_month:
        told = tr("Cumulative = the months from January on, added up.")
    else:
        told = tr("A level is its month's own figure.")
    return Derivation(amount(value, case.indicator), exact, (rule(told), cumulative_step(case)))


def share(case: Case) -> Derivation:
    """The unit's part of its group's cumulative."""
    part, whole = case.row.share, case.row.inputs.whole
    told = rule(
        tr("Share = the total ÷ the county's.")
        if isinstance(case.whose, Whole)
        else tr("Share = the unit's cumulative ÷ its group's.")
    )
    formula = f"{amount(case.row.cumulative, case.indicator)} ÷ " + amount(
        None if whole is None else from_millionths(whole), case.indicator
    )
    if part is None:
        why = nothing(tr("There is nothing to take a share of: {formula}.", formula=formula))
        return Derivation(percent(None), None, (told, why, cumulative_step(case)))
    return Derivation(percent(part), part, (told, substituted(formula, part, percent(part)), cumulative_step(case)))


def _ratio_steps(case: Case, content: Quotient, exact: Fraction | None) -> tuple[Step, ...]:
    """The two sides, both cumulative, and what each is added up of."""
    factor = content.indicator.factor
    told = rule(tr("A ratio = numerator ÷ denominator × {factor}, both cumulative.", factor=factor))
    top, bottom = (
        tr("nothing reported") if side is None else format(from_millionths(side), "f") for side in _amounts(case, content)
    )
    formula = f"{top} ÷ {bottom} × {factor}"
    if exact is None:
        result = nothing(tr("Both must be reported, and the denominator not be 0: {formula}.", formula=formula))
    else:
        result = substituted(formula, exact, amount(exact, case.indicator))
    sides = (case_of(side, case.whose) for side in case.sides)
    return (told, result, *(replace(cumulative_step(side), title=side.indicator.name) for side in sides))


def _amounts(case: Case, content: Quotient) -> Sides:
    """Numerator and denominator."""
    roster = case.table.roster
    if not isinstance(case.whose, Whole):
        return content.sides_of_row(roster.row_of[case.whose])
    at = next((at for at, group in enumerate(roster.groups) if group.id == case.whose.group), None)
    return content.sides_of_group(at)


_DERIVED: Mapping[Figure, Callable[[Case], Derivation]] = {
    Figure.TARGET: target,
    Figure.MONTH_VALUE: month_value,
    Figure.CUMULATIVE: cumulative,
    Figure.COMPLETION: completion,
    Figure.PACE: pace,
    Figure.GAP: gap,
    Figure.YOY: yoy,
    Figure.MOM: mom,
    Figure.SHARE: share,
}
