"""Which month an indicator's figures run to: one may lag (外资 often by a month), and its paragraph then names its own months."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.table import IndicatorTable
from tracker.reports.wording import tr


def tables_as_of(live: Live, indicators: Sequence[IndicatorId]) -> list[IndicatorTable]:
    """Each indicator's table of the last month of the year, up to the month in view, for which any listed unit reported it.

    Where nobody has reported anything for the month, or nothing this year of an indicator, it is the table of the month in view.
    """
    newest = {indicator.id: _newest(live, indicator) for indicator in live.indicators}
    if live.month not in newest.values():
        return [live.table(indicator) for indicator in indicators]
    return [live.table(indicator, newest[indicator] or live.month) for indicator in indicators]


def months(month: Month) -> str:
    """January to the month, without the year: 1-9月; January itself: 1月."""
    return tr("month 1") if month.number == 1 else tr("months 1 to {month}", month=month.number)


def by_the_end(month: Month) -> str:
    """截至9月底."""
    return tr("by the end of month {month}", month=month.number)


def _newest(live: Live, indicator: Indicator) -> Month | None:
    """The last reported month of the year; a ratio's is the earlier one of what it is made of."""
    if indicator.kind is Kind.RATIO:
        parts = [part for part in (indicator.numerator, indicator.denominator) if part is not None]
        found = [_newest_of(live, part) for part in parts]
        return None if None in found else min((month for month in found if month is not None), default=None)
    return _newest_of(live, indicator.id)


def _newest_of(live: Live, indicator: IndicatorId) -> Month | None:
    table, span = live.table(indicator), live.month.number
    filled = [at for unit in live.roster.units for at, value in enumerate(table.series(unit.id, span)) if value is not None]
    return Month(live.month.year, max(filled) + 1) if filled else None
