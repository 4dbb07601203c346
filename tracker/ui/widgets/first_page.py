"""A document's first page, as large as there is room for it, on the desk."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.theme import dp

MARGIN = 16


class FirstPage(QWidget):
    """Paints the picture of a page that was rendered elsewhere; nothing but the desk without one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._page = QImage()

    def show_page(self, page: QImage) -> None:
        """Show this page from now on."""
        self._page = page
        self.update()

    @property
    def room(self) -> QSize:
        """The dots that a page may have here."""
        return (self.size() - QSize(2 * dp(MARGIN), 2 * dp(MARGIN))) * self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colors().desk)
        if self._page.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        inner = self.rect().adjusted(dp(MARGIN), dp(MARGIN), -dp(MARGIN), -dp(MARGIN))
        size = self._page.size().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        page = QRect(inner.left() + (inner.width() - size.width()) // 2, inner.top(), size.width(), size.height())
        painter.drawImage(page, self._page)
        painter.setPen(theme.colors().line2)
        painter.drawRect(page.adjusted(-1, -1, 0, 0))

    def sizeHint(self) -> QSize:
        return QSize(dp(560), dp(480))
