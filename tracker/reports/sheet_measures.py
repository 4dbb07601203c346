"""A sheet's texts measured: how wide each column must at least be in a given style of type.

Chinese here is data: the bracket of a unit of measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tracker.reports.faces import Faces
from tracker.reports.ruler import Ruler
from tracker.reports.sheet import Band, RankingSheet

HEAD_SIZE = 8.5
PLACE_SIZE = 10.0
NAME_PADDING = 4.5
WHOLE_NAME = 7
"""A name of so many characters is never broken; a longer one may be, into two lines."""
LONGEST_NAME_LINE = 12
HEADING_LINES, MOST_HEADING_LINES, HEADING_LINE = 2, 5, 6
"""A heading takes two lines; over a single column as many as hold so many characters each, up to five."""
UNIT_BRACKET = "（"
PARTED_WORTH = 1.3
"""A heading may be so many times as wide as it must be, if its name then stays whole and its unit goes on the second line."""
PLACE_PADDING = 1.5
"""What places and moves have more than figures on either side."""


@dataclass(frozen=True, slots=True)
class Style:
    """The body's size and the least space on either side of a figure, in pt."""

    size: float
    padding: float


@dataclass(frozen=True)
class SheetMeasures:
    """Widths of the sheet's texts; columns and bands are counted as the sheet does."""

    sheet: RankingSheet
    faces: Faces

    @cached_property
    def regular(self) -> Ruler:
        """Measures figures and names."""
        return Ruler(self.faces.text)

    @cached_property
    def bold(self) -> Ruler:
        """Measures totals, headings, places."""
        return Ruler(self.faces.text_bold)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Each band's columns, first to last (excluded)."""
        ends = [0]
        for band in self.sheet.bands:
            ends.append(ends[-1] + len(band.columns))
        return list(pairwise(ends))

    @property
    def leads(self) -> int:
        """How many columns stand before the figures: place, move (if there is one), name."""
        return 3 if self.sheet.heads.change else 2

    def leading(self, style: Style) -> list[float]:
        """The least widths, in pt, of the columns before the figures."""
        heads = self.sheet.heads
        place = max(self.bold.widest([heads.position]) * HEAD_SIZE, self._places * PLACE_SIZE) + 2 * (
            style.padding + PLACE_PADDING
        )
        moved = max(self.bold.widest([heads.change]) * HEAD_SIZE, self._moves * style.size) + 2 * (style.padding + PLACE_PADDING)
        name = max(self.bold.widest([heads.name]) * HEAD_SIZE, self._narrowest_name * style.size) + 2 * NAME_PADDING
        return [place, moved, name] if heads.change else [place, name]

    def figures(self, band: int, style: Style) -> list[float]:
        """The least widths, in pt, of the band's columns, which are wide enough for the band's heading, too."""
        columns = range(*self.spans[band])
        widths = [max(self.text(at, style), self._headings[at]) + 2 * style.padding for at in columns]
        heading = self._narrowest_heading(self.sheet.bands[band]) * HEAD_SIZE + 2 * style.padding
        short = max(0.0, heading - sum(widths))
        return [width + short / len(widths) for width in widths]

    def text(self, column: int, style: Style) -> float:
        """The widest figure of a column, in pt."""
        return self._figures[column] * style.size

    def name(self, style: Style) -> float:
        """The longest name on one line, with its padding, in pt."""
        return self.regular.widest(self._names) * style.size + 2 * NAME_PADDING

    def heading(self, band: Band, width: float) -> list[str]:
        """The band's heading in lines of at most `width` pt; its unit of measure goes on the second line where that does it."""
        if not band.heading:
            return []
        lines, em = self._before_unit(band.heading), width / HEAD_SIZE
        if self.bold.em(band.heading) > em and max(map(self.bold.em, lines)) <= em:
            return lines
        return self.bold.wrap(band.heading, em)

    def _narrowest_heading(self, band: Band) -> float:
        """The width, in em, at which the heading takes two lines; a long one over a single column takes more."""
        heading = band.heading
        if len(band.columns) == 1:
            lines = min(MOST_HEADING_LINES, max(HEADING_LINES, round(self.bold.em(heading) / HEADING_LINE)))
            return self.bold.width_in_lines(heading, lines)
        halved, parted = self.bold.width_in_lines(heading, HEADING_LINES), max(map(self.bold.em, self._before_unit(heading)))
        return parted if parted <= halved * PARTED_WORTH else halved

    @staticmethod
    def _before_unit(heading: str) -> list[str]:
        """The heading parted before the bracket of its unit of measure, if there is one."""
        name, bracket, unit = heading.rpartition(UNIT_BRACKET)
        return [name, bracket + unit] if name else [heading]

    @cached_property
    def _figures(self) -> list[float]:
        """The widest figure of each column, in em."""
        units = [row.cells for block in self.sheet.blocks for row in block.rows]
        sums = [row.cells for row in self.sheet.sums()]
        widths = []
        for at, column in enumerate(self.sheet.columns):
            ruler = self.bold if column.bold else self.regular
            widths.append(max(ruler.widest(cells[at] for cells in units), self.bold.widest(cells[at] for cells in sums)))
        return widths

    @cached_property
    def _headings(self) -> list[float]:
        """The heading of each column, in pt."""
        return [self.bold.widest([column.heading]) * HEAD_SIZE for column in self.sheet.columns]

    @cached_property
    def _names(self) -> list[str]:
        return [row.name for block in self.sheet.blocks for row in block.rows]

    @cached_property
    def _places(self) -> float:
        return self.bold.widest(row.position for block in self.sheet.blocks for row in block.rows)

    @cached_property
    def _moves(self) -> float:
        return self.regular.widest(row.change for block in self.sheet.blocks for row in block.rows)

    @cached_property
    def _narrowest_name(self) -> float:
        """The width, in em, at which short names stay whole and long ones take two lines."""
        return min(max(map(self._narrowest, set(self._names)), default=0.0), LONGEST_NAME_LINE)

    def _narrowest(self, name: str) -> float:
        whole = self.regular.em(name)
        return whole if whole <= WHOLE_NAME else max(self.regular.width_in_lines(name, 2), WHOLE_NAME)
