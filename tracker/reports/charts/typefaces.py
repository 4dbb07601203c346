"""The program's Chinese type for matplotlib, and how wide a text is in it.

Both weights are entered by the file and the place of their face in its collection: no other font is looked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tracker.reports.charts.font_list import load_font_list
from tracker.reports.faces import bundled_faces
from tracker.reports.ruler import Ruler

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

POINTS_PER_PIXEL = 0.75


@cache
def font(pixels: float, *, bold: bool = False) -> FontProperties:
    """The carried sans face in that size; raises FontsMissing where set-up has not run."""
    family = load_faces()
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=[family], size=pixels * POINTS_PER_PIXEL, weight=700 if bold else 400)


def width(text: str, pixels: float, *, bold: bool = False) -> float:
    """The width of one line in pixels."""
    return _ruler(bold).em(text) * pixels


def in_lines(text: str, pixels: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """The text in at most so many lines of about that many pixels; what does not fit ends in “…”."""
    lines = _ruler(bold).wrap(text, max(room / pixels, 1.0))
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1][:-1] + "…"]


def cut(text: str, pixels: float, room: float) -> str:
    """The text on one line of at most that many pixels, ending in “…” where it is cut."""
    if width(text, pixels) <= room:
        return text
    kept = text
    while kept and width(kept + "…", pixels) > room:
        kept = kept[:-1]
    return kept + "…"


@cache
def _ruler(bold: bool) -> Ruler:
    faces = bundled_faces()
    return Ruler(faces.sans_bold if bold else faces.sans)


@cache
def load_faces() -> str:
    """The family's name, once its two weights are known to matplotlib, which this loads. Raises FontsMissing."""
    faces = bundled_faces()
    load_font_list(((faces.sans, 400), (faces.sans_bold, 700)))
    return faces.sans.family
