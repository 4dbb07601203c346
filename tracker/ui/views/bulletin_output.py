"""What goes out of the page 通报: the text on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from tracker.i18n import tr
from tracker.reports.bulletin.as_text import bulletin_text
from tracker.ui.proofreading import Proofreading
from tracker.ui.views.bulletin_bar import BulletinBar

if TYPE_CHECKING:
    from tracker.ui.views.bulletin_view import BulletinView


class BulletinOutput:
    """Does what the page's buttons promise; faults are told."""

    def __init__(self, view: BulletinView) -> None:
        self._view = view

    def fill(self, bar: BulletinBar) -> None:
        """Add the buttons."""
        bar.add(tr("Proof-read"), "text-aa", tr("Recompute every figure of the text from those beside it"), self.proofread)
        bar.add(tr("Copy the whole text"), "copy", tr("The bulletin’s text, for WPS or a chat group"), self.copy_all)

    def copy_all(self) -> None:
        """Put the whole text on the clipboard."""
        if self._view.shown is not None:
            QGuiApplication.clipboard().setText(bulletin_text(self._view.shown.content))
            self._view.session.say(tr("The bulletin’s text is copied; paste it in WPS or in the chat."))

    def proofread(self) -> None:
        """Open the proof-reader on the text."""
        if self._view.shown is not None:
            Proofreading(self._view.session, self._view.window()).show_text(bulletin_text(self._view.shown.content))

    def copy_selection(self) -> None:
        """Put what is selected on the clipboard; the whole text where nothing is."""
        if self._view.text.textCursor().hasSelection():
            self._view.text.copy()
        else:
            self.copy_all()
