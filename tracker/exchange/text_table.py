"""Tables for the terminal: columns aligned also where characters are wide, as Chinese ones are."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence

MISSING = "-"
"""What stands in the place of a figure that there is none of."""

Line = list[str]


def aligned(lines: Sequence[Line], *, texts: Collection[int], may_go: Collection[int]) -> Iterator[str]:
    """The lines, the first one the header, with their columns aligned: `texts` to the left, the others to the right.

    Of the columns that `may_go` those are left out in which nothing stands but the header.
    """
    shown = [
        column
        for column in range(len(lines[0]))
        if column not in may_go or any(line[column] not in ("", MISSING) for line in lines[1:])
    ]
    widths = {column: max(width(line[column]) for line in lines) for column in shown}
    for line in lines:
        cells = [_padded(line[column], widths[column], left=column in texts) for column in shown]
        yield "  ".join(cells).rstrip() + "\n"


def _padded(text: str, columns: int, *, left: bool) -> str:
    space = " " * (columns - width(text))
    return text + space if left else space + text


def width(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide character, none for a combining one."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1
