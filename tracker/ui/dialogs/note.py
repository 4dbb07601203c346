"""加说明: asks for the note to a figure."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.widgets.building import column, label, named


class NoteDialog(QDialog):
    """A few lines of text; Ctrl+Enter saves, an empty text removes the note."""

    def __init__(self, parent: QWidget | None, place: str, note: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Note"))
        self.text = named(QPlainTextEdit(note), tr("Note"))
        self.text.setPlaceholderText(tr("Why the figure is as it is, who confirmed it"))
        self.text.setTabChangesFocus(True)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFixedHeight(theme.dp(96))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        for kind, words in ((kinds.Ok, tr("Save")), (kinds.Cancel, tr("Cancel"))):
            self.buttons.button(kind).setText(words)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(12))
        for widget in (
            label(place, name="sentence", wraps=True),
            self.text,
            label(tr("The note stays with the figure and in the journal. Leave it empty to remove it."), name="note", wraps=True),
            self.buttons,
        ):
            outer.addWidget(widget)
        self.setMinimumWidth(theme.dp(420))
        self.text.setFocus()

    @property
    def note(self) -> str:
        """What was typed, without blank ends."""
        return self.text.toPlainText().strip()
