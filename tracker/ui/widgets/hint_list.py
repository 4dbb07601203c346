"""The list of 核对: hints to be chosen, jumped to by Enter or a double click, changed in their place by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from tracker.domain.hint import Hint
from tracker.i18n import tr
from tracker.ui.models.hint_model import HintModel
from tracker.ui.widgets.hint_delegate import HintDelegate


class HintList(QListView):
    """Several can be selected, as in any list; F2 or a typed figure changes the current one."""

    opened = Signal(object)
    """The Hint whose cell is to be shown."""
    chosen = Signal()
    """Others are selected."""

    def __init__(self, model: HintModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = HintDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Hints"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed,
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit())  # noqa: PLW0108 - without what was selected
        self.doubleClicked.connect(self._open)

    def set_compact(self, compact: bool) -> None:
        """Low rows, or high ones."""
        self._delegate.compact = compact
        self.scheduleDelayedItemsLayout()

    @property
    def selected(self) -> list[Hint]:
        """The selected hints, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [hint for row in rows if (hint := self._model.line(row).hint) is not None]

    def choose_row(self, row: int) -> None:
        """Select one row and bring it into view."""
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def choose_near(self, row: int) -> None:
        """Select the hint at the row, or the next one to it where that is a heading or beyond the end."""
        rows = [at for at in range(self._model.rowCount()) if self._model.line(at).hint is not None]
        if rows:
            self.choose_row(min(rows, key=lambda at: (abs(at - row), at)))

    def open_current(self) -> None:
        """Ask for the cell of the current hint."""
        self._open(self.currentIndex())

    def edit_current(self) -> None:
        """Open the editor of the current hint's figure, where it has one."""
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _open(self, index: QModelIndex) -> None:
        hint = self._model.line(index.row()).hint if index.isValid() else None
        if hint is not None:
            self.opened.emit(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.hasFocus():  # not an editor's, passed on
            self.open_current()
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """What is typed is a figure; it searches nothing."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A list that is entered by the keyboard has a current line, so that one sees where one is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_near(0)

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom or type: every line is measured again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()
