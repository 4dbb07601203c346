"""One step of the month's course: a number in a circle, a tick once it is done, two lines of words; pressed, it leads there."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.theme import dp

CIRCLE, GAP, PADDING, HEIGHT = 24, 8, 6, 44
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Stage(Enum):
    """Whether a step is still ahead, under way, or done."""

    AHEAD = "ahead"
    UNDER_WAY = "under way"
    DONE = "done"


class StepButton(QToolButton):
    """Painted here: two lines of different weight, and a circle."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number = number
        self._title = title
        self._words = ""
        self.stage = Stage.AHEAD
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tell("", Stage.AHEAD)

    @property
    def words(self) -> str:
        """The second line."""
        return self._words

    def tell(self, words: str, stage: Stage) -> None:
        """Say how far the step is."""
        self._words, self.stage = words, stage
        done = tr("done") if stage is Stage.DONE else ""
        self.setAccessibleName(tr("Step {number}: {title}", number=self._number, title=self._title))
        self.setAccessibleDescription(" ".join(filter(None, (words, done))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        title = QFontMetrics(theme.font(13, bold=True)).horizontalAdvance(self._title)
        words = QFontMetrics(theme.font(12)).horizontalAdvance(self._words)
        return QSize(dp(2 * PADDING + CIRCLE + GAP) + max(title, words) + 2, dp(HEIGHT))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = theme.colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.hover)
            painter.drawRoundedRect(self.rect(), dp(4), dp(4))
        side = dp(CIRCLE)
        circle = QRect(QPoint(dp(PADDING), (self.height() - side) // 2), QSize(side, side))
        self._paint_circle(painter, QRectF(circle).adjusted(1, 1, -1, -1))
        left, line = circle.right() + dp(GAP), dp(18)
        top = self.height() // 2 - line
        painter.setPen(colors.text)
        painter.setFont(theme.font(13, bold=True))
        painter.drawText(QRect(left, top, self.width() - left, line), LEFT, self._title)
        painter.setPen(colors.text2)
        painter.setFont(theme.font(12))
        painter.drawText(QRect(left, top + line, self.width() - left, line), LEFT, self._words)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        colors, ahead = theme.colors(), self.stage is Stage.AHEAD
        painter.setPen(QPen(colors.ctrl if ahead else colors.accent, 1.2))
        painter.setBrush(QColor(colors.base if ahead else colors.accent))
        painter.drawEllipse(circle)
        painter.setPen(colors.text2 if ahead else colors.on_accent)
        if self.stage is Stage.DONE:
            unit, centre = circle.width() / 22, circle.center()
            painter.setPen(QPen(colors.on_accent, 2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            tick = [QPointF(-4.5, 0.5), QPointF(-1.3, 3.6), QPointF(4.8, -3.2)]
            painter.drawPolyline(QPolygonF([centre + point * unit for point in tick]))
        else:
            painter.setFont(theme.font(12, bold=True))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
