"""Asking for the menu of a cell: by the right button, the menu key or Shift+F10, on the grid and on its names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.grid_moves import At, Span


class GridMenu(QObject):
    """Watches a grid; what the menu holds is its owner's affair."""

    asked = Signal(QPoint)
    """Where on the screen the menu is to open."""

    def __init__(self, grid: FigureGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        for watched in (grid, grid.viewport(), grid.names.viewport()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            if event.reason() is QContextMenuEvent.Reason.Mouse:
                self._open_at(watched, event)
            else:
                self._open_at_current()
            return True
        if watched is self._grid and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            if event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted):
                self._open_at_current()
                return True
        return False

    def _open_at(self, watched: QObject, event: QContextMenuEvent) -> None:
        """Where the pointer is; over a name its row becomes the selection, unless it is part of it."""
        row = self._grid.names.rowAt(event.pos().y())
        selection = self._grid.selection
        if watched is self._grid.names.viewport() and row >= 0:
            whole_rows = [span for span in selection.spans if span.left == 0]
            if not any(span.top <= row <= span.bottom for span in whole_rows):
                shape = self._grid.shape_of
                selection.select(Span(row, 0, row, shape.last_column), at=At(row, shape.first_column))
            self._grid.setFocus()
        if selection.at.row >= 0:
            self.asked.emit(event.globalPos())

    def _open_at_current(self) -> None:
        """Under the current cell."""
        at = self._grid.selection.at
        if at.row >= 0:
            rect = self._grid.span_rect(Span(at.row, at.column, at.row, at.column))
            inside = rect.intersected(self._grid.viewport().rect())
            self.asked.emit(self._grid.viewport().mapToGlobal(inside.bottomLeft() if not inside.isEmpty() else QPoint(0, 0)))
