"""A line of words with a sign before them, in the colour of what they say: a hint, or what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tracker.ui import theme
from tracker.ui.icons import icon
from tracker.ui.theme import dp
from tracker.ui.widgets.building import label, row

SIGNS = {"warn": "warning", "bad": "x-circle"}


class Notice(QWidget):
    """Hidden while there is nothing to say. `tone` is "warn" or "bad"."""

    def __init__(self, tone: str = "warn", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._sign, self._words = QLabel(), label(wraps=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = row(self, gap=dp(6))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def tell(self, text: str) -> None:
        """Say this; nothing for ""."""
        self._words.setText(text)
        self._words.setAccessibleName(text)
        palette = self._words.palette()
        palette.setColor(self._words.foregroundRole(), getattr(theme.colors(), self._tone))
        self._words.setPalette(palette)
        side = dp(16)
        self._sign.setPixmap(icon(SIGNS[self._tone], self._tone).pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.setVisible(bool(text))
