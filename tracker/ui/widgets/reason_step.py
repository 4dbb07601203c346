"""One numbered step of a derivation: what it is about, its sentence, and the figures in it, each of which leads somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from tracker.i18n import tr
from tracker.metrics.derivation.reasoned import Input, ReasonedStep
from tracker.metrics.derivation.steps import Source
from tracker.ui import theme
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.theme import BODY, dp
from tracker.ui.widgets.building import column, label, row
from tracker.ui.widgets.section import Look, SectionTable
from tracker.ui.widgets.total_row import Fill

PADDING, CIRCLE, GAP = 16, 20, 8
MONTH, AMOUNT, NARROW, NOTE, ROW = 56, 80, 64, 68, 22
LARGEST = 16_777_215
"""Qt's own for a widget that may be as wide as there is room."""


class ReasonStep(QWidget):
    """A number in a circle at the left, all else beside it."""

    opened = Signal(object, int)
    """An Input, and the number of the column that was meant: name and amount, or when and by whom."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.title = _words(bold=True, tone="quiet")
        self.text = _words()
        self.model: RecordModel[Input] = RecordModel(_columns(()), self)
        self.table = SectionTable(self.model, "", Look(row=ROW))
        self.table.verticalHeader().setMinimumSectionSize(1)
        self.table.set_compact(False)
        self.total, self.total_line = _words(bold=True), QWidget()
        self._word, self._beside = _words(bold=True), QWidget()
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
        self._word.setText(tr("In all"))
        self._word.setIndent(dp(8))
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.total.setContentsMargins(0, 0, dp(8), 0)
        for part in (self._word, self.total, self._beside):
            sums.addWidget(part)
        below.addLayout(sums)

    def show_step(self, step: ReasonedStep) -> None:
        """Show this one."""
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.table.setAccessibleName(step.title)
        if self.model.records != list(step.inputs):
            self.model.columns = tuple(_columns(step.inputs))
            self.model.show(step.inputs)
            self.table.fit()
            self._fit_total()
        self.table.setVisible(bool(step.inputs))
        self.total.setText(step.total)
        self.total_line.setVisible(bool(step.total))

    def _fit_total(self) -> None:
        """Put the sum under the amounts: after the months, or before what stands beside them at the right."""
        parts = (self._word, self.total, self._beside)
        for part, width in zip(parts, (each.width for each in self.model.columns), strict=True):
            part.setMinimumWidth(dp(width))
            part.setMaximumWidth(dp(width) if width else LARGEST)


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


def _columns(inputs: Sequence[Input]) -> list[RecordColumn[Input]]:
    """Which month's, how much, when and by whom; or whose, how much, and what is to be known beside it."""
    dated = any(each.when for each in inputs)
    noted = any(each.who for each in inputs)
    beside, amount = 0 if dated else NOTE if noted else 1, NARROW if noted and not dated else AMOUNT
    return [
        RecordColumn(tr("Whose or when"), lambda each: each.name, MONTH if dated else 0),
        RecordColumn(tr("How much"), lambda each: each.shown, amount, numeric=True, tip=_where),
        RecordColumn(tr("When and by whom"), _when, beside, numeric=True, color=lambda _each: "text2", tip=_told),
    ]


def _when(each: Input) -> str:
    return f"{each.when} {each.who}".strip()


def _where(each: Input) -> str:
    return tr("Shows the figure where it was entered") if isinstance(each.place, Source) else each.shown


def _told(each: Input) -> str:
    return tr("{told}\nShows its changes in the journal", told=each.told) if each.entry is not None else each.told


def _words(*, bold: bool = False, tone: str = "") -> QLabel:
    made = label(wraps=True)
    made.setFont(theme.font(BODY, bold=bold))
    made.setProperty("tone", tone)
    return made
