"""One indicator, all units: a small picture for each on the same axes, with the pace as a dashed line in every one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.domain.amount import MISSING, format_number
from tracker.metrics.trends.multiples import Multiples, Small
from tracker.metrics.trends.pace import Measure
from tracker.reports.charts import typefaces
from tracker.reports.charts.figures import number, percent
from tracker.reports.charts.headlines import joined, period_text
from tracker.reports.charts.look import Look
from tracker.reports.charts.months import runs
from tracker.reports.charts.plot import MARGIN, SMALL, Area, Plot
from tracker.reports.charts.scale import scale_of
from tracker.reports.charts.shorts import Short, Style, add_shorts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 1000.0
CELL = 148.0, 96.0
"""The least width of a small picture and its height, in pixels, with its name."""
NAME, GAP = 24.0, 16.0
HEAD, FOOT = 84.0, 20.0

Point = tuple[float, float]
Lines = tuple[tuple[str, list[list[Point]], str, float, Any], ...]


def columns_in(width: float) -> int:
    """How many small pictures stand side by side in a figure so many pixels wide."""
    return max(1, int((width - 2 * MARGIN + GAP) // CELL[0]))


def multiples_size(trend: Multiples, width: float = WIDTH) -> tuple[float, float]:
    """The size at which every unit has its picture."""
    rows = -(-len(trend.smalls) // columns_in(width))
    return width, HEAD + FOOT + CELL[1] * max(rows, 1)


def multiples_figure(trend: Multiples, look: Look, size: tuple[float, float] | None = None) -> Figure:
    """The chart; its axes are in pixels, 0 at the top left, the pictures from left to right and down, the furthest first."""
    plot = Plot(look, size or multiples_size(trend))
    top = plot.head(multiples_title(trend, look), multiples_subtitle(trend, look)) + 12
    area = plot.area(MARGIN, top, plot.width - MARGIN, plot.height - FOOT)
    area.axes.set_xlim(0, area.width)
    area.axes.set_ylim(area.height, 0)
    grid = Grid(trend, (area.width, area.height), columns_in(plot.width))
    _draw(area, grid, look)
    _write(area, grid, look)
    return plot.figure


class Grid:
    """Where each picture and each of its values lies, in pixels of the area."""

    def __init__(self, trend: Multiples, size: tuple[float, float], columns: int) -> None:
        self.trend, self.columns = trend, columns
        rows = max(1, -(-len(trend.smalls) // columns))
        self.width, self.height = (size[0] + GAP) / columns, size[1] / rows
        values = [number(value) for small in trend.smalls for value in small.values]
        self.scale = scale_of([*values, *map(number, trend.pace)], most=3)

    def corner(self, at: int) -> Point:
        """The top left of a picture."""
        return at % self.columns * self.width, at // self.columns * self.height

    def points(self, at: int, values: tuple[object, ...]) -> list[Point]:
        """Where the values of the months lie in a picture."""
        left, top = self.corner(at)
        low, high = self.scale.low, self.scale.high
        room, height = self.width - GAP - 6, self.height - NAME - GAP
        step = room / max(len(values) - 1, 1)
        return [
            (left + step * month, top + NAME + height * (high - number(value)) / (high - low))  # type: ignore[arg-type]
            for month, value in enumerate(values)
        ]


def multiples_title(trend: Multiples, look: Look) -> str:
    """17家单位，西城街道最快（87.33），云峰街道最慢（57.75）."""
    tr = look.tr
    told = [small for small in trend.smalls if small.last is not None]
    if not told:
        return tr("No unit has a figure to be ordered by")
    first, last = told[0], told[-1]
    said = tr("{count} units in order", count=len(trend.smalls))
    ends = tr("{first} first, {last} last", first=_named(first, trend, look), last=_named(last, trend, look))
    return joined(look, said, ends if len(told) > 1 else "")


def multiples_subtitle(trend: Multiples, look: Look) -> str:
    """实际到位省外资金，2026年1-9月，完成率（%），各图同一坐标；虚线为序时."""
    tr = look.tr
    values = {"indicator": " ".join(trend.indicator.name.split()), "period": period_text(trend.months, look)}
    if trend.measure is Measure.COMPLETION:
        said = tr("{indicator}, {period}, completion of the target of the year, %", **values)
        return tr("{said}; all on the same axes, dashed is the pace, the strong ground line is published months", said=said)
    said = tr("{indicator}, {period}, cumulative, {unit}", unit=" ".join(trend.indicator.unit.split()), **values)
    return tr("{said}; all on the same axes", said=said)


def written(small: Small, trend: Multiples) -> str:
    """The last month's value as it is shown."""
    if small.last is None:
        return MISSING
    return percent(small.last) if trend.measure is Measure.COMPLETION else format_number(small.last, trend.indicator.decimals)


def _named(small: Small, trend: Multiples, look: Look) -> str:
    return look.tr("{unit} ({figure})", unit=look.name(small.unit.name), figure=written(small, trend))


def _draw(area: Area, grid: Grid, look: Look) -> None:
    from matplotlib.collections import LineCollection

    palette, trend = look.palette, grid.trend
    places = range(len(trend.smalls))
    ground = tuple([0.0] * len(trend.months))
    lines: Lines = (
        ("ground", [grid.points(at, ground) for at in places], palette.line2, 0.75, "solid"),
        ("pace", [grid.points(at, trend.pace) for at in places], palette.text2, 0.9, (0, (4, 2))),
        ("units", [grid.points(at, small.values) for at, small in enumerate(trend.smalls)], palette.accent, 1.75, "solid"),
    )
    spans = list(runs(trend.months, trend.published))
    done = [grid.points(at, ground)[first - 1 : last] for at in places for first, last in spans if last > first]
    lines = (*lines, ("published", done, palette.control, 1.75, "solid"))
    for name, drawn, color, width, dashes in lines:
        collection = LineCollection(drawn, colors=color, linewidths=width, linestyles=dashes, label=name, clip_on=False)
        area.axes.add_collection(collection, autolim=False)
    ends = [grid.points(at, small.values)[-1] for at, small in enumerate(trend.smalls) if small.last is not None]
    area.axes.scatter(
        [x for x, _ in ends], [y for _, y in ends], s=18, color=palette.accent, zorder=3, clip_on=False, label="ends"
    )


def _write(area: Area, grid: Grid, look: Look) -> None:
    """Each picture's unit at its left, its last value at its right."""
    palette = look.palette
    names, values = [], []
    for at, small in enumerate(grid.trend.smalls):
        x, y = grid.corner(at)
        value = written(small, grid.trend)
        room = grid.width - GAP - typefaces.width(value, SMALL) - 8
        name = typefaces.in_lines(look.name(small.unit.name), SMALL, room, 1)[0]
        names.append(Short(x, y + 10, name, palette.text))
        values.append(Short(x + grid.width - GAP, y + 10, value, palette.text2))
    add_shorts(area.axes, names, Style(SMALL, align="left"))
    add_shorts(area.axes, values, Style(SMALL, align="right"))
