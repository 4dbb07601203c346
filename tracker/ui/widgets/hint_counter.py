"""⚠ 3 条提示: how many hints the month has that nobody has accepted; red where all of them are unreadable cells."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import paint_icon

PADDING, GAP, ICON = 10, 5, 18


class HintCounter(QToolButton):
    """A button that is painted here, since its words have two weights; without a hint it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hints")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._unreadable_alone = False

    def show_count(self, count: int, unreadable: int) -> None:
        """Tell of `count` hints, so many of which are unreadable cells."""
        self._unreadable_alone = count == unreadable
        self.setText(tr("{count} hints", count=count))
        told = [
            tr("{count} figures to look at again", count=count - unreadable) if count > unreadable else "",
            tr("{count} cells that could not be read", count=unreadable) if unreadable else "",
        ]
        self.setAccessibleName(self.text())
        self.setToolTip(tr("{what}. Press to see them; F8 goes from one to the next.", what=tr(", ").join(filter(None, told))))
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    @property
    def role(self) -> str:
        """The colour of its mark and its words."""
        return "bad" if self._unreadable_alone else "warn"

    def _words(self) -> list[tuple[str, QFont]]:
        """The number bold, the word beside it not; in a language's own order."""
        number, _, word = self.text().partition(" ")
        return [(number, theme.font(14, bold=True)), (word, theme.font(13))]

    def sizeHint(self) -> QSize:
        words = sum(QFontMetrics(font).horizontalAdvance(text) + theme.dp(GAP) for text, font in self._words())
        return QSize(words + theme.dp(2 * PADDING + ICON), theme.dp(28))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        color = getattr(theme.colors(), self.role)
        left, side = theme.dp(PADDING), theme.dp(ICON)
        mark = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, mark, "x-circle" if self._unreadable_alone else "warning", color)
        left += side + theme.dp(GAP)
        painter.setPen(color)
        for text, font in self._words():
            painter.setFont(font)
            width = QFontMetrics(font).horizontalAdvance(text)
            painter.drawText(QRect(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + theme.dp(GAP)
