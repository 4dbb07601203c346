"""Figures in a chart's words: rounded once, thousands separated, with their unit of measure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import MISSING, format_number
from tracker.domain.indicator import Indicator
from tracker.metrics.rates import PERCENT_DECIMALS, printed_gap
from tracker.metrics.row import Rates


def number(value: Fraction | None) -> float:
    """What is drawn at: the value as a float, NaN (a gap) for None."""
    return float("nan") if value is None else float(value)


def percent(rate: Fraction | None, *, signed: bool = False) -> str:
    """76.95, without its sign of percent."""
    return MISSING if rate is None else format_number(rate * 100, PERCENT_DECIMALS, signed=signed)


def points(rates: Rates) -> Decimal | None:
    """The gap to the pace as it is printed."""
    return printed_gap(rates.completion, rates.pace)


def signed_points(value: Fraction | Decimal | None, decimals: int = PERCENT_DECIMALS) -> str:
    """+1.95, −3.10."""
    return MISSING if value is None else format_number(value, decimals, signed=True)


def amount(value: Fraction | Decimal | None, indicator: Indicator) -> str:
    """5.40 亿元: in the indicator's unit of measure and with its decimals."""
    if value is None:
        return MISSING
    return f"{format_number(value, indicator.decimals)} {' '.join(indicator.unit.split())}".rstrip()
