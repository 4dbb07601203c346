"""The window's left edge: one button a page, an icon over its word, a 3-px bar at the page that is shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import paint_icon

WIDE, NARROW = 80, 64
ITEM, ITEM_NARROW = 56, 48


class NavigationButton(QToolButton):
    """A page's button; painted here, since no style sheet gives it its bar."""

    def __init__(self, icon_name: str, text: str, tip: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.narrow = False
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme.dp(NARROW if self.narrow else WIDE) - 1, theme.dp(ITEM_NARROW if self.narrow else ITEM))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, dp, painter = theme.colors(), theme.dp, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = dp(4 if self.narrow else 8)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.accent_soft if self.isChecked() else colors.hover)
            painter.drawRoundedRect(self.rect().adjusted(margin, 0, -margin, 0), dp(4), dp(4))
        if self.isChecked():
            painter.fillRect(QRect(0, dp(8), dp(3), self.height() - 2 * dp(8)), colors.accent)
        color = colors.accent if self.isChecked() else colors.text2
        font = theme.font(12, bold=self.isChecked())
        if QFontMetrics(font).horizontalAdvance(self.text()) > self.width() - dp(6):
            font = theme.font(11, bold=self.isChecked())
        side, gap, line = self._measures()
        top = (self.height() - side - gap - line) // 2
        corner = QPoint((self.width() - side) // 2, top)
        paint_icon(painter, QRect(corner, QSize(side, side)), self._icon_name, color)
        painter.setFont(font)
        painter.setPen(color)
        if line:
            words = QRect(0, top + side + gap, self.width(), line)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())

    def _measures(self) -> tuple[int, int, int]:
        """The icon's side, the gap and the words' height; in a low window they move together, then the icon stands alone."""
        dp = theme.dp
        if self.height() >= dp(40):
            return dp(20), dp(4), dp(16)
        return (dp(16), 0, dp(16)) if self.height() >= dp(32) else (dp(16), 0, 0)


class Navigation(QWidget):
    """The pages' buttons, from top to bottom; `chosen` gives a page's name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Pages"))
        self._buttons: dict[str, NavigationButton] = {}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.dp(8), 1, 0)
        self._layout.setSpacing(theme.dp(4))
        self._layout.addStretch()

    def add(self, name: str, icon_name: str, text: str, *, key: str) -> None:
        """Add a page's button under the others; `key` is told in its tooltip."""
        button = NavigationButton(icon_name, text, f"{text}  {key}")
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._buttons[name] = button
        self._group.addButton(button)
        self._layout.insertWidget(len(self._buttons) - 1, button)

    def button(self, name: str) -> NavigationButton:
        return self._buttons[name]

    def show_page(self, name: str) -> None:
        """Mark the page that is in front."""
        self._buttons[name].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Use the narrower column of a window below 1100 px."""
        for button in self._buttons.values():
            button.narrow = narrow
            button.updateGeometry()
        self.setFixedWidth(theme.dp(NARROW if narrow else WIDE))
