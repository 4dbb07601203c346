"""Ctrl+wheel: everything larger or smaller, over whatever the pointer is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent, QWindow

from tracker.ui.look import Look

NOTCH = 120
"""What a wheel's one click measures; a touch pad sends smaller steps, which are added up."""


class ZoomWheel(QObject):
    """Watches a whole window, before its parts: a grid would scroll."""

    def __init__(self, window: QWindow, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self._turned = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            return False
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        if steps:
            self._turned = 0  # what is left of a swing belongs to the window that is gone
            self._look.zoom_by(1 if steps > 0 else -1)
        return True
