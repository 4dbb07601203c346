"""The pages of the sheet: row heights, line breaks of long names, which rows stand where, room for title and notes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from tracker.reports.column_widths import Part
from tracker.reports.pagination import Room, paginate
from tracker.reports.paper_fit import Fit
from tracker.reports.ruler import Ruler
from tracker.reports.sheet import SheetRow
from tracker.reports.sheet_measures import NAME_PADDING, SheetMeasures

ROW_HEIGHTS = (22.0, 21.5, 21.0, 20.5, 20.0, 19.5, 19.0, 18.5, 18.0, 17.5, 17.0, 16.5)
"""Heights of a row of one line, in pt, from roomy to tight."""
WORTH = 20.0
"""A row lower by 1 pt is worth so many pt of paper that would stay empty on a page."""
AS_OF, CONTINUED = 24.0, 18.0
TITLE_LINE = 1.2
HEAD_LINE, HEAD_PADDING = 11.0, 4.0
SMALL_LINE, SMALL_NAME, SMALL_PADDING = 10.0, 8.0, 4.0
"""The pitch, the size and the space round names that take several lines."""
NOTE_SIZE, NOTE_PITCH, NOTES_GAP, SIGNATURES = 9.0, 14.5, 7.0, 44.0


class RowKind(Enum):
    """What a row is of; the template's greys go by the number."""

    UNIT = 0
    SUBTOTAL = 1
    TOTAL = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table, with its name broken into lines."""

    kind: RowKind
    row: SheetRow
    name: list[str]
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page. `first` of its part; `closing` has notes and signatures; `empty` is the height left over."""

    part: int
    lines: list[Line]
    first: bool
    closing: bool
    empty: float


@dataclass(frozen=True)
class PagePlan:
    """Plans the pages of a sheet that was fitted on its paper; `title_height` is what the first page's title takes, in pt."""

    measures: SheetMeasures
    fit: Fit
    title_height: float

    def pages(self) -> list[Page]:
        """The fewest pages; of the row heights that need no more, the one that leaves little paper empty and is yet roomy."""
        plans = [(height, self._pages_at(height)) for height in ROW_HEIGHTS]
        fewest = min(len(pages) for _, pages in plans)
        return min(((height, pages) for height, pages in plans if len(pages) == fewest), key=self._cost)[1]

    def head_heights(self, part: Part) -> tuple[float, float]:
        """The heights of the table head's two levels."""
        upper, lower = [1], [1]
        for at, width in zip(range(part.first, part.last), self.band_widths(part), strict=True):
            band = self.measures.sheet.bands[at]
            upper.append(len(self.measures.heading(band, width - 2 * self.fit.style.padding)))
            lower += [column.heading.count("\n") + 1 for column in band.columns if band.heading]
        return max(upper) * HEAD_LINE + HEAD_PADDING, max(lower) * HEAD_LINE + HEAD_PADDING

    def band_widths(self, part: Part) -> list[float]:
        """The width of each band of the part."""
        before = self.measures.leads - self.measures.spans[part.first][0]
        spans = self.measures.spans[part.first : part.last]
        return [sum(part.widths[before + start : before + end]) for start, end in spans]

    def _cost(self, plan: tuple[float, list[Page]]) -> float:
        """How much paper stays empty on an average page but the last, against how low the rows are."""
        height, pages = plan
        return sum(page.empty for page in pages[:-1]) / len(pages) - height * WORTH

    def _pages_at(self, row_height: float) -> list[Page]:
        return [page for number in range(len(self.fit.parts)) for page in self._part_pages(number, row_height)]

    def _part_pages(self, number: int, row_height: float) -> list[Page]:
        part, final = self.fit.parts[number], number == len(self.fit.parts) - 1
        blocks, total = self._lines(part, row_height)
        below = self.fit.text_height - sum(self.head_heights(part))
        room = Room(below - (CONTINUED if number else self.title_height), below)
        first, last = (total, []) if self.measures.sheet.total_first else ([], total)
        under_first = Room(room.first - _height(first), room.other)
        tail = _height(last) + (self._closing_height() if final else 0.0)
        counts = paginate([[line.height for line in block] for block in blocks], under_first, tail=tail)
        counts[0] += len(first)
        counts[-1] += len(last)
        rest = iter([*first, *(line for block in blocks for line in block), *last])
        pages = []
        for at, count in enumerate(counts):
            lines = [next(rest) for _ in range(count)]
            empty = (room.other if at else room.first) - _height(lines)
            pages.append(Page(number, lines, at == 0, final and at == len(counts) - 1, max(0.0, empty)))
        return pages

    def _lines(self, part: Part, row_height: float) -> tuple[list[list[Line]], list[Line]]:
        """The lines of every block, and that of the total."""
        sheet, leads = self.measures.sheet, self.measures.leads
        name, whole = part.widths[leads - 1] - 2 * NAME_PADDING, sum(part.widths[:leads]) - 2 * NAME_PADDING
        blocks = []
        for block in sheet.blocks:
            lines = [self._line(RowKind.UNIT, row, name, row_height) for row in block.rows]
            if block.subtotal is not None:
                lines.append(self._line(RowKind.SUBTOTAL, block.subtotal, whole, row_height))
            blocks.append(lines)
        total = [self._line(RowKind.TOTAL, sheet.total, whole, row_height)] if sheet.total is not None else []
        return blocks, total

    def _line(self, kind: RowKind, row: SheetRow, width: float, row_height: float) -> Line:
        ruler = self.measures.regular if kind is RowKind.UNIT else self.measures.bold
        if ruler.em(row.name) * self.fit.style.size <= width:
            return Line(kind, row, [row.name], row_height)
        name = ruler.wrap(row.name, min(width / SMALL_NAME, ruler.width_in_lines(row.name, 2)))
        return Line(kind, row, name, max(row_height, len(name) * SMALL_LINE + SMALL_PADDING))

    def _closing_height(self) -> float:
        """What notes and signatures need at most: punctuation may cost a line two characters."""
        sheet = self.measures.sheet
        width = self.fit.usable / NOTE_SIZE - len(sheet.notes_heading) - 4
        ruler = Ruler(self.measures.faces.serif)
        lines = sum(math.ceil(ruler.em(note) / width) for note in sheet.notes)
        return NOTES_GAP + lines * NOTE_PITCH + SIGNATURES


def _height(lines: Iterable[Line]) -> float:
    return sum(line.height for line in lines)
