"""One numbered step of a derivation: what it is about, its sentence, and the figures in it, each of which leads somewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.reasoned import Input, ReasonedStep
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.theme import BODY, dp
from tracker.ui.widgets.building import column, label, row
from tracker.ui.widgets.section import Look, SectionTable
from tracker.ui.widgets.total_row import Fill

PADDING, CIRCLE, GAP = 16, 20, 8
NAME, AMOUNT, ROW = 72, 72, 22


class ReasonStep(QWidget):
    """A number in a circle at the left, all else beside it."""

    opened = Signal(object, int)
    """An Input, and the number of the column that was meant: name and amount, or when and by whom."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.title = _words(bold=True, tone="quiet")
        self.text = _words()
        self.model: RecordModel[Input] = RecordModel(_columns(), self)
        self.table = SectionTable(self.model, "", Look(row=ROW))
        self.table.verticalHeader().setMinimumSectionSize(1)
        self.table.set_compact(False)
        self.total, self.total_line = _words(bold=True), QWidget()
        self._lay_out(number)
        self.table.opened_at.connect(self.opened)

    def _lay_out(self, number: int) -> None:
        outer = column(self)
        outer.addWidget(Fill("line", height=1))
        line = row(gap=dp(GAP))
        line.setContentsMargins(dp(PADDING), dp(10), dp(PADDING), dp(10))
        line.addWidget(Circle(number), 0, Qt.AlignmentFlag.AlignTop)
        box = column(gap=dp(2))
        for widget in (self.title, self.text, self.table, self.total_line):
            box.addWidget(widget)
        line.addLayout(box, 1)
        outer.addLayout(line)
        below = column(self.total_line)
        below.addWidget(Fill("line2", height=1))
        sums = row()
        word = _words(bold=True)
        word.setText(tr("Added up"))
        word.setFixedWidth(dp(NAME))
        word.setIndent(dp(8))
        self.total.setFixedWidth(dp(AMOUNT))
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.total.setContentsMargins(0, 0, dp(8), 0)
        sums.addWidget(word)
        sums.addWidget(self.total)
        sums.addStretch(1)
        below.addLayout(sums)

    def show_step(self, step: ReasonedStep) -> None:
        """Show this one."""
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.table.setAccessibleName(step.title)
        if self.model.records != list(step.inputs):
            self.model.show(step.inputs)
            self.table.updateGeometry()
        self.table.setVisible(bool(step.inputs))
        self.total.setText(step.total)
        self.total_line.setVisible(bool(step.total))


class Circle(QWidget):
    """A step's number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(dp(CIRCLE), dp(CIRCLE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.ctrl, 1))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(theme.font(11))
        painter.setPen(colors.text2)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


def _columns() -> list[RecordColumn[Input]]:
    """Whose or which month's, how much, when and by whom."""
    return [
        RecordColumn(tr("Whose or when"), lambda each: each.name, NAME),
        RecordColumn(tr("How much"), lambda each: each.shown, AMOUNT, numeric=True, tip=_where),
        RecordColumn(
            tr("When and by whom"),
            lambda each: f"{each.when} {each.who}".strip(),
            numeric=True,
            color=lambda _each: "text2",
            tip=_told,
        ),
    ]


def _where(_each: Input) -> str:
    return tr("Shows the figure where it was entered")


def _told(each: Input) -> str:
    return tr("{told}\nShows its changes in the journal", told=each.told) if each.entry is not None else each.told


def _words(*, bold: bool = False, tone: str = "") -> QLabel:
    made = label(wraps=True)
    made.setFont(theme.font(BODY, bold=bold))
    made.setProperty("tone", tone)
    return made
