"""Exact amounts: decimals for people, whole millionths for storing, adding and comparing.

An amount is stored as an integer count of 10^-6 of the indicator's own unit, so that sums and comparisons, in SQL, in numpy and
here, are exact: 0.10 + 0.20 ties with 0.30.
"""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext
from fractions import Fraction

from tracker.errors import AmountTooLarge, TooManyDecimals

PLACES = 6
SCALE = 10**PLACES
LARGEST = Decimal(10) ** 11
"""A figure stays below this (10^17 millionths); where sums of such could pass 64 bits, metrics refuses instead of wrapping."""

MINUS = "−"
MISSING = "—"

_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
# Python's usual context rounds at 28 digits; a longer number of a file must come through whole, so that it is refused calmly.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def to_millionths(value: Decimal) -> int:
    """The amount in whole millionths; raises TooManyDecimals past six places, AmountTooLarge from 10^11 on."""
    if abs(value) >= LARGEST:
        raise AmountTooLarge(value)
    with localcontext() as context:
        context.prec = 60
        scaled = value * SCALE
        if scaled != scaled.to_integral_value():
            raise TooManyDecimals(value, PLACES)
        return int(scaled)


def from_millionths(millionths: int) -> Decimal:
    """The amount as a decimal without trailing zeros: 12500000 → 12.5."""
    return plain(Decimal(millionths).scaleb(-PLACES))


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros, exponent and negative zero: 1E+2 → 100, 1.50 → 1.5, −0 → 0."""
    if not value:
        return Decimal(0)
    normalized = value.normalize(_EXACT)
    return normalized if int(normalized.as_tuple().exponent) <= 0 else normalized.quantize(Decimal(1), context=_EXACT)


def decimals_of(value: Decimal) -> int:
    """How many decimal places the number needs: 1.50 needs 1."""
    exponent = plain(value).as_tuple().exponent
    return max(0, -int(exponent))


def exact_decimal(text: str) -> Decimal:
    """Read a plain decimal of a data file ("12.50", "-3"); raises ValueError for anything else, exponents and NaN included."""
    if not _PLAIN.fullmatch(text.strip()):
        raise ValueError(text)
    return Decimal(text.strip())


def round_half_up(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """`value` with that many decimals, half away from zero (四舍五入): 12.345 → 12.35, −12.345 → −12.35."""
    exact = Fraction(value)
    scaled = abs(exact) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    rounded = Decimal(whole).scaleb(-decimals, _EXACT)
    return rounded.copy_negate() if exact < 0 and whole else rounded


def format_number(value: Fraction | Decimal | int | None, decimals: int, *, signed: bool = False, thousands: bool = True) -> str:
    """The number as it is shown: rounded half up, thousands separated, "−" for minus; "" for None.

    `signed` puts "+" before what is above zero, as gaps and growth are shown.
    """
    if value is None:
        return ""
    rounded = round_half_up(value, decimals)
    digits = f"{rounded.copy_abs():,.{decimals}f}" if thousands else f"{rounded.copy_abs():.{decimals}f}"
    if rounded < 0:
        return MINUS + digits
    return "+" + digits if signed and rounded > 0 else digits
