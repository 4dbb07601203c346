"""The card's paper, the sizes of its type, and how wide its texts are in its faces; lengths in pt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.reports.faces import Faces
from tracker.reports.ruler import Ruler
from tracker.reports.unit_card.content import Name

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
SIDES, TOP, BOTTOM = 18 * MM, 16 * MM, 16 * MM
USABLE, TEXT_HEIGHT = WIDTH - 2 * SIDES, HEIGHT - TOP - BOTTOM
HEAD_SIZE = 8.5
PADDING = 3.0
UNIT_SIZE = 0.8
"""The unit of measure behind a name is set in so much of its size."""


@dataclass(frozen=True)
class CardMeasures:
    """Widths of texts; rulers of the faces that the card is set in."""

    regular: Ruler
    bold: Ruler
    serif: Ruler
    serif_bold: Ruler

    @classmethod
    def of(cls, faces: Faces) -> CardMeasures:
        """The rulers of these faces."""
        return cls(Ruler(faces.text), Ruler(faces.text_bold), Ruler(faces.serif), Ruler(faces.serif_bold))

    def name(self, name: Name, size: float) -> float:
        """An indicator's name with its unit of measure on one line, with the cell's padding."""
        return (self.regular.em(name.name) + self._behind(name)) * size + 2 * PADDING

    def broken(self, name: Name, size: float, width: float) -> list[str]:
        """The name in the lines that a column needs; the unit of measure follows the last one."""
        return self.regular.wrap(name.name, max(4.0, (width - 2 * PADDING) / size - self._behind(name)))

    def column(self, head: str, texts: Iterable[str], size: float, *, bold: bool = False) -> float:
        """The least width of a column of figures."""
        ruler = self.bold if bold else self.regular
        return max(self.bold.widest([head]) * HEAD_SIZE, ruler.widest(texts) * size) + 2 * PADDING

    def _behind(self, name: Name) -> float:
        """The unit of measure behind a name, in em of the name."""
        return self.regular.em(name.unit) * UNIT_SIZE + 0.4
