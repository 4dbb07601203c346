"""A list whose entries the keyboard moves and removes: Alt+↑, Alt+↓, Del."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from tracker.ui.widgets.list_line import ListLine

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedList(QListWidget):
    """While it has the focus these keys are its own, not the window's."""

    move_asked = Signal(int)
    """−1 for up, 1 for down."""
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setItemDelegate(ListLine(self))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            self.move_asked.emit(_STEPS[Qt.Key(event.key())])

    def _is_ours(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Delete:
            return held == Qt.KeyboardModifier.NoModifier
        return event.key() in _STEPS and held == Qt.KeyboardModifier.AltModifier
