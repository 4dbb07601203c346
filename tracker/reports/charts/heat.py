"""Where is the trouble? A cell for each unit and month (or indicator), tinted by its side, the signed figure in every one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.amount import MISSING, format_number
from tracker.domain.unit import UnitId
from tracker.metrics.trends.heat import HeatBy, HeatCell, HeatColumn, HeatMap
from tracker.reports.charts import typefaces
from tracker.reports.charts.figures import percent, points, signed_points
from tracker.reports.charts.headlines import joined, months_text, period_text
from tracker.reports.charts.heat_colors import draw_scale, scale_width, tinted
from tracker.reports.charts.look import Look
from tracker.reports.charts.months import ABOVE, months_above
from tracker.reports.charts.plot import BODY, MARGIN, NAMES, NARROW, SMALL, Area, Plot, Stroke
from tracker.reports.charts.shorts import Short, Style, add_shorts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 1000.0
ROW, LEAST_ROW = 25.0, 15.0
HEAD, FOOT = 108.0, 16.0
HEADER = 40.0
"""What the names of indicators take above the cells."""
SIGNS = frozenset("+−")
MESH = 50
"""How many rows are drawn at once."""


def heat_size(heat: HeatMap, width: float = WIDTH) -> tuple[float, float]:
    """The size at which every unit has a row that can be read."""
    return width, HEAD + FOOT + ROW * max(len(heat.rows), 3)


def heat_figure(heat: HeatMap, look: Look, size: tuple[float, float] | None = None, *, chosen: Collection[UnitId] = ()) -> Figure:
    """The chart; its axes have the first unit at y = 0 on top and the first column at x = 1."""
    plot = Plot(look, size or heat_size(heat))
    top = plot.head(heat_title(heat, look), heat_subtitle(heat, look), kept=scale_width(look)) + (
        ABOVE if heat.by_months else HEADER
    )
    names = [typefaces.cut(look.name(row.unit.name), BODY, plot.width * NAMES) for row in heat.rows]
    left = MARGIN + _before(heat, plot) + max((typefaces.width(name, BODY, bold=True) for name in names), default=0.0) + 12
    area = plot.area(left, top, plot.width - MARGIN, plot.height - FOOT)
    area.axes.set_xlim(0.5, len(heat.columns) + 0.5)
    area.axes.set_ylim(max(len(heat.rows), 1) - 0.5, -0.5)
    _draw_cells(area, heat, look)
    _write_cells(area, heat, look)
    _name_rows(plot, area, heat, (names, chosen))
    if heat.by_months:
        months_above(plot, area, [column.month for column in heat.columns], heat.published)
    else:
        _name_columns(plot, area, heat)
    draw_scale(plot, top - (ABOVE if heat.by_months else HEADER) - 18)
    return plot.figure


def written(cell: HeatCell, column: HeatColumn) -> str:
    """A cell's figure: points and growth signed to one place, a figure with the indicator's decimals; "" for a gap."""
    if cell.value is None:
        return ""
    if column.by is HeatBy.GAP:
        return signed_points(cell.value, 1)
    if column.by is HeatBy.YOY:
        return signed_points(cell.value * 100, 1)
    return format_number(cell.value, column.indicator.decimals)


def heat_title(heat: HeatMap, look: Look) -> str:
    """9月17家单位中11家落后，最多的是云峰街道（−17.25）."""
    tr = look.tr
    lead = -1 if heat.by_months else 0
    column = heat.columns[lead]
    told = [(row.cells[lead].lean, row) for row in heat.rows]
    sided = [(lean, row) for lean, row in told if lean is not None]
    if not sided:
        return tr("{indicator} has no better and worse side", indicator=" ".join(column.indicator.name.split()))
    behind = sum(1 for lean, _ in sided if lean < 0)
    if not behind:
        return tr("In month {month} none of {units} units is behind", month=column.month.number, units=len(sided))
    _, worst = min(sided, key=lambda one: one[0])
    said = tr("In month {month} {count} of {units} units are behind", month=column.month.number, count=behind, units=len(sided))
    furthest = tr("{unit} the furthest ({points})", unit=look.name(worst.unit.name), points=_exactly(worst.cells[lead], column))
    return joined(look, said, furthest)


def heat_subtitle(heat: HeatMap, look: Look) -> str:
    """实际到位省外资金，2026年1-9月，超欠序时（个百分点），按9月排列；空白为未报."""
    tr, last = look.tr, heat.columns[-1]
    what = {
        HeatBy.GAP: tr("ahead of or behind the pace in percentage points"),
        HeatBy.YOY: tr("growth on last year in %"),
        HeatBy.FIGURE: tr("the figures themselves"),
    }
    if not heat.by_months:
        said = tr(
            "{period}: by indicator, ahead of or behind the pace in points, or growth in %", period=months_text(last.month, look)
        )
    else:
        name, period = " ".join(last.indicator.name.split()), period_text([column.month for column in heat.columns], look)
        said = tr("{indicator}, {period}: {what}", indicator=name, period=period, what=what[last.by])
    return tr("{said}; blank: nothing reported, or no target", said=said)


def _exactly(cell: HeatCell, column: HeatColumn) -> str:
    """A cell's figure as it is printed elsewhere: with two places, a gap being printed completion less printed pace."""
    if column.by is HeatBy.GAP and cell.rates is not None:
        return signed_points(points(cell.rates))
    return f"{percent(cell.value, signed=True)}%"


def _draw_cells(area: Area, heat: HeatMap, look: Look) -> None:
    """The tints as meshes of rows × columns: one alone of hundreds of rows would keep every other thread waiting."""
    from matplotlib.collections import QuadMesh
    from numpy import array, meshgrid

    edges = array([at + 0.5 for at in range(len(heat.columns) + 1)])
    for first in range(0, len(heat.rows), MESH):
        rows = heat.rows[first : first + MESH]
        corners = meshgrid(edges, array([first + at - 0.5 for at in range(len(rows) + 1)]))
        tints = [tinted(cell.lean, look.palette) for row in rows for cell in row.cells]
        grid = array(corners).transpose(1, 2, 0)
        mesh = QuadMesh(grid, facecolors=tints, edgecolors=look.palette.base, linewidths=1.2, antialiased=True, zorder=1)
        mesh.set_label("cells")
        area.axes.add_collection(mesh, autolim=False)


def _write_cells(area: Area, heat: HeatMap, look: Look) -> None:
    """The figures, where a row is high and a column wide enough to read them; else their signs, which tell the side in grey."""
    shorts = [
        Short(x, y, text, look.palette.text)
        for y, row in enumerate(heat.rows)
        for x, (cell, column) in enumerate(zip(row.cells, heat.columns, strict=True), start=1)
        if (text := written(cell, column))
    ]
    if abs(1 / area.y_pixel) < LEAST_ROW:
        return
    widest = max((typefaces.width(short.text, SMALL) for short in shorts), default=0.0)
    if 1 / area.x_pixel < widest + 2:
        shorts = [replace(short, text=short.text[0]) for short in shorts if short.text[0] in SIGNS]
    add_shorts(area.axes, shorts, Style(SMALL))


def _name_rows(plot: Plot, area: Area, heat: HeatMap, words: tuple[list[str], Collection[UnitId]]) -> None:
    """Each row's unit, before it its group or its rank; the chosen ones strong, with a frame around their row."""
    names, chosen = words
    palette = plot.look.palette
    if abs(1 / area.y_pixel) < LEAST_ROW:
        return
    edge = 0.5 - (area.left - MARGIN) * area.x_pixel
    name_at = edge + _before(heat, plot) * area.x_pixel
    rows = list(zip(range(len(names)), heat.rows, names, strict=True))
    plain = [Short(name_at, at, name, palette.text) for at, row, name in rows if row.unit.id not in chosen]
    strong = [Short(name_at, at, name, palette.accent) for at, row, name in rows if row.unit.id in chosen]
    add_shorts(area.axes, plain, Style(BODY, align="left"))
    add_shorts(area.axes, strong, Style(BODY, bold=True, align="left"))
    if heat.group is None and plot.width >= NARROW:
        groups = [Short(edge, at, " ".join(row.group.name.split()), palette.text3) for at, row, _ in rows]
        add_shorts(area.axes, groups, Style(SMALL, align="left"))
    elif heat.group is not None:
        ranks = [Short(edge + 20 * area.x_pixel, at, str(row.rank or MISSING), palette.text2) for at, row, _ in rows]
        add_shorts(area.axes, ranks, Style(SMALL, align="right"))
    right = len(heat.columns) + 0.5
    for short in strong:
        frame = Stroke("chosen", palette.accent, 1.5)
        area.line(frame, [0.5, right, right, 0.5, 0.5], [short.y + half for half in (-0.5, -0.5, 0.5, 0.5, -0.5)], zorder=4)


def _before(heat: HeatMap, plot: Plot) -> float:
    """The room before the names: for the group where all groups are shown, else for the rank."""
    if heat.group is not None:
        return 30.0
    if plot.width < NARROW:
        return 0.0
    return max((typefaces.width(row.group.name, SMALL) for row in heat.rows), default=0.0) + 12


def _name_columns(plot: Plot, area: Area, heat: HeatMap) -> None:
    """The indicators' names above their columns, in two lines at the most."""
    room = 1 / area.x_pixel - 8
    for at, column in enumerate(heat.columns, start=1):
        lines = typefaces.in_lines(" ".join(column.indicator.name.split()), SMALL, room, 2)
        for down, line in enumerate(lines):
            y = area.top - 10 - 16 * (len(lines) - 1 - down)
            plot.text((area.x_of(at), y), line, color=plot.look.palette.text2, ha="center")
