"""A sheet seen as a table: where its head ends, which columns name the rows, which ones hold figures, and what they say.

The table may have indicators down or across, units down or across, months across, both 当月 and 累计, a head of up to four
levels with merged cells, or one indicator or one unit alone that its title names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tracker.domain.measure import is_known
from tracker.exchange.submissions.captions import is_of_another_thing
from tracker.exchange.submissions.columns import Column, Headings, year_alone
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.sheet import Sheet
from tracker.exchange.submissions.words import bare, basis_of, is_caption, is_measure_heading, is_number, sender_in

_LONGEST_NAME = 40
_LEVELS = 4
_SENDER_LINE = 3

Filled = tuple[tuple[str, ...], ...]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The table within a sheet: its head's rows, the columns that name rows (the main one last), that of measures, the figures'.

    `filled` are the sheet's texts, a merged cell's in all the cells it covers; every row is as wide as the widest.
    """

    filled: Filled
    heading: range
    labels: tuple[int, ...]
    measures: int | None
    columns: tuple[Column, ...]
    year: int | None = None

    @property
    def body(self) -> range:
        """The rows under the head."""
        return range(self.heading.stop, len(self.filled))


def grid_of(sheet: Sheet, names: Names, year: int | None) -> Grid | None:
    """The sheet's table; None where nothing in it names an indicator or a unit of the book's.

    `year` is that of a heading that names a month without one.
    """
    return _Search(filled(sheet), names, year).grid()


def filled(sheet: Sheet) -> Filled:
    """The texts of the sheet, rows × its width, merged cells filled."""
    rows = [list(row) + [""] * (sheet.width - len(row)) for row in sheet.rows]
    left = len(rows) * max(sheet.width, 1)
    for top, first, bottom, last in sheet.merged:
        left -= (bottom - top + 1) * (last - first + 1)
        if left < 0 or top >= len(rows) or first >= sheet.width:
            continue
        for row in rows[top : bottom + 1]:
            row[first : last + 1] = [rows[top][first]] * len(row[first : last + 1])
    return tuple(map(tuple, rows))


class _Search:
    """Looks the table up: where names stand, and how they lie."""

    def __init__(self, texts: Filled, names: Names, year: int | None) -> None:
        self._texts, self._headings = texts, Headings(names, year)
        self._indicators = dict(self._named(names.indicator))
        self._units = dict(self._named(names.unit))
        self._leave_title_alone()

    def _named(self, meaning: Callable[[str], object]) -> Iterator[tuple[Place, object]]:
        """Where a text stands that has a meaning, but for the cells that merging has filled."""
        known: dict[str, object] = {}
        for row, texts in enumerate(self._texts):
            for column, text in enumerate(texts):
                if not text or len(text) > _LONGEST_NAME or is_number(text):
                    continue
                if text not in known:
                    known[text] = meaning(text)
                if known[text] is not None and (column == 0 or texts[column - 1] != text):
                    yield (row, column), known[text]

    def _leave_title_alone(self) -> None:
        """An indicator that stands alone over a table of units is that table's title."""
        if len(set(self._indicators.values())) == 1 and len(set(self._units.values())) > 1:
            beside = {row for row, texts in enumerate(self._texts) if len(set(texts) - {""}) > 1}
            self._indicators = {place: one for place, one in self._indicators.items() if place[0] in beside}

    def grid(self) -> Grid | None:
        down, beside = _most(self._indicators, axis=1)
        across, row = _most(self._indicators, axis=0)
        if down and (down > across or (down == across and self._figures_beside(beside))):
            return self._down(self._indicators, beside)
        if across:
            return self._across(row)
        down, beside = _most(self._units, axis=1)
        return self._down(self._units, beside) if down else None

    def _down(self, named: Mapping[Place, object], beside: int) -> Grid:
        """The table whose rows are named in column `beside`; rows of figures over the first known name are named otherwise."""
        stop = min(row for row, column in named if column == beside)
        while stop > 0 and self._has_number(stop - 1, after=beside):
            stop -= 1
        start = stop
        while start > 0 and stop - start < _LEVELS and self._is_head(start - 1):
            start -= 1
        return self._made(range(start, stop), beside)

    def _across(self, row: int) -> Grid:
        """The table whose indicators lie across, named in `row`: its head goes on while rows hold no figure and name no unit."""
        first = min(column for at, column in self._indicators if at == row)
        stop = row + 1
        while stop < len(self._texts) and self._is_head(stop) and not any(at == stop for at, _ in self._units):
            stop += 1
        start = row
        while start > 0 and stop - start < _LEVELS and self._is_head(start - 1):
            start -= 1
        units = {place: unit for place, unit in self._units.items() if place[0] >= stop and place[1] < first}
        return self._made(range(start, stop), _most(units, axis=1)[1] if units else first - 1)

    def _made(self, heading: range, beside: int) -> Grid:
        width = len(self._texts[0])
        levels = [tuple(dict.fromkeys(text for row in heading if (text := self._texts[row][at]))) for at in range(width)]
        right = range(beside + 1, width)
        measures = next(
            (at for at in right if any(map(is_measure_heading, levels[at])) or self._all(at, heading, is_known)), None
        )
        bases = [at for at in right if self._all(at, heading, _tells_which)]
        columns = (self._headings.column(at, levels[at]) for at in right if at not in {measures, *bases})
        return Grid(self._texts, heading, (*range(beside), *bases, beside), measures, tuple(columns), self._headings.year)

    def _all(self, column: int, heading: range, meaning: Callable[[str], object]) -> bool:
        """Whether every text under the column's head has that meaning: the column names the rows rather than holding figures."""
        texts = {text for row in self._texts[heading.stop :] if (text := row[column])}
        return bool(texts) and not any(map(is_number, texts)) and all(map(meaning, texts))

    def _is_head(self, row: int) -> bool:
        """Whether the row can be a part of the head: several texts, no figure, and not the line that says who sends it."""
        texts = {text for text in self._texts[row] if text}
        if len(texts) < 2 or any(map(is_number, texts)):
            return False
        return not any(is_caption(text) or self._tells_sender(row, text, len(texts)) for text in texts)

    def _tells_sender(self, row: int, text: str, texts: int) -> bool:
        """Whether the text begins a line that says who sends the sheet; 乡镇名称 over a column, beside other heads, does not."""
        sender = sender_in(text)
        if sender == "" and texts > _SENDER_LINE and bare(text) == bare(text).rstrip(":"):
            return any(at == row for at, _ in self._units)
        return sender is not None

    def _has_number(self, row: int, *, after: int) -> bool:
        return any(text and is_number(text) for text in self._texts[row][after + 1 :])

    def _figures_beside(self, column: int) -> bool:
        return any(self._has_number(row, after=at) for row, at in self._indicators if at == column)


def _tells_which(text: str) -> bool:
    """Whether a cell beside a row's name tells which of several figures the row is: 当月, 累计, 2026年, 去年同期."""
    return basis_of(text) is not None or year_alone(text) is not None or is_of_another_thing([text])


def _most(named: Mapping[Place, object], *, axis: int) -> tuple[int, int]:
    """The row (axis 0) or the column (axis 1) with the most different names: how many there are, and which one it is."""
    count = Counter(line for line, _ in {(place[axis], meaning) for place, meaning in named.items()})
    line = min(count, key=lambda one: (-count[one], one), default=0)
    return count[line], line
