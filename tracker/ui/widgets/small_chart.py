"""A small chart in a panel: its sentence is its tip, a click or Enter opens it on the page of trends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.drawn_chart import DrawnChart
from tracker.ui.theme import dp

WIDTH, HEIGHT = 264, 144
AROUND = 4
"""What is free around the chart for the line that shows the focus."""
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SmallChart(QWidget):
    """Shows a DrawnChart; while one is being drawn there is room for it, so that what is below does not jump."""

    opened = Signal()
    """It was clicked, or Enter or Space was pressed on it."""
    restyled = Signal()
    """The window's colours or sizes are others: the chart is to be drawn anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: DrawnChart | None = None
        self._image = QImage()
        self.setFixedSize(dp(WIDTH + 2 * AROUND), dp(HEIGHT + AROUND))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Course of the year"))
        self.hide()

    def show_chart(self, chart: DrawnChart | None) -> None:
        """Show it; None says that there is nothing to draw, and takes the room away."""
        self._take(chart)
        self.setVisible(chart is not None)

    def wait(self) -> None:
        """Another chart is to come: show none meanwhile, but keep the room for it."""
        self._take(None)
        self.show()

    def _take(self, chart: DrawnChart | None) -> None:
        self.chart = chart
        self._image = QImage()
        if chart is not None:
            image = QImage(chart.pixels, chart.width, chart.height, chart.width * 4, QImage.Format.Format_RGBA8888)
            self._image = image.copy()
            self._image.setDevicePixelRatio(self.devicePixelRatioF())
        told = "" if chart is None else tr("{sentence}\nA click or Enter opens it on the page Trends.", sentence=chart.title)
        self.setToolTip(told)
        self.setAccessibleDescription(told)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.chart is not None:
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colors().base)
        painter.drawImage(QPointF(dp(AROUND), dp(AROUND)), self._image)
        if self.hasFocus():
            painter.setPen(QPen(theme.colors().accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.setFixedSize(dp(WIDTH + 2 * AROUND), dp(HEIGHT + AROUND))
            self.restyled.emit()
