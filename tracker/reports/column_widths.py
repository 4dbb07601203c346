"""How wide the sheet's columns get, and into how many parts its indicators go where the paper is too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.reports.sheet_measures import SheetMeasures, Style

ROOMIEST_FIGURES = 100.0
ROOMIEST_NAMES = 165.0
ROOMIEST_PLACES = 54.0
"""A column is not widened past these, in pt: figures too far apart are hard to follow along a row."""
DUST = 1e-6


@dataclass(frozen=True, slots=True)
class Part:
    """The bands `first` to `last` (excluded), and the widths of all columns in pt, those before the figures first."""

    first: int
    last: int
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """The table's width."""
        return sum(self.widths)


def parts_of(measures: SheetMeasures, style: Style, width: float) -> list[Part]:
    """The bands in as few parts as `width` pt allows, about equally wide; a band that is wider than that is a part of its own."""
    room = width - sum(measures.leading(style))
    bands = [sum(measures.figures(band, style)) for band in range(len(measures.sheet.bands))]
    cuts = _cuts(bands, room)
    even = sum(bands) / len(cuts)
    while len(cuts) > 1 and even < room:
        if len(_cuts(bands, even)) == len(cuts):
            cuts = _cuts(bands, even)
            break
        even += 1.0
    return [_part(measures, style, width, cut) for cut in cuts]


def _cuts(bands: Sequence[float], room: float) -> list[tuple[int, int]]:
    """First to last (excluded) band of each part, the parts filled up one after the other."""
    starts, used = [0], 0.0
    for at, band in enumerate(bands):
        if used and used + band > room + DUST:
            starts.append(at)
            used = 0.0
        used += band
    return list(pairwise([*starts, len(bands)]))


def _part(measures: SheetMeasures, style: Style, width: float, cut: tuple[int, int]) -> Part:
    """The part, with what is left of the paper's width given to its columns: to long names first."""
    least = measures.leading(style)
    name = len(least) - 1
    least += [column for band in range(*cut) for column in measures.figures(band, style)]
    spare = max(0.0, width - sum(least))
    wish = min(measures.name(style), ROOMIEST_NAMES) - least[name]
    least[name] += min(spare, max(0.0, wish))
    most = [ROOMIEST_PLACES] * name + [ROOMIEST_NAMES] + [ROOMIEST_FIGURES] * (len(least) - name - 1)
    return Part(*cut, tuple(_spread(least, most, width)))


def _spread(least: list[float], most: list[float], width: float) -> list[float]:
    """Widen every column by the same, none past its `most`, until `width` is filled."""
    widths = list(least)
    growing = [at for at in range(len(widths)) if widths[at] < most[at]]
    while growing and width - sum(widths) > DUST:
        step = min((width - sum(widths)) / len(growing), *(most[at] - widths[at] for at in growing))
        for at in growing:
            widths[at] += step
        growing = [at for at in growing if most[at] - widths[at] > DUST]
    return widths
