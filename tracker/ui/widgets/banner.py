"""A strip under the top bar that says why the book can only be read, with a way to try again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import icon
from tracker.ui.widgets.building import label, row, tool_button


class Banner(QFrame):
    """Hidden unless it has something to say; `retried` when its button is pressed."""

    retried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._sign = QLabel()
        self._words = label(wraps=True)
        self.retry = tool_button(tr("Try again"), tip=tr("Try to open the book for writing again"))
        self.retry.setProperty("role", "outlined")
        self.retry.clicked.connect(self.retried)
        line = row(self, gap=theme.dp(8))
        line.setContentsMargins(theme.dp(12), theme.dp(6), theme.dp(12), theme.dp(6))
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addWidget(self.retry)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def tell(self, text: str) -> None:
        """Show the sentence."""
        side = theme.dp(16)
        self._sign.setPixmap(icon("lock-simple", "warn").pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self.show()
