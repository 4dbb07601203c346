"""The ticks of a chart's axis: whole steps of 1, 2, 2.5 or 5 times a power of ten, the fewest that hold every value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import decimals_of, format_number

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
MOST_STEPS = 4
FINEST = -6
"""Amounts have no more decimals than that."""
BEYOND = Fraction(1, 6)
"""A value may pass the last tick by so much of a step: 101 % needs no tick of 125."""


def ticks(lowest: Fraction, highest: Fraction) -> tuple[tuple[float, str], ...]:
    """(value, text) from the lowest tick to the highest; zero is always one of them."""
    step = _step(min(lowest, Fraction(0)), max(highest, Fraction(0)))
    first, last = _span(min(lowest, Fraction(0)), max(highest, Fraction(0)), Fraction(step))
    return tuple((float(at * step), format_number(at * step, decimals_of(step))) for at in range(first, max(last, first + 1) + 1))


def _step(lowest: Fraction, highest: Fraction) -> Decimal:
    """The smallest step of which no more than so many are needed."""
    power = FINEST
    while True:
        for factor in STEPS:
            first, last = _span(lowest, highest, Fraction(factor.scaleb(power)))
            if last - first <= MOST_STEPS:
                return factor.scaleb(power)
        power += 1


def _span(lowest: Fraction, highest: Fraction, step: Fraction) -> tuple[int, int]:
    """How many steps below zero and above it hold both values."""
    return (lowest + BEYOND * step) // step if lowest < 0 else 0, max(0, -(-(highest - BEYOND * step) // step))
