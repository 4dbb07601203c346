"""Derive growth: on last year's same months, and on the month before."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.i18n import tr
from tracker.metrics.derivation.steps import Derivation, Step, amount, nothing, percent, rule, substituted
from tracker.metrics.derivation.sums import Case, cumulative_step, last_year_step


def yoy(case: Case) -> Derivation:
    """cumulative ÷ last year's − 1."""
    told = rule(tr("Year on year = cumulative ÷ last year's cumulative of the same months − 1."))
    sums = (cumulative_step(case), last_year_step(case))
    return _growth(case, (told, *sums), case.row.yoy, case.row.cumulative, case.row.last_year)


def mom(case: Case) -> Derivation:
    """The month's value ÷ the month before's − 1."""
    told = rule(tr("Month on month = the month's own value ÷ the month before's − 1."))
    month = case.table.month
    months = Step(title=tr("Months"), text=tr("The two months' own values."), terms=case.terms((month.plus(-1), month)))
    return _growth(case, (told, months), case.row.mom, case.row.month_value, case.row.month_before)


def _growth(
    case: Case,
    steps: tuple[Step, ...],
    growth: Fraction | None,
    current: Decimal | Fraction | None,
    base: Decimal | None,
) -> Derivation:
    """The rule, then the numbers in it (or why not), then what they are made of."""
    first, *sums = steps
    formula = f"{amount(current, case.indicator)} ÷ {amount(base, case.indicator)} − 1"
    if growth is None:
        why = tr("Both amounts must be there and the base above zero: {formula}.", formula=formula)
        return Derivation(percent(None), None, (first, nothing(why), *sums))
    return Derivation(percent(growth), growth, (first, substituted(formula, growth, percent(growth)), *sums))
