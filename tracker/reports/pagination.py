"""Which rows stand on which page: groups stay whole, and the end of the table keeps rows above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

KEPT = 2
"""So many units of a group that is longer than a page stay together at its beginning and at its end."""


@dataclass(frozen=True, slots=True)
class Room:
    """How high the rows of a page may be, in pt: of the first page, which has the title, and of the others."""

    first: float
    other: float


def paginate(blocks: Sequence[Sequence[float]], room: Room, *, tail: float) -> list[int]:
    """How many rows stand on each page.

    `blocks` holds the heights of each group's rows, its subtotal last; `tail` is the height of what must follow the last row on
    its page (the county's total, notes, signatures). A group is parted only where it is higher than a page, and where the title
    would stand alone. A tail for which there is no room beside rows is not waited for: it runs on over the next pages.
    """
    pages = _Pages(room)
    for at, block in enumerate(blocks):
        after = tail if at == len(blocks) - 1 else 0.0
        if sum(block) + after <= pages.left:
            pages.put(block)
        elif sum(block) + after <= room.other and pages.filled:
            pages.turn()
            pages.put(block)
        else:
            for piece in _pieces(block, after, room):
                if sum(piece) > pages.left and pages.filled:
                    pages.turn()
                pages.put(piece)
    return pages.counts


def _pieces(block: Sequence[float], after: float, room: Room) -> list[list[float]]:
    """The block in what may not be parted: its first rows, single rows, its last rows with the subtotal and the tail."""
    ending = list(block[-KEPT - 1 :])
    beginning = list(block[: max(0, min(KEPT, len(block) - len(ending)))])
    middle = [[height] for height in block[len(beginning) : len(block) - len(ending)]]
    if sum(ending) + after <= room.other:
        ending[-1] += after
    return [piece for piece in (beginning, *middle, ending) if piece]


class _Pages:
    """The pages as they fill: rows counted on each, and what is left on the last."""

    def __init__(self, room: Room) -> None:
        self.counts = [0]
        self.left = room.first
        self._other = room.other

    @property
    def filled(self) -> bool:
        """Whether the last page has a row."""
        return self.counts[-1] > 0

    def turn(self) -> None:
        """Begin a page."""
        self.counts.append(0)
        self.left = self._other

    def put(self, heights: Sequence[float]) -> None:
        """Place rows on the last page."""
        self.counts[-1] += len(heights)
        self.left -= sum(heights)
