"""A table whose first column, the names, stays in sight: a second view of the same model and selection lies over its left."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from tracker.ui.widgets.cell_delegate import CellDelegate, Look
from tracker.ui.widgets.cell_view import CellSource, CellView
from tracker.ui.widgets.two_level_header import TwoLevelHeader


class NameColumn(CellView):
    """The first column alone, over the table that it belongs to; pressing it is told, the selecting is the table's."""

    pressed_row = Signal(int, Qt.KeyboardModifier)
    dragged_to_row = Signal(int)

    def __init__(self, table: FrozenTable) -> None:
        super().__init__(table)
        self._table = table
        self.header = TwoLevelHeader(self, edge=True)
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoScroll(False)

    def look(self, row: int, column: int) -> Look:
        return self._table.look(row, column)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(round(event.position().y()))
        if row >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.pressed_row.emit(row, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.track(event)
        row = self.rowAt(round(event.position().y()))
        if event.buttons() & Qt.MouseButton.LeftButton and row >= 0:
            self.dragged_to_row.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


class FrozenTable(CellView):
    """The table; its vertical header is only the room that the names lie over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names_shown = 0
        self.names = NameColumn(self)
        self.header = TwoLevelHeader(self)
        self.setHorizontalHeader(self.header)
        mine, theirs = self.verticalScrollBar(), self.names.verticalScrollBar()
        mine.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(mine.setValue)

    def show_cells(self, source: CellSource, delegate: CellDelegate) -> None:
        """Paint the cells of `source`, in both views, with `delegate`; it edits in this one only."""
        for view in (self, self.names):
            view.source, view.delegate = source, delegate
        self.setItemDelegate(delegate)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.names.setModel(model)
        if model is not None:
            self.names.setSelectionModel(self.selectionModel())
            model.modelReset.connect(self.hide_other_columns)
            model.columnsInserted.connect(self.hide_other_columns)
            self.hide_other_columns()

    def setSelectionModel(self, selection: QItemSelectionModel) -> None:
        super().setSelectionModel(selection)
        if self.names.model() is selection.model():
            self.names.setSelectionModel(selection)

    def hide_other_columns(self) -> None:
        """Leave the names to their own view, and every other column to this one."""
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column == 0)
            self.names.setColumnHidden(column, column != 0)
        self.names.setColumnWidth(0, self._names_shown)

    def set_measures(self, row: int, names: int) -> None:
        """The height of every row and the width of the names, in px."""
        self._names_shown = names
        for view in (self, self.names):
            view.verticalHeader().setDefaultSectionSize(row)
        self.header.set_row_height(row)
        self.names.header.set_row_height(row)
        self.verticalHeader().setFixedWidth(names)
        self.names.setColumnWidth(0, names)
        self.updateGeometries()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        names = getattr(self, "names", None)  # Qt asks from within its own constructor
        if names is not None:
            top = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
            names.setGeometry(QRect(0, 0, self._names_shown, top + self.viewport().height()))

    def rows_area(self) -> QRect:
        """Where in the viewport there are cells."""
        size = self.viewport().size()
        wide = min(size.width(), self.horizontalHeader().length() - self.horizontalHeader().offset())
        high = min(size.height(), self.verticalHeader().length() - self.verticalHeader().offset())
        return QRect(0, 0, max(0, wide), max(0, high))

    def cell_at(self, x: float, y: float) -> QModelIndex:
        """The cell under a place of the viewport, or the nearest one if there is none under it."""
        area = self.rows_area()
        return self.indexAt(QPoint(_between(x, area.left(), area.right()), _between(y, area.top(), area.bottom())))


def _between(value: float, low: int, high: int) -> int:
    return max(low, min(round(value), high))


def bind(bar: QScrollBar, inner: QScrollBar) -> None:
    """Let a scroll bar outside drive a view's own hidden one; it hides itself while there is nothing to scroll."""

    def follow(low: int, high: int) -> None:
        bar.setRange(low, high)
        bar.setPageStep(inner.pageStep())
        bar.setSingleStep(inner.singleStep())
        bar.setVisible(high > low)

    inner.rangeChanged.connect(follow)
    inner.valueChanged.connect(bar.setValue)
    bar.valueChanged.connect(inner.setValue)
    follow(inner.minimum(), inner.maximum())
