"""A document that is made already, shown as it will be printed: its pages, a printer, a PDF file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QPushButton, QSpinBox, QWidget

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.reports.document_file import save
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.dialogs.preview_bar import PreviewBar
from tracker.ui.dialogs.preview_panel import MOST_COPIES, TO_FILE
from tracker.ui.dialogs.preview_paper import PaperView
from tracker.ui.dialogs.preview_thumbnails import Thumbnails
from tracker.ui.icons import beside_words, icon
from tracker.ui.print_job import print_pdf
from tracker.ui.printing import destinations, open_pdf, printer_named
from tracker.ui.session import Session
from tracker.ui.tasks import Progress, Task
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, named, room_for, row


class DocumentPreview(QDialog):
    """Prints and saves the very bytes that are shown; a job that was begun goes on when the dialog is closed."""

    def __init__(self, session: Session, document: bytes, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.document, self._name = session, document, name
        self._printing: Task[int] | None = None
        self.paper = PaperView()
        self.bar = PreviewBar(self.paper)
        self.thumbnails = Thumbnails()
        self.printers = named(QComboBox(), tr("Printer"))
        self.copies = named(QSpinBox(), tr("Copies"))
        self.save_button = QPushButton(icon("file-pdf"), tr("Save PDF"))
        self.print_button = QPushButton(icon("printer", "on_accent"), tr("Print"))
        self._lay_out()
        self._connect()
        opened = open_pdf(document, self)
        self.paper.show_document(opened)
        self.thumbnails.show_document(opened)
        self.bar.tell()
        self.bar.state.setText(tr("{pages} pages", pages=opened.pageCount()))
        self.paper.setFocus()
        QTimer.singleShot(0, self, self._find_printers)

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Print preview: this is how it will be printed"))
        self.resize(room_for(self, 1080, 820))
        self.print_button.setProperty("role", "primary")
        for button in (self.save_button, self.print_button):
            button.setAutoDefault(False)
            button.setIconSize(beside_words(dp(18)))
        self.printers.addItem(tr("Print into a PDF file"), TO_FILE)
        self.printers.setMinimumWidth(dp(220))
        self.copies.setRange(1, MOST_COPIES)
        line = row(gap=dp(8))
        line.setContentsMargins(dp(16), dp(8), dp(16), dp(8))
        line.addStretch(1)
        for text, field in ((tr("Printer"), self.printers), (tr("Copies"), self.copies)):
            words = label(text)
            words.setBuddy(field)
            field.setMinimumHeight(dp(28))
            line.addWidget(words)
            line.addWidget(field)
        line.addSpacing(dp(8))
        line.addWidget(self.save_button)
        line.addWidget(self.print_button)
        middle = column()
        middle.addWidget(self.bar)
        middle.addWidget(self.paper, 1)
        middle.addLayout(line)
        page = row(self)
        page.addWidget(self.thumbnails)
        page.addLayout(middle, 1)

    def _connect(self) -> None:
        self.paper.page_changed.connect(self.thumbnails.show_page)
        self.thumbnails.picked.connect(self.paper.go_to)
        self.save_button.clicked.connect(self._ask_and_save)
        self.print_button.clicked.connect(self._print_or_stop)

    def _find_printers(self) -> None:
        for printer in destinations():
            self.printers.addItem(printer.text, printer.name)
            if printer.default:
                self.printers.setCurrentIndex(self.printers.count() - 1)

    def _ask_and_save(self) -> None:
        asked = self._session.folder() / f"{self._name}.pdf"
        chosen, _kind = QFileDialog.getSaveFileName(self, tr("Save PDF"), str(asked), tr("PDF (*.pdf)"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write what is shown to the file."""
        try:
            save(self.document, path)
        except TrackerError as error:
            tell(self, str(error))
        else:
            tell_result(self, tr("The PDF is saved."), path)

    def _print_or_stop(self) -> None:
        if self._printing is not None:
            self._printing.cancel()
        elif self.printers.currentData() == TO_FILE:
            self._ask_and_save()
        else:
            self._print()

    def _print(self) -> None:
        """Send what is shown to the chosen printer, in the background."""
        document, title, copies = self.document, self._name, self.copies.value()
        printer, shown = str(self.printers.currentData()), self.printers.currentText()

        def work(progress: Progress) -> int:
            return print_pdf(document, printer_named(printer, copies=copies, title=title), progress=progress)

        task, session, window = self._session.tasks.run(tr("Printing"), work), self._session, self.parentWidget()
        said = tr("Sent to {printer}: {pages} pages × {copies}", printer=shown, pages=self.paper.page_count, copies=copies)
        task.returned.connect(lambda _pages: session.say(said))
        task.failed.connect(lambda error: tell(window, str(error)))
        task.progressed.connect(self._tell_progress)
        task.ended.connect(self._end_printing)
        self._printing = task
        self._enable()

    def _tell_progress(self, done: int, of: int) -> None:
        self.bar.state.setText(tr("Printing page {page} of {pages}", page=done + 1, pages=of))

    def _end_printing(self) -> None:
        self._printing = None
        self.bar.state.setText(tr("{pages} pages", pages=self.paper.page_count))
        self._enable()

    def _enable(self) -> None:
        self.save_button.setEnabled(self._printing is None)
        self.print_button.setText(tr("Print") if self._printing is None else tr("Stop printing"))
