"""The months under a chart, with a line under those that are published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from tracker.domain.period import Month
from tracker.reports.charts.plot import SMALL, Area, Plot

HEIGHT = 48.0
"""What the months and the line under them take, in pixels."""


def month_axis(plot: Plot, area: Area, months: Sequence[Month], published: Collection[Month]) -> None:
    """Name the months under the area, the first at x = 1; January carries the year where there is more than one."""
    several = len({month.year for month in months}) > 1
    step = 1 if area.width / len(months) >= 30 else 3
    low = area.axes.get_ylim()[0]
    if area.axes.yaxis_inverted():
        low = max(area.axes.get_ylim())
    pixel = abs(area.y_pixel) * (-1 if not area.axes.yaxis_inverted() else 1)
    palette, tr = plot.look.palette, plot.look.tr
    for at, month in enumerate(months, start=1):
        if (month.number - 1) % step:
            continue
        name = tr("month {month}", month=month.number)
        if several and month.number == 1:
            name = tr("{month} {year}", year=month.year, month=1)
        plot.write(area, (at, low + 14 * pixel), name, color=palette.text2, ha="center", clip_on=False)
    for first, last in runs(months, published):
        span = [first - 0.35, last + 0.35]
        area.axes.plot(span, [low + 27 * pixel] * 2, color=palette.control, linewidth=2, clip_on=False, solid_capstyle="butt")
        middle = (first + last) / 2
        text = tr("Published")
        plot.write(area, (middle, low + 37 * pixel), text, color=palette.text3, size=SMALL - 1, ha="center", clip_on=False)


def runs(months: Sequence[Month], published: Collection[Month]) -> Iterator[tuple[int, int]]:
    """The first and the last place (from 1) of each run of published months."""
    places = enumerate(months, start=1)
    for is_published, run in groupby(places, key=lambda one: one[1] in published):
        found = [place for place, _ in run]
        if is_published:
            yield found[0], found[-1]
