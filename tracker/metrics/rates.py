"""The formulas of domain.md's exact rules, each on exact numbers: what they take is unrounded, what they give is unrounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import round_half_up

PERCENT_DECIMALS = 2
"""How many decimals a percentage and a gap are printed with."""


def completion(cumulative: int | None, target: int | None) -> Fraction | None:
    """cumulative ÷ target (rule 1); nothing reported counts as 0 (rule 3); None without a target above zero (rule 4)."""
    if target is None or target <= 0:
        return None
    return Fraction(cumulative or 0, target)


def gap(done: Fraction | None, pace: Fraction | None) -> Fraction | None:
    """(completion − pace) × 100: percentage points, unrounded."""
    return None if done is None or pace is None else (done - pace) * 100


def growth(current: int | None, base: int | None) -> Fraction | None:
    """current ÷ base − 1, for 同比 and 环比; None where the base is missing, zero or negative (rule 5)."""
    if current is None or base is None or base <= 0:
        return None
    return Fraction(current, base) - 1


def share(part: int | None, whole: int | None) -> Fraction | None:
    """part ÷ whole; None where either is missing or the whole is zero."""
    return None if part is None or not whole else Fraction(part, whole)


def ratio(numerator: int | None, denominator: int | None, factor: Decimal) -> Fraction | None:
    """numerator ÷ denominator × factor; None where either is missing or the denominator is zero."""
    if numerator is None or not denominator:
        return None
    return Fraction(numerator, denominator) * Fraction(factor)


def printed_percent(value: Fraction, decimals: int = PERCENT_DECIMALS) -> Decimal:
    """A rate as it is printed: × 100, rounded once, half up: 0.123456 → 12.35."""
    return round_half_up(value * 100, decimals)


def printed_gap(done: Fraction | None, pace: Fraction | None, decimals: int = PERCENT_DECIMALS) -> Decimal | None:
    """The printed completion less the printed pace, so that a reader can check it by hand: 74.00 at 66.67 is 7.33 (rule 2)."""
    if done is None or pace is None:
        return None
    return printed_percent(done, decimals) - printed_percent(pace, decimals)
