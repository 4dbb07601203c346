"""What kept something from the outside from being taken: every problem with its file and row, to be copied or sent back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from tracker.exchange.problems import Problem
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.dialogs.message import MessageDialog
from tracker.ui.widgets.building import add_words, word_table

SHOWN = 1000
"""More problems than these are counted, not listed."""


class ProblemsDialog(MessageDialog):
    """A table: where, what, and what to do about it."""

    def __init__(self, parent: QWidget | None, sentence: str, problems: Sequence[Problem]) -> None:
        super().__init__(parent, sentence, _note(len(problems)))
        self._problems = problems
        self.table = word_table(tr("Problems"), [tr("Where"), tr("What is wrong"), tr("What to do")])
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for problem in problems[:SHOWN]:
            add_words(self.table, [problem.place, problem.what, problem.advice])
        header = self.table.header()
        header.setStretchLastSection(True)
        for column, width in enumerate((220, 300)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(column, theme.dp(width))
        self.column.insertWidget(2, self.table, 1)
        copy = self.add_button(tr("Copy the list"))
        copy.clicked.connect(self._copy)
        self.resize(theme.dp(820), theme.dp(460))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(str, self._problems)))


def _note(count: int) -> str:
    note = tr("The book is as it was. Put these right and try again.")
    return note if count <= SHOWN else note + " " + tr("The first {count} are shown.", count=SHOWN)
