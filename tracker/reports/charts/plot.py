"""A chart's figure, laid out in pixels from the top left: its title, its axes, and the texts on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.reports.charts import typefaces
from tracker.reports.charts.labels import LINE, Label, fitting, spread
from tracker.reports.charts.look import PIXELS_PER_INCH, Look
from tracker.reports.charts.scale import Scale
from tracker.reports.charts.shorts import Short, Style, add_shorts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

BODY, SMALL, TITLE = 13, 12, 16
"""Sizes of type in pixels."""
MARGIN = 16
NAMES, NARROW = 0.3, 640
"""A column of names takes at most this part of the width; in a narrower figure the groups are left out."""
LEAST = 48.0
"""Axes are never smaller."""
LEADER = 22
"""How far a label stands from what it names."""


@dataclass(frozen=True)
class Stroke:
    """A line's name among the axes' lines, its colour, width in points and dashes."""

    name: str
    color: str
    width: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True)
class Area:
    """Axes and where they lie: `left`, `top`, `width`, `height` in pixels of the figure."""

    axes: Axes
    left: float
    top: float
    width: float
    height: float

    @property
    def y_pixel(self) -> float:
        """How much of the data's y one pixel is."""
        low, high = self.axes.get_ylim()
        return (high - low) / self.height

    def x_of(self, value: float) -> float:
        """Where a value of the data's x lies, in pixels of the figure."""
        return self.left + (value - self.axes.get_xlim()[0]) / self.x_pixel

    @property
    def x_pixel(self) -> float:
        """How much of the data's x one pixel is."""
        low, high = self.axes.get_xlim()
        return (high - low) / self.width

    def line(self, stroke: Stroke, x: Iterable[float], y: Iterable[float], **style: Any) -> None:
        """Draw a line that may reach over the edge; `style` as matplotlib's."""
        style = {"zorder": 2, "clip_on": False, **style}
        if stroke.dashes:
            style["linestyle"] = (0, stroke.dashes)
        self.axes.plot(list(x), list(y), color=stroke.color, linewidth=stroke.width, label=stroke.name, **style)


class Plot:
    """A figure of `size` pixels in a look."""

    def __init__(self, look: Look, size: tuple[float, float]) -> None:
        typefaces.load_faces()
        from matplotlib.figure import Figure

        self.look = look
        self.width, self.height = size
        self.figure: Figure = Figure(
            figsize=(self.width / PIXELS_PER_INCH, self.height / PIXELS_PER_INCH),
            dpi=PIXELS_PER_INCH,
            facecolor=look.palette.base,
        )

    def head(self, title: str, subtitle: str, *, kept: float = 0.0) -> float:
        """Write the title and what is drawn; the height that is used, in pixels. A look without titles has just the second.

        `kept` is what the subtitle leaves free at its right.
        """
        top = float(MARGIN)
        palette = self.look.palette
        room = self.width - 2 * MARGIN
        for line in typefaces.in_lines(title, TITLE, room, 2, bold=True) if self.look.titled else ():
            self.text((MARGIN, top + 12), line, size=TITLE, bold=True, color=palette.text)
            top += 26
        for line in typefaces.in_lines(subtitle, SMALL, room - kept, 2):
            self.text((MARGIN, top + 8), line, color=palette.text2)
            top += 18
        return top + 8

    def text(self, at: tuple[float, float], text: str, *, color: str, **style: Any) -> Text:
        """A line of text whose middle left is at that pixel; `style` as matplotlib's, `size` in pixels, `bold`."""
        x, y = at
        face = typefaces.font(style.pop("size", SMALL), bold=style.pop("bold", False))
        style.setdefault("va", "center_baseline")
        place = x / self.width, 1 - y / self.height
        return self.figure.text(*place, text, color=color, fontproperties=face, parse_math=False, **style)

    def rule(self, left: float, right: float, y: float, *, color: str, width: float) -> None:
        """A level line on the figure itself, in pixels, so many points wide."""
        from matplotlib.lines import Line2D

        x, height = [left / self.width, right / self.width], [1 - y / self.height] * 2
        self.figure.add_artist(Line2D(x, height, color=color, linewidth=width, solid_capstyle="butt"))

    def area(self, left: float, top: float, right: float, bottom: float) -> Area:
        """Bare axes between these edges, in pixels of the figure; a little room is left however much stands around them."""
        right, bottom = max(right, left + LEAST), max(bottom, top + LEAST)
        place = (left / self.width, 1 - bottom / self.height, (right - left) / self.width, (bottom - top) / self.height)
        axes = self.figure.add_axes(place, facecolor="none")
        axes.set_axis_off()
        return Area(axes, left, top, right - left, bottom - top)

    def write(self, area: Area, at: tuple[float, float], text: str, *, color: str, **style: Any) -> Text:
        """A text at a place of the axes' data; `style` as matplotlib's, `size` in pixels, `bold`."""
        face = typefaces.font(style.pop("size", SMALL), bold=style.pop("bold", False))
        style.setdefault("va", "center_baseline")
        return area.axes.text(*at, text, color=color, fontproperties=face, parse_math=False, **style)

    def value_axis(self, area: Area, scale: Scale, suffix: str = "") -> None:
        """Quiet lines across at the ticks, their numbers at the left; the highest number carries the suffix."""
        from matplotlib.collections import LineCollection

        palette = self.look.palette
        area.axes.set_ylim(scale.low, scale.high)
        low, high = area.axes.get_xlim()
        lines = [[(low, tick), (high, tick)] for tick in scale.ticks]
        colors = [palette.control if tick == 0 else palette.line for tick in scale.ticks]
        area.axes.add_collection(LineCollection(lines, colors=colors, linewidths=0.75, zorder=0, clip_on=False), autolim=False)
        texts = [scale.text(tick) for tick in scale.ticks]
        texts[-1] += suffix
        place = low - 8 * area.x_pixel
        shorts = [Short(place, tick, text, palette.text2) for tick, text in zip(scale.ticks, texts, strict=True)]
        add_shorts(area.axes, shorts, Style(SMALL, align="right"))

    def labels(self, area: Area, labels: Sequence[Label], x: float) -> list[Text]:
        """Write labels in a column that begins at data x, spread so that none lies over another, with leaders to their places."""
        from matplotlib.collections import LineCollection

        kept = fitting(labels, int(area.height // LINE) + 1)
        low, _ = area.axes.get_ylim()
        wanted = [(label.y - low) / area.y_pixel for label in kept]
        places = [low + place * area.y_pixel for place in spread(wanted, LINE, 0, area.height)]
        reach = area.x_pixel
        lines = [[(label.x + 5 * reach, label.y), (x - 3 * reach, y)] for label, y in zip(kept, places, strict=True)]
        leaders = LineCollection(lines, colors=self.look.palette.control, linewidths=0.6, zorder=2, clip_on=False)
        area.axes.add_collection(leaders, autolim=False)
        halo = {"facecolor": self.look.palette.base, "edgecolor": "none", "pad": 0.5}
        return [
            self.write(
                area,
                (x, y),
                label.text,
                color=label.color,
                size=BODY if label.bold else SMALL,
                bold=label.bold,
                clip_on=False,
                bbox=halo,
                zorder=4,
            )
            for label, y in zip(kept, places, strict=True)
        ]
