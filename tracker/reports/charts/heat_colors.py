"""The tints of a heat map: from behind over the ground to ahead, and the scale that explains them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from tracker.reports.charts import typefaces
from tracker.reports.charts.look import Look, Palette
from tracker.reports.charts.plot import MARGIN, SMALL, Plot

FULL = 15.0
"""At so many points a tint is as strong as it gets."""
STRENGTH = 0.58
STEPS = (-15, -10, -5, -1, 1, 5, 10, 15)

Color = tuple[float, float, float]


def tinted(lean: Fraction | None, palette: Palette) -> Color:
    """The ground with so much of the side's colour as the points weigh; the bare ground without a side."""
    ground = _rgb(palette.base)
    if lean is None:
        return ground
    share = min(abs(float(lean)) / FULL, 1.0) * STRENGTH
    side = _rgb(palette.ahead if lean > 0 else palette.behind)
    red, green, blue = (under + (over - under) * share for under, over in zip(ground, side, strict=True))
    return red, green, blue


def scale_width(look: Look) -> float:
    """The room that the scale takes, in pixels."""
    behind, ahead = _ends(look)
    return typefaces.width(behind + ahead, SMALL) + 12 + 22 * len(STEPS) + MARGIN


def draw_scale(plot: Plot, y: float) -> None:
    """落后 −15 ▭▭▭▭▭▭▭▭ 超 +15, at the right edge."""
    from matplotlib.patches import Rectangle

    palette = plot.look.palette
    behind, ahead = _ends(plot.look)
    right = plot.width - MARGIN
    plot.text((right, y), ahead, color=palette.text2, ha="right")
    x = right - typefaces.width(ahead, SMALL) - 6 - 22 * len(STEPS)
    for at, points in enumerate(STEPS):
        place = (x + 22 * at) / plot.width, 1 - (y + 6) / plot.height
        color = tinted(Fraction(points), palette)
        patch = Rectangle(
            place,
            20 / plot.width,
            12 / plot.height,
            facecolor=color,
            edgecolor=palette.line2,
            linewidth=0.5,
            transform=plot.figure.transFigure,
        )
        plot.figure.add_artist(patch)
    plot.text((x - 6, y), behind, color=palette.text2, ha="right")


def _ends(look: Look) -> tuple[str, str]:
    return look.tr("behind −{points}", points=15), look.tr("ahead +{points}", points=15)


@cache
def _rgb(color: str) -> Color:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
