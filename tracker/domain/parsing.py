"""What a person types into a cell, read as the exact figure that is meant, or not read at all, with the reason.

Chinese here is data: the words that tables print for nothing and for a zero report.

A figure is in the indicator's own unit of measure, unless it carries one, or 万 or 亿: then it is converted, exactly, so that
2000万 typed for an indicator in 亿元 is 0.2. A currency's symbol converts nothing, since spreadsheets put ¥ before figures in
亿元 too. What could mean two things is not guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import LARGEST, PLACES, format_number, plain, round_half_up
from tracker.domain.measure import MULTIPLIER, MULTIPLIERS, SYMBOLS, Measure, is_known, measure, refusal
from tracker.domain.parsing_arithmetic import evaluate
from tracker.domain.parsing_reasons import why_unreadable
from tracker.domain.parsing_scanning import Scanned, scan
from tracker.domain.parsing_width import fold
from tracker.errors import AmountTooLarge, DomainError, Unreadable
from tracker.i18n import tr

LONGEST = 100
"""Characters of a text that may still be a figure or a calculation."""

# What tables print for "nothing here". 无 is not among them: it may be a zero report.
_BLANK = re.compile(r"[-—―─━]{0,8}|/|\(?未(?:报|上报|填报)\)?")
_ZERO_REPORT = "零报告"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text means: its `value`, or None with the `reason` in words; a blank has neither."""

    value: Decimal | None
    reason: str = ""


def read_amount(text: str, *, unit: str, decimals: int) -> Reading:
    """Read what was typed for an indicator of that unit of measure; its value has at most `decimals` (0 to 6) places.

    Never guesses, never rounds, never reads junk as 0. Takes time in proportion to the text at most.
    """
    folded = fold(text)
    if _BLANK.fullmatch(folded):
        return Reading(None)
    try:
        return Reading(_value(folded, measure(unit), min(decimals, PLACES)))
    except DomainError as problem:
        return Reading(None, str(problem))


def rounded_amount(text: str, *, unit: str, decimals: int) -> Decimal | None:
    """What a text that is too fine for the indicator would be, rounded half up; None for a blank and for what is no amount.

    It is for offering to a person: `read_amount` never rounds.
    """
    folded = fold(text)
    if _BLANK.fullmatch(folded):
        return None
    try:
        amount, _ = _exact(folded, measure(unit))
    except DomainError:
        return None
    rounded = round_half_up(amount, decimals)
    return plain(rounded) if abs(rounded) < LARGEST else None


def _value(text: str, unit: Measure, decimals: int) -> Decimal:
    amount, shown = _exact(text, unit)
    return _fitting(amount, unit, decimals=decimals, shown=shown)


def _exact(text: str, unit: Measure) -> tuple[Fraction, bool]:
    """The amount in `unit` with all its decimals, and whether it is the one that was typed."""
    if len(text) > LONGEST:
        raise Unreadable(tr("This is too long for a figure: {length} characters.", length=len(text)))
    if text == _ZERO_REPORT:
        return Fraction(0), True
    if text.startswith("="):
        return evaluate(text[1:]), False
    scanned = scan(text)
    if scanned is None or not _is_understood(scanned, unit):
        raise Unreadable(why_unreadable(text))
    amount = _in_unit(scanned, unit)
    return amount, amount == scanned.value


def _is_understood(scanned: Scanned, unit: Measure) -> bool:
    """Whether what stands after the figure is a unit of measure; 2万 of a rate is nothing."""
    if scanned.unit:
        return is_known(scanned.unit) or measure(scanned.unit).dimension == unit.dimension
    return scanned.multiplier == 1 or unit.dimension not in ("percent", "points")


def _in_unit(scanned: Scanned, unit: Measure) -> Fraction:
    """The amount in `unit`; raises DifferentMeasures where what is named is another thing."""
    if scanned.symbol and unit.dimension not in SYMBOLS[scanned.symbol]:
        raise refusal(Measure(scanned.symbol, SYMBOLS[scanned.symbol][0], Fraction(1)), unit)
    if scanned.unit:
        named = measure(scanned.unit)
        if named.dimension != unit.dimension:
            raise refusal(named, unit)
        return scanned.value * named.factor / unit.factor
    if scanned.multiplier == 1:
        return scanned.value
    base = _base_factor(unit)
    if scanned.multiplier < 10**4 and base != unit.factor:
        # 5千 for an indicator in 万元: five thousand yuan, or five thousand 万元?
        raise Unreadable(tr("It is not clear in which unit of measure this is. Write the unit too."))
    return scanned.value * base / unit.factor


def _base_factor(unit: Measure) -> Fraction:
    """The factor of the unit without its multiplier: that of 元 for 亿元, of 亩 for 万亩."""
    match = MULTIPLIER.match(unit.name)
    return unit.factor / MULTIPLIERS[match[0]] if match else unit.factor


def _fitting(amount: Fraction, unit: Measure, *, decimals: int, shown: bool) -> Decimal:
    """The amount as a decimal; raises where it is too large or needs more decimals than the indicator has.

    `shown`: the amount is the one that was typed, so that the reason need not repeat it.
    """
    if abs(amount) >= LARGEST:
        raise AmountTooLarge(Decimal(int(amount)))
    scaled = amount * 10**decimals
    if scaled.denominator == 1:
        return plain(Decimal(scaled.numerator).scaleb(-decimals))
    needed = _decimals_needed(amount)
    if needed is None:
        raise Unreadable(tr("The result does not come out even within the indicator's decimals ({decimals}).", decimals=decimals))
    if shown or needed > 2 * PLACES:
        raise Unreadable(tr("More decimals ({needed}) than the indicator has ({decimals}).", needed=needed, decimals=decimals))
    exact = f"{format_number(amount, needed)} {unit.name}".strip()
    sentence = tr(
        "This is {exact}: more decimals ({needed}) than the indicator has ({decimals}).",
        exact=exact,
        needed=needed,
        decimals=decimals,
    )
    raise Unreadable(sentence)


def _decimals_needed(amount: Fraction) -> int | None:
    """How many decimals the amount has; None where they never end."""
    return next((places for places in range(LONGEST * 4) if (amount * 10**places).denominator == 1), None)
