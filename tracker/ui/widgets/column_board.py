"""Three stacks of parts, side by side where there is room, else in two stacks, else in one; lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.theme import dp

THREE, TWO = 1120, 900
"""From these widths on there are so many stacks."""
SIDE, MARGIN, GAP = (308, 336), 12, 22


class ColumnBoard(QWidget):
    """Left and right are narrow, the middle takes the rest."""

    def __init__(self, left: Sequence[QWidget], middle: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        super().__init__()
        self._stacks = [_stack(parts) for parts in (left, middle, right)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._count = 0
        self._arrange(3)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for stack in self._stacks:
            self._grid.removeWidget(stack)
        left, middle, right = self._stacks
        places = {
            3: ((left, 0, 0, 2), (middle, 0, 1, 2), (right, 0, 2, 2)),
            2: ((left, 0, 0, 1), (middle, 0, 1, 2), (right, 1, 0, 1)),
            1: ((left, 0, 0, 1), (middle, 1, 0, 1), (right, 2, 0, 1)),
        }[count]
        for stack, line, at, high in places:
            self._grid.addWidget(stack, line, at, high, 1, Qt.AlignmentFlag.AlignTop)
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if (at == 1 and count > 1) or (at == 0 and count == 1) else 0)
            self._grid.setColumnMinimumWidth(at, self._least(at, count))
        self._grid.setRowStretch(3, 1)

    def _least(self, at: int, count: int) -> int:
        if at == 1 or count == 1 or (at == 2 and count == 2):
            return 0
        return dp(SIDE[0] if at == 0 else SIDE[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange(3 if width >= dp(THREE) else 2 if width >= dp(TWO) else 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(dp(320), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colors().base)
        if self._count > 1:
            for stack in self._stacks[1:]:
                if stack.x() > 0:
                    painter.fillRect(stack.x(), 0, 1, self.height(), theme.colors().line2)


def _stack(parts: Sequence[QWidget]) -> QWidget:
    stack = QWidget()
    box = QVBoxLayout(stack)
    box.setContentsMargins(dp(MARGIN), dp(16), dp(MARGIN), dp(16))
    box.setSpacing(dp(GAP))
    for part in parts:
        box.addWidget(part)
    return stack
