"""Where on a chart the figures lie, so that one can be pointed at and told: its owner, its month, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.metrics.row import Rates
from tracker.metrics.trends.bump import BumpTrend
from tracker.metrics.trends.composition import Composition
from tracker.metrics.trends.funnel import Flow, Funnel
from tracker.metrics.trends.heat import HeatMap
from tracker.metrics.trends.multiples import Multiples
from tracker.metrics.trends.pace import PaceTrend
from tracker.metrics.trends.standing import Standing
from tracker.metrics.trends.subject import Subject
from tracker.reports.charts.figures import number
from tracker.reports.charts.look import PIXELS_PER_INCH
from tracker.reports.charts.multiples import Grid, columns_in

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure on a chart, at (`x`, `y`) of the data of the figure's axes number `axes`; what is not known of it is None.

    `share` is of the total; `conversion` how much of a funnel's stage before became this one.
    """

    axes: int
    x: float
    y: float
    subject: Subject
    indicator: Indicator
    month: Month
    rates: Rates | None = None
    rank: int | None = None
    amount: Fraction | None = None
    share: Fraction | None = None
    conversion: Fraction | None = None


def pace_marks(trend: PaceTrend) -> list[Mark]:
    """The subject's points, then the others'."""
    own = [
        Mark(0, point.month.number, number(point.value), trend.subject, trend.indicator, point.month, point.rates)
        for point in trend.points
        if point.value is not None
    ]
    others = [
        Mark(0, at, number(value), other.subject, trend.indicator, Month(trend.month.year, at), rates)
        for other in trend.others
        for at, (value, rates) in enumerate(zip(other.values, other.rates, strict=True), start=1)
        if value is not None
    ]
    return own + others


def standing_marks(found: Standing) -> list[Mark]:
    """A mark at the middle of every bar."""
    return [
        Mark(0, number(bar.value) / 2, at, Subject(unit=bar.row.unit), found.indicator, found.month, bar.row, bar.row.rank)
        for at, bar in enumerate(found.bars)
        if bar.value is not None
    ]


def bump_marks(trend: BumpTrend) -> list[Mark]:
    """The chosen units' ranks, then the others'."""
    lines = sorted(trend.lines, key=lambda line: line.unit.id not in trend.chosen)
    return [
        Mark(0, at, rank, Subject(unit=line.unit), trend.indicator, month, rank=rank)
        for line in lines
        for at, (month, rank) in enumerate(zip(trend.months, line.ranks, strict=True), start=1)
        if rank is not None
    ]


def heat_marks(heat: HeatMap) -> list[Mark]:
    """Every cell that has a figure."""
    return [
        Mark(0, x, y, Subject(unit=row.unit), column.indicator, column.month, cell.rates)
        for y, row in enumerate(heat.rows)
        for x, (cell, column) in enumerate(zip(row.cells, heat.columns, strict=True), start=1)
        if cell.value is not None
    ]


def composition_marks(trend: Composition) -> list[Mark]:
    """The middle of every part of every bar; the rest, which is nobody's own, has none."""
    found = []
    begins = [0.0] * len(trend.months)
    for part in trend.parts:
        for at, (month, amount) in enumerate(zip(trend.months, part.amounts, strict=True)):
            if amount is not None and not part.is_rest:
                total = trend.total[at]
                share = amount / total if total else None
                y = begins[at] + float(amount) / 2
                found.append(Mark(0, at + 1, y, part.subjects[0], trend.indicator, month, amount=amount, share=share))
            begins[at] += float(amount or 0)
    return found


def funnel_marks(trend: Funnel) -> list[Mark]:
    """The county's stages, then each group's conversions, which belong to the stage that they lead to."""
    county = [
        Mark(0, 0.0, at, trend.county.subject, stage, trend.month, amount=Fraction(amount))
        for at, (stage, amount) in enumerate(zip(trend.stages, trend.county.amounts, strict=True))
        if amount is not None
    ]
    return county + [mark for at, flow in enumerate(trend.groups) for mark in _steps(trend, flow, at)]


def multiples_marks(trend: Multiples, figure: Figure) -> list[Mark]:
    """Every month of every picture, where the figure has it."""
    (axes,) = figure.axes
    size = axes.get_xlim()[1], axes.get_ylim()[0]
    grid = Grid(trend, size, columns_in(figure.get_figwidth() * PIXELS_PER_INCH))
    return [
        Mark(0, x, y, Subject(unit=small.unit), trend.indicator, month, rates)
        for at, small in enumerate(trend.smalls)
        for (x, y), month, value, rates in zip(
            grid.points(at, small.values), trend.months, small.values, small.rates, strict=True
        )
        if value is not None
    ]


def nearest(places: Sequence[tuple[float, float]], point: tuple[float, float], reach: float) -> int | None:
    """Which of the places, in pixels, is nearest to the point; None where none is within reach."""
    found = min(range(len(places)), key=lambda at: _distance(places[at], point), default=None)
    return found if found is not None and _distance(places[found], point) <= reach**2 else None


def _distance(place: tuple[float, float], point: tuple[float, float]) -> float:
    return (place[0] - point[0]) ** 2 + (place[1] - point[1]) ** 2


def _steps(trend: Funnel, flow: Flow, at: int) -> Iterator[Mark]:
    for step, rate in enumerate(flow.conversions):
        amount = flow.amounts[step + 1]
        if rate is not None and amount is not None:
            stage = trend.stages[step + 1]
            yield Mark(step + 1, float(rate) / 2, at, flow.subject, stage, trend.month, amount=Fraction(amount), conversion=rate)
