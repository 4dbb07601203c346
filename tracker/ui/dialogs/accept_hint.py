"""无误，加说明: asks for the note with which hints are accepted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.widgets.building import column, label, named

SHOWN = 5
"""So many of the sentences are repeated in the dialog."""


class AcceptHintDialog(QDialog):
    """Shows what is accepted; the note must not be blank."""

    def __init__(self, parent: QWidget | None, sentences: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Accept with a note"))
        self.note = named(QLineEdit(), tr("Note"))
        self.note.setPlaceholderText(tr("Why the figure is right: whom you asked, which document says so"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(tr("Accept"))
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.note.textChanged.connect(self._follow)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(10))
        for sentence in sentences[:SHOWN]:
            outer.addWidget(label(sentence, wraps=True))
        if len(sentences) > SHOWN:
            outer.addWidget(label(tr("… and {count} more", count=len(sentences) - SHOWN), name="note"))
        outer.addWidget(self.note)
        outer.addWidget(label(tr("The note stays in the journal. The hint comes back when the figure changes."), name="note"))
        outer.addWidget(self.buttons)
        self.setMinimumWidth(theme.dp(520))
        self.note.setFocus()
        self._follow()

    @property
    def text(self) -> str:
        """The note."""
        return self.note.text().strip()

    def _follow(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.text))
