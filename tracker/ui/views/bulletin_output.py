"""What goes out of the page 通报: the text on the clipboard, Word, PDF, paper; and its way to the proof-reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.reports.bulletin.as_text import bulletin_text
from tracker.reports.document_file import save
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.file_names import file_name
from tracker.ui.models.bulletin_shown import bulletin_bytes
from tracker.ui.month_course import today
from tracker.ui.proofreading import Proofreading
from tracker.ui.views.bulletin_bar import BulletinBar
from tracker.ui.views.bulletin_template import BulletinTemplate

if TYPE_CHECKING:
    from tracker.ui.tasks import Task
    from tracker.ui.views.bulletin_view import BulletinView


class BulletinOutput:
    """Does what the page's buttons promise; faults are told."""

    def __init__(self, view: BulletinView) -> None:
        self._view = view
        self.template = BulletinTemplate(view)

    def fill(self, bar: BulletinBar) -> None:
        """Add the buttons."""
        bar.add(tr("Proof-read"), "text-aa", tr("Recompute every figure of the text from those beside it"), self.proofread)
        bar.add(tr("Copy the whole text"), "copy", tr("The bulletin’s text, for WPS or a chat group"), self.copy_all)
        bar.add(tr("Word file"), "file-text", tr("The bulletin as .docx, by the office’s template"), self.save_word)
        bar.add(tr("PDF"), "file-pdf", tr("The bulletin as an official document, with its annex"), self.save_pdf)
        bar.add(tr("Print"), "printer", tr("Print preview"), self.preview)
        bar.template = bar.add_menu(tr("Template"), tr("The Word template that the office edits"), self.template.deeds)

    def proofread(self) -> None:
        """Open the proof-reader on the text."""
        if self._view.shown is not None:
            Proofreading(self._view.session, self._view.window()).show_text(bulletin_text(self._view.shown.content))

    def copy_all(self) -> None:
        """Put the whole text on the clipboard."""
        if self._view.shown is not None:
            QGuiApplication.clipboard().setText(bulletin_text(self._view.shown.content))
            self._view.session.say(tr("The bulletin’s text is copied; paste it in WPS or in the chat."))

    def copy_selection(self) -> None:
        """Put what is selected on the clipboard; the whole text where nothing is."""
        if self._view.text.textCursor().hasSelection():
            self._view.text.copy()
        else:
            self.copy_all()

    def save_word(self) -> None:
        """Ask for a file and save the bulletin as Word."""
        self._ask_and_write("docx", tr("Save the bulletin as Word"), tr("Word (*.docx)"))

    def save_pdf(self) -> None:
        """Ask for a file and save the bulletin as PDF."""
        self._ask_and_write("pdf", tr("Save the bulletin as PDF"), tr("PDF (*.pdf)"))

    def _ask_and_write(self, ending: str, heading: str, kinds: str) -> None:
        book = self._view.session.book
        if book is not None and self._view.shown is not None:
            asked = book.path.parent / f"{self.name}.{ending}"
            chosen, _kind = QFileDialog.getSaveFileName(self._view.window(), heading, str(asked), kinds)
            if chosen:
                self.write(Path(chosen), ending)

    def write(self, path: Path, ending: str) -> None:
        """Make the document in the background, save it and say where it lies."""

        def done(document: bytes) -> None:
            try:
                save(document, path)
            except TrackerError as error:
                tell(self._view.window(), str(error))
            else:
                tell_result(self._view.window(), tr("The bulletin is saved."), path)

        self._make(ending, done)

    def preview(self) -> None:
        """Show the document as it will be printed."""
        self._make("pdf", self._show)

    def _show(self, document: bytes) -> None:
        from tracker.ui.dialogs.document_preview import DocumentPreview  # QtPdf: only when something is printed

        dialog = DocumentPreview(self._view.session, document, name=self.name, parent=self._view.window())
        dialog.exec()
        dialog.deleteLater()

    def _make(self, ending: str, done: Callable[[bytes], None]) -> None:
        """Make the document of what is typed and entered by now."""
        view = self._view
        view.words.finish()
        book, month, day = view.session.book, view.month, today()
        if book is None:
            return
        work = partial(bulletin_bytes, book.path, month, ending, today=day)
        task: Task[bytes] = view.session.tasks.run(tr("Making the bulletin"), lambda _progress: work())
        task.returned.connect(done)
        task.failed.connect(lambda error: tell(view.window(), str(error)))

    @property
    def name(self) -> str:
        """What the file and the print job are called."""
        return "" if self._view.shown is None else file_name(self._view.shown.content.whole_title)
