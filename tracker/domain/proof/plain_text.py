"""A bulletin's text in plain characters without spaces, with the way back to where each stood.

Chinese here is data: what input methods type.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# One character for one, so that positions stay. Not parsing_width.fold, which reads one cell: in running text 。 ends a sentence.
# The full-width comma stays too: it parts clauses, while the narrow one may part thousands.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != ord("，")}
_OTHERS: dict[int, str] = {**dict.fromkeys(map(ord, "‐‑‒–−﹣"), "-"), ord("﹪"): "%", **dict.fromkeys(map(ord, "〜～"), "~")}
_PLAIN: dict[int, str | int] = {**_FULL_WIDTH, **_OTHERS}

_THIN_GROUPING = re.compile("(?<=[0-9])[\u2005\u2006\u2009\u202f\u00a0](?=[0-9]{3}(?![0-9]))")
_WIDE_GROUPING = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_BLANK = re.compile("[ \u3000\u00a0\u2000-\u200f\u202f\u2060\ufeff\u00ad]+")
_OF_A_NUMBER = frozenset("0123456789.")


@dataclass(frozen=True, slots=True)
class PlainText:
    """`text` is what patterns are held against; `original_span` tells where a part of it stands in what was given."""

    text: str
    _cuts: tuple[int, ...]
    _removed: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the plain text's [start, end) lies in the text that was given."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, position: int) -> int:
        passed = bisect_right(self._cuts, position)
        return position + (self._removed[passed - 1] if passed else 0)


def plain_text(given: str) -> PlainText:
    """The text with full-width characters narrowed and blanks taken out, save one between two numbers; in linear time."""
    narrowed = _THIN_GROUPING.sub(",", _WIDE_GROUPING.sub(",", given).translate(_PLAIN))
    parts: list[str] = []
    cuts: list[int] = []
    removed: list[int] = []
    taken = written = 0
    for blank in _BLANK.finditer(narrowed):
        start, end = blank.span()
        if _parts_numbers(narrowed, start, end):
            end -= 1  # one stays
        if end > start:
            parts.append(narrowed[taken:start])
            written += start - taken
            cuts.append(written)
            removed.append(end - written)
            taken = end
    parts.append(narrowed[taken:])
    return PlainText("".join(parts), tuple(cuts), tuple(removed))


def _parts_numbers(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1] in _OF_A_NUMBER and text[end] in _OF_A_NUMBER
