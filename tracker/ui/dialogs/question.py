"""One question with its answer on the button: what will be done, what that means, and a way out."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.widgets.building import column, label


class QuestionDialog(QDialog):
    """Enter gives the answer, Esc leaves everything as it is."""

    def __init__(self, parent: QWidget | None, sentence: str, note: str, answer: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("County tracker"))
        self.setAccessibleName(sentence)
        self.sentence = label(sentence, name="sentence", wraps=True)
        self.note = label(note, name="note", wraps=True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(answer)
        self.buttons.button(kinds.Ok).setDefault(True)
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.column = column(self, margin=theme.dp(20), gap=theme.dp(12))
        for widget in (self.sentence, self.note, self.buttons):
            self.column.addWidget(widget)
        self.setMinimumWidth(theme.dp(420))


def ask(parent: QWidget | None, sentence: str, note: str, *, answer: str) -> bool:
    """Ask and wait; whether the answer was given."""
    dialog = QuestionDialog(parent, sentence, note, answer)
    answered = bool(dialog.exec())
    dialog.deleteLater()
    return answered
