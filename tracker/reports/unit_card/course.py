"""The card's third part: the lead's cumulative over the year, against the pace and last year, and its rank in each month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from tracker.domain.amount import format_number
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.metrics.live import Live
from tracker.metrics.rates import completion
from tracker.metrics.row import Rates, Row
from tracker.reports.ranking_columns import IndicatorColumns, percent
from tracker.reports.unit_card.axis import ticks
from tracker.reports.unit_card.content import Chart, ChartLine, Stroke
from tracker.reports.unit_card.months import YEAR, month_names
from tracker.reports.wording import one_line, tr

Points = list[tuple[int, Fraction]]


def lead_of(every: Sequence[tuple[IndicatorColumns, Row]]) -> IndicatorColumns | None:
    """What the chart is of: the first flow that the unit has a target for, else the first it has a figure of; None without."""
    flows = [(columns, row) for columns, row in every if columns.indicator.kind is Kind.FLOW]
    with_target = (columns for columns, row in flows if row.completion is not None)
    with_figure = (columns for columns, row in flows if row.cumulative is not None)
    return next(with_target, None) or next(with_figure, None)


def course(live: Live, columns: IndicatorColumns, unit: UnitId, *, number: str) -> Chart:
    """The chart of the indicator: in percent of the year's target where the unit has one, else in its unit of measure."""
    indicator, month = columns.indicator, columns.table.month
    year = [(at, _rates(live, columns, unit, at)) for at in range(1, YEAR + 1)]
    target = columns.table.rates(unit)
    by_target = target is not None and target.completion is not None
    own = _points(((at, rates) for at, rates in year if at <= month.number), _completion if by_target else _cumulative)
    before = _points(year, _last_year_of_target if by_target else _last_year)
    pace = _points(year, lambda rates: percent(rates.pace)) if by_target else []
    decimals = 1 if by_target else indicator.decimals
    labels = tuple(format_number(value, decimals) for _, value in own)
    lines = (
        _line(Stroke.LAST_YEAR, tr("last year"), before),
        _line(Stroke.PACE, tr("pace line"), pace),
        _line(Stroke.OWN, tr("this year"), own, labels),
    )
    values = [value for points in (own, before, pace) for _, value in points] + ([Fraction(100)] if by_target else [])
    names = month_names()
    axis = tr("Cumulative, % of this year’s target") if by_target else tr("Cumulative, {unit}", unit=indicator.unit)
    suffix = "%" if by_target else indicator.unit
    told = [
        tr("{month} {value}{unit}", month=names[at - 1], value=text, unit=suffix)
        for (at, _), text in zip(own, labels, strict=True)
    ]
    return Chart(
        heading=one_line(tr("{number} Course of {indicator}", number=number, indicator=indicator.name)),
        axis=one_line(axis),
        ticks=ticks(min(values, default=Fraction(0)), max(values, default=Fraction(0))),
        months=names,
        lines=tuple(line for line in lines if line.points),
        ranks_heading=tr("Rank in the group: "),
        ranks=tuple(_ranks(live, columns, unit)),
        told=one_line(tr("{axis}: {values}", axis=axis, values=tr(", ").join(told))),
    )


def _rates(live: Live, columns: IndicatorColumns, unit: UnitId, number: int) -> Rates | None:
    """The unit's figures as of a month of the year in view; None where it is not listed then."""
    return live.table(columns.indicator.id, Month(columns.table.month.year, number)).rates(unit)


def _points(year: Iterable[tuple[int, Rates | None]], value_of: Callable[[Rates], Fraction | None]) -> Points:
    """The months that have a value, and it."""
    found = ((at, value_of(rates)) for at, rates in year if rates is not None)
    return [(at, value) for at, value in found if value is not None]


def _line(stroke: Stroke, name: str, points: Points, labels: tuple[str, ...] = ()) -> ChartLine:
    return ChartLine(stroke, name, tuple((at, float(value)) for at, value in points), labels)


def _completion(rates: Rates) -> Fraction | None:
    """Percent of the target; months before the first figure have none."""
    return None if rates.cumulative is None else percent(rates.completion)


def _cumulative(rates: Rates) -> Fraction | None:
    return None if rates.cumulative is None else Fraction(rates.cumulative)


def _last_year(rates: Rates) -> Fraction | None:
    return None if rates.last_year is None else Fraction(rates.last_year)


def _last_year_of_target(rates: Rates) -> Fraction | None:
    """Last year's cumulative in percent of this year's target: both years on one scale."""
    return percent(completion(rates.inputs.last_year, rates.inputs.target)) if rates.last_year is not None else None


def _ranks(live: Live, columns: IndicatorColumns, unit: UnitId) -> Iterator[tuple[str, str]]:
    """The months in which the unit was ranked, and its rank."""
    month = columns.table.month
    for number, name in enumerate(month_names()[: month.number], 1):
        row = live.table(columns.indicator.id, Month(month.year, number)).row(unit)
        if row is not None and row.rank is not None:
            yield name, str(row.rank)
