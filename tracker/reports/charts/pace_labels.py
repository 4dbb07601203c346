"""The labels of a course: at its own end, at the others', and at December's, in two columns that do not meet."""

from __future__ import annotations

from fractions import Fraction

from tracker.domain.amount import format_number
from tracker.metrics.trends.pace import Measure, PaceTrend
from tracker.reports.charts import typefaces
from tracker.reports.charts.figures import amount, percent
from tracker.reports.charts.labels import Label
from tracker.reports.charts.look import Look
from tracker.reports.charts.plot import BODY, LEADER, MARGIN, Plot

FIRST, LAST = 0.6, 12.0
"""Where the axis of months begins and ends."""
TICKS = 56.0
"""The room of the numbers at the left, in pixels."""


def columns_of_labels(plot: Plot, trend: PaceTrend) -> tuple[list[Label], list[Label]]:
    """The labels at December, and those beside the month; there is one column where the second would reach into the first."""
    look = plot.look
    ends = _labels_at_the_end(trend, look)
    beside = [label for label in (_own_label(trend, look), *_others_labels(trend, look)) if label is not None]
    room = (plot.width - 2 * MARGIN - TICKS - 2 * LEADER - widest(ends)) * (LAST - trend.month.number) / (LAST - FIRST)
    if widest(beside) + LEADER > room:
        return [*ends, *beside], []
    return ends, beside


def written(value: Fraction, trend: PaceTrend) -> str:
    """A drawn value as a label tells it: 76.95 (percent), or an amount with the indicator's decimals."""
    return percent(value) if trend.measure is Measure.COMPLETION else format_number(value, trend.indicator.decimals)


def _labels_at_the_end(trend: PaceTrend, look: Look) -> list[Label]:
    tr, palette = look.tr, look.palette
    found = []
    if trend.pace[-1] is not None:
        end = trend.pace[-1]
        found.append(
            Label(tr("Pace {percent}%", percent=percent(end)).removesuffix("%"), LAST, float(end), palette.text, weight=2)
        )
    if trend.goal is not None:
        text = tr("Target {amount}", amount=amount(trend.goal, trend.indicator))
        found.append(Label(text, LAST, 1.0, palette.text2, weight=2))
    if trend.last_year[-1] is not None:
        text = tr("Last year {value}", value=written(trend.last_year[-1], trend))
        found.append(Label(text, LAST, float(trend.last_year[-1]), palette.text3, weight=2))
    if trend.projection is not None and trend.last.value is not None and trend.month.number < 12:
        end = trend.projection.year_end
        text = tr("At this rate {value}", value=written(end, trend))
        found.append(Label(text, LAST, float(end), palette.accent, weight=3))
    return found


def _own_label(trend: PaceTrend, look: Look) -> Label | None:
    """The subject's name and figure at its last point; None where it has none."""
    told = [(at, point.value) for at, point in enumerate(trend.points, start=1) if point.value is not None]
    if not told:
        return None
    at, value = told[-1]
    text = f"{look.name(trend.subject.name)} {written(value, trend)}"
    return Label(text, at, float(value), look.palette.accent, bold=True, weight=4)


def _others_labels(trend: PaceTrend, look: Look) -> list[Label]:
    ends = ((other, other.values[-1]) for other in trend.others)
    month, color = trend.month.number, look.palette.text2
    return [
        Label(f"{look.name(other.subject.name)} {written(end, trend)}", month, float(end), color)
        for other, end in ends
        if end is not None
    ]


def widest(labels: list[Label]) -> float:
    """The width of the widest label in pixels."""
    return max((typefaces.width(label.text, BODY, bold=label.bold) for label in labels), default=0.0)
