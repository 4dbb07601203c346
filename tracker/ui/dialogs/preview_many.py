"""A combo box in which several entries may be chosen: its list has ticks and stays open while one chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from tracker.i18n import tr

VALUE = Qt.ItemDataRole.UserRole


class ManyCombo(QComboBox):
    """At least one entry is always chosen: the last tick cannot be taken away."""

    changed = Signal()

    def __init__(self, everything: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._everything = everything
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.view().viewport().installEventFilter(self)
        self.view().installEventFilter(self)

    def offer(self, choices: Sequence[tuple[int, str]], chosen: Sequence[int]) -> None:
        """Fill it with (value, text) pairs, those of `chosen` ticked."""
        self._items.clear()
        for value, text in choices:
            item = QStandardItem(text)
            item.setData(value, VALUE)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
            self._items.appendRow(item)
        self._tell()

    @property
    def chosen(self) -> list[int]:
        """The values of the ticked entries, in the order of the list."""
        return [item.data(VALUE) for item in self._all() if item.checkState() == Qt.CheckState.Checked]

    @property
    def is_everything(self) -> bool:
        return len(self.chosen) == self._items.rowCount()

    def toggle(self, row: int) -> None:
        """Tick the entry, or take its tick away."""
        item = self._items.item(row)
        if item.checkState() == Qt.CheckState.Checked:
            if len(self.chosen) == 1:
                return
            item.setCheckState(Qt.CheckState.Unchecked)
        else:
            item.setCheckState(Qt.CheckState.Checked)
        self._tell()
        self.changed.emit()

    def _all(self) -> list[QStandardItem]:
        return [self._items.item(row) for row in range(self._items.rowCount())]

    def _tell(self) -> None:
        self.setAccessibleDescription(self.summary)
        self.setToolTip(self.summary)
        self.update()

    @property
    def summary(self) -> str:
        """What is chosen, in words."""
        if self.is_everything and self._items.rowCount() > 1:
            return self._everything
        return tr(", ").join(item.text() for item in self._all() if item.checkState() == Qt.CheckState.Checked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click and the space bar tick; neither closes the list."""
        if (
            watched is self.view().viewport()
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
        ):
            index = self.view().indexAt(event.position().toPoint())
            if index.isValid():
                self.toggle(index.row())
            return True
        if watched is self.view() and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            index = self.view().currentIndex()
            if event.key() == Qt.Key.Key_Space and index.isValid():
                self.toggle(index.row())
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = (
            self.style()
            .subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self)
            .width()
        )
        option.currentText = self.fontMetrics().elidedText(self.summary, Qt.TextElideMode.ElideRight, room - 4)  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With the list closed nothing is chosen by typing; Space, F4 and Alt+Down open it."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_F4, Qt.Key.Key_Return):
            self.showPopup()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
