"""A strip under the top bar of a published month: when and by whom, with the way to its corrections."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from tracker.i18n import tr
from tracker.store.publications import Publication
from tracker.ui import theme
from tracker.ui.actions import Actions
from tracker.ui.icons import icon
from tracker.ui.models.journal_model import when_text
from tracker.ui.widgets.building import label, row


class PublishedBar(QFrame):
    """Hidden while the month is open."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publishedBar")
        self._sign = QLabel()
        self._words = label(wraps=True)
        self.correct = actions.button("correct", role="outlined")
        self.corrections = actions.button("corrections", role="outlined")
        line = row(self, gap=theme.dp(8))
        line.setContentsMargins(theme.dp(12), theme.dp(4), theme.dp(12), theme.dp(4))
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addWidget(self.corrections)
        line.addWidget(self.correct)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def tell(self, published: Publication | None, corrections: int) -> None:
        """Say when the month was published and how often it was corrected; hide while it is not."""
        self.setVisible(published is not None)
        if published is None:
            return
        side = theme.dp(16)
        self._sign.setPixmap(icon("lock-simple", "text2").pixmap(QSize(side, side), self.devicePixelRatioF()))
        words = tr("Published {when} · {who}", when=when_text(published.at), who=published.by)
        if corrections:
            words += " · " + tr("{count} corrections; the published ranking stays as it was", count=corrections)
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.corrections.setVisible(corrections > 0)
