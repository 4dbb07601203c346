"""What a page shows while there is nothing: a sentence and one button, at the top left, no drawing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.theme import dp
from tracker.ui.widgets.building import label


class EmptyPage(QWidget):
    """`asked` when the button is pressed."""

    asked = Signal()

    def __init__(self, sentence: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = label(sentence, wraps=True)
        self.button = QPushButton(words)
        self.button.clicked.connect(lambda: self.asked.emit())  # noqa: PLW0108 - without `checked`
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._take_measures()

    def tell(self, sentence: str, words: str = "") -> None:
        """Say why there is nothing, and what the button does about it where that is something else now."""
        self.sentence.setText(sentence)
        if words:
            self.button.setText(words)

    def _take_measures(self) -> None:
        self._column.setContentsMargins(dp(16), dp(20), dp(16), dp(16))
        self._column.setSpacing(dp(12))
        self.sentence.setFont(theme.font(14))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_measures()
