"""A part that has a first control: the focus that is given to the part goes there, and Tab still comes to the bar before it."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class FirstFocus(QWidget):
    """Not a focus proxy: where the proxy is a child, Tab goes from the part to it and round again, past what lies between."""

    _first: QWidget | None = None

    def begin_at(self, first: QWidget) -> None:
        """Hand the focus on to this one from now on."""
        self._first = first

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._first is not None:
            self._first.setFocus(event.reason())
