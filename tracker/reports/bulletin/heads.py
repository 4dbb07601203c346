"""The red head and the title of a bulletin, fitted to the type area of an official document."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.reports.font_file import Face
from tracker.reports.ruler import Ruler

TYPE_AREA = 156 * 72 / 25.4
"""The width of the type area of an official document, in pt."""
HEAD_SIZES = (50.0, 46.0, 42.0, 39.0, 36.0)
NARROWEST_HEAD = 0.45
"""The red head is set in the largest of these sizes, in pt, at which it need not be squeezed below what still looks well."""
WELL_SQUEEZED = 0.68
WIDEST_TRACKING = 0.5
TITLE_SIZE, CHARTS_TITLE_SIZE = 22.0, 20.0


@dataclass(frozen=True, slots=True)
class Head:
    """How the red head fills the width: its size and what is put between its characters, in pt, and how far it is squeezed."""

    size: float
    scale: float
    tracking: float


def fit_head(text: str, face: Face, *, room: float = TYPE_AREA, largest: float = HEAD_SIZES[0]) -> Head:
    """As wide as `room` pt: squeezed where it is long, spread where it is short (by half a character at most)."""
    width = Ruler(face).em(text)
    sizes = [size for size in HEAD_SIZES if size <= largest] or [largest]
    for size in sizes:
        if width * size * WELL_SQUEEZED <= room:
            gaps = max(1, len(text) - 1)
            spread = max(0.0, min((room - width * size) / gaps, size * WIDEST_TRACKING))
            return Head(size, min(1.0, room / (width * size)), spread)
    size = min(sizes[-1], room / (width * NARROWEST_HEAD))
    return Head(size, room / (width * size), 0.0)


def title_lines(parts: tuple[str, ...], size: float, face: Face) -> list[str]:
    """One line where the title fits, else a line a part; a part that is too long is broken evenly."""
    ruler, width = Ruler(face), TYPE_AREA / size
    if ruler.em("".join(parts)) <= width:
        return ["".join(parts)]
    return [line for part in parts for line in ruler.wrap(part, width)]
