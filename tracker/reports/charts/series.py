"""How several lines or parts are told apart: by dash and marker as well as by colour, in this order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Series:
    """A line's dashes (none: solid), its marker, and whether the marker is filled with the line's own colour."""

    dashes: tuple[float, ...]
    marker: str
    is_filled: bool = True


SERIES = (
    Series((), "o"),
    Series((5, 2.2), "s"),
    Series((1, 1.6), "D", is_filled=False),
    Series((5, 1.6, 1, 1.6), "^"),
    Series((), "x"),
)
