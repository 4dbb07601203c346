"""Figures read as a person reads them: lines, texts and where they are, from the artists."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from tests.reports.conftest import Sample
from tracker.domain.unit import Unit

pytest.importorskip("matplotlib")
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from tracker.reports.charts.many_texts import SHARES, ManyTexts


def line(axes: Axes, name: str) -> list[tuple[float, float | None]]:
    """The points of the line of that name; None where it has a gap."""
    (found,) = [one for one in axes.lines if one.get_label() == name]
    return [(float(x), None if math.isnan(y) else float(y)) for x, y in zip(found.get_xdata(), found.get_ydata(), strict=True)]


def paths(axes: Axes, name: str) -> list[list[tuple[float, float | None]]]:
    """The points of every line of the collection of that name; None where one has a gap."""
    (found,) = [one for one in axes.collections if one.get_label() == name]
    return [[(float(x), None if math.isnan(y) else float(y)) for x, y in path.vertices] for path in found.get_paths()]


def has_line(axes: Axes, name: str) -> bool:
    return any(one.get_label() == name for one in axes.lines)


def floats(values: Sequence[object]) -> list[float | None]:
    """Exact numbers as a figure holds them."""
    return [None if value is None else pytest.approx(float(value), abs=1e-12) for value in values]  # type: ignore[arg-type]


def texts(figure: Figure) -> list[str]:
    """Every text of the figure, its title and what is under it first, then axes by axes as they were written."""
    found = [text.get_text() for text in figure.texts]
    for axes in figure.axes:
        found += [text.get_text() for text in axes.texts]
        found += [short.text for many in many_in(axes) for short in many.shorts]
    return found


def many_in(axes: Axes) -> list[ManyTexts]:
    return [artist for artist in axes.get_children() if isinstance(artist, ManyTexts)]


def bars(axes: Axes, name: str) -> list[float]:
    """How long the bars of that name are, from above."""
    return [end - begin for (begin, _), (end, _), *_ in paths(axes, name)]


def overlaps(figure: Figure) -> list[tuple[str, str]]:
    """The pairs of texts that lie over one another, a pixel's touch aside, or over the edge of the figure (with "edge")."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = []
    for text in (*figure.texts, *(text for axes in figure.axes for text in axes.texts)):
        box = Text.get_window_extent(text, renderer)  # without the ground behind it
        boxes.append((text.get_text(), box.x0 + 1, box.y0 + 3, box.x1 - 1, box.y1 - 3))
    for many in (many for axes in figure.axes for many in many_in(axes)):
        for short in many.shorts:
            x, y = many.get_transform().transform((short.x, short.y))
            width = many.width(short.text)
            left = x - width * SHARES[many.style.align]
            boxes.append((short.text, left + 1, y - many.style.size / 2 + 1, left + width - 1, y + many.style.size / 2 - 1))
    width, height = figure.bbox.width, figure.bbox.height
    found = [(name, "edge") for name, x0, y0, x1, y1 in boxes if x0 < 0 or y0 < 0 or x1 > width or y1 > height]
    for at, (name, x0, y0, x1, y1) in enumerate(boxes):
        for other, u0, v0, u1, v1 in boxes[at + 1 :]:
            if name and other and x0 < u1 and u0 < x1 and y0 < v1 and v0 < y1:
                found.append((name, other))
    return found


def unit_named(sample: Sample, name: str) -> Unit:
    return next(unit for unit in sample.live.units if unit.name == name)
