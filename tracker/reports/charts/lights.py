"""Lights in a chart: a disc with a tick, a diamond with a bar, a square with an exclamation mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tracker.domain.light import Light
from tracker.reports.charts.look import Palette
from tracker.reports.charts.plot import Area

if TYPE_CHECKING:
    from matplotlib.path import Path

COLUMN = 26.0
"""The room that a column of lights takes, in pixels."""
SIZE = 110.0

Strokes = Sequence[Sequence[tuple[float, float]]]

TICK: Strokes = [[(-0.45, 0.0), (-0.1, -0.38), (0.48, 0.36)]]
DASH: Strokes = [[(-0.4, 0.0), (0.4, 0.0)]]
EXCLAMATION: Strokes = [[(0.0, 0.6), (0.0, -0.1)], [(0.0, -0.5), (0.0, -0.6)]]


def draw_lights(area: Area, lights: Sequence[Light | None], palette: Palette, x: float) -> None:
    """A light at data x for each row with one, the first row at y = 0."""
    drawn = (
        (Light.GREEN, "o", palette.good, palette.good, TICK, palette.base),
        (Light.YELLOW, "D", palette.warn_soft, palette.warn, DASH, palette.warn),
        (Light.RED, "s", palette.bad, palette.bad, EXCLAMATION, palette.base),
    )
    for light, shape, fill, edge, sign, ink in drawn:
        rows = [at for at, one in enumerate(lights) if one is light]
        if rows:
            size = SIZE * (0.62 if light is Light.YELLOW else 0.9)
            common: dict[str, Any] = {"clip_on": False, "zorder": 3, "snap": False}
            at = [x] * len(rows)
            area.axes.scatter(at, rows, s=size, marker=shape, c=fill, edgecolors=edge, label=light.value, **common)
            area.axes.scatter(
                [x] * len(rows), rows, s=SIZE * 0.3, marker=_path(sign), c="none", edgecolors=ink, linewidths=1.2, **common
            )


def _path(strokes: Strokes) -> Path:
    from matplotlib.path import Path

    points = [point for stroke in strokes for point in stroke]
    codes = [Path.MOVETO if at == 0 else Path.LINETO for stroke in strokes for at in range(len(stroke))]
    return Path(points, codes)
