"""A combo box that says in itself what it chooses: 指标 实际到位省外资金 ⌄."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from tracker.ui import theme
from tracker.ui.theme import dp

PADDING, GAP, CHEVRON = 10, 6, 26
WIDEST = 240


class LabelledCombo(QComboBox):
    """Its label quiet, the choice bold. `offer` fills it; `picked` comes when the user chooses, not when it is filled."""

    picked = Signal(object)
    """The value of the entry chosen."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._values: list[object] = []
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.activated.connect(self._pick)

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Fill it with (value, text) pairs, `chosen` being the value in force."""
        self._values = [value for value, _ in choices]
        self.clear()
        self.addItems([text for _, text in choices])
        self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else -1)
        self.view().setMinimumWidth(min(dp(420), self.view().sizeHintForColumn(0) + dp(32)))
        self._fit()

    def choose(self, value: object) -> None:
        """Show that value as the one in force; nothing where it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self._fit()

    @property
    def value(self) -> object:
        """What is chosen; None where nothing is."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def _fit(self) -> None:
        self.setToolTip(self.currentText())
        self.updateGeometry()

    def _pick(self, at: int) -> None:
        self._fit()
        self.picked.emit(self._values[at])

    def sizeHint(self) -> QSize:
        label = QFontMetrics(theme.font(13)).horizontalAdvance(self._label)
        text = QFontMetrics(theme.font(13, bold=True)).horizontalAdvance(self.currentText())
        return QSize(dp(PADDING + GAP + CHEVRON) + label + min(text + 2, dp(WIDEST)), dp(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), dp(96)), dp(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        colors, left = theme.colors(), dp(PADDING)
        painter.setFont(theme.font(13))
        painter.setPen(colors.text2)
        middle = Qt.AlignmentFlag.AlignVCenter
        if self.width() >= self.sizeHint().width():  # else the choice itself has the room
            wide = painter.fontMetrics().horizontalAdvance(self._label)
            painter.drawText(QRect(left, 0, wide + 1, self.height()), middle, self._label)
            left += wide + dp(GAP)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(colors.text)
        room = self.width() - left - dp(CHEVRON) + dp(4)
        text = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), middle, text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel over a bar changes nothing by accident."""
        event.ignore()
