"""A course against the pace as a small picture beside other things: few ticks and months, names where there is room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.metrics.trends.pace import Measure, PaceTrend
from tracker.reports.charts import typefaces
from tracker.reports.charts.figures import number
from tracker.reports.charts.labels import Label
from tracker.reports.charts.look import Look
from tracker.reports.charts.pace import draw_course, draw_references
from tracker.reports.charts.pace_labels import FIRST, LAST, written
from tracker.reports.charts.plot import BODY, SMALL, Area, Plot
from tracker.reports.charts.scale import Scale, larger_unit, scale_of
from tracker.reports.charts.shorts import Short, Style, add_shorts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIZE = (264.0, 144.0)
CAPTION, TOP, FOOT, GAP = 8.0, 30.0, 26.0, 8.0
"""Where the line over it stands, where the course begins, what the months take under it, and what is free beside it."""
TICKS = 4
ABOVE, LEAST = 12.0, 20.0
"""How far the course's own figure stands over or under its last point, and the room that it takes under it."""


def small_pace_figure(trend: PaceTrend, look: Look, size: tuple[float, float] = SIZE) -> Figure:
    """The course, the pace and last year, so many pixels wide and high; its axes are those of `pace_figure`'s first."""
    plot = Plot(look, size)
    scale, caption = _scaled(trend, look)
    plot.text((0, CAPTION), typefaces.cut(caption, SMALL, plot.width), color=look.palette.text2)
    names = _names(trend, look)
    left = max(typefaces.width(scale.text(tick), SMALL) for tick in scale.ticks) + GAP + 2
    right = plot.width - max((typefaces.width(name.text, SMALL) for name in names), default=0.0) - GAP - 2
    area = plot.area(left, TOP, right, plot.height - FOOT)
    area.axes.set_xlim(FIRST, LAST)
    plot.value_axis(area, scale)
    draw_references(area, trend, look)
    draw_course(area, trend, look)
    plot.labels(area, names, LAST + GAP * area.x_pixel)
    _write_own(plot, area, trend)
    _name_months(plot, area, trend)
    return plot.figure


def _scaled(trend: PaceTrend, look: Look) -> tuple[Scale, str]:
    """The axis, which ends where the lines do, and what it is of."""
    own = (point.value for point in trend.points)
    values = [number(value) for value in (*own, *trend.pace, *trend.last_year)]
    there = [value for value in values if value == value]  # noqa: PLR0124 - NaN alone differs from itself
    if trend.measure is Measure.COMPLETION:
        per, caption = 0.01, look.tr("Cumulative, % of this year’s target")
    else:
        unit, per = larger_unit(trend.indicator.unit, max(there, default=0.0))
        caption = look.tr("Cumulative, {unit}", unit=" ".join(unit.split()))
    scale = scale_of(there, per=per, most=TICKS)
    low, high = min(0.0, *there, 0.0), max(0.0, *there, 0.0)
    if high == low:
        return scale, caption
    ticks = tuple(tick for tick in scale.ticks if low <= tick <= high)
    return replace(scale, low=low, high=high, ticks=ticks), caption


def _names(trend: PaceTrend, look: Look) -> list[Label]:
    """The pace's and last year's, where each ends in December."""
    tr, palette = look.tr, look.palette
    wanted = ((tr("Pace"), trend.pace[-1], palette.text), (tr("Last year"), trend.last_year[-1], palette.text3))
    return [Label(name, LAST, float(end), color) for name, end, color in wanted if end is not None]


def _write_own(plot: Plot, area: Area, trend: PaceTrend) -> None:
    """The course's own figure at its last point: over it, or under it where it is behind the pace and there is room."""
    told = [(at, point.value) for at, point in enumerate(trend.points, start=1) if point.value is not None]
    if not told:
        return
    at, value = told[-1]
    text, pace = written(value, trend), trend.pace[at - 1]
    low, _ = area.axes.get_ylim()
    room = (float(value) - low) / area.y_pixel
    under = pace is not None and value < pace and room >= LEAST
    half = typefaces.width(text, BODY, bold=True) / 2
    middle = min(max(area.x_of(at), area.left + half), area.left + area.width - half)
    x = area.axes.get_xlim()[0] + (middle - area.left) * area.x_pixel
    y = float(value) + (-ABOVE if under else ABOVE) * area.y_pixel
    halo = {"facecolor": plot.look.palette.base, "edgecolor": "none", "pad": 0.5}
    style = {"size": BODY, "bold": True, "ha": "center", "clip_on": False, "bbox": halo, "zorder": 4}
    plot.write(area, (x, y), text, color=plot.look.palette.accent, **style)


def _name_months(plot: Plot, area: Area, trend: PaceTrend) -> None:
    """The month itself, and the year's first and last where they do not touch it."""
    low, _ = area.axes.get_ylim()
    first, _ = area.axes.get_xlim()
    kept: list[tuple[float, float]] = []
    shorts = []
    for month in dict.fromkeys((trend.month.number, 1, 12)):
        name = plot.look.tr("month {month}", month=month)
        half = typefaces.width(name, SMALL) / 2
        middle = min(area.x_of(month), area.left + area.width + GAP - half)
        if all(middle + half + 4 <= left or right + 4 <= middle - half for left, right in kept):
            kept.append((middle - half, middle + half))
            x = first + (middle - area.left) * area.x_pixel
            shorts.append(Short(x, low - 13 * area.y_pixel, name, plot.look.palette.text2))
    add_shorts(area.axes, shorts, Style(SMALL))
