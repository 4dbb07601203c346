"""Under a course, each month's own value as a bar, with last year's same month as a mark across it."""

from __future__ import annotations

from fractions import Fraction

from tracker.domain.amount import format_number
from tracker.metrics.row import Rates
from tracker.metrics.trends.pace import PaceTrend
from tracker.reports.charts import typefaces
from tracker.reports.charts.figures import number
from tracker.reports.charts.plot import SMALL, Area, Plot
from tracker.reports.charts.scale import scale_of
from tracker.reports.charts.shorts import Short, Style, add_shorts

WIDTH = 0.5


def draw_months(plot: Plot, area: Area, trend: PaceTrend) -> None:
    """Bars of January to the month in the indicator's unit of measure; a month without a figure has no bar."""
    palette, tr = plot.look.palette, plot.look.tr
    own = [_exact(point.rates, "month_value") for point in trend.points]
    before = [_exact(point.rates, "same_month") for point in trend.points]
    scale = scale_of([number(value) for value in (*own, *before)], most=3)
    area.axes.set_ylim(scale.low, scale.high)
    months = [at for at, value in enumerate(own, start=1) if value is not None]
    heights = [number(value) for value in own if value is not None]
    colors = [palette.accent if at == trend.month.number else palette.line2 for at in months]
    area.axes.bar(months, heights, width=WIDTH, color=colors, zorder=1, label="months")
    area.axes.plot([0.6, 12], [0, 0], color=palette.control, linewidth=0.75, zorder=2)
    drawn = [number(value) for value in before]
    area.axes.hlines(
        drawn,
        [at - 0.34 for at in range(1, len(drawn) + 1)],
        [at + 0.34 for at in range(1, len(drawn) + 1)],
        colors=palette.text2,
        linewidths=1.5,
        zorder=3,
        label="last_year",
    )
    shorts = []
    for at, value in zip(months, (value for value in own if value is not None), strict=True):
        top = max(number(value), 0.0, 0.0 if before[at - 1] is None else number(before[at - 1])) + 8 * area.y_pixel
        shorts.append(Short(at, top, format_number(value, trend.indicator.decimals), palette.text2))
    widest = max((typefaces.width(short.text, SMALL - 1) for short in shorts), default=0.0)
    if widest + 4 <= 1 / area.x_pixel:
        add_shorts(area.axes, shorts, Style(SMALL - 1))
    unit = " ".join(trend.indicator.unit.split())
    title = tr("Each month by itself ({unit}); the mark is the same month of last year", unit=unit)
    plot.text((area.left - 40, area.top - 28), title, color=palette.text2)


def _exact(rates: Rates | None, name: str) -> Fraction | None:
    value = getattr(rates, name) if rates is not None else None
    return None if value is None else Fraction(value)
