"""The proof-reader of one window: opened with a given text, or with the one that it had last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.ui.session import Session


class Proofreading:
    """Keeps the text that is being proof-read while its dialog is closed."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session = session
        self._window = window
        self._text = ""

    def show(self) -> None:
        """Go on with the text that was there last."""
        self._text = self._open(self._text)

    def show_text(self, text: str) -> None:
        """Proof-read this text."""
        self._open(text)

    def _open(self, text: str) -> str:
        """Proof-read; what the text is when the dialog is closed."""
        from tracker.ui.dialogs.proof import ProofDialog

        dialog = ProofDialog(self._session, self._window, text=text)
        dialog.exec()
        dialog.deleteLater()
        return dialog.text.text
