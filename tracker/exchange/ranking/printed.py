"""The figures of a row or a total as they are printed: rounded once, half up; the gap from the printed percentages."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import round_half_up
from tracker.domain.indicator import Indicator
from tracker.metrics.rates import printed_gap, printed_percent
from tracker.metrics.row import Rates, Row


@dataclass(frozen=True, slots=True)
class Printed:
    """Amounts with the indicator's decimals, percentages and points with two; None where there is no figure."""

    target: Decimal | None
    month_value: Decimal | None
    cumulative: Decimal | None
    completion_percent: Decimal | None
    pace_percent: Decimal | None
    gap_points: Decimal | None
    yoy_percent: Decimal | None
    mom_percent: Decimal | None
    share_percent: Decimal | None


def printed(rates: Rates, indicator: Indicator) -> Printed:
    """`rates` of that indicator, rounded."""
    return Printed(
        _amount(rates.target, indicator),
        _amount(rates.month_value, indicator),
        _amount(rates.cumulative, indicator),
        _percent(rates.completion),
        _percent(rates.pace),
        printed_gap(rates.completion, rates.pace),
        _percent(rates.yoy),
        _percent(rates.mom),
        _percent(rates.share),
    )


def by_rank(rows: list[Row]) -> list[Row]:
    """A group's rows from the first rank down; units without a rank last, in their own order."""
    return sorted(rows, key=lambda row: (row.rank is None, row.rank or 0))


def _amount(value: Decimal | Fraction | None, indicator: Indicator) -> Decimal | None:
    return None if value is None else round_half_up(value, indicator.decimals)


def _percent(value: Fraction | None) -> Decimal | None:
    return None if value is None else printed_percent(value)
