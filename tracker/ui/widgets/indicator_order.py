"""Which indicators, in which order: a list whose entries the space bar ticks, and Alt+↑, Alt+↓ or the mouse move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.ui.theme import dp

ROW = 28
_ID = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Tick(QStyledItemDelegate):
    """Shows which entry is in hand only while the keyboard is in the list."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        view = self.parent()
        if isinstance(view, QListWidget) and not view.hasFocus():
            option.state &= ~QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]


class IndicatorOrder(QListWidget):
    """The chosen ones in their order, then the others in the book's; one at least stays chosen."""

    chosen = Signal(object)
    """The IndicatorIds that are ticked now, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Tick(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.itemChanged.connect(self._follow_tick)
        self.model().rowsMoved.connect(self._tell)

    def show_choice(self, indicators: Sequence[Indicator], chosen: Sequence[IndicatorId]) -> None:
        """Show the indicators, those chosen first and ticked; the entry in hand stays in hand."""
        by_id = {indicator.id: indicator for indicator in indicators}
        wanted = [(id_, id_ in chosen) for id_ in (*chosen, *(id_ for id_ in by_id if id_ not in chosen))]
        if [(item.data(_ID), item.text(), _is_ticked(item)) for item in self._items()] == [
            (id_, by_id[id_].name, ticked) for id_, ticked in wanted
        ]:
            return
        current = self.currentItem().data(_ID) if self.currentItem() is not None else None
        self.blockSignals(True)
        self.clear()
        for id_, ticked in wanted:
            item = QListWidgetItem(by_id[id_].name, self)
            item.setData(_ID, id_)
            item.setSizeHint(QSize(0, dp(ROW)))
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if id_ == current:
                self.setCurrentItem(item)
        self.blockSignals(False)
        if self.currentItem() is None and self.count():
            self.setCurrentRow(0)

    @property
    def ticked(self) -> tuple[IndicatorId, ...]:
        """The indicators that are chosen, in order."""
        return tuple(item.data(_ID) for item in self._items() if _is_ticked(item))

    def move_by(self, step: int) -> None:
        """Move the entry in hand one place up (−1) or down (1)."""
        row = self.currentRow()
        if 0 <= row + step < self.count() and row >= 0:
            self.blockSignals(True)
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)
            self.blockSignals(False)
            self._tell()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(at) for at in range(self.count())]

    def _follow_tick(self, item: QListWidgetItem) -> None:
        if not self.ticked:  # a bulletin of nothing helps nobody
            self.blockSignals(True)
            item.setCheckState(Qt.CheckState.Checked)
            self.blockSignals(False)
        else:
            self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.ticked)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _moves(event):
            self.move_by(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _moves(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _STEPS and held == Qt.KeyboardModifier.AltModifier
