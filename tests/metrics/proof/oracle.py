"""Verdicts by another road than the program's: every corner of the inputs' intervals is tried."""

from __future__ import annotations

import itertools
from fractions import Fraction

Printed = tuple[Fraction, Fraction]
"""A printed number and the step in which it was rounded; a step of 0 is an exact number."""

Ends = list[tuple[Fraction, bool]]


def verdict(kind: str, inputs: dict[str, Printed], published: str, month: int, factor: int = 1) -> str:
    """right, rounding or wrong, for inputs by which the result is defined at every corner; `factor` is an amount's unit."""
    inputs = {name: (value / factor, step / factor) for name, (value, step) in inputs.items()}
    places = len(published.partition(".")[2])
    result = Fraction(published)
    exact = _result(kind, {name: value for name, (value, _) in inputs.items()}, month)
    if _half_up(exact, places) == result:
        return "right"
    step = Fraction(1, 10**places)
    (low, _), (high, _) = min(_reached(kind, inputs, month)), max(_reached(kind, inputs, month))
    low_belongs = any(there for value, there in _reached(kind, inputs, month) if value == low)
    high_belongs = any(there for value, there in _reached(kind, inputs, month) if value == high)
    (start, start_belongs), (end, end_belongs) = _ends((result, step))
    apart = high < start or end < low
    touching = (high == start and not (high_belongs and start_belongs)) or (end == low and not (end_belongs and low_belongs))
    return "wrong" if apart or touching else "rounding"


def _reached(kind: str, inputs: dict[str, Printed], month: int) -> Ends:
    corners = itertools.product(*(_ends(printed) for printed in inputs.values()))
    return [
        (_result(kind, dict(zip(inputs, (value for value, _ in corner), strict=True)), month), all(there for _, there in corner))
        for corner in corners
    ]


def _result(kind: str, of: dict[str, Fraction], month: int) -> Fraction:
    if kind == "pace":
        pace = Fraction(month * 100, 12)
        return of["completion"] - pace if "completion" in of else of["cumulative"] - of["target"] * pace / 100
    if kind == "yoy":
        base = of["last_year"] if "last_year" in of else of["current"] - of["change"]
        return (of["current"] / base - 1) * 100
    top, bottom = of.values()
    return top / bottom * 100


def _ends(printed: Printed) -> Ends:
    value, step = printed
    if not step:
        return [(value, True)] * 2
    return [(value - step / 2, value > 0), (value + step / 2, value < 0)]


def _half_up(value: Fraction, places: int) -> Fraction:
    scaled = abs(value) * 10**places
    whole = scaled.numerator * 2 // scaled.denominator
    rounded = Fraction((whole + 1) // 2, 10**places)
    return rounded if value >= 0 else -rounded
