"""更正记录: a published month's corrections, each with its figures and the ranks that it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from tracker.i18n import tr
from tracker.metrics.moves import Move, moves_of
from tracker.store.corrections import Correction, corrections
from tracker.ui import theme
from tracker.ui.models.correction_text import CorrectionLine, correction_lines, correction_text, figure_columns, move_columns
from tracker.ui.models.journal_model import when_text
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.months import month_text
from tracker.ui.session import Session
from tracker.ui.widgets.building import column, label, room_for, row
from tracker.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book


class CorrectionsDialog(QDialog):
    """The list above, the chosen one below."""

    def __init__(self, session: Session, book: Book, live: Live, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session, self._book, self._live = session, book, live
        self._moved: list[Move] = []
        month = month_text(live.month)
        self.setWindowTitle(tr("Corrections"))
        found = corrections(book, live.month)
        words = tr("{month}: {count} corrections", month=month, count=len(found))
        if not found:
            words = tr("{month} has no corrections.", month=month)
        self.sentence = label(words, name="sentence")
        self.model: RecordModel[Correction] = RecordModel(_columns(), self)
        self.figures: RecordModel[CorrectionLine] = RecordModel(figure_columns(), self)
        self.moves: RecordModel[Move] = RecordModel(move_columns(), self)
        self.list = RecordTable(self.model, tr("Corrections"))
        self.copy = QPushButton(tr("Copy as text"))
        self.leave = QPushButton(tr("Close"))
        self._tables = QWidget()
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.leave.clicked.connect(self.reject)
        self.model.show(found)
        self._tables.setVisible(bool(found))
        self.resize(room_for(self, 760, 620) if found else room_for(self, 420, 120))
        self.copy.setEnabled(bool(found))
        if found:
            self.list.choose_row(len(found) - 1)

    def _lay_out(self) -> None:
        outer = column(self, margin=theme.dp(20), gap=theme.dp(10))
        outer.addWidget(self.sentence)
        inner = column(self._tables, gap=theme.dp(10))
        inner.addWidget(self.list, 2)
        for title, model in ((tr("Corrected figures"), self.figures), (tr("Changes of rank"), self.moves)):
            inner.addWidget(label(title, name="note"))
            table = RecordTable(model, title)
            table.setMinimumHeight(theme.dp(90))
            inner.addWidget(table, 2)
        outer.addWidget(self._tables, 1)
        buttons = row(gap=theme.dp(8))
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        outer.addLayout(buttons)
        for button in (self.copy, self.leave):
            button.setAutoDefault(False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        correction = self.list.record
        if isinstance(correction, Correction):
            self._moved = moves_of(self._book, correction)
            self.figures.show(correction_lines(correction, self._live))
            self.moves.show(self._moved)

    def _copy(self) -> None:
        correction = self.list.record
        if isinstance(correction, Correction):
            QGuiApplication.clipboard().setText(correction_text(self._live.month, correction, self.figures.records, self._moved))
            self._session.say(tr("Correction copied."))


def _columns() -> list[RecordColumn[Correction]]:
    return [
        RecordColumn(tr("No."), lambda each: str(each.number), 56, numeric=True),
        RecordColumn(tr("When"), lambda each: when_text(each.at), 150),
        RecordColumn(tr("Who"), lambda each: each.by, 120),
        RecordColumn(tr("Reason"), lambda each: each.reason, strong=True),
        RecordColumn(tr("Figures"), lambda each: str(len(each.figures)), 72, numeric=True),
    ]
