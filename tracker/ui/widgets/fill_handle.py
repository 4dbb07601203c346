"""The small square at a selection's corner: dragged down or to the right it fills the cells it passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from tracker.ui.theme import colors, dp
from tracker.ui.widgets.grid_moves import At, Span

if TYPE_CHECKING:
    from tracker.ui.widgets.figure_grid import FigureGrid

SIDE, GRASP = 7, 11
"""The square's side, and of the area in which it can be taken."""


class FillHandle:
    """Filling goes in one direction, the one in which the pointer has gone further."""

    def __init__(self, grid: FigureGrid) -> None:
        self._grid = grid
        self._source: Span | None = None
        self._target: Span | None = None

    def press(self, event: QMouseEvent) -> bool:
        """Take the handle if it is there."""
        area = self._square(GRASP)
        if area is None or event.button() is not Qt.MouseButton.LeftButton or not area.contains(event.position().toPoint()):
            return False
        self._source = self._target = self._grid.selection.span
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Show how far the fill would go, or under an idle pointer that there is a handle."""
        if self._source is None:
            area = self._square(GRASP)
            over = area is not None and area.contains(event.position().toPoint())
            shape = Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor
            if self._grid.viewport().cursor().shape() is not shape:
                self._grid.viewport().setCursor(shape)
            return False
        index = self._grid.cell_at(event.position().x(), event.position().y())
        if index.isValid():
            self._target = _stretched(self._source, At(index.row(), index.column()))
            self._grid.scrollTo(index)
            self._grid.viewport().update()
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Fill as far as shown."""
        source, target = self._source, self._target
        if source is None or target is None:
            return False
        self._source = self._target = None
        self._grid.viewport().update()
        if target != source:
            self._grid.selection.select(target, at=self._grid.selection.at)
            self._grid.fill_asked.emit(source, target)
        return True

    def paint(self, painter: QPainter, color: QColor) -> None:
        """The square, and while it is dragged a dashed frame round what would be filled."""
        if self._target is not None and self._target != self._source:
            painter.setPen(QPen(color, dp(2), Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self._grid.span_rect(self._target)).adjusted(1, 1, -1, -1))
        square = self._square(SIDE)
        if square is not None:
            painter.fillRect(square.adjusted(-1, -1, 1, 1), colors().base)
            painter.fillRect(square, color)

    def _square(self, side: int) -> QRect | None:
        """Round the lower right corner of the one selected range, kept inside the cells' area."""
        span = self._grid.selection.span
        if span is None or self._grid.editing.editor is not None:
            return None
        rect, area = self._grid.span_rect(span), self._grid.rows_area()
        wide = dp(side)
        x = min(rect.right() - wide // 2, area.right() - wide + 1)
        y = min(rect.bottom() - wide // 2, area.bottom() - wide + 1)
        if rect.right() > area.right() or rect.bottom() > area.bottom() + rect.height():
            return None
        return QRect(x, y, wide, wide)


def _stretched(source: Span, to: At) -> Span:
    """`source` made larger in one direction so that it reaches `to`."""
    below, right = to.row - source.bottom, to.column - source.right
    above, left = source.top - to.row, source.left - to.column
    furthest = max(below, right, above, left)
    if furthest <= 0:
        return source
    if furthest == below:
        return Span(source.top, source.left, to.row, source.right)
    if furthest == above:
        return Span(to.row, source.left, source.bottom, source.right)
    if furthest == right:
        return Span(source.top, source.left, source.bottom, to.column)
    return Span(source.top, to.column, source.bottom, source.right)
