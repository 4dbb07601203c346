"""The figures beside a figure: last month, the same month of last year, the cumulative, the target, the completion."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import MISSING, format_number
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.light import Light
from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.metrics.rates import printed_gap, printed_percent
from tracker.metrics.row import Rates
from tracker.metrics.table import IndicatorTable

RATE_DECIMALS = 1
"""A growth is shown with one decimal here; the completion and the gap with the two that are printed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: a word, its figure, a remark to the right, and the light that the remark stands in."""

    word: str
    figure: str
    remark: str = ""
    light: Light | None = None


def facts_of(table: IndicatorTable, rates: Rates) -> tuple[Fact, ...]:
    """The lines that make sense for the indicator; "—" where a figure is missing."""
    indicator, month = table.indicator, table.month
    if indicator.kind is Kind.RATIO:
        return (Fact(_to_date(month), _amount(rates.cumulative, indicator)),)
    facts = [
        Fact(tr("Last month"), _amount(rates.month_before, indicator), _grown(tr("MoM"), rates.mom)),
        Fact(tr("Same month last year"), _amount(rates.same_month, indicator), _grown(tr("Month YoY"), rates.month_yoy)),
    ]
    if indicator.kind is Kind.FLOW:
        facts.append(Fact(_to_date(month), _amount(rates.cumulative, indicator), _grown(tr("YoY"), rates.yoy)))
    if rates.target is not None:
        facts += [Fact(tr("Year's target"), _amount(rates.target, indicator)), _completion(table, rates)]
    return tuple(facts)


def _completion(table: IndicatorTable, rates: Rates) -> Fact:
    done = rates.completion
    figure = MISSING if done is None else f"{printed_percent(done)}%"
    gap = printed_gap(done, rates.pace)
    if gap is None:
        return Fact(tr("Completion"), figure)
    points = format_number(abs(gap), 2)
    words = tr("Ahead by {points}", points=points) if gap >= 0 else tr("Behind by {points}", points=points)
    return Fact(tr("Completion"), figure, words, table.light(rates))


def _to_date(month: Month) -> str:
    return tr("To date, 1-{month}", month=month.number) if month.number > 1 else tr("To date, January")


def _amount(value: Decimal | Fraction | None, indicator: Indicator) -> str:
    return format_number(value, indicator.decimals) or MISSING


def _grown(word: str, rate: Fraction | None) -> str:
    """环比 −8.5%."""
    if rate is None:
        return f"{word} {MISSING}"
    return f"{word} {format_number(rate * 100, RATE_DECIMALS, signed=True)}%"
