"""A combo box that opens a list to tick: which indicators are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tracker.ui.theme import colors, dp
from tracker.ui.widgets.ranking_choice import LabelledCombo

MOST_ROWS, ROW, LEAST = 16, 28, 200


class CheckList(LabelledCombo):
    """Its own text says what is chosen; the list stays open while its entries are ticked."""

    ticked = Signal(object)
    """The frozenset of the values that are ticked now."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.popup = CheckPopup(self)
        self.popup.changed.connect(self.ticked)

    def offer_all(self, choices: Sequence[tuple[object, str]], chosen: frozenset[object], *, words: tuple[str, str]) -> None:
        """The entries as (value, text), those ticked, and the words for the choice in force and for the entry that ticks all."""
        self.offer([(None, words[0])], None)
        if not self.popup.isVisible():  # while it is open it knows best: what it told is on its way back
            self.popup.fill([(None, words[1]), *choices], chosen)

    def showPopup(self) -> None:
        self.popup.open_below(self)

    def hidePopup(self) -> None:
        """Qt closes its own list when the box hides; ours closes by itself."""


class CheckPopup(QFrame):
    """The list. Its first entry ticks all, or none but the first; space ticks, Esc and Enter close."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._values: list[object] = []
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.itemChanged.connect(self._follow)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, dp(4), 1, dp(4))
        box.addWidget(self.list)

    def fill(self, choices: Sequence[tuple[object, str]], chosen: frozenset[object]) -> None:
        """Show (value, text) pairs, the first of which stands for all of them."""
        self.list.blockSignals(True)
        self.list.clear()
        self._values = [value for value, _ in choices]
        for value, text in choices:
            item = QListWidgetItem(text, self.list)
            item.setSizeHint(QSize(self.fontMetrics().horizontalAdvance(text) + dp(48), dp(ROW)))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
        self._show_all()
        self.list.blockSignals(False)

    def open_below(self, button: QWidget) -> None:
        """Show under the button, as wide as the entries need."""
        rows = min(self.list.count(), MOST_ROWS)
        self.setFixedSize(max(self.list.sizeHintForColumn(0) + 2, button.width(), dp(LEAST)), dp(ROW) * rows + 2 * dp(4))
        self.list.setCurrentRow(0)
        self.move(button.mapToGlobal(QPoint(0, button.height() + dp(2))))
        self.show()
        self.list.setFocus()

    def _ticked(self) -> list[int]:
        return [row for row in range(1, self.list.count()) if self.list.item(row).checkState() is Qt.CheckState.Checked]

    def _show_all(self) -> None:
        ticked = len(self._ticked())
        state = Qt.CheckState.Checked if ticked == self.list.count() - 1 else Qt.CheckState.PartiallyChecked
        self.list.item(0).setCheckState(state if ticked else Qt.CheckState.Unchecked)

    def _follow(self, item: QListWidgetItem) -> None:
        self.list.blockSignals(True)
        if self.list.row(item) == 0:
            for row in range(1, self.list.count()):
                self.list.item(row).setCheckState(item.checkState())
        if not self._ticked():  # a grid without a column helps nobody
            self.list.item(1 if self.list.row(item) == 0 else self.list.row(item)).setCheckState(Qt.CheckState.Checked)
        self._show_all()
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.changed.emit(frozenset(self._values[row] for row in self._ticked()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors().base)
        painter.setPen(colors().ctrl)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)
