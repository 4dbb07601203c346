"""A combo box of (value, words) pairs in a row of fields, which the wheel passes by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from tracker.ui.theme import dp


class QuietCombo(QComboBox):
    """`picked` comes with the value when the user chooses another one."""

    picked = Signal(object)

    def __init__(self, name: str, *, width: int = 0) -> None:
        super().__init__()
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            if width
            else QComboBox.SizeAdjustPolicy.AdjustToContents
        )
        if width:
            self.setFixedWidth(dp(width))
        self.setFixedHeight(dp(28))
        self.activated.connect(lambda at: self.picked.emit(self._values[at]))

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Show these, with the one in force."""
        values, words = [value for value, _ in choices], [text for _, text in choices]
        if values != self._values or words != [self.itemText(at) for at in range(self.count())]:
            self._values = values
            self.clear()
            self.addItems(words)
            self.view().setMinimumWidth(min(dp(420), self.view().sizeHintForColumn(0) + dp(32)))
        self.setCurrentIndex(values.index(chosen) if chosen in values else -1)
        self.setToolTip(self.currentText())

    @property
    def value(self) -> object:
        """What is chosen; None where nothing is."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel over a row scrolls, and changes nothing by accident."""
        event.ignore()
