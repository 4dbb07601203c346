"""The amount that a cell of a sent file holds: exact, in the indicator's unit of measure, or refused with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.amount import LARGEST, decimals_of
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.measure import measure
from tracker.domain.parsing import read_amount
from tracker.domain.parsing_width import fold
from tracker.i18n import tr

_ERROR = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!|GETTING_DATA)|Err:[0-9]{3}", re.IGNORECASE)
_PLAIN = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
_ENDS_AS_NUMBER = re.compile(r"[0-9)]$")


@dataclass(frozen=True, slots=True)
class Amount:
    """The value, or None: for a blank without a `reason`, for what cannot be taken with one."""

    value: Decimal | None
    reason: str = ""


def amount_of(text: str, indicator: Indicator, given: str) -> Amount:
    """Read a cell's text; `given` is the unit of measure of its sheet, row or column, "" for the indicator's own.

    A unit that the cell carries itself counts before that. Nothing is rounded, nothing is computed from text, an error is no 0.
    """
    if _PLAIN.fullmatch(text) and given in {"", indicator.unit}:
        return _taken(Decimal(text), indicator, text)
    folded = fold(text)
    if _ERROR.fullmatch(folded):
        return Amount(None, tr("{indicator} {text}: a formula that came to an error.", indicator=indicator.name, text=text))
    if folded.startswith(("=", "@")):
        return Amount(
            None, tr("{indicator} {text}: a formula kept as text is not computed.", indicator=indicator.name, text=text)
        )
    measured = folded + given if given and _ENDS_AS_NUMBER.search(folded) else folded
    reading = read_amount(measured, unit=indicator.unit, decimals=indicator.decimals)
    if reading.reason:
        return Amount(None, tr("{indicator} {text}: {reason}", indicator=indicator.name, text=text, reason=reading.reason))
    return Amount(None) if reading.value is None else _checked(reading.value, indicator)


def _taken(value: Decimal, indicator: Indicator, text: str) -> Amount:
    """A plain number in the indicator's own unit of measure: most cells of large sheets, without a look for what it may mean."""
    if decimals_of(value) > indicator.decimals or abs(value) >= LARGEST:
        reason = read_amount(text, unit=indicator.unit, decimals=indicator.decimals).reason
        return Amount(None, tr("{indicator} {text}: {reason}", indicator=indicator.name, text=text, reason=reason))
    return _checked(value, indicator)


def _checked(value: Decimal, indicator: Indicator) -> Amount:
    if value < 0 and is_count(indicator):
        return Amount(None, negative_count(indicator, value))
    return Amount(value)


def is_count(indicator: Indicator) -> bool:
    """Whether the indicator counts things that are whole and cannot be fewer than none: projects, trips, not money."""
    return indicator.decimals == 0 and indicator.kind is not Kind.RATIO and not measure(indicator.unit).is_money


def is_perhaps_a_fraction(value: Decimal, indicator: Indicator) -> bool:
    """Whether the value may be a share of one where percent are wanted: a spreadsheet holds 0.5 and shows 50%."""
    return 0 < value <= 1 and measure(indicator.unit).dimension == measure("%").dimension


def negative_count(indicator: Indicator, value: Decimal) -> str:
    """Why a count below zero is refused."""
    return tr("{indicator} {value}: a count cannot be negative.", indicator=indicator.name, value=value)
