"""Who moved? A group's ranks over the months: the chosen units strong, each with dash and marker, the others grey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.metrics.trends.bump import BumpTrend, RankLine
from tracker.reports.charts import typefaces
from tracker.reports.charts.headlines import joined, period_text
from tracker.reports.charts.labels import LINE, Label
from tracker.reports.charts.look import Look
from tracker.reports.charts.months import HEIGHT, month_axis
from tracker.reports.charts.plot import BODY, LEADER, MARGIN, Area, Plot, Stroke
from tracker.reports.charts.series import SERIES, Series

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 1000.0
ROW = 26.0
HEAD = 76.0
LEFT = MARGIN + 28.0
QUIET, STRONG = 1.1, 2.25


def bump_size(trend: BumpTrend, width: float = WIDTH) -> tuple[float, float]:
    """The size at which every rank has a line of its own."""
    return width, HEAD + HEIGHT + max(ROW * trend.lowest, 280.0)


def bump_figure(trend: BumpTrend, look: Look, size: tuple[float, float] | None = None) -> Figure:
    """The chart; its axes have January at x = 1 and the first rank on top."""
    plot = Plot(look, size or bump_size(trend))
    top = plot.head(bump_title(trend, look), bump_subtitle(trend, look)) + 8
    labels = _labels(trend, look)
    room = max((typefaces.width(label.text, BODY, bold=label.bold) for label in labels), default=0.0)
    area = plot.area(LEFT, top, plot.width - MARGIN - LEADER - room, plot.height - HEIGHT)
    last = max(len(trend.months), 2)
    area.axes.set_xlim(0.6, last)
    area.axes.set_ylim(trend.lowest + 0.5, 0.5)
    _draw_ranks(plot, area, trend)
    _draw_lines(area, trend, look)
    plot.labels(area, labels, len(trend.months) + LEADER * area.x_pixel)
    month_axis(plot, area, trend.months, trend.published)
    return plot.figure


def bump_title(trend: BumpTrend, look: Look) -> str:
    """石桥镇上升2位居第1位，龙泉镇下降3位居第5位."""
    chosen = [line for line in trend.lines if line.unit.id in trend.chosen]
    return joined(look, *(_moved(line, look) for line in chosen[:3]))


def bump_subtitle(trend: BumpTrend, look: Look) -> str:
    """一类乡镇，实际到位省外资金，2026年1-9月各月位次."""
    names = {"group": " ".join(trend.group.name.split()), "indicator": " ".join(trend.indicator.name.split())}
    return look.tr("{group}, {indicator}, ranks month by month, {period}", period=period_text(trend.months, look), **names)


def _moved(line: RankLine, look: Look) -> str:
    tr, name, rank = look.tr, look.name(line.unit.name), line.ranks[-1]
    if rank is None:
        return tr("{unit} is not ranked", unit=name)
    if line.rise > 0:
        return tr("{unit} up {places} to rank {rank}", unit=name, places=line.rise, rank=rank)
    if line.rise < 0:
        return tr("{unit} down {places} to rank {rank}", unit=name, places=-line.rise, rank=rank)
    return tr("{unit} as before at rank {rank}", unit=name, rank=rank)


def _draw_ranks(plot: Plot, area: Area, trend: BumpTrend) -> None:
    """Each rank's number at the left, every fifth one's where they stand close."""
    step = 1 if 1 / abs(area.y_pixel) >= LINE - 3 else 5
    for rank in range(1, trend.lowest + 1):
        if rank == 1 or rank % step == 0:
            y = area.top + (rank - 0.5) / abs(area.y_pixel)
            plot.text((LEFT - 8, y), str(rank), color=plot.look.palette.text2, ha="right")


def _draw_lines(area: Area, trend: BumpTrend, look: Look) -> None:
    from matplotlib.collections import LineCollection

    others = [line for line in trend.lines if line.unit.id not in trend.chosen]
    quiet = LineCollection(
        [_points(line) for line in others], colors=look.palette.line2, linewidths=QUIET, zorder=1, label="others"
    )
    area.axes.add_collection(quiet, autolim=False)
    for line, series, color in _chosen(trend, look):
        marks: dict[str, Any] = {"marker": series.marker, "markersize": 6, "markeredgecolor": color}
        marks["markerfacecolor"] = color if series.is_filled else look.palette.base
        area.line(
            Stroke(f"unit {line.unit.id}", color, STRONG, series.dashes), *zip(*_points(line), strict=True), zorder=3, **marks
        )


def _points(line: RankLine) -> list[tuple[float, float]]:
    return [(at, float("nan") if rank is None else float(rank)) for at, rank in enumerate(line.ranks, start=1)]


def _chosen(trend: BumpTrend, look: Look) -> list[tuple[RankLine, Series, str]]:
    """The chosen lines, each with its dash, marker and colour; more than can be told apart are all alike."""
    lines = [line for line in trend.lines if line.unit.id in trend.chosen]
    if len(lines) > len(SERIES):
        return [(line, SERIES[0], look.palette.accent) for line in lines]
    return [(line, SERIES[at], look.palette.series[at]) for at, line in enumerate(lines)]


def _labels(trend: BumpTrend, look: Look) -> list[Label]:
    """Each ranked unit's name at its last rank; the chosen ones' strong and in their line's colour."""
    colors = {line.unit.id: color for line, _, color in _chosen(trend, look)}
    last, found = len(trend.months), []
    for line in trend.lines:
        rank = line.ranks[-1]
        if rank is not None:
            strong = line.unit.id in colors
            color = colors.get(line.unit.id, look.palette.text2)
            found.append(Label(f"{rank} {look.name(line.unit.name)}", last, rank, color, bold=strong, weight=int(strong)))
    return found
