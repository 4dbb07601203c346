"""The tip beside a cell with a hint: why, and the two ways to deal with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, row

EDGE, WIDTH, GAP = 3, 280, 6


class HintTip(QFrame):
    """Lies over the page without taking the focus, so that one can type on; its buttons are for the mouse."""

    suggestion_taken = Signal()
    acceptance_asked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.reason = label(wraps=True)
        self.take = QPushButton()
        self.accept = QPushButton(tr("It is right; add a note…"))
        self.take.setToolTip("Ctrl+Shift+F8")
        self.accept.setToolTip("Ctrl+F8")
        for button in (self.take, self.accept):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.take.clicked.connect(self.suggestion_taken)
        self.accept.clicked.connect(self.acceptance_asked)
        outer = column(self, gap=dp(8))
        outer.setContentsMargins(dp(EDGE + 10), dp(8), dp(10), dp(10))
        outer.addWidget(self.reason)
        buttons = row(gap=dp(8))
        buttons.addWidget(self.take)
        buttons.addWidget(self.accept)
        buttons.addStretch(1)
        outer.addLayout(buttons)
        self.hide()

    def tell(self, reason: str, *, suggestion: str, acceptable: bool) -> None:
        """Say why; a button without sense is not there."""
        self.reason.setText(reason)
        self.setAccessibleName(reason)
        self.take.setText(tr("Change to {figure}", figure=suggestion))
        self.take.setVisible(bool(suggestion))
        self.accept.setVisible(acceptable)

    def show_beside(self, cell: QRect) -> None:
        """Show it at the cell's right, or its left where there is no room; `cell` in the page's coordinates."""
        self.setFixedWidth(dp(WIDTH))
        self.adjustSize()
        room = self._over.rect()
        right = cell.right() + dp(GAP)
        left = right if right + self.width() <= room.right() else cell.left() - self.width() - dp(GAP)
        top = min(cell.top(), room.bottom() - self.height())
        self.move(QPoint(max(0, left), max(0, top)))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.colors()
        painter.fillRect(self.rect(), colors.ctrl)
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), colors.base)
        painter.fillRect(0, 0, dp(EDGE), self.height(), colors.warn_mark)
