"""Derive what a unit has done of its target: completion, pace, and the gap between them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tracker.domain.amount import MISSING
from tracker.i18n import tr
from tracker.metrics.derivation.steps import Derivation, Step, amount, nothing, percent, points, rule, substituted, unrounded
from tracker.metrics.derivation.sums import Case, cumulative_step, target_step
from tracker.metrics.rates import printed_gap


def completion(case: Case) -> Derivation:
    """cumulative ÷ target."""
    done = case.row.completion
    return Derivation(percent(done), done, (rule(tr("Completion = cumulative ÷ year's target.")), *_completion_steps(case)))


def pace(case: Case) -> Derivation:
    """The share of the target that is due by now."""
    due = case.row.pace
    told = tr("Pace = the share of the year's target that is due by now: the indicator's own plan, else month ÷ 12.")
    return Derivation(percent(due), due, (rule(told), _due_step(case)))


def gap(case: Case) -> Derivation:
    """(completion − pace) × 100; its printed form is that of the printed ones (rule 2)."""
    row, first = case.row, rule(tr("Gap = (completion − pace) × 100, in percentage points."))
    below = (*_completion_steps(case), _due_step(case))
    printed = printed_gap(row.completion, row.pace)
    if row.completion is None or row.pace is None or row.gap is None or printed is None:
        return Derivation(MISSING, None, (first, *below))
    done, *sums = below
    formula = f"({unrounded(row.completion)} − {unrounded(row.pace)}) × 100"
    text = tr(
        "{formula} = {exact}. Printed is the printed completion less the printed pace, {done} − {pace}: {shown}.",
        formula=formula,
        exact=unrounded(row.gap),
        done=percent(row.completion),
        pace=percent(row.pace),
        shown=points(printed),
    )
    return Derivation(
        points(printed),
        row.gap,
        (first, Step(title=tr("Substituted"), text=text, exact=row.gap), replace(done, title=tr("Completion")), *sums),
    )


def _completion_steps(case: Case) -> tuple[Step, ...]:
    done, row = case.row.completion, case.row
    sums = (cumulative_step(case), target_step(case))
    if done is None:
        return (nothing(tr("Without a target above zero, or a level's figure, there is no completion.")), *sums)
    formula = f"{amount(row.cumulative or Fraction(0), case.indicator)} ÷ {amount(row.target, case.indicator)}"
    return (substituted(formula, done, percent(done)), *sums)


def pace_step(case: Case) -> Step | None:
    """What is due by now, and how far the completion is from it, both as they are printed; None where nothing is due."""
    done, due = case.row.completion, case.row.pace
    printed = printed_gap(done, due)
    if printed is None:
        return None
    step = _due_step(case)
    return replace(step, text=f"{step.text}\n{percent(done)} − {percent(due)} = {points(printed)}")


def _due_step(case: Case) -> Step:
    due, month = case.row.pace, case.table.month.number
    if due is None:
        return nothing(tr("A level and a ratio have no pace."))
    if due == Fraction(month, 12):
        return Step(title=tr("Pace"), text=f"{month} ÷ 12 = {unrounded(due)} → {percent(due)}", exact=due)
    text = tr("By its plan, {share} of the target is due by month {month}.", share=percent(due), month=month)
    return Step(title=tr("Pace"), text=text, exact=due)
