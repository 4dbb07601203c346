"""The program's Chinese type for matplotlib, and how wide a text is in it.

Both weights are entered by the file and the place of their face in its collection: no other font is looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from tracker.reports.charts.font_list import load_font_list
from tracker.reports.faces import bundled_faces
from tracker.reports.ruler import Ruler

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

POINTS_PER_PIXEL = 0.75
_KEPT = 2
"""Characters that a name begins with wherever it is shortened."""


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


def within(text: str, pixels: float, room: float) -> str:
    """The text in so much room; of one that is too long the middle gives way, for units' names differ at either end."""
    kept = len(text)
    shown = text
    while kept > 2 and width(shown, pixels) > room:
        kept -= 1
        shown = f"{text[: kept - kept // 2]}…{text[len(text) - kept // 2 :]}"
    return shown


def all_within(texts: Sequence[str], pixels: float, room: float) -> list[str]:
    """The texts, each in so much room; those that would become alike lose what they begin with alike instead."""
    shown = [within(text, pixels, room) for text in texts]
    alike: dict[str, set[str]] = {}
    for text, short in zip(texts, shown, strict=True):
        alike.setdefault(short, set()).add(text)
    found = []
    for text, short in zip(texts, shown, strict=True):
        begin = _shared(min(alike[short]), max(alike[short])) - 1
        apart = len(alike[short]) > 1 and begin > _KEPT
        found.append(within(f"{text[:_KEPT]}…{text[begin:]}", pixels, room) if apart else short)
    return found


def _shared(first: str, last: str) -> int:
    """How many characters the first and the last of some texts in order, and so all of them, begin with alike."""
    differing = (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return next(differing, min(len(first), len(last)))


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
