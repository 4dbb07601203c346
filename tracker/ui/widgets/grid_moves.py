"""Where a key leads in a grid: as in Excel, but that Enter keeps to the rows in which one types and Tab to such columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol


class At(NamedTuple):
    """A cell's place."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle of cells, all four ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def between(cls, one: At, other: At) -> Span:
        """The rectangle with these corners."""
        rows, columns = sorted((one.row, other.row)), sorted((one.column, other.column))
        return cls(rows[0], columns[0], rows[1], columns[1])

    @property
    def rows(self) -> range:
        return range(self.top, self.bottom + 1)

    @property
    def columns(self) -> range:
        return range(self.left, self.right + 1)

    @property
    def size(self) -> int:
        """How many cells there are in it."""
        return len(self.rows) * len(self.columns)

    def holds(self, at: At) -> bool:
        return self.top <= at.row <= self.bottom and self.left <= at.column <= self.right


class Shape(Protocol):
    """What the moves ask of a grid. The cells go from (0, first_column) to (last_row, last_column)."""

    first_column: int

    @property
    def last_row(self) -> int: ...

    @property
    def last_column(self) -> int: ...

    def is_typed_row(self, row: int) -> bool:
        """Whether one types in the row: it is no heading, nor computed throughout."""

    def is_typed_column(self, column: int) -> bool:
        """Whether one types in the column."""

    def is_filled(self, row: int, column: int) -> bool:
        """Whether the cell shows anything."""


def clamp(shape: Shape, at: At) -> At:
    """The nearest cell that exists."""
    row = max(0, min(at.row, shape.last_row))
    return At(row, max(shape.first_column, min(at.column, shape.last_column)))


def edge(shape: Shape, at: At, down: int, right: int) -> At:
    """Ctrl+arrow: the last filled cell of this run, or from its end the next filled one, or the grid's end."""

    def inside(cell: At) -> bool:
        return clamp(shape, cell) == cell

    def ahead(cell: At) -> At:
        return At(cell.row + down, cell.column + right)

    here, following = at, ahead(at)
    if not inside(following):
        return here
    if shape.is_filled(*here) and shape.is_filled(*following):
        while inside(following) and shape.is_filled(*following):
            here, following = following, ahead(following)
        return here
    while inside(following):
        here, following = following, ahead(following)
        if shape.is_filled(*here):
            return here
    return here


def enter(shape: Shape, at: At, *, back: bool = False) -> At:
    """Enter: the next typed row in the same column, the one before with Shift; the same cell where there is none."""
    step = -1 if back else 1
    row = at.row + step
    while 0 <= row <= shape.last_row:
        if shape.is_typed_row(row):
            return At(row, at.column)
        row += step
    return at


def tab(shape: Shape, at: At, *, back: bool = False) -> At:
    """Tab: the next column that is typed, after the last one the next row's first; the same cell where there is none."""
    typed = [column for column in range(shape.first_column, shape.last_column + 1) if shape.is_typed_column(column)]
    beyond = [column for column in typed if (column < at.column if back else column > at.column)]
    if beyond:
        return At(at.row, beyond[-1] if back else beyond[0])
    following = enter(shape, at, back=back)
    if not typed or following == at:
        return at
    return At(following.row, typed[-1] if back else typed[0])


def within(shape: Shape, span: Span, at: At, *, across: bool, back: bool) -> At:
    """Enter (down) and Tab (`across`) inside a selection: round and round through what can be typed, or through all of it."""
    rows = [row for row in span.rows if shape.is_typed_row(row)] or list(span.rows)
    columns = [column for column in span.columns if shape.is_typed_column(column)] or list(span.columns)
    if across:
        cells = [At(row, column) for row in rows for column in columns]
    else:
        cells = [At(row, column) for column in columns for row in rows]
    if at in cells:
        return cells[(cells.index(at) + (-1 if back else 1)) % len(cells)]
    return cells[-1 if back else 0]
