"""What the ranking shows while there is nothing to rank: a sentence and one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.theme import dp


class EmptyRanking(QWidget):
    """At the top left of the space, no drawing."""

    asked = Signal()
    """To the entry page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel()
        self.button = QPushButton(tr("Go to entry"))
        self.button.clicked.connect(lambda: self.asked.emit())  # noqa: PLW0108 - without `checked`
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._take_measures()

    def tell(self, sentence: str) -> None:
        """Say why there is nothing."""
        self.sentence.setText(sentence)

    def _take_measures(self) -> None:
        self._column.setContentsMargins(dp(16), dp(20), dp(16), dp(16))
        self._column.setSpacing(dp(12))
        self.sentence.setFont(theme.font(14))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_measures()
