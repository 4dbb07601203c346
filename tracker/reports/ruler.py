"""How wide a text is in a face, and where it is broken: whole ideographs, whole Latin words, no bracket left alone at an edge.

Chinese here is data: punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.reports.font_file import Face

NOT_FIRST = frozenset("，。、；：！？）》」』】〕”’…—·,.;:!?)]}%°")
NOT_LAST = frozenset("（《「『【〔“‘([{")
_PIECES = re.compile(r"[A-Za-z0-9+\-./_@#&]+|\s+|.", re.DOTALL)


class _Advances(dict[str, float]):
    """Each character's width in em, read from the face once."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, character: str) -> float:
        self[character] = width = self._face.advance(character)
        return width


class Ruler:
    """Measures texts in one face; widths are in em unless a size is given."""

    def __init__(self, face: Face) -> None:
        self._advances = _Advances(face)

    def em(self, text: str) -> float:
        """The width of one line."""
        return sum(map(self._advances.__getitem__, text))

    def widest(self, texts: Iterable[str]) -> float:
        """The width of the widest line of all texts, 0 where there are none."""
        return max((self.em(line) for text in set(texts) for line in text.split("\n")), default=0.0)

    def wrap(self, text: str, width: float) -> list[str]:
        """The text in as few lines of at most `width` em as it takes, all about as long; a newline in it always breaks."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            pieces = self._pieces(paragraph, width)
            filled = self._fill(pieces, width)
            lines += self._evened(pieces, filled, width) if len(filled) > 1 else filled
        return lines

    def width_in_lines(self, text: str, lines: int) -> float:
        """The least width, in em, at which the text takes no more than so many lines."""
        width = self.em(text) / lines
        while len(self.wrap(text, width)) > lines:
            width += 0.25
        return width

    def _evened(self, pieces: list[str], filled: list[str], width: float) -> list[str]:
        """As many lines as `filled`, but with the last one not shorter than it must be."""
        narrow = sum(map(self.em, pieces)) / len(filled)
        while narrow < width:
            lines = self._fill(pieces, narrow)
            if len(lines) == len(filled) and max(map(self.em, lines)) <= width:
                return lines
            narrow += 0.25
        return filled

    def _fill(self, pieces: list[str], width: float) -> list[str]:
        lines = [""]
        for piece in pieces:
            if lines[-1] and self.em(lines[-1] + piece.rstrip()) > width:
                lines.append("")
            lines[-1] += piece if lines[-1] else piece.lstrip()
        return [line.rstrip() for line in lines]

    def _pieces(self, text: str, width: float) -> list[str]:
        """What may not be broken: words and ideographs with the marks that cling to them; longer ones than a line are cut up."""
        pieces: list[str] = []
        for piece in _PIECES.findall(text):
            clings = pieces and (piece[0] in NOT_FIRST or pieces[-1][-1] in NOT_LAST)
            if clings and self.em(pieces[-1] + piece) <= width:
                pieces[-1] += piece
            elif self.em(piece) > width:
                pieces += piece
            else:
                pieces.append(piece)
        return pieces
