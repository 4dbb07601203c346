"""Selecting with the mouse: press, drag, Shift and Ctrl; beyond the edge the grid scrolls along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from tracker.ui.models.cells import NameCell
from tracker.ui.widgets.grid_moves import At, Span

if TYPE_CHECKING:
    from tracker.ui.widgets.figure_grid import FigureGrid

SCROLL_EVERY = 50
"""Milliseconds between two steps while the pointer is held beyond the edge."""


class DragSelect:
    """One drag at a time, in the cells, over the names or over the header."""

    def __init__(self, grid: FigureGrid) -> None:
        self._grid = grid
        self._pointer: QPointF | None = None
        self._row = self._column = -1
        self._timer = QTimer(grid, interval=SCROLL_EVERY)
        self._timer.timeout.connect(self._follow)
        grid.names.pressed_row.connect(self._press_row)
        grid.names.dragged_to_row.connect(self._drag_rows)
        grid.header.hands.pressed_at.connect(self._press_column)
        grid.header.hands.dragged_to.connect(self._drag_columns)
        grid.names.header.hands.pressed_at.connect(self._press_corner)

    def press(self, event: QMouseEvent) -> None:
        """Begin at the cell under the pointer."""
        index = self._grid.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        at, selection = At(index.row(), index.column()), self._grid.selection
        if event.button() is not Qt.MouseButton.LeftButton:
            if not any(span.holds(at) for span in selection.spans):
                selection.go(at)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and selection.at.row >= 0:
            selection.extend(at)
        else:
            selection.go(at, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        self._pointer = event.position()

    def move(self, event: QMouseEvent) -> bool:
        """Select as far as the pointer; False while no button is held."""
        if self._pointer is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        self._pointer = event.position()
        self._follow()
        if self._grid.viewport().rect().contains(event.position().toPoint()):
            self._timer.stop()
        else:
            self._timer.start()
        return True

    def release(self) -> None:
        self._pointer = None
        self._timer.stop()

    def _follow(self) -> None:
        if self._pointer is None:
            return
        bar = self._grid.verticalScrollBar()
        step = self._grid.verticalHeader().defaultSectionSize()
        if self._pointer.y() < 0:
            bar.setValue(bar.value() - step)
        elif self._pointer.y() > self._grid.viewport().height():
            bar.setValue(bar.value() + step)
        index = self._grid.cell_at(self._pointer.x(), self._pointer.y())
        reach = At(index.row(), index.column())
        if index.isValid() and reach != self._grid.selection.reach:
            self._grid.selection.extend(reach)

    def _press_row(self, row: int, held: Qt.KeyboardModifier) -> None:
        self._grid.setFocus()
        name = self._grid.source.any_cell(row, 0)
        if isinstance(name, NameCell) and name.folded is not None:
            self._grid.fold_asked.emit(row, None)
            return
        if not held & Qt.KeyboardModifier.ShiftModifier or self._grid.selection.at.row < 0:
            self._row = row
        else:
            self._row = self._grid.selection.at.row
        self._select_rows(self._row, row, add=bool(held & Qt.KeyboardModifier.ControlModifier))

    def _drag_rows(self, row: int) -> None:
        if self._row >= 0:
            self._select_rows(self._row, row)

    def _select_rows(self, start: int, end: int, *, add: bool = False) -> None:
        shape = self._grid.shape_of
        span = Span(min(start, end), 0, max(start, end), shape.last_column)
        self._grid.selection.select(span, at=At(start, shape.first_column), add=add)

    def _press_column(self, column: int, upper: bool, held: Qt.KeyboardModifier) -> None:
        self._grid.setFocus()
        block = self._grid.block_of(column) if upper else range(column, column + 1)
        if not held & Qt.KeyboardModifier.ShiftModifier or self._grid.selection.at.row < 0:
            self._column = block[0]
        else:
            self._column = self._grid.selection.at.column
        self._select_columns(self._column, block[-1], add=bool(held & Qt.KeyboardModifier.ControlModifier))

    def _drag_columns(self, column: int) -> None:
        if self._column >= 0:
            self._select_columns(self._column, column)

    def _select_columns(self, start: int, end: int, *, add: bool = False) -> None:
        shape = self._grid.shape_of
        if shape.last_row < 0:
            return
        row = next((row for row in range(shape.last_row + 1) if shape.is_typed_row(row)), 0)
        span = Span(0, min(start, end), shape.last_row, max(start, end))
        self._grid.selection.select(span, at=At(row, start), add=add)

    def _press_corner(self) -> None:
        shape = self._grid.shape_of
        if shape.last_row >= 0:
            self._grid.setFocus()
            self._grid.selection.select(Span(0, 0, shape.last_row, shape.last_column), at=At(0, shape.first_column))
