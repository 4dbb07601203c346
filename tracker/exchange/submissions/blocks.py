"""The tables that stand in one sheet below or beside one another, each as a sheet of its own whose cells keep their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.exchange.submissions.grid import Grid, grid_of
from tracker.exchange.submissions.month_words import month_in
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.sheet import Sheet
from tracker.exchange.submissions.words import (
    bare,
    basis_of,
    is_another_thing,
    is_caption,
    is_note,
    is_number,
    is_total,
    sender_in,
)

MOST = 30
"""Tables looked for in one sheet; what comes after them is told of."""
_TITLE_ROWS = 6
_HEADING = 10


@dataclass(frozen=True, slots=True)
class Block:
    """One table: its sheet, blank but for it, and the grid found there; `headless` where it begins without a head of its own."""

    sheet: Sheet
    grid: Grid | None
    headless: bool = False


def blocks_of(sheet: Sheet, names: Names, year: int | None) -> Iterator[Block]:
    """The tables from top to bottom; one beside another comes after it."""
    waiting = [sheet]
    for _ in range(MOST):
        if not waiting:
            return
        block = waiting.pop(0)
        grid = grid_of(block, names, year)
        search = None if grid is None else _Search(grid, names, year)
        parts = [] if search is None else _parts(block, search)
        if parts:
            waiting[:0] = parts
        elif search is not None and (start := search.without_head()) is not None:
            first = _rows(block, 0, start)
            yield Block(first, grid_of(first, names, year))
            yield Block(_rows(block, start, len(block.rows)), None, headless=True)
        else:
            yield Block(block, grid)
    yield from (Block(block, None) for block in waiting)


def _parts(block: Sheet, search: _Search) -> list[Sheet]:
    """The two sheets that the sheet falls into, each of which may fall apart further; none where there is one table alone."""
    start = search.after_another() or search.next_table()
    if start:
        return [_rows(block, 0, start), _rows(block, start, len(block.rows))]
    column = search.beside()
    return [_columns(block, 0, column), _columns(block, column, block.width)] if column else []


def has_figures(sheet: Sheet) -> bool:
    """Whether any number stands in it."""
    return any(is_number(text) for row in sheet.rows for text in row if text)


class _Search:
    """Looks round one table for others."""

    def __init__(self, grid: Grid, names: Names, year: int | None) -> None:
        self._grid, self._names, self._year, self._rows = grid, names, year, grid.filled
        self._label = grid.labels[-1]
        body = [grid.filled[row][self._label] for row in grid.body if len(set(grid.filled[row]) - {""}) > 1]
        self._indicators_down = any(map(self._is_indicator, body))
        self._units_down = any(map(self._is_unit, body))

    def after_another(self) -> int | None:
        """Where this table's part of the sheet begins, if rows of figures stand over its head."""
        if not any(self._is_data(row) for row in range(self._grid.heading.start)):
            return None
        return self._title_start(self._grid.heading.start) or None

    def next_table(self) -> int | None:
        """Where the next table's part of the sheet begins: its head, with the title right over it."""
        heads = ((row, self._title_start(row)) for row in self._grid.body if self._is_head(row))
        return next((start for row, start in heads if start < row or not self._is_repeated(row)), None)

    def _is_repeated(self, row: int) -> bool:
        """Whether the head is this table's own once more, as at the top of a printed page: the table goes on."""
        heading = self._grid.heading
        return len(heading) == 1 and self._rows[row] == self._rows[heading.start]

    def beside(self) -> int | None:
        """The column in which a table beside this one begins: it is headed as the one that names the rows, and names rows too."""
        grid = self._grid
        if not grid.heading:
            return None
        heading = [grid.filled[row][self._label] for row in grid.heading]
        for column in (one.at for one in grid.columns):
            texts = {text for row in grid.body if (text := self._rows[row][column])}
            same = any(heading) and [self._rows[row][column] for row in grid.heading] == heading
            if same and not any(map(is_number, texts)) and any(self._is_indicator(text) or self._is_unit(text) for text in texts):
                return column
        return None

    def without_head(self) -> int | None:
        """The row under a table's first figures that begins another unit's or another month's rows, with a title alone."""
        figures = False
        for row in self._grid.body:
            texts = {text for text in self._rows[row] if text}
            figures = figures or any(map(is_number, texts))
            if figures and len(texts) == 1 and self._begins_another(texts.pop()):
                return row
        return None

    def _begins_another(self, text: str) -> bool:
        if is_total(text) or (is_note(text) and sender_in(text) is None):
            return False
        if month_in(text, year=self._year) is not None:
            return True
        names_unit = self._names.unit_within(sender_in(text) or text) is not None
        return names_unit and self._indicators_down and not self._units_down

    def _is_head(self, row: int) -> bool:
        grid, texts = self._grid, self._rows[row]
        label = texts[self._label]
        if not label or len(set(texts) - {""}) < 2 or any(is_number(text) for text in texts if text):
            return False
        if self._is_indicator(label) or self._is_unit(label) or is_total(label) or is_note(label) or is_caption(label):
            return False
        if label in {grid.filled[above][self._label] for above in grid.heading}:
            return True
        return any(self._heads(text) for text in set(texts[self._label + 1 :]) - {""})

    def _heads(self, text: str) -> bool:
        short = len(bare(text)) <= _HEADING and (basis_of(text) is not None or is_another_thing(text))
        return short or self._is_indicator(text) or self._is_unit(text)

    def _title_start(self, head: int) -> int:
        """The first row of the titles over a head, down to which the table before reaches."""
        start = head
        for row in range(head - 1, max(head - _TITLE_ROWS, -1), -1):
            texts = set(self._rows[row]) - {""}
            if any(map(is_number, texts)) or any(map(is_total, texts)) or self._is_data(row) or self._closes(texts):
                break
            start = row if texts else start
        return start

    def _closes(self, texts: set[str]) -> bool:
        return any(is_note(text) and sender_in(text) is None and not is_caption(text) for text in texts)

    def _is_data(self, row: int) -> bool:
        texts = [text for text in self._rows[row] if text]
        named = any(self._is_indicator(text) or self._is_unit(text) for text in texts if not is_number(text))
        return named and (len(set(texts)) > 1 or row in self._grid.body) and any(map(is_number, texts))

    def _is_indicator(self, text: str) -> bool:
        return bool(text) and self._names.indicator(text) is not None

    def _is_unit(self, text: str) -> bool:
        return bool(text) and self._names.unit(text) is not None


def _rows(sheet: Sheet, start: int, stop: int) -> Sheet:
    """The sheet with those rows alone, where they are."""
    rows = tuple(row if start <= at else () for at, row in enumerate(sheet.rows[:stop]))
    return replace(sheet, rows=rows, merged=tuple(one for one in sheet.merged if start <= one[0] and one[2] < stop))


def _columns(sheet: Sheet, start: int, stop: int) -> Sheet:
    """The sheet with those columns alone, where they are; a title over both tables is both's."""
    kept = []
    for row in sheet.rows:
        alone = len({text for text in row if text}) == 1
        kept.append(row if alone else tuple(text if start <= at < stop else "" for at, text in enumerate(row[:stop])))
    return replace(sheet, rows=tuple(kept), merged=tuple(one for one in sheet.merged if start <= one[1] and one[3] < stop))
