"""A table view whose cells are painted straight from the model's Cells, without Qt's detour over an index and its data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tracker.ui.models.cells import Cell, NameCell
from tracker.ui.widgets.cell_delegate import PLAIN, CellDelegate, Look
from tracker.ui.widgets.grid_moves import At

NOWHERE = At(-1, -1)


class CellSource(Protocol):
    """What is shown: a model that gives its cells as they are."""

    def any_cell(self, row: int, column: int) -> Cell | NameCell:
        """The cell; a NameCell in column 0."""


class CellView(QTableView):
    """No frame, no grid, no scroll bars, no selecting by Qt's own rules. It knows the cell under the pointer.

    QTableView would paint the same through the delegate's `paint`, in three times the time (measured: 350 cells, 79 ms).
    """

    delegate: CellDelegate
    source: CellSource

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = NOWHERE
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    def look(self, row: int, column: int) -> Look:
        """How a cell looks now; here nothing is ever current or selected."""
        return PLAIN

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painted: set[tuple[int, int]] = set()
        for area in event.region():  # type: ignore[attr-defined]
            for row, top, high in self._rows(area):
                for column, left, wide in self._columns(area):
                    if (row, column) not in painted:
                        painted.add((row, column))
                        cell = self.source.any_cell(row, column)
                        self.delegate.paint_cell(painter, QRect(left, top, wide, high), cell, self.look(row, column))
        painter.end()

    def _rows(self, area: QRect) -> Iterator[tuple[int, int, int]]:
        """The rows in an area: number, top, height."""
        first = self.rowAt(area.top())
        last = self.rowAt(area.bottom())
        if first >= 0:
            for row in range(first, (last if last >= 0 else self.verticalHeader().count() - 1) + 1):
                yield row, self.rowViewportPosition(row), self.rowHeight(row)

    def _columns(self, area: QRect) -> Iterator[tuple[int, int, int]]:
        """The columns in an area that are not hidden: number, left, width."""
        first = self.columnAt(area.left())
        last = self.columnAt(area.right())
        if first >= 0:
            for column in range(first, (last if last >= 0 else self.horizontalHeader().count() - 1) + 1):
                if not self.isColumnHidden(column):
                    yield column, self.columnViewportPosition(column), self.columnWidth(column)

    def track(self, event: QMouseEvent) -> None:
        """Take note of the cell under the pointer."""
        place = event.position().toPoint()
        self._hover(At(self.rowAt(place.y()), self.columnAt(place.x())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(NOWHERE)

    def _hover(self, at: At) -> None:
        before, self.hovered = self.hovered, at
        for place in {before, at} if before != at else ():
            if place.row >= 0 and place.column >= 0:
                self.update(self.model().index(*place))
