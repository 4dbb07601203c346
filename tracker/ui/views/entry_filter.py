"""The strip under the entry bar that says what a filter leaves out, and takes it away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.i18n import tr
from tracker.ui.theme import colors, dp
from tracker.ui.widgets.building import label, row, tool_button

HEIGHT = 32


class FilterStrip(QWidget):
    """Hidden while every line is shown."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(dp(HEIGHT))
        self.words = label()
        self.clear = tool_button(tr("Show all lines"), icon="x")
        self.clear.clicked.connect(self.cleared)
        box = row(self, gap=dp(12))
        box.setContentsMargins(dp(12), 0, dp(12), 0)
        box.addWidget(self.words)
        box.addWidget(self.clear)
        box.addStretch(1)
        self.hide()

    def tell(self, left_out: int, *, totals: bool) -> None:
        """Say how many lines are left out; with `totals`, that these count all the same."""
        said = [tr("Filtered: {count} lines are not shown.", count=left_out)]
        if totals:
            said.append(tr("Subtotals and the county's total count every unit."))
        self.words.setText(" ".join(said))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors().accent_soft)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors().line2)
