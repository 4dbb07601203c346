"""What printed inputs give: the exact result, and the interval of all results that the unrounded inputs may have had."""

from __future__ import annotations

import math
from fractions import Fraction

from tracker.domain.proof.quantity import Quantity
from tracker.domain.proof.statement import ClaimKind, Statement
from tracker.metrics import rates
from tracker.metrics.proof.interval import Interval, above_zero, exactly, quotient, rounded

ONE = Fraction(1)


def exact_result(statement: Statement) -> Fraction | None:
    """The unrounded result of the inputs as they are printed, in the result's own base unit; None where the rules say "—"."""
    of = {name: quantity.value for name, quantity in statement.inputs}
    if statement.kind is ClaimKind.PACE:
        if "completion" in of:
            return rates.gap(of["completion"] / 100, _pace(statement))
        return of["cumulative"] - of["target"] * _pace(statement)
    first, second = _whole_numbers(_two_amounts(statement))
    formula = {ClaimKind.COMPLETION: rates.completion, ClaimKind.YOY: rates.growth, ClaimKind.SHARE: rates.share}
    rate = formula[statement.kind](first, second)
    return None if rate is None else rate * _scale(statement)


def possible_results(statement: Statement) -> Interval | None:
    """Every result that inputs can have that are printed so; None where there is none, as with a target of 0."""
    of = {name: _interval(quantity) for name, quantity in statement.inputs}
    if statement.kind is ClaimKind.PACE:
        return _possible_gaps(statement, of)
    rate = _growth(of) if statement.kind is ClaimKind.YOY else _part_of(*of.values())
    return None if rate is None else rate.times(_scale(statement))


def _possible_gaps(statement: Statement, of: dict[str, Interval]) -> Interval:
    if "completion" in of:
        return of["completion"] + -(of["pace"] if "pace" in of else exactly(_pace(statement) * 100))
    return of["cumulative"] + -of["target"].times(_pace(statement))


def _growth(of: dict[str, Interval]) -> Interval | None:
    """Growth from two of this year's amount, last year's and the change; where all are printed, from this and last year's."""
    if "current" not in of:
        return _part_of(of["change"], of["last_year"])
    if "last_year" in of:
        ratio = _part_of(of["current"], of["last_year"])
    else:
        ratio = _to_base(of["current"], of["change"])
    return None if ratio is None else ratio + exactly(-ONE)


def _to_base(current: Interval, change: Interval) -> Interval | None:
    """Current ÷ base, the base being current − change: as 1 ÷ (1 − change ÷ current), so that each number varies once."""
    positive = above_zero(current)
    if positive is None:  # nothing this year: all of last year's is gone
        return exactly(Fraction(0)) if change.low < 0 else None
    return _part_of(exactly(ONE), exactly(ONE) + -quotient(change, positive))


def _part_of(top: Interval, bottom: Interval) -> Interval | None:
    positive = above_zero(bottom)
    return None if positive is None else quotient(top, positive)


def _two_amounts(statement: Statement) -> tuple[Fraction, Fraction]:
    """What the formula takes: for growth this year's and last year's amount, whichever two are printed."""
    of = {name: quantity.value for name, quantity in statement.inputs}
    if statement.kind is not ClaimKind.YOY:
        first, second = of.values()
        return first, second
    change = of.get("change", Fraction(0))
    last_year = of["last_year"] if "last_year" in of else of["current"] - change
    return of.get("current", last_year + change), last_year


def _whole_numbers(amounts: tuple[Fraction, Fraction]) -> tuple[int, int]:
    """The two in one small unit in which both are whole, as the formulas take them."""
    denominator = math.lcm(*(amount.denominator for amount in amounts))
    first, second = (int(amount * denominator) for amount in amounts)
    return first, second


def _interval(quantity: Quantity) -> Interval:
    return rounded(quantity.value, quantity.step)


def _pace(statement: Statement) -> Fraction:
    """The share of the year that should be done: as the text states it, else month ÷ 12."""
    stated = statement.input("pace")
    return stated.value / 100 if stated else Fraction(statement.month or 0, 12)


def _scale(statement: Statement) -> Fraction:
    """A rate is printed as a percentage, or as a multiple (倍)."""
    return ONE if statement.result.dimension == "times" else Fraction(100)
