"""How the file in front was understood, each point with a choice to correct it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.intake_questions import Question
from tracker.ui.theme import dp
from tracker.ui.widgets.building import CutLabel, column, label, scrolled
from tracker.ui.widgets.ranking_choice import LabelledCombo


class UnderstoodPanel(QWidget):
    """Shows questions; `answered` tells the Answer that somebody chose."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("How it was understood"))
        self.heading = CutLabel()
        self.note = label(name="note", wraps=True)
        self._rows: list[tuple[QLabel, LabelledCombo]] = []
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, dp(4), 0)
        self._grid.setHorizontalSpacing(dp(8))
        self._grid.setVerticalSpacing(dp(4))
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 6)
        self._area = scrolled(content)
        outer = column(self, gap=dp(6))
        outer.setContentsMargins(dp(12), dp(10), dp(8), dp(8))
        outer.addWidget(self.heading)
        outer.addWidget(self.note)
        outer.addWidget(self._area, 1)
        self.heading.setFont(theme.font(13, bold=True))

    @property
    def combos(self) -> list[LabelledCombo]:
        """The choices that are shown, from the top."""
        return [combo for _, combo in self._rows if not combo.isHidden()]

    def show_questions(self, name: str, questions: Sequence[Question], *, note: str) -> None:
        """Ask these; `note` says what answers do, or why there is nothing to ask."""
        self.heading.setText(tr("How {file} was understood", file=name) if name else tr("How it was understood"))
        self.note.setText(note)
        while len(self._rows) < len(questions):
            self._add_row()
        for at, (words, combo) in enumerate(self._rows):
            there = at < len(questions)
            words.setVisible(there)
            combo.setVisible(there)
            if there:
                self._ask(words, combo, questions[at])

    def _ask(self, words: QLabel, combo: LabelledCombo, question: Question) -> None:
        words.setText(question.label)
        words.setFont(theme.font(13, bold=question.waits))
        combo.offer(question.answers, question.chosen)
        combo.setAccessibleName(question.label)

    def _add_row(self) -> None:
        words, combo, at = CutLabel(), LabelledCombo(""), len(self._rows)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        combo.picked.connect(self.answered, Qt.ConnectionType.QueuedConnection)  # when its list is closed
        self._grid.addWidget(words, at, 0)
        self._grid.addWidget(combo, at, 1)
        self._grid.setRowStretch(at, 0)
        self._grid.setRowStretch(at + 1, 1)
        self._rows.append((words, combo))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().window)
