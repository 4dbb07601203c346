"""The rules of hints, each on exact figures: which units' month deserves a second look, and what may be meant instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from tracker.domain.amount import PLACES, SCALE, from_millionths, round_half_up
from tracker.domain.hint import Level, Rule
from tracker.domain.indicator import Kind
from tracker.domain.measure import measure
from tracker.metrics.hints_case import Case
from tracker.metrics.hints_past import Flags, Floats
from tracker.metrics.hints_wording import (
    Compared,
    blank_sentence,
    decimals_sentence,
    fall_sentence,
    negative_sentence,
    outlier_sentence,
    percent_sentence,
    slip_sentence,
)

SLIPS = (10, 10_000)
"""A digit too many or too few, and 万 for 亿 or 元 for 万元."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of the unit at a place of the case."""

    at: int
    rule: Rule
    level: Level
    reason: str
    suggestion: Decimal | None = None


def decimals(case: Case) -> Iterator[Finding]:
    """Figures finer than the indicator, which it did not always have to be."""
    places = case.indicator.decimals
    for at in _where(case.there & (case.now % 10 ** (PLACES - places) != 0)):
        value = _amount(case.now, at)
        yield Finding(at, Rule.DECIMALS, Level.LIKELY, decimals_sentence(value, places), round_half_up(value, places))


def slips(case: Case) -> Iterator[Finding]:
    """Figures that are about SLIPS times what the unit reports when it reports something, or that part of it.

    Such a figure also lies clear of every month there was, by the tolerance: where figures scatter that much, it is no slip.
    Where the cumulative is typed, it is compared with the last one and a usual month.
    """
    used, before, tolerance = case.past.used, case.typed_before, float(case.rules.tolerance)
    typed = np.abs(case.now + before).astype(np.float64)
    enough = case.there & (used.count >= case.rules.least) & (typed > 0)
    times = np.divide(2 * typed, 2 * before + used.median2, out=np.ones_like(typed), where=enough)
    above = typed > tolerance * (before + used.highest).astype(np.float64)
    below = typed * tolerance < (before + used.lowest).astype(np.float64)
    for at in _where(enough & (above | below)):
        factor = _slip_of(float(times[at]), tolerance)
        if factor is not None:
            yield Finding(at, Rule.SLIP, Level.LIKELY, _slip_reason(case, at), _meant(case, at, factor))


def _slip_of(times: float, tolerance: float) -> Fraction | None:
    """The factor that explains so many times the usual; the wider one has the wider margin, since nothing grows like that."""
    for factor, margin in zip(SLIPS, (tolerance, tolerance**2), strict=True):
        if factor / margin <= times <= factor * margin:
            return Fraction(factor)
        if factor / margin <= 1 / times <= factor * margin:
            return Fraction(1, factor)
    return None


def _slip_reason(case: Case, at: int) -> str:
    used, before = case.past.used, case.typed_before
    usual = Fraction(int(2 * before[at] + used.median2[at]), 2 * SCALE)
    typed = from_millionths(int(case.now[at] + before[at]))
    compared = Compared(typed, usual, int(used.count[at]), case.indicator.decimals)
    return slip_sentence(compared, by_cumulative=case.by_cumulative)


def _meant(case: Case, at: int, factor: Fraction) -> Decimal | None:
    """The month's figure without the slip; None where it does not come out even without its last digit, so that it is none."""
    before, places = int(case.typed_before[at]), case.indicator.decimals
    exact = Fraction(int(case.now[at]) + before, SCALE) / factor
    whole = round_half_up(exact, places)
    if not whole or (factor == SLIPS[0] and whole != exact):
        return None
    month = whole - from_millionths(before)
    return month if month >= 0 or case.now[at] < 0 else None


def falls(case: Case) -> Iterator[Finding]:
    """Cumulatives below last month's: a flow's month below zero, unless it is told as such."""
    told = not case.by_cumulative and case.rules.has(Rule.NEGATIVE)
    if case.indicator.kind is not Kind.FLOW or told:
        return
    for at in _where(case.there & (case.now < 0)):
        before = _amount(case.earlier, at)
        reason = fall_sentence(before + _amount(case.now, at), before, case.indicator.decimals)
        yield Finding(at, Rule.FALL, Level.LIKELY, reason)


def negatives(case: Case) -> Iterator[Finding]:
    """Figures below zero, unless a typed cumulative tells it by its fall."""
    if case.by_cumulative and case.rules.has(Rule.FALL):
        return
    for at in _where(case.there & (case.now < 0)):
        yield Finding(at, Rule.NEGATIVE, Level.LIKELY, negative_sentence(_amount(case.now, at), case.indicator.decimals))


def percents(case: Case) -> Iterator[Finding]:
    """Rates that are reported as such, over a hundred percent."""
    most = most_percent(case.indicator.unit)
    if most is None or case.indicator.kind is Kind.FLOW:
        return
    for at in _where(case.there & (case.now > int(most * SCALE))):
        reason = percent_sentence(_amount(case.now, at), case.indicator.decimals, case.indicator.unit)
        yield Finding(at, Rule.PERCENT, Level.LIKELY, reason)


def most_percent(unit: str) -> Fraction | None:
    """A hundred percent in that unit of measure, 1,000 in ‰; None in one that is no percentage."""
    of = measure(unit)
    return 100 / of.factor if of.dimension == "percent" else None


def outliers(case: Case) -> Iterator[Finding]:
    """Figures whose robust z-score is over the bound."""
    enough = case.there & (case.past.count >= case.rules.least)
    scores: Floats = case.past.scores(case.now)
    for at in _where(enough & (scores > float(case.rules.score))):
        median = Fraction(int(case.past.median2[at]), 2 * SCALE)
        compared = Compared(_amount(case.now, at), median, int(case.past.count[at]), case.indicator.decimals)
        yield Finding(at, Rule.OUTLIER, Level.UNUSUAL, outlier_sentence(compared))


def blanks(case: Case) -> Iterator[Finding]:
    """Nothing, where last month had a figure."""
    for at in _where(case.missing):
        before = _amount(case.figures.values[case.at - 1], at)
        yield Finding(at, Rule.BLANK, Level.UNUSUAL, blank_sentence(before, case.indicator.decimals))


OF_FIGURES: dict[Rule, Callable[[Case], Iterator[Finding]]] = {
    Rule.DECIMALS: decimals,
    Rule.SLIP: slips,
    Rule.FALL: falls,
    Rule.NEGATIVE: negatives,
    Rule.PERCENT: percents,
    Rule.OUTLIER: outliers,
}
"""The rules for figures that are there, in the order in which those of one cell are told."""


def _where(flags: Flags) -> list[int]:
    found: list[int] = np.flatnonzero(flags).tolist()
    return found


def _amount(millionths: np.ndarray[tuple[int, ...], np.dtype[np.int64]], at: int) -> Decimal:
    return from_millionths(int(millionths[at]))
