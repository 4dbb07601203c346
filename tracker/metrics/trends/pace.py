"""Is one on pace? A year's course by months, against the pace, last year and the target, and where it ends at this rate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tracker.domain.amount import SCALE
from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.metrics.forecast import forecast_of
from tracker.metrics.live import Live
from tracker.metrics.row import NOTHING, Rates
from tracker.metrics.table import IndicatorTable
from tracker.metrics.trends.span import is_reported, published_in
from tracker.metrics.trends.subject import COUNTY, Subject

Values = tuple[Fraction | None, ...]


class Measure(StrEnum):
    """completion: cumulatives as shares of the year's target (1 is all of it). amount: in the indicator's unit of measure."""

    COMPLETION = "completion"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class PacePoint:
    """A month of the course: its figures, None where the subject is not listed; `value` is what is drawn, None for a gap."""

    month: Month
    rates: Rates | None
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class Course:
    """Another's course beside it, January to the month: what is drawn, and the figures that it is drawn of."""

    subject: Subject
    values: Values
    rates: tuple[Rates | None, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """December at the present rate, and the ends of its spread (None where no past year tells)."""

    year_end: Fraction
    lowest: Fraction | None
    highest: Fraction | None


@dataclass(frozen=True, slots=True)
class PaceTrend:
    """A subject's year of an indicator up to `month`.

    `points` and `others` run from January to the month, `pace` and `last_year` from January to December. All values are in
    `measure`; last year's are its comparable cumulatives, as shares of this year's target where completion is drawn, so that
    the distance between the lines is the growth. `goal` is the year's target as an amount. `rank` is a unit's, among `ranked`.
    """

    subject: Subject
    indicator: Indicator
    month: Month
    measure: Measure
    points: tuple[PacePoint, ...]
    pace: Values
    last_year: Values
    goal: Fraction | None
    projection: Projection | None
    others: tuple[Course, ...]
    published: frozenset[Month]
    rank: int | None = None
    ranked: int = 0

    @property
    def last(self) -> PacePoint:
        """The month itself."""
        return self.points[-1]


def pace_trend(
    live: Live, indicator: IndicatorId, subject: Subject = COUNTY, *, published_months: Iterable[Month] | None = None
) -> PaceTrend:
    """The year of the month that `live` shows; `published_months` are those of the book where `live` shows a snapshot of it.

    Raises KeyError for an unknown indicator.
    """
    table, month = live.table(indicator), live.month
    tables = [live.table(indicator, Month(month.year, number)) for number in range(1, 13)]
    months = tables[: month.number]
    target = target_of(subject.rates(table))
    points = tuple(_point(subject, one, target) for one in months)
    row = table.row(subject.unit.id) if subject.unit is not None else None
    return PaceTrend(
        subject=subject,
        indicator=table.indicator,
        month=month,
        measure=Measure.AMOUNT if target is None else Measure.COMPLETION,
        points=points,
        pace=tuple(None if target is None else one.total(None).pace for one in tables),
        last_year=_last_year(live, tables, subject, target),
        goal=target,
        projection=_projection(table, subject, target),
        others=tuple(_course(one, months, table) for one in subject.fellows(table)),
        published=published_in(live.book, published_months),
        rank=row.rank if row is not None else None,
        ranked=row.ranked if row is not None else 0,
    )


def drawn(rates: Rates | None, target: Fraction | None) -> Fraction | None:
    """The cumulative as it is drawn: a share of the target where there is one; None where the month itself was not reported."""
    if rates is None or not is_reported(rates):
        return None
    amount = rates.quotient if rates.inputs is NOTHING else Fraction(rates.inputs.cumulative or 0, SCALE)
    return None if amount is None else _in_measure(amount, target)


def target_of(rates: Rates | None) -> Fraction | None:
    """The year's target; None where there is none to hold a course against."""
    millionths = rates.inputs.target if rates is not None else None
    return Fraction(millionths, SCALE) if millionths is not None and millionths > 0 else None


def _in_measure(amount: Fraction, target: Fraction | None) -> Fraction:
    return amount if target is None else amount / target


def _point(subject: Subject, table: IndicatorTable, target: Fraction | None) -> PacePoint:
    rates = subject.rates(table)
    return PacePoint(table.month, rates, drawn(rates, target))


def _course(subject: Subject, months: list[IndicatorTable], table: IndicatorTable) -> Course:
    target = target_of(subject.rates(table))
    rates = tuple(subject.rates(one) for one in months)
    return Course(subject, tuple(drawn(one, target) for one in rates), rates)


def _last_year(live: Live, tables: list[IndicatorTable], subject: Subject, target: Fraction | None) -> Values:
    """Last year's cumulatives of January to December; a ratio's are those of last year's own tables."""
    if tables[0].indicator.kind is Kind.RATIO:
        before = [live.table(one.indicator.id, one.month.plus(-12)) for one in tables]
        return tuple(drawn(subject.rates(one), target) for one in before)
    found: list[Fraction | None] = []
    for one in tables:
        rates = subject.rates(one)
        amount = rates.last_year if rates is not None else None
        told = rates is not None and rates.inputs.same_month is not None
        found.append(_in_measure(Fraction(amount), target) if amount is not None and told else None)
    return tuple(found)


def _projection(table: IndicatorTable, subject: Subject, target: Fraction | None) -> Projection | None:
    found = forecast_of(table, unit=subject.unit_id, group=subject.group_id)
    if found is None:
        return None
    ends = [None if end is None else _in_measure(end, target) for end in (found.lowest, found.highest)]
    return Projection(_in_measure(found.year_end, target), *ends)
