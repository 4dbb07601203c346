"""Where a place in a text is in Qt's document: Python counts characters, Qt UTF-16 units, of which a rare character has two."""

from __future__ import annotations

from bisect import bisect_right


class Places:
    """The places of a text whose lines end alike, as those of a document do."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def block(self, place: int) -> tuple[int, int]:
        """The number of the block in which the place is, and how many units are before it there."""
        number = bisect_right(self._starts, place) - 1
        return number, _units(self._lines[number][: place - self._starts[number]])

    def place(self, block: int, units: int) -> int:
        """The other way round."""
        if block >= len(self._lines):
            return self._starts[-1] + len(self._lines[-1])
        line = self._lines[block]
        characters = line.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
        return self._starts[block] + len(characters)

    def parts(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """A span as (block, units before it, units), one for each block that it is in."""
        first, _ = self.block(start)
        found = []
        for number in range(first, len(self._lines)):
            begin = self._starts[number]
            if begin >= end and number > first:
                break
            line = self._lines[number]
            before, within = line[: max(0, start - begin)], line[max(0, start - begin) : end - begin]
            if within:
                found.append((number, _units(before), _units(within)))
        return found


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
