"""A combo box under a heading of its own: values with their words, as wide as the side that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class PlainCombo(QComboBox):
    """`offer` fills it; `picked` comes when the user chooses, not when it is filled."""

    picked = Signal(object)
    """The value of the entry chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda at: self.picked.emit(self._values[at]))

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Fill it with (value, text) pairs, `chosen` being the value in force."""
        self._values = [value for value, _ in choices]
        self.clear()
        self.addItems([text for _, text in choices])
        self.choose(chosen)

    def choose(self, value: object) -> None:
        """Show that value as the one in force; nothing where it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel over a side that scrolls changes nothing by accident."""
        event.ignore()
