"""Where the parts of the card's chart stand: everything in pt from the upper left corner of its drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tracker.reports.unit_card.content import Chart, ChartLine, Stroke
from tracker.reports.unit_card.measures import USABLE, CardMeasures

ABOVE, BELOW = 14.0, 18.0
"""What is above the plot for labels, and below it for the months."""
END_NAMES = 48.0
"""At the right of the plot the lines have their names."""
INSET = 14.0
"""January stands so far from the axis that its value does not touch the axis' own."""
SMALL, APART, GAP = 8.5, 11.0, 4.0
HEADING, AXIS, RANKS = 13.0, 11.0, 14.0


@dataclass(frozen=True)
class _Plot:
    """From months and values to places."""

    left: float
    width: float
    height: float
    lowest: float
    highest: float

    def place(self, month: int, value: float) -> tuple[float, float]:
        down = (self.highest - value) / (self.highest - self.lowest)
        return self.left + INSET + (month - 1) / 11 * (self.width - INSET), ABOVE + down * self.height


@dataclass(frozen=True, slots=True)
class _Label:
    """A text at a place: its middle above it, or (`beside`) its left edge beside it."""

    x: float
    y: float
    text: str
    bold: bool
    beside: bool


def chart_height(plot: float) -> float:
    """The chart with a plot of that height, its heading and the line of ranks, in pt."""
    return HEADING + AXIS + ABOVE + plot + BELOW + RANKS


def lay_out_chart(chart: Chart, measures: CardMeasures, height: float) -> dict[str, Any]:
    """The drawing of the chart with a plot of that height; the names of the lines at its right are kept apart."""
    left = measures.regular.widest(text for _, text in chart.ticks) * SMALL + GAP * 2
    plot = _Plot(left, USABLE - left - END_NAMES, height, chart.ticks[0][0], chart.ticks[-1][0])
    labels = [label for line in chart.lines for label in _values(line, plot)]
    labels += _names(chart, plot, measures)
    return {
        "heading": chart.heading,
        "axis": chart.axis,
        "told": chart.told,
        "height": ABOVE + height + BELOW,
        "left": plot.left,
        "width": plot.width,
        "foot": ABOVE + height,
        "ticks": [{"y": plot.place(1, value)[1], "text": text} for value, text in chart.ticks],
        "months": [{"x": plot.place(month, 0)[0], "text": text} for month, text in enumerate(chart.months, 1)],
        "lines": [{"stroke": line.stroke.value, "points": [plot.place(*point) for point in line.points]} for line in chart.lines],
        "labels": [
            {"x": label.x, "y": label.y, "text": label.text, "bold": label.bold, "beside": label.beside} for label in labels
        ],
        "ranks_heading": chart.ranks_heading,
        "ranks": chart.ranks,
    }


def _values(line: ChartLine, plot: _Plot) -> Iterator[_Label]:
    """The values over the points of a line that has such texts."""
    for point, text in zip(line.points, line.labels, strict=False):
        x, y = plot.place(*point)
        yield _Label(x, y - GAP, text, bold=True, beside=False)


def _names(chart: Chart, plot: _Plot, measures: CardMeasures) -> list[_Label]:
    """Each line's name at its end; those that would touch are moved apart, downwards."""
    ends: list[_Label] = []
    for line in chart.lines:
        (month, value), own = line.points[-1], line.stroke is Stroke.OWN
        x, y = plot.place(month, value)
        if own and month < 12:
            half = measures.bold.em(line.labels[-1]) * SMALL / 2
            ends.append(_Label(x + half + GAP, y - GAP - SMALL / 2, line.name, bold=True, beside=True))
        else:
            ends.append(_Label(x + GAP * 2, y, line.name, bold=own, beside=True))
    placed: list[_Label] = []
    for label in sorted(ends, key=lambda label: label.y):
        near = [other.y for other in placed if abs(other.x - label.x) < END_NAMES]
        y = max([label.y, *(other + APART for other in near)])
        placed.append(_Label(label.x, y, label.text, label.bold, label.beside))
    return placed
