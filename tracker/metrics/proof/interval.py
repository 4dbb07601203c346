"""Intervals with exact ends, open or closed: what an unrounded number may have been, and what can be made from such numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import inf

Bound = Fraction | float
"""An exact number, or −inf or inf where there is no bound: the only floats here."""

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`; each end belongs to it or not. Never empty."""

    low: Bound
    high: Bound
    low_belongs: bool = True
    high_belongs: bool = True

    def __add__(self, other: Interval) -> Interval:
        low_belongs = self.low_belongs and other.low_belongs
        high_belongs = self.high_belongs and other.high_belongs
        return Interval(self.low + other.low, self.high + other.high, low_belongs, high_belongs)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_belongs, self.low_belongs)

    def times(self, factor: Fraction) -> Interval:
        """Every number of it times `factor`, which is above zero."""
        return Interval(self.low * factor, self.high * factor, self.low_belongs, self.high_belongs)

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both."""
        return not (self._is_below(other) or other._is_below(self))

    def _is_below(self, other: Interval) -> bool:
        return self.high < other.low or (self.high == other.low and not (self.high_belongs and other.low_belongs))


def exactly(value: Fraction) -> Interval:
    """The interval of that number alone."""
    return Interval(value, value)


def rounded(value: Fraction, step: Fraction) -> Interval:
    """All that half up (away from zero) rounds to `value`, printed in steps of `step`; with a step of 0 that number alone."""
    if not step:
        return exactly(value)
    return Interval(value - step / 2, value + step / 2, low_belongs=value > 0, high_belongs=value < 0)


def above_zero(of: Interval) -> Interval | None:
    """The part of it that is above zero; None where there is none."""
    if of.high <= 0:
        return None
    return of if of.low > 0 else Interval(ZERO, of.high, low_belongs=False, high_belongs=of.high_belongs)


def quotient(top: Interval, bottom: Interval) -> Interval:
    """x ÷ y for every x of `top` and every y of `bottom`, which is above zero; the two vary on their own."""
    low, low_belongs = _end(top.low, top.low_belongs, bottom, largest=False)
    high, high_belongs = _end(top.high, top.high_belongs, bottom, largest=True)
    return Interval(low, high, low_belongs, high_belongs)


def _end(top: Bound, belongs: bool, bottom: Interval, *, largest: bool) -> tuple[Bound, bool]:
    """The largest or the smallest quotient with that end of the numerator, and whether it is reached."""
    if top == 0:
        return ZERO, belongs
    if (top > 0) is largest:
        if bottom.low == 0:
            return (inf if largest else -inf), False
        return top / bottom.low, belongs and bottom.low_belongs
    if bottom.high == inf:
        return ZERO, False
    return top / bottom.high, belongs and bottom.high_belongs
