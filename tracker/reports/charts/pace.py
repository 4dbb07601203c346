"""Is one on pace? A course against the pace, last year and the target, with December at this rate; under it the months."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from tracker.domain.period import Month
from tracker.metrics.trends.pace import Measure, PaceTrend
from tracker.reports.charts.figures import number
from tracker.reports.charts.headlines import pace_subtitle, pace_title
from tracker.reports.charts.look import Look
from tracker.reports.charts.months import HEIGHT, month_axis
from tracker.reports.charts.pace_labels import FIRST, LAST, TICKS, columns_of_labels, widest
from tracker.reports.charts.pace_months import draw_months
from tracker.reports.charts.plot import LEADER, MARGIN, Area, Plot, Stroke
from tracker.reports.charts.scale import Scale, larger_unit, scale_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIZE = (1000.0, 620.0)
MONTHS_HEIGHT, BETWEEN = 84.0, 46.0
STRONG, MIDDLE, QUIET = 2.25, 1.5, 1.1
"""Widths of lines in points."""


def pace_figure(trend: PaceTrend, look: Look, size: tuple[float, float] = SIZE) -> Figure:
    """The chart, so many pixels wide and high; its first axes are the course, its second the months' own values."""
    plot = Plot(look, size)
    top = plot.head(pace_title(trend, look), pace_subtitle(trend, look)) + 14
    ends, beside = columns_of_labels(plot, trend)
    left, right = MARGIN + TICKS, plot.width - MARGIN - LEADER - widest(ends)
    low = plot.height - HEIGHT - MONTHS_HEIGHT - BETWEEN
    area = plot.area(left, top, right, low)
    area.axes.set_xlim(FIRST, LAST)
    plot.value_axis(area, *_scaled(trend))
    _draw_others(area, trend, look)
    draw_references(area, trend, look)
    _draw_projection(area, trend, look)
    draw_course(area, trend, look)
    plot.labels(area, ends, LAST + LEADER * area.x_pixel)
    plot.labels(area, beside, trend.month.number + LEADER * area.x_pixel)
    months = plot.area(left, low + BETWEEN, right, plot.height - HEIGHT)
    months.axes.set_xlim(FIRST, LAST)
    draw_months(plot, months, trend)
    month_axis(plot, months, [Month(trend.month.year, at) for at in range(1, 13)], trend.published)
    return plot.figure


def _scaled(trend: PaceTrend) -> tuple[Scale, str]:
    """The axis of values, and what its highest number carries."""
    projected = trend.projection
    ends = () if projected is None else (projected.year_end, projected.lowest, projected.highest)
    own = (point.value for point in trend.points)
    values = [number(value) for value in chain(own, trend.pace, trend.last_year, ends, *(other.values for other in trend.others))]
    if trend.measure is Measure.COMPLETION:
        return scale_of(values, per=0.01), "%"
    unit, per = larger_unit(trend.indicator.unit, max((value for value in values if value == value), default=0.0))  # noqa: PLR0124 - NaN alone differs from itself
    return scale_of(values, per=per), f" {unit}"


def _draw_others(area: Area, trend: PaceTrend, look: Look) -> None:
    """The others' courses as one quiet collection, in their order."""
    from matplotlib.collections import LineCollection

    lines = [[(at, number(value)) for at, value in enumerate(other.values, start=1)] for other in trend.others]
    others = LineCollection(lines, colors=look.palette.line2, linewidths=QUIET, zorder=1, label="others")
    area.axes.add_collection(others, autolim=False)


def draw_references(area: Area, trend: PaceTrend, look: Look) -> None:
    """The target, the pace (strong up to the month) and last year."""
    palette, month = look.palette, trend.month.number
    if trend.goal is not None:
        area.line(Stroke("goal", palette.text2, 0.75), (FIRST, LAST), [1, 1], zorder=1.2)
    pace, to_come = trend.pace[:month], trend.pace[month - 1 :]
    area.line(Stroke("last_year", palette.text3, MIDDLE, (1.5, 2)), range(1, 13), map(number, trend.last_year))
    area.line(Stroke("pace", palette.text, MIDDLE, (5, 2.5)), range(1, month + 1), map(number, pace))
    area.line(Stroke("pace_to_come", palette.control, 0.9, (5, 2.5)), range(month, 13), map(number, to_come))


def _draw_projection(area: Area, trend: PaceTrend, look: Look) -> None:
    """Where the course goes on to at this rate: hollow, dotted, its spread a thin bar at December."""
    projected, last = trend.projection, trend.last
    if projected is None or last.value is None or trend.month.number == 12:
        return
    color = look.palette.accent
    ends = [number(last.value), number(projected.year_end)]
    dots: dict[str, Any] = {"marker": "o", "markersize": 5, "markerfacecolor": look.palette.base, "zorder": 2.5}
    area.line(Stroke("projection", color, MIDDLE, (1, 2)), (trend.month.number, 12), ends, **dots)
    if projected.lowest is not None and projected.highest is not None:
        spread = [number(projected.lowest), number(projected.highest)]
        area.line(Stroke("projection_spread", color, 4), (12, 12), spread, alpha=0.3)


def draw_course(area: Area, trend: PaceTrend, look: Look) -> None:
    """The subject's own line, a dot for each month."""
    values = [number(point.value) for point in trend.points]
    dots: dict[str, Any] = {"marker": "o", "markersize": 6, "markeredgecolor": look.palette.base, "markeredgewidth": 0.9}
    area.line(Stroke("course", look.palette.accent, STRONG), range(1, len(values) + 1), values, zorder=3, **dots)
