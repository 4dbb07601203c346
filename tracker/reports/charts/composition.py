"""Who carries the total? The parts stacked month by month, each named beside the last bar with its amount and share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.amount import format_number
from tracker.metrics.trends.composition import Composition, Part
from tracker.reports.charts import typefaces
from tracker.reports.charts.figures import percent
from tracker.reports.charts.headlines import joined, period_text
from tracker.reports.charts.labels import Label
from tracker.reports.charts.look import Look
from tracker.reports.charts.months import HEIGHT, month_axis
from tracker.reports.charts.plot import BODY, LEADER, MARGIN, SMALL, Area, Plot
from tracker.reports.charts.scale import Scale, larger_unit, scale_of
from tracker.reports.charts.shorts import Short, Style, add_shorts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIZE = (1000.0, 520.0)
BAR = 0.62
LEFT = MARGIN + 64.0


def composition_figure(trend: Composition, look: Look, size: tuple[float, float] = SIZE) -> Figure:
    """The chart; its axes have January at x = 1, the largest part of the last month at the bottom of each bar."""
    plot = Plot(look, size)
    top = plot.head(composition_title(trend, look), composition_subtitle(trend, look)) + 24
    tops = _stacked(trend)
    colors = [_color(at, part, look) for at, part in enumerate(trend.parts)]
    labels = _labels(trend, look, tops)
    room = max((typefaces.width(label.text, BODY) for label in labels), default=0.0)
    area = plot.area(LEFT, top, plot.width - MARGIN - LEADER - room, plot.height - HEIGHT)
    area.axes.set_xlim(0.4, max(len(trend.months), 2) + 0.4)
    scale, suffix = _scaled(trend, tops)
    plot.value_axis(area, scale, suffix)
    for part, bottoms, color in zip(trend.parts, tops, colors, strict=True):
        _draw_part(area, part, bottoms, color, look)
    _write_totals(plot, area, trend, tops)
    plot.labels(area, labels, len(trend.months) + 0.4 + LEADER * area.x_pixel)
    month_axis(plot, area, trend.months, trend.published)
    return plot.figure


def composition_title(trend: Composition, look: Look) -> str:
    """一类乡镇占全县的52.61%，居首."""
    tr = look.tr
    whole = look.name(trend.group.name if trend.group is not None else "")
    if not trend.parts or trend.parts[0].share is None:
        return tr("{name} has no figures up to month {month}", name=whole, month=trend.months[-1].number)
    first = trend.parts[0]
    name = look.name(first.subjects[0].name)
    said = tr("{part} carries {percent}% of {whole}", part=name, percent=percent(first.share), whole=whole)
    if len(trend.parts) < 3 or trend.parts[1].is_rest or trend.parts[1].share is None:
        return said
    second = trend.parts[1]
    return joined(
        look, said, tr("then {part} {percent}%", part=look.name(second.subjects[0].name), percent=percent(second.share))
    )


def composition_subtitle(trend: Composition, look: Look) -> str:
    """实际到位省外资金，2026年1-9月，各月累计，亿元."""
    values = {"indicator": " ".join(trend.indicator.name.split()), "period": period_text(trend.months, look)}
    return look.tr("{indicator}, {period}, cumulative by month, {unit}", unit=" ".join(trend.indicator.unit.split()), **values)


def part_name(part: Part, look: Look) -> str:
    """A part's name; the rest's is how many it is."""
    if part.is_rest:
        return look.tr("{count} others", count=len(part.subjects))
    return look.name(part.subjects[0].name)


def _stacked(trend: Composition) -> list[list[float]]:
    """Where each part's bar begins in each month: what is above zero on what is above it, what is below under what is below."""
    up, down = [0.0] * len(trend.months), [0.0] * len(trend.months)
    found = []
    for part in trend.parts:
        begins = []
        for at, amount in enumerate(part.amounts):
            stack = down if amount is not None and amount < 0 else up
            begins.append(stack[at])
            stack[at] += float(amount or 0)
        found.append(begins)
    return found


def _scaled(trend: Composition, begins: list[list[float]]) -> tuple[Scale, str]:
    ends = [
        begin + float(amount or 0)
        for part, row in zip(trend.parts, begins, strict=True)
        for amount, begin in zip(part.amounts, row, strict=True)
    ]
    unit, per = larger_unit(" ".join(trend.indicator.unit.split()), max(ends, default=0.0))
    return scale_of(ends, per=per), f" {unit}"


def _color(at: int, part: Part, look: Look) -> str:
    return look.palette.line2 if part.is_rest else look.palette.series[at % len(look.palette.series)]


def _draw_part(area: Area, part: Part, begins: list[float], color: str, look: Look) -> None:
    """A bar for each month in which the part has anything, as one collection named by it."""
    from matplotlib.collections import PolyCollection

    half = BAR / 2
    corners = [
        [(at - half, begin), (at + half, begin), (at + half, begin + float(amount)), (at - half, begin + float(amount))]
        for at, (amount, begin) in enumerate(zip(part.amounts, begins, strict=True), start=1)
        if amount is not None
    ]
    name = "rest" if part.is_rest else (part.subjects[0].name or "county")
    bars = PolyCollection(corners, facecolors=color, edgecolors=look.palette.base, linewidths=1, zorder=2, label=name)
    area.axes.add_collection(bars, autolim=False)


def _write_totals(plot: Plot, area: Area, trend: Composition, begins: list[list[float]]) -> None:
    """The total above each bar, where there is room for it."""
    texts = ["" if total is None else format_number(total, trend.indicator.decimals) for total in trend.total]
    widest = max((typefaces.width(text, SMALL - 1) for text in texts), default=0.0)
    if widest + 4 > 1 / area.x_pixel:
        return
    shorts = []
    for at, text in enumerate(texts):
        tops = [row[at] + float(part.amounts[at] or 0) for part, row in zip(trend.parts, begins, strict=True)]
        shorts.append(Short(at + 1, max(0.0, *tops, 0.0) + 9 * area.y_pixel, text, plot.look.palette.text))
    add_shorts(area.axes, shorts, Style(SMALL - 1))


def _labels(trend: Composition, look: Look, begins: list[list[float]]) -> list[Label]:
    found = []
    for at, (part, row) in enumerate(zip(trend.parts, begins, strict=True)):
        amount = part.amounts[-1]
        if amount is not None:
            told = {
                "name": part_name(part, look),
                "amount": format_number(amount, trend.indicator.decimals),
                "percent": percent(part.share),
            }
            text = look.tr("{name} {amount} ({percent}%)", **told)
            middle = row[-1] + float(amount) / 2
            found.append(Label(text, len(trend.months) + BAR / 2, middle, look.palette.text, weight=len(trend.parts) - at))
    return found
