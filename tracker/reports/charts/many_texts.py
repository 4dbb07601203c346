"""Many short texts of one size as one artist: hundreds of figures are drawn in the time that matplotlib takes for thirty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.reports.charts import typefaces

if TYPE_CHECKING:
    from matplotlib.artist import Artist

BASELINE = 0.36
"""How far the baseline lies under the middle of a line, in its size."""


@dataclass(frozen=True)
class Short:
    """A text whose middle is at (`x`, `y`) of the data."""

    x: float
    y: float
    text: str
    color: str


def many_texts(shorts: Sequence[Short], size: float) -> Artist:
    """The artist, to be added to axes; it keeps what it draws as `shorts`."""
    from matplotlib.artist import Artist
    from matplotlib.backend_bases import RendererBase

    face = typefaces.font(size)
    widths = [typefaces.width(short.text, size) * typefaces.POINTS_PER_PIXEL for short in shorts]

    class ManyTexts(Artist):
        """Draws each text by the renderer at once, centred by the widths that the face itself tells."""

        def __init__(self) -> None:
            super().__init__()
            self.shorts = tuple(shorts)
            self.set_zorder(3)

        def draw(self, renderer: RendererBase) -> None:
            if not self.shorts:
                return
            places = self.get_transform().transform([(short.x, short.y) for short in self.shorts])
            height = renderer.get_canvas_width_height()[1]
            point = float(renderer.points_to_pixels(1.0))  # type: ignore[arg-type]
            drop = BASELINE * size * typefaces.POINTS_PER_PIXEL * point
            context = renderer.new_gc()
            for short, (x, y), width in zip(self.shorts, places, widths, strict=True):
                context.set_foreground(short.color)
                down = height - y if renderer.flipy() else y
                baseline = down + drop if renderer.flipy() else down - drop
                renderer.draw_text(context, x - width * point / 2, baseline, short.text, face, 0.0)
            context.restore()

    return ManyTexts()
