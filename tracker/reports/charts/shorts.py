"""Short texts of one style that are drawn together; matplotlib is imported when the first ones are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Short:
    """A text that stands at (`x`, `y`) of the data, its middle line at y."""

    x: float
    y: float
    text: str
    color: str


@dataclass(frozen=True)
class Style:
    """The size of the texts in pixels, their weight, and which part of them stands at x."""

    size: float
    bold: bool = False
    align: Align = "center"


def add_shorts(axes: Axes, shorts: Iterable[Short], style: Style) -> None:
    """Write the texts on the axes as one artist (ManyTexts)."""
    from tracker.reports.charts.many_texts import ManyTexts

    axes.add_artist(ManyTexts(tuple(shorts), style))
