"""Do signings become production? The county's stages as a funnel, and beside it each group's conversion from stage to stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.amount import MISSING, format_number
from tracker.domain.indicator import Indicator
from tracker.metrics.trends.funnel import Flow, Funnel, stage_word
from tracker.reports.charts import typefaces
from tracker.reports.charts.figures import amount, percent
from tracker.reports.charts.headlines import joined, months_text
from tracker.reports.charts.look import Look
from tracker.reports.charts.plot import BODY, MARGIN, NAMES, SMALL, Area, Plot, Stroke

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 1000.0
STAGE, ROW = 92.0, 44.0
HEAD, FOOT = 124.0, 24.0
LEFT_PART = 0.36
"""How much of the width the county's funnel takes."""
WIDE, NARROW_PART = 820.0, 0.28
"""In a narrower figure it takes less, and the groups' amounts are left out."""
FIGURES, AMOUNTS = 64.0, 64.0
"""The room of the rates behind the bars, and of the amounts behind these."""


def funnel_size(trend: Funnel, width: float = WIDTH) -> tuple[float, float]:
    """The size at which every stage and every group has its room."""
    return width, HEAD + FOOT + max(STAGE * len(trend.stages), ROW * len(trend.groups))


def funnel_figure(trend: Funnel, look: Look, size: tuple[float, float] | None = None) -> Figure:
    """The chart; the first axes are the county's funnel, then one for each step, with the first group at y = 0 on top."""
    plot = Plot(look, size or funnel_size(trend))
    top = plot.head(funnel_title(trend, look), funnel_subtitle(trend, look)) + 52
    bottom = plot.height - FOOT
    is_narrow = plot.width < WIDE
    middle = MARGIN + (plot.width - 2 * MARGIN) * (NARROW_PART if is_narrow else LEFT_PART)
    _draw_county(plot, plot.area(MARGIN, top - 24, middle, bottom), trend)
    names = [typefaces.cut(look.name(flow.subject.name), BODY, plot.width * NAMES * 0.4) for flow in trend.groups]
    room = max((typefaces.width(name, BODY) for name in names), default=0.0)
    middle += 16 if is_narrow else 40
    left = middle + room + 12
    steps = len(trend.stages) - 1
    width = (plot.width - MARGIN - left) / steps
    for step in range(steps):
        right = left + width * (step + 1) - (FIGURES if is_narrow else FIGURES + AMOUNTS)
        _draw_step(plot, plot.area(left + width * step, top, right, bottom), trend, step)
    for at, name in enumerate(names):
        y = top + (at + 0.5) * (bottom - top) / max(len(names), 1)
        plot.text((middle, y), name, color=look.palette.text, size=BODY)
    return plot.figure


def funnel_title(trend: Funnel, look: Look) -> str:
    """全县签约68个，开工52个，投产31个，签约到开工76.47%."""
    counted = zip(trend.stages, trend.county.amounts, strict=True)
    said = [f"{stage_word(stage)} {amount(value, stage)}" for stage, value in counted]
    whole = trend.county.through
    first, last = stage_word(trend.stages[0]), stage_word(trend.stages[-1])
    rate = (
        look.tr("{percent}% of {first} became {last}", percent=percent(whole), first=first, last=last)
        if whole is not None
        else ""
    )
    return joined(look, *said, rate)


def funnel_subtitle(trend: Funnel, look: Look) -> str:
    """2026年1-9月累计；右侧为各分组逐级转化率（%），竖线为全县."""
    said = look.tr(
        "{period}, cumulative; at the right how much of a stage became the next, %; the line is the county",
        period=months_text(trend.month, look),
    )
    return look.tr("{said}; published", said=said) if trend.is_published else said


def _short(stage: Indicator) -> str:
    return " ".join(stage.name.split())


def _draw_county(plot: Plot, area: Area, trend: Funnel) -> None:
    """Bars about the middle, as wide as their amounts, each under its name; between them how much became the next."""
    palette, stages = plot.look.palette, trend.stages
    values = [0.0 if value is None else float(value) for value in trend.county.amounts]
    widest = max(*values, 0.0) or 1.0
    area.axes.set_xlim(-0.5, 0.5)
    area.axes.set_ylim(len(stages) - 0.5, -0.5)
    widths = [max(value, 0.0) / widest for value in values]
    lefts = [-width / 2 for width in widths]
    area.axes.barh(range(len(stages)), widths, 0.36, left=lefts, color=palette.accent, zorder=1, label="county")
    for at, (stage, value) in enumerate(zip(stages, trend.county.amounts, strict=True)):
        name = _short(stage) if plot.width >= WIDE else stage_word(stage)
        text = f"{name} {amount(value, stage)}"
        plot.write(area, (0, at - 0.31), text, color=palette.text, size=BODY, bold=True, ha="center", clip_on=False)
    for at, rate in enumerate(trend.county.conversions):
        text = "↓ " + (MISSING if rate is None else f"{percent(rate)}%")
        plot.write(area, (0, at + 0.4), text, color=palette.text2, ha="center", clip_on=False)


def _draw_step(plot: Plot, area: Area, trend: Funnel, step: int) -> None:
    """Each group's conversion of one step as a bar with its figure and both amounts; the county's as a line across."""
    palette = plot.look.palette
    rates = [flow.conversions[step] for flow in trend.groups]
    county = trend.county.conversions[step]
    values = [0.0 if rate is None else float(rate) for rate in rates]
    area.axes.set_xlim(0, max(*values, float(county or 0), 1.0))
    area.axes.set_ylim(max(len(rates), 1) - 0.5, -0.5)
    area.axes.barh(range(len(rates)), values, 0.4, color=palette.control, zorder=1, label="groups")
    if county is not None:
        rows = area.axes.get_ylim()
        area.line(Stroke("county_halo", palette.base, 3.5), [float(county)] * 2, rows)
        area.line(Stroke("county", palette.accent, 1.5, (5, 2.5)), [float(county)] * 2, rows, zorder=2.1)
    for at, flow in enumerate(trend.groups):
        before, after = (_plain(flow, trend, one) for one in (step, step + 1))
        y, end = area.top + (at + 0.5) / abs(area.y_pixel), area.left + area.width
        plot.text((end + 54, y), percent(flow.conversions[step]), color=palette.text, size=BODY, bold=True, ha="right")
        if plot.width >= WIDE:
            plot.text((end + 62, y), f"{before} → {after}", color=palette.text2)
    _name_step(plot, area, trend, step)


def _name_step(plot: Plot, area: Area, trend: Funnel, step: int) -> None:
    """From which stage to which, and the county's rate, above the bars."""
    palette = plot.look.palette
    text = f"{_short(trend.stages[step])} → {_short(trend.stages[step + 1])}"
    lines = typefaces.in_lines(text, SMALL, area.width + FIGURES - 16, 2)
    for down, line in enumerate(lines):
        plot.text((area.left, area.top - 16 - 17 * (len(lines) - down)), line, color=palette.text2)
    rate = trend.county.conversions[step]
    said = f"{plot.look.name('')} {percent(rate)}" if plot.width >= WIDE else percent(rate)
    plot.text((area.x_of(float(rate or 0)), area.top - 9), said, color=palette.accent, ha="center" if rate else "left")


def _plain(flow: Flow, trend: Funnel, stage: int) -> str:
    value = flow.amounts[stage]
    return MISSING if value is None else format_number(value, trend.stages[stage].decimals)
