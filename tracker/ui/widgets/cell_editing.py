"""Editing in a grid: the delegate that also makes, fills and places the editor."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from tracker.ui.models.cells import Comparison
from tracker.ui.widgets.cell_delegate import CellDelegate, Index, Surroundings
from tracker.ui.widgets.cell_editor import CellEditor, Leave


class EditedModel(Protocol):
    """What editing asks of the model, beside Qt's own."""

    def compare(self, row: int, column: int, text: str) -> list[Comparison]:
        """The figures to show beside the editor while `text` is in it."""


class EditingDelegate(CellDelegate):
    """The commit is one call of the model's setData; if that refuses, the editor stays open with what was typed."""

    left = Signal(object)
    """A Leave: the edit is over, and stored unless it was given up."""

    def __init__(self, grid: Surroundings, model: EditedModel) -> None:
        super().__init__(grid)
        self._edited = model
        self.editor: CellEditor | None = None
        self._index: Index | None = None
        self._start: str | None = None
        self._filled = False
        self.typed = ""
        """What was in the editor when it was left."""

    def begin_with(self, text: str | None) -> None:
        """What the next editor starts with: typed text that replaces the cell's; None keeps the cell's own, to be changed."""
        self._start = text

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = index.row(), index.column()
        editor = CellEditor(parent, lambda text: self._edited.compare(row, column, text))
        editor.left.connect(self._leave)
        self.editor, self._index, self._filled = editor, index, False
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor once: what is being typed must not be lost to a refresh of the grid."""
        if not isinstance(editor, CellEditor) or self._filled:
            return
        self._filled = True
        editor.typing = self._start is not None
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or "") if self._start is None else self._start)
        self._start = None

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.place(option.rect)  # type: ignore[attr-defined]

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys are the editor's own affair; losing the focus stores what was typed, by Qt's rules."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(editor, event)

    def _leave(self, leave: Leave) -> None:
        editor, index = self.editor, self._index
        if editor is None or index is None:
            return
        if leave not in (Leave.GIVE_UP, Leave.FILL) and not index.model().setData(index, editor.text(), Qt.ItemDataRole.EditRole):
            return
        self.typed = editor.text()
        self.closeEditor.emit(editor, CellDelegate.EndEditHint.NoHint)
        self.left.emit(leave)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """However the edit has ended: the grid is not editing any more."""
        if editor is self.editor:
            self.editor = None
        if isinstance(editor, CellEditor):
            editor.put_strip_away()
        super().destroyEditor(editor, index)
