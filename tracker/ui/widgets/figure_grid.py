"""The grid of figures: selection, keys, mouse and editing as hands know them from Excel, over any model of Cells."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from tracker.ui.theme import colors, dp
from tracker.ui.widgets.cell_delegate import PLAIN, Look
from tracker.ui.widgets.cell_editing import EditedModel, EditingDelegate
from tracker.ui.widgets.cell_editor import CellEditor, Leave
from tracker.ui.widgets.cell_painting import paint_frame
from tracker.ui.widgets.cell_view import CellSource
from tracker.ui.widgets.drag_select import DragSelect
from tracker.ui.widgets.fill_handle import FillHandle
from tracker.ui.widgets.frozen_grid import FrozenTable
from tracker.ui.widgets.grid_keys import GridKeys
from tracker.ui.widgets.grid_moves import At, Shape, Span, clamp
from tracker.ui.widgets.grid_selection import GridSelection, columns_of

FRAME_REACH = 6
"""How far from a range's edge its frame and handle paint, at 100 %."""


class GridModel(Shape, EditedModel, CellSource, Protocol):
    """What the grid asks of its model beside Qt's own: see Shape, EditedModel and CellSource."""

    def refusal(self, row: int, column: int) -> str:
        """Why one cannot type in the cell, a sentence; "" where one can."""


class FigureGrid(FrozenTable):
    """The model is a QAbstractTableModel that is a GridModel too; its first column holds the names."""

    selection_moved = Signal()
    clear_asked = Signal()
    fill_asked = Signal(object, object)
    """The Span that is copied and the larger one that it is to fill."""
    typed_over = Signal(str)
    """Ctrl+Enter: the text is to go into every selected cell."""
    clipboard_asked = Signal(str)
    """"copy", "cut" or "paste"."""
    fold_asked = Signal(int, object)
    """A row, and whether its group is to be folded; None turns it round."""
    refused = Signal(str)
    """Why a cell cannot be edited."""

    def __init__(self, model: QAbstractTableModel, shape: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shape_of = shape
        self.editing = EditingDelegate(self, shape)
        self.editing.left.connect(self._left_editor)
        self.show_cells(shape, self.editing)
        self.setModel(model)
        self.selection = GridSelection(self)
        self.selection.moved.connect(self._show_selection)
        self._framed: list[Span] = []
        self._keys = GridKeys(self)
        self._drag = DragSelect(self)
        self._handle = FillHandle(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)  # for input methods; keys come through GridKeys
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def look(self, row: int, column: int) -> Look:
        at, here = self.selection.at, At(row, column)
        if column == 0:
            selected = row == at.row or any(span.top <= row <= span.bottom for span in self.selection.spans)
            return Look(row == at.row, selected, row == self.names.hovered.row)
        selected = any(span.holds(here) for span in self.selection.spans)
        hovered = here == self.hovered
        return Look(here == at, selected, hovered) if selected or hovered or here == at else PLAIN

    def many_selected(self) -> bool:
        return self.selection.many

    def is_focused(self) -> bool:
        return self.isActiveWindow() and (self.hasFocus() or self.editing.editor is not None)

    def go(self, at: At) -> None:
        """Make a cell, or the nearest one that there is, the current one."""
        if self.shape_of.last_row >= 0 and self.shape_of.last_column >= self.shape_of.first_column:
            self.selection.go(clamp(self.shape_of, at))

    def select_all(self) -> None:
        """Select every cell, the names too; the current one stays."""
        if self.shape_of.last_row >= 0:
            at = self.selection.at if self.selection.at.row >= 0 else At(0, self.shape_of.first_column)
            self.selection.select(Span(0, 0, self.shape_of.last_row, self.shape_of.last_column), at=at)

    def start_editing(self, text: str | None = None) -> CellEditor | None:
        """Edit the current cell: its own text, or `text` in its place. A cell that cannot be edited says why."""
        at = self.selection.at
        if at.row < 0:
            return None
        reason = self.shape_of.refusal(*at)
        if reason:
            self.refused.emit(reason)
            return None
        index = self.model().index(*at)
        self.scrollTo(index)
        self.editing.begin_with(text)
        self.edit(index)
        if self.editing.editor is not None:
            self.editing.editor.end(False)  # Qt selects all of it; the next key would replace the first
        return self.editing.editor

    def fill_from_edge(self, *, down: bool) -> None:
        """Ctrl+D, Ctrl+R: fill the selection from its first row or column; a single cell from the one before it."""
        span = self.selection.span
        if span is None:
            return
        first = self.shape_of.first_column
        if down:
            top = span.top if span.top < span.bottom else max(0, span.top - 1)
            self.fill_asked.emit(Span(top, span.left, top, span.right), Span(top, span.left, span.bottom, span.right))
        else:
            left = span.left if span.left < span.right else max(first, span.left - 1)
            self.fill_asked.emit(Span(span.top, left, span.bottom, left), Span(span.top, left, span.bottom, span.right))

    def block_of(self, column: int) -> range:
        """The columns of the column's indicator."""
        return self.header.block_of(column)

    def span_rect(self, span: Span) -> QRect:
        """Where a range is in the viewport; parts of it may lie outside."""
        left = max(span.left, self.shape_of.first_column)
        x, y = self.columnViewportPosition(left), self.rowViewportPosition(span.top)
        right = self.columnViewportPosition(span.right) + self.columnWidth(span.right)
        bottom = self.rowViewportPosition(span.bottom) + self.rowHeight(span.bottom)
        return QRect(x, y, right - x, bottom - y)

    def _left_editor(self, leave: Leave) -> None:
        if leave is Leave.FILL:
            self.typed_over.emit(self.editing.typed)
        else:
            self._keys.leave(leave)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.editing.editor is not None:  # it has not got the focus yet, as while an input method composes
            QApplication.sendEvent(self.editing.editor, event)
        elif self._keys.press(event):
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab stays in the grid; F6 leaves it."""
        return False

    def leave(self, *, forward: bool) -> None:
        """Give the focus to the next widget of the window, or to the one before."""
        super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A Chinese input method begins to compose on a cell, or commits at once: what it gives replaces the cell's text."""
        if self.editing.editor is None and event.commitString():
            editor = self.start_editing("")  # Qt would open the editor and drop the text
            if editor is not None:
                QApplication.sendEvent(editor, event)
            return
        if self.editing.editor is None:
            self.editing.begin_with("")
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._handle.press(event):
            self._drag.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.track(event)
        if not self._handle.move(event):
            self._drag.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._handle.release(event):
            self._drag.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.start_editing()

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: object = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Qt selects nothing by itself: see GridSelection."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not QAbstractItemView's, which would repaint every cell each time an editor opens or closes."""
        QAbstractScrollArea.focusInEvent(self, event)
        if self.selection.at.row < 0:
            self.go(At(0, 0))
        self._show_selection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        QAbstractScrollArea.focusOutEvent(self, event)
        self._show_selection()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        color = colors().accent if self.is_focused() else colors().ctrl
        if self.selection.many:
            for span in self.selection.spans:
                paint_frame(painter, self.span_rect(span), color, dp(100) / 100)
        self._handle.paint(painter, color)

    def _show_selection(self) -> None:
        """Repaint what the move touches: names, headers, and the rims of the frames before and after."""
        at, spans = self.selection.at, self.selection.spans
        can_type = 0 <= at.row <= self.shape_of.last_row and not self.shape_of.refusal(*at)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, can_type)
        self.header.mark(at.column, columns_of(spans))
        self.names.viewport().update()
        region = QRegion()
        for span in [*self._framed, *spans, Span(at.row, at.column, at.row, at.column)]:
            rect, reach = self.span_rect(span), dp(FRAME_REACH)
            region += QRegion(rect.adjusted(-reach, -reach, reach, reach)) - QRegion(rect.adjusted(reach, reach, -reach, -reach))
        self._framed = [*spans, Span(at.row, at.column, at.row, at.column)]
        self.viewport().update(region)
        self.selection_moved.emit()
