"""Axes that read well: round steps, and large amounts in a larger unit of measure.

Chinese here is data: the multipliers of units of measure.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.amount import format_number

STEPS = (1, 2, 2.5, 5, 10)
LARGER = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))


@dataclass(frozen=True)
class Scale:
    """An axis from `low` to `high` with its `ticks`; `per` is how much of the data is 1 of what the ticks are written in."""

    low: float
    high: float
    ticks: tuple[float, ...]
    per: float = 1.0

    @property
    def decimals(self) -> int:
        """How many places the ticks need."""
        step = (self.ticks[1] - self.ticks[0]) / self.per if len(self.ticks) > 1 else 1.0
        return next((places for places in range(7) if abs(round(step, places) - step) < step * 1e-6), 6)

    def text(self, tick: float) -> str:
        """The tick as it is written."""
        return format_number(Fraction(tick / self.per).limit_denominator(10**6), self.decimals)


def scale_of(values: Iterable[float], *, per: float = 1.0, most: int = 6) -> Scale:
    """A scale that holds 0 and all values (NaN is none) with at most about `most` ticks, which are round in units of `per`."""
    there = [value / per for value in values if value == value]  # noqa: PLR0124 - NaN alone differs from itself
    low, high = min(0.0, *there, 0.0), max(0.0, *there, 0.0)
    if high == low:
        high = low + 1.0
    rough = (high - low) / max(most - 1, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(step * power for step in STEPS if step * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(at * step * per for at in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks, per)


def larger_unit(unit: str, largest: float) -> tuple[str, int]:
    """The unit of measure in which an axis up to `largest` reads well, and by what it divides: 120,000 万元 → (亿元, 10,000)."""
    word, factor = next(((word, factor) for word, factor in LARGER if unit.startswith(word)), ("", 1))
    return _grown(unit, word, factor, largest)


def _grown(unit: str, word: str, factor: int, largest: float) -> tuple[str, int]:
    bare = unit.removeprefix(word)
    for bigger, times in LARGER:
        if times > factor and largest >= 10 * (times // factor) and bare[:1] >= "\u3400":
            return bigger + bare, times // factor
    return unit, 1
