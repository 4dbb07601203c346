"""这个数怎么来的: the panel at the ranking's side that says how a number comes about; it shows what it is given."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tracker.i18n import tr
from tracker.metrics.derivation.reasoned import Reasoned
from tracker.ui import theme
from tracker.ui.theme import BODY, SMALL, dp
from tracker.ui.widgets.building import column, label, named, row, tool_button
from tracker.ui.widgets.reason_step import ReasonStep
from tracker.ui.widgets.small_chart import AROUND, SmallChart
from tracker.ui.widgets.total_row import Fill

WIDTH, PADDING, FIGURE, WORDS = 304, 16, 28, 22
LONG = 8
"""A number that is longer, or told in words, is written smaller."""


class ReasonPanel(QFrame):
    """F6 and Esc lead back to the ranking."""

    closed = Signal()
    copied = Signal()
    """All of it is wanted as text."""
    entry_asked = Signal()
    """The cell on the entry page is wanted."""
    opened = Signal(object, int)
    """An Input that was pressed, and the number of its column."""
    left = Signal()
    """The focus should go back to the ranking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reasonPanel")
        self.setAccessibleName(tr("How it comes about"))
        self.setFixedWidth(dp(WIDTH))
        self.told: Reasoned | None = None
        self.steps: list[ReasonStep] = []
        self.place = _words(BODY, tone="quiet", wraps=True)
        self.figure, self.measure = _words(FIGURE, bold=True), _words(BODY, tone="quiet")
        self.hint = _words(BODY, tone="quiet", wraps=True)
        self.hint.setText(tr("Choose a number in the ranking: here stands how it comes about."))
        self.chart = SmallChart()
        self.close_button = tool_button(tip=tr("Close (F1)"), icon="x")
        self.copy_button = tool_button(tr("Copy the reasons"), icon="copy", tip=tr("All steps as text, for a chat"))
        self.entry_button = tool_button(
            tr("To the cell"), icon="table", tip=tr("Shows the figure on the entry page (Ctrl+Enter)")
        )
        self._head, self._stack, self._foot = QWidget(), QVBoxLayout(), QWidget()
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.copy_button.clicked.connect(self.copied)
        self.entry_button.clicked.connect(self.entry_asked)
        self.show_reason(None)

    def _lay_out(self) -> None:
        outer = row(self)
        outer.addWidget(Fill("line2", width=1))
        inside = column()
        inside.addWidget(self._title())
        inside.addWidget(Fill("line", height=1))
        self.area = named(QScrollArea(), tr("How it comes about"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = QWidget()
        body.setObjectName("reasonBody")
        self._stack = column(body)
        self._stack.addWidget(self._number())
        picture = row()
        picture.setContentsMargins(dp(PADDING - AROUND), 0, 0, 0)
        picture.addWidget(self.chart, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack.addLayout(picture)
        self.hint.setContentsMargins(dp(PADDING), dp(12), dp(PADDING), 0)
        self._stack.addWidget(self.hint)
        self._stack.addStretch(1)
        self.area.setWidget(body)
        inside.addWidget(self.area, 1)
        inside.addWidget(self._buttons())
        outer.addLayout(inside, 1)

    def _title(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(dp(40))
        line = row(head, gap=dp(8))
        line.setContentsMargins(dp(PADDING), 0, dp(8), 0)
        title = _words(15, bold=True)
        title.setText(tr("How it comes about"))
        key = _words(SMALL, tone="quiet")
        key.setText("F1")
        line.addWidget(title)
        line.addWidget(key)
        line.addStretch(1)
        line.addWidget(self.close_button)
        return head

    def _number(self) -> QWidget:
        """Whose number of what, and the number."""
        box = column(self._head, gap=dp(2))
        box.setContentsMargins(dp(PADDING), dp(12), dp(PADDING), dp(8))
        box.addWidget(self.place)
        line = row(gap=dp(6))
        bottom = Qt.AlignmentFlag.AlignBottom
        line.addWidget(self.figure, 0, bottom)
        self.measure.setContentsMargins(0, 0, 0, dp(5))
        line.addWidget(self.measure, 0, bottom)
        line.addStretch(1)
        box.addLayout(line)
        return self._head

    def _buttons(self) -> QWidget:
        box = column(self._foot)
        box.addWidget(Fill("line", height=1))
        line = row(gap=dp(8))
        line.setContentsMargins(dp(PADDING), dp(8), dp(PADDING), dp(8))
        for button in (self.copy_button, self.entry_button):
            button.setProperty("role", "outlined")
            line.addWidget(button)
        line.addStretch(1)
        box.addLayout(line)
        return self._foot

    def show_reason(self, told: Reasoned | None, *, may_enter: bool = False) -> None:
        """Show all that is told of a number; None says that none is chosen. `may_enter`: there is a cell for it."""
        if told == self.told and told is not None:
            self.entry_button.setVisible(may_enter)
            return
        self.told = told
        steps = told.steps if told is not None else ()
        self._head.setVisible(told is not None)
        self._foot.setVisible(told is not None)
        self.hint.setVisible(told is None)
        self.entry_button.setVisible(may_enter)
        if told is not None:
            self.place.setText(told.place)
            self.figure.setFont(theme.font(FIGURE if len(told.figure) <= LONG else WORDS, bold=True))
            self.figure.setText(told.figure)
            self.measure.setText(told.measure)
            self.setAccessibleDescription(told.text)
        while len(self.steps) < len(steps):
            self._add_step()
        for at, made in enumerate(self.steps):
            made.setVisible(at < len(steps))
            if at < len(steps):
                made.show_step(steps[at])
        self._stack.activate()  # at once, so that no step is seen with the room of another
        self.area.verticalScrollBar().setValue(0)

    def enter(self) -> None:
        """Take the focus: to the first figures that lead somewhere, else to the whole."""
        lists = [step.table for step in self.steps if step.isVisibleTo(self) and step.table.isVisibleTo(step)]
        (lists[0] if lists else self.area).setFocus(Qt.FocusReason.TabFocusReason)

    def _add_step(self) -> None:
        step = ReasonStep(len(self.steps) + 1)
        step.opened.connect(self.opened)
        self._stack.insertWidget(self._stack.count() - 1, step)
        self.steps.append(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F6, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _words(size: float, *, bold: bool = False, tone: str = "", wraps: bool = False) -> QLabel:
    made = label(wraps=wraps)
    made.setFont(theme.font(size, bold=bold))
    made.setProperty("tone", tone)
    if wraps:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made
