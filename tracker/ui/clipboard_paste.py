"""Where a block lands when it is pasted: over which cells of the grid, what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.ui.clipboard import Block, Origin
from tracker.ui.widgets.grid_moves import At, Shape, Span


@dataclass(frozen=True, slots=True)
class Places:
    """The rows and columns that a block goes to, one for each of its own, again and again if it is repeated.

    `rows_cut` and `columns_cut` are those of the block for which the grid has no room.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    rows_cut: int = 0
    columns_cut: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be put where, how many cells with something in them would land in computed ones, and the whole range."""

    cells: tuple[tuple[At, str], ...]
    skipped: int
    span: Span


def own_lines(block: Block, origin: Origin) -> tuple[Block, bool]:
    """A block of our own grid without its subtotals, and if it has typed columns without the computed ones; whether it has."""
    typed = any(origin.typed)
    rows = [row for row, unit in zip(block, origin.units, strict=False) if unit] or block
    return [[text for text, keep in zip(row, origin.typed, strict=False) if keep or not typed] for row in rows], typed


def places(shape: Shape, span: Span, size: tuple[int, int], *, units_only: bool, typed_only: bool) -> Places:
    """Where a block of `size` (rows, columns) goes that is pasted over the selection `span`.

    A selection that is a multiple of the block is filled with it; else the block begins at its first cell and keeps its size.
    """
    rows = [row for row in range(span.top, shape.last_row + 1) if not units_only or shape.is_typed_row(row)]
    columns = [
        column
        for column in range(span.left, shape.last_column + 1)
        if not typed_only or column < shape.first_column or shape.is_typed_column(column)
    ]
    wanted_rows = _repeated(size[0], sum(row <= span.bottom for row in rows))
    wanted_columns = _repeated(size[1], sum(column <= span.right for column in columns))
    return Places(
        rows=tuple(rows[:wanted_rows]),
        columns=tuple(columns[:wanted_columns]),
        rows_cut=max(0, wanted_rows - len(rows)),
        columns_cut=max(0, wanted_columns - len(columns)),
    )


def _repeated(size: int, selected: int) -> int:
    """How many lines a block of `size` lines takes where `selected` are."""
    return selected if selected > size and selected % size == 0 else size


def crosses_computed(shape: Shape, found: Places) -> bool:
    """Whether some of the places are computed and others not, so that it is open what the block's lines are meant for."""
    rows = {shape.is_typed_row(row) for row in found.rows}
    columns = {shape.is_typed_column(column) for column in found.columns if column >= shape.first_column}
    return len(rows) > 1 or len(columns) > 1


def plan(shape: Shape, block: Block, found: Places) -> Plan:
    """The cells to write. What would go into computed cells is counted as skipped."""
    cells: list[tuple[At, str]] = []
    skipped = 0
    for at_row, row in enumerate(found.rows):
        for at_column, column in enumerate(found.columns):
            text = block[at_row % len(block)][at_column % len(block[0])]
            if column >= shape.first_column and shape.is_typed_column(column) and shape.is_typed_row(row):
                cells.append((At(row, column), text))
            else:
                skipped += bool(text.strip()) and column >= shape.first_column
    span = Span(found.rows[0], found.columns[0], found.rows[-1], found.columns[-1])
    return Plan(tuple(cells), skipped, span)


def beyond(source: Span, target: Span) -> Span:
    """The part of `target` that a fill from `source`, a strip at one of its edges, is to fill."""
    if target.bottom > source.bottom:
        return Span(source.bottom + 1, target.left, target.bottom, target.right)
    if target.top < source.top:
        return Span(target.top, target.left, source.top - 1, target.right)
    if target.right > source.right:
        return Span(target.top, source.right + 1, target.bottom, target.right)
    return Span(target.top, target.left, target.bottom, source.left - 1)
