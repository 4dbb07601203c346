"""Many short texts of one size as one artist: hundreds are drawn in the time that matplotlib takes for thirty.

In a picture made of dots each different text is drawn once, as an outline, and stamped wherever it stands; elsewhere it is text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D, IdentityTransform

from tracker.reports.charts import typefaces
from tracker.reports.charts.shorts import Short, Style

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase, RendererBase
    from numpy.typing import NDArray

SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
BASELINE = 0.36
"""How far the baseline lies under the middle of a line, in its size."""


class ManyTexts(Artist):
    """Texts of one style, which it keeps as `shorts`; they may reach over the edge of the axes."""

    def __init__(self, shorts: Sequence[Short], style: Style) -> None:
        super().__init__()
        self.shorts, self.style = tuple(shorts), style
        self.set_zorder(3)

    def draw(self, renderer: RendererBase) -> None:
        """Draw them, by outlines or as text."""
        if not self.shorts:
            return
        places = np.asarray(self.get_transform().transform([(short.x, short.y) for short in self.shorts]))
        context = renderer.new_gc()
        if isinstance(renderer, RendererAgg):
            self._stamp(renderer, context, places)
        else:
            self._write(renderer, context, places)
        context.restore()

    def width(self, text: str) -> float:
        """The width of one of the texts, in pixels at 100 %."""
        return typefaces.width(text, self.style.size, bold=self.style.bold)

    def _stamp(self, renderer: RendererAgg, context: GraphicsContextBase, places: NDArray[np.float64]) -> None:
        pixels = renderer.dpi / 96
        alike: dict[tuple[str, str], list[int]] = {}
        for at, short in enumerate(self.shorts):
            alike.setdefault((short.text, short.color), []).append(at)
        context.set_linewidth(0)
        context.set_snap(False)  # else a dash, which is thinner than a pixel, would be snapped away
        for (text, color), found in alike.items():
            back = self.width(text) * pixels * SHARES[self.style.align]
            size = self.style.size * pixels
            stamp = Affine2D().scale(size).translate(-back, -BASELINE * size)
            outline = _outline(text, bold=self.style.bold)
            if len(found) > 1:
                renderer.draw_markers(context, outline, stamp, Path(places[found]), IdentityTransform(), _rgb(color))
            else:
                renderer.draw_path(context, outline, stamp.translate(*places[found[0]]), _rgb(color))  # type: ignore[no-untyped-call]

    def _write(self, renderer: RendererBase, context: GraphicsContextBase, places: NDArray[np.float64]) -> None:
        point = float(renderer.points_to_pixels(1.0))  # type: ignore[arg-type]
        pixel = point * typefaces.POINTS_PER_PIXEL
        height = renderer.get_canvas_width_height()[1]
        face = typefaces.font(self.style.size, bold=self.style.bold)
        drop = BASELINE * self.style.size * pixel
        for short, (x, y) in zip(self.shorts, places, strict=True):
            context.set_foreground(short.color)
            left = x - self.width(short.text) * pixel * SHARES[self.style.align]
            baseline = height - y + drop if renderer.flipy() else y - drop
            renderer.draw_text(context, left, baseline, short.text, face, 0.0)


@lru_cache(maxsize=4096)
def _outline(text: str, *, bold: bool) -> Path:
    """The text's outline at a size of 1, its baseline at 0: its characters' outlines one after the other."""
    parts, codes, x = [], [], 0.0
    for character in text:
        vertices, kinds = _character(character, bold)
        parts.append(np.add(vertices, (x, 0.0)))
        codes.append(kinds)
        x += typefaces.width(character, 1.0, bold=bold)
    if not parts:
        return Path(np.empty((0, 2)))
    return Path(np.concatenate(parts), np.concatenate(codes))


@lru_cache(maxsize=4096)
def _character(character: str, bold: bool) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    face = typefaces.font(96.0, bold=bold)
    vertices, codes = text_to_path.get_text_path(face, character)
    points = np.asarray(vertices, np.float64).reshape(-1, 2) / text_to_path.FONT_SCALE
    return points, np.asarray(codes, np.uint8)


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
