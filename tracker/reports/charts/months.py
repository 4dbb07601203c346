"""The months of a chart, with a line along those that are published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from tracker.domain.period import Month
from tracker.reports.charts import typefaces
from tracker.reports.charts.plot import SMALL, Area, Plot
from tracker.reports.charts.shorts import Short, Style, add_shorts

HEIGHT = 48.0
"""What the months, the line and its word take under a chart, in pixels."""
ABOVE = 26.0
"""What the months and the line take above one."""


def month_axis(plot: Plot, area: Area, months: Sequence[Month], published: Collection[Month]) -> None:
    """Name the months under the area, the first at x = 1, and say which are published."""
    _name(plot, area, months, area.axes.get_ylim()[0] - 14 * area.y_pixel)
    low, palette = area.top + area.height, plot.look.palette
    for first, last in runs(months, published):
        plot.rule(area.x_of(first - 0.35), area.x_of(last + 0.35), low + 27, color=palette.control, width=1.5)
        middle = area.x_of((first + last) / 2)
        plot.text((middle, low + 37), plot.look.tr("Published"), color=palette.text3, size=SMALL - 1, ha="center")


def months_above(plot: Plot, area: Area, months: Sequence[Month], published: Collection[Month]) -> None:
    """The same above the area, the published ones told by the line alone."""
    _name(plot, area, months, area.axes.get_ylim()[1] + 16 * area.y_pixel)
    for first, last in runs(months, published):
        plot.rule(area.x_of(first - 0.42), area.x_of(last + 0.42), area.top - 5, color=plot.look.palette.control, width=1.5)


def runs(months: Sequence[Month], published: Collection[Month]) -> Iterator[tuple[int, int]]:
    """The first and the last place (from 1) of each run of published months."""
    places = enumerate(months, start=1)
    for is_published, run in groupby(places, key=lambda one: one[1] in published):
        found = [place for place, _ in run]
        if is_published:
            yield found[0], found[-1]


def _name(plot: Plot, area: Area, months: Sequence[Month], y: float) -> None:
    """At y each month's name, or every third one's where they are close; January has the year where there is more than one."""
    several, tr = len({month.year for month in months}) > 1, plot.look.tr
    room = area.width / max(len(months), 1)
    step = next((step for step, least in ((1, 56.0 if several else 30.0), (3, 20.0)) if room >= least), 12)
    kept: list[tuple[float, float, str, bool]] = []
    for at, month in enumerate(months, start=1):
        if (month.number - 1) % step:
            continue
        is_first = several and month.number == 1
        name = tr("{month} {year}", year=month.year, month=1) if is_first else tr("month {month}", month=month.number)
        half = typefaces.width(name, SMALL) / 2
        middle = min(max(area.x_of(at), half + 4), plot.width - half - 4)
        if is_first and kept and not kept[-1][3] and kept[-1][0] + kept[-1][1] + 4 > middle - half:
            kept.pop()  # a year is told before a month
        if not kept or kept[-1][0] + kept[-1][1] + 4 <= middle - half:
            kept.append((middle, half, name, is_first))
    low = area.axes.get_xlim()[0]
    shorts = [Short(low + (x - area.left) * area.x_pixel, y, name, plot.look.palette.text2) for x, _, name, _ in kept]
    add_shorts(area.axes, shorts, Style(SMALL))
