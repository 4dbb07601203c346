"""已报 27/30: how many of the month's units have sent anything, as figures and as a thin bar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from tracker.i18n import tr
from tracker.ui import theme

PADDING, GAP, BAR = 12, 6, 58


class Reported(QToolButton):
    """A button that is painted here, since its words have two weights; pressing it lists who is missing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reported")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._done = self._of = 0
        self._with_bar = True

    @property
    def count(self) -> tuple[int, int]:
        """How many have reported, of how many."""
        return self._done, self._of

    def show_count(self, done: int, of: int) -> None:
        self._done, self._of = done, of
        self.setAccessibleName(tr("Reported: {done} of {of} units", done=done, of=of))
        tip = tr("{missing} units have not reported yet; press to see them.", missing=of - done)
        self.setToolTip(tip if done < of else tr("Every unit has reported."))
        self.updateGeometry()
        self.update()

    def show_bar(self, shown: bool) -> None:
        """Keep the bar, or give its room away: the figures say the same."""
        if shown != self._with_bar:
            self._with_bar = shown
            self.updateGeometry()
            self.update()

    def _words(self) -> list[tuple[str, QFont]]:
        return [(tr("Reported"), theme.font(13)), (f"{self._done}/{self._of}", theme.font(14, bold=True))]

    def sizeHint(self) -> QSize:
        words = sum(QFontMetrics(font).horizontalAdvance(text) + theme.dp(GAP) for text, font in self._words())
        bar = BAR if self._with_bar else -GAP
        return QSize(words + theme.dp(2 * PADDING + bar), theme.dp(28))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        left = theme.dp(PADDING)
        painter.setPen(theme.colors().text)
        for text, font in self._words():
            painter.setFont(font)
            width = QFontMetrics(font).horizontalAdvance(text)
            painter.drawText(QRect(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + theme.dp(GAP)
        if self._with_bar:
            self._paint_bar(painter, QRect(QPoint(left, (self.height() - theme.dp(4)) // 2), QSize(theme.dp(BAR), theme.dp(4))))

    def _paint_bar(self, painter: QPainter, track: QRect) -> None:
        painter.fillRect(track, theme.colors().line2)
        if self._of:
            part = QRect(track)
            part.setWidth(round(track.width() * self._done / self._of))
            painter.fillRect(part, theme.colors().accent)
