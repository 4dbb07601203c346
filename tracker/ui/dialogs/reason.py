"""A question that wants a reason: it stays on record, so it cannot be left blank."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from tracker.i18n import tr
from tracker.ui.dialogs.question import QuestionDialog
from tracker.ui.widgets.building import named


class ReasonDialog(QuestionDialog):
    """The answer is given only with a reason."""

    def __init__(self, parent: QWidget | None, sentence: str, note: str, answer: str) -> None:
        super().__init__(parent, sentence, note, answer)
        self.reason = named(QLineEdit(), tr("Reason"))
        self.reason.setPlaceholderText(tr("Reason"))
        self.column.insertWidget(2, self.reason)
        self.reason.textChanged.connect(self._allow)
        self._allow()
        self.reason.setFocus()

    @property
    def words(self) -> str:
        """The reason."""
        return self.reason.text().strip()

    def _allow(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.words))
