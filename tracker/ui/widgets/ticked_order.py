"""A list whose entries are ticked and put in order: what is printed, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QStyledItemDelegate, QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, named, row, tool_button
from tracker.ui.widgets.ordered_list import OrderedList

VALUE, ROW = Qt.ItemDataRole.UserRole, 26


class TickedOrder(QWidget):
    """Space ticks, Alt+↑ and Alt+↓ move the entry in hand, and so do the buttons and the mouse."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = named(OrderedList(), title)
        self.list.setItemDelegate(QStyledItemDelegate(self.list))
        self.list.setFrameShape(OrderedList.Shape.StyledPanel)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.up = self._tool("caret-up", tr("{what}: move up (Alt+↑)", what=title), -1)
        self.down = self._tool("caret-down", tr("{what}: move down (Alt+↓)", what=title), 1)
        head = row(gap=dp(4))
        head.addWidget(label(title, name="section"))
        head.addStretch(1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        box = column(self, gap=dp(4))
        box.addLayout(head)
        box.addWidget(self.list, 1)
        self.list.move_asked.connect(self.move_by)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.model().rowsMoved.connect(lambda *_where: self.changed.emit())
        self.list.currentRowChanged.connect(lambda _row: self._enable())

    def _tool(self, icon: str, tip: str, step: int) -> QToolButton:
        made = tool_button(tip=tip, icon=icon)
        made.clicked.connect(lambda: self.move_by(step))
        return made

    def offer(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Show (value, text) pairs: those of `chosen` ticked and first, in that order, then the others in their own."""
        texts = dict(choices)
        ordered = [value for value in chosen if value in texts]
        ordered += [value for value in texts if value not in ordered]
        self.list.blockSignals(True)
        self.list.clear()
        for value in ordered:
            item = QListWidgetItem(texts[value], self.list)
            item.setData(VALUE, value)
            item.setSizeHint(QSize(0, dp(ROW)))
            item.setFlags(_FLAGS)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._enable()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values that are ticked, from the top."""
        return tuple(item.data(VALUE) for item in self._items() if item.checkState() == Qt.CheckState.Checked)

    @property
    def order(self) -> tuple[str, ...]:
        """All values, from the top."""
        return tuple(item.data(VALUE) for item in self._items())

    def move_by(self, step: int) -> None:
        """Move the entry in hand up (−1) or down (1)."""
        at = self.list.currentRow()
        if at >= 0 and 0 <= at + step < self.list.count():
            self.list.blockSignals(True)
            item = self.list.takeItem(at)
            self.list.insertItem(at + step, item)
            self.list.setCurrentItem(item)
            self.list.blockSignals(False)
            self._enable()
            self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _enable(self) -> None:
        at = self.list.currentRow()
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < self.list.count() - 1)


_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
)
