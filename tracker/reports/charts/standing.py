"""Who is where? All units in order, each with its light, its bar and its figure, and the pace as a line across them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.domain.amount import MISSING, format_number
from tracker.domain.indicator import RankBy
from tracker.metrics.trends.standing import Bar, Standing
from tracker.reports.charts import typefaces
from tracker.reports.charts.bars import add_bars
from tracker.reports.charts.figures import percent, points, signed_points
from tracker.reports.charts.headlines import standing_subtitle, standing_title
from tracker.reports.charts.lights import COLUMN, draw_lights
from tracker.reports.charts.look import Look
from tracker.reports.charts.plot import BODY, MARGIN, NAMES, NARROW, SMALL, Area, Plot, Stroke
from tracker.reports.charts.shorts import Short, Style, add_shorts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 1000.0
ROW = 26.0
THICK = 0.5
HEAD, FOOT = 96.0, 40.0
GROUPS = 0.16
"""At most so much of the width is for names of groups: the bars need theirs."""


@dataclass(frozen=True)
class Rows:
    """What is written in each row; `groups` and `gaps` may be empty. `name_room` is the widest name in pixels."""

    names: list[str]
    groups: list[str]
    figures: list[str]
    gaps: list[str]
    name_room: float


def standing_size(standing: Standing, width: float = WIDTH) -> tuple[float, float]:
    """The size at which every unit has a line of its own."""
    return width, HEAD + FOOT + ROW * max(len(standing.bars), 3)


def standing_figure(standing: Standing, look: Look, size: tuple[float, float] | None = None) -> Figure:
    """The chart; its first axes hold a bar for each unit, the first at y = 0 on top."""
    plot = Plot(look, size or standing_size(standing))
    top = plot.head(standing_title(standing, look), standing_subtitle(standing, look)) + 30
    names = typefaces.all_within([look.name(bar.row.unit.name) for bar in standing.bars], BODY, NAMES * plot.width)
    groups = [] if standing.group is not None or plot.width < NARROW else _groups(standing, plot)
    name_room = max((typefaces.width(name, BODY) for name in names), default=0.0)
    group_room = max((typefaces.width(name, SMALL) + 12 for name in groups), default=0.0)
    figures = [written(bar.value, standing) for bar in standing.bars]
    figure_room = max((typefaces.width(figure, BODY, bold=True) for figure in figures), default=0.0) + 24
    left = MARGIN + COLUMN + name_room + group_room + figure_room + 12
    gaps = [signed_points(points(bar.row)) for bar in standing.bars] if standing.pace is not None else []
    right = plot.width - MARGIN - max((typefaces.width(gap, SMALL) for gap in gaps), default=0.0) - 12
    area = plot.area(left, top, right, plot.height - FOOT + 8)
    _draw_bars(area, standing, look)
    _write_rows(plot, area, standing, Rows(names, groups, figures, gaps, name_room))
    draw_lights(area, [bar.light for bar in standing.bars], look.palette, -(left - MARGIN - 8) * area.x_pixel)
    _draw_lines(plot, area, standing)
    return plot.figure


def _groups(standing: Standing, plot: Plot) -> list[str]:
    return typefaces.all_within([" ".join(bar.group.name.split()) for bar in standing.bars], SMALL, GROUPS * plot.width)


def written(value: Fraction | None, standing: Standing) -> str:
    """The figure that the units are ordered by, as it is shown."""
    if value is None:
        return MISSING
    if standing.basis is RankBy.CUMULATIVE:
        return format_number(value, standing.indicator.decimals)
    return percent(value, signed=standing.basis is RankBy.YOY)


def _draw_bars(area: Area, standing: Standing, look: Look) -> None:
    values = [0.0 if bar.value is None else float(bar.value) for bar in standing.bars]
    edges = [*values, 0.0, *(float(value) for value in (standing.pace, standing.total_value) if value is not None)]
    if standing.basis is RankBy.CUMULATIVE:
        edges = [*values, 0.0]
    area.axes.set_xlim(min(edges), max(edges) if max(edges) > min(edges) else min(edges) + 1)
    area.axes.set_ylim(max(len(values), 3) - 0.5, -0.5)
    add_bars(area.axes, values, THICK, color=look.palette.control, name="units")


def _write_rows(plot: Plot, area: Area, standing: Standing, rows: Rows) -> None:
    """The unit's name, group and figure before its bar, its gap at the edge."""
    palette = plot.look.palette
    pixel, edge = area.x_pixel, area.axes.get_xlim()
    name_at = edge[0] - (area.left - MARGIN - COLUMN) * pixel
    group_at, figure_at = name_at + (rows.name_room + 12) * pixel, edge[0] - 12 * pixel
    gap_at = edge[1] + (plot.width - MARGIN - area.left - area.width) * pixel
    columns = (
        (name_at, rows.names, palette.text, Style(BODY, align="left")),
        (group_at, rows.groups, palette.text3, Style(SMALL, align="left")),
        (figure_at, rows.figures, palette.text, Style(BODY, bold=True, align="right")),
    )
    for x, texts, color, style in columns:
        add_shorts(area.axes, [Short(x, at, text, color) for at, text in enumerate(texts)], style)
    gaps = zip(range(len(rows.gaps)), rows.gaps, standing.bars, strict=False)
    shorts = [Short(gap_at, at, gap, _gap_color(bar, plot.look)) for at, gap, bar in gaps]
    add_shorts(area.axes, shorts, Style(SMALL, align="right"))


def _gap_color(bar: Bar, look: Look) -> str:
    palette = look.palette
    return {"green": palette.good, "yellow": palette.warn, "red": palette.bad}.get(str(bar.light), palette.text2)


def _draw_lines(plot: Plot, area: Area, standing: Standing) -> None:
    """The pace, named above the bars, and the total, named below them."""
    palette, look = plot.look.palette, plot.look
    low, high = area.axes.get_ylim()
    row = abs(area.y_pixel)
    if standing.pace is not None:
        _across(area, standing.pace, Stroke("pace", palette.text, 1.5, (5, 2.5)), palette.base)
        text = look.tr("Pace {percent}%", percent=percent(standing.pace))
        _write_at(plot, area, (float(standing.pace), high - 12 * row), text, palette.text)
    if standing.total_value is not None and standing.basis is not RankBy.CUMULATIVE:
        _across(area, standing.total_value, Stroke("total", palette.accent, 1.5, (1.5, 2)), palette.base)
        name = look.name(standing.group.name if standing.group is not None else "")
        figure = written(standing.total_value, standing)
        name = typefaces.cut(name, SMALL, plot.width - 2 * MARGIN - typefaces.width(f" {figure}", SMALL))
        _write_at(plot, area, (float(standing.total_value), low + 12 * row), f"{name} {figure}", palette.accent)


def _write_at(plot: Plot, area: Area, at: tuple[float, float], text: str, color: str) -> None:
    """Write about the middle of that place of the axes, or as near to it as the text stays within the figure."""
    half = typefaces.width(text, SMALL) / 2
    middle = max(MARGIN + half, min(area.x_of(at[0]), plot.width - MARGIN - half))
    x = area.axes.get_xlim()[0] + (middle - area.left) * area.x_pixel
    plot.write(area, (x, at[1]), text, color=color, ha="center", clip_on=False)


def _across(area: Area, value: Fraction, stroke: Stroke, halo: str) -> None:
    """A line over all bars, with a halo so that it is seen on them."""
    at, rows = [float(value)] * 2, area.axes.get_ylim()
    area.line(Stroke(f"{stroke.name}_halo", halo, stroke.width + 2), at, rows)
    area.line(stroke, at, rows, zorder=2.1)
