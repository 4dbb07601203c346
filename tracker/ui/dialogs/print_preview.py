"""The print preview: what is shown is the PDF that is printed, saved, or sent to a printer."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId, UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.shown import document_date
from tracker.reports.document_file import save
from tracker.store.months import MonthState, state
from tracker.store.print_setup import print_setup
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.dialogs.preview_bar import PreviewBar
from tracker.ui.dialogs.preview_contents import Content, Made, document_name, prepared
from tracker.ui.dialogs.preview_options import PrintOptions, first_options, remember, remembered
from tracker.ui.dialogs.preview_panel import TO_FILE, PreviewPanel, scrolling
from tracker.ui.dialogs.preview_paper import PaperView
from tracker.ui.dialogs.preview_saving import kinds, save_pictures, with_ending, workbook_made
from tracker.ui.dialogs.preview_thumbnails import Thumbnails
from tracker.ui.dialogs.print_setup import choose_print_setup
from tracker.ui.icons import beside_words, icon
from tracker.ui.models.print_words import missing_text
from tracker.ui.print_job import print_pdf
from tracker.ui.printing import destinations, open_pdf, page_layout, printer_named
from tracker.ui.session import Session
from tracker.ui.tasks import Progress, Task
from tracker.ui.theme import dp
from tracker.ui.widgets.building import room_for

SETTLED = 150
"""Milliseconds without a further change before the sheet is set anew."""


@dataclass(frozen=True, slots=True)
class Of:
    """What the preview is of; of cards, whose (none: everybody's)."""

    content: Content
    units: tuple[UnitId, ...] = ()


RANKING = Of(Content.RANKING)


class PrintPreview(QDialog):
    """Sets the sheet in the background whenever an option changes; prints and saves the very bytes that are shown."""

    def __init__(
        self,
        session: Session,
        *,
        lead: IndicatorId,
        group: GroupId | None = None,
        parent: QWidget | None = None,
        of: Of = RANKING,
    ) -> None:
        super().__init__(parent)
        ranked = session.ranked
        assert ranked is not None
        assert session.book is not None
        self._session, self._live, self._book = session, ranked, ranked.book
        self._of, self._whole = of, session.book
        self._date = document_date(session.book, ranked.month, datetime.date.today())
        self.document: bytes | None = None
        self._opened: QPdfDocument | None = None
        self._setting: Task[Made] | None = None
        self._set: PrintOptions | None = None
        self._printing: Task[int] | None = None
        self._kept = remembered(session.settings, self._book)
        self.panel = PreviewPanel(of.content)
        self.paper = PaperView()
        self.bar = PreviewBar(self.paper)
        self.thumbnails = Thumbnails()
        self.save_button = QPushButton(icon("file-pdf"), tr("Save…"))
        self.save_button.setToolTip(tr("As PDF, as pictures of the pages, or as an Excel workbook"))
        self.print_button = QPushButton(icon("printer", "on_accent"), tr("Print"))
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        first = first_options(self._live, (lead, group), self._kept, self._date)
        self.panel.show_options(self._live, replace(first, units=of.units))
        self._connect()
        self.panel.warn(self._warning())
        self.paper.setFocus()
        self._set_sheet()
        QTimer.singleShot(0, self, self._find_printers)

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Print preview: this is how it will be printed"))
        self.resize(room_for(self, 1320, 820))
        self.print_button.setProperty("role", "primary")
        for button in (self.save_button, self.print_button):
            button.setAutoDefault(False)
            button.setIconSize(beside_words(dp(18)))
        middle = QVBoxLayout()
        right = QVBoxLayout()
        for layout in (middle, right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(self.paper, 1)
        right.addWidget(scrolling(self.panel), 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(dp(16), 0, dp(16), dp(16))
        buttons.setSpacing(dp(8))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button, 1)
        right.addLayout(buttons)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.thumbnails)
        page.addLayout(middle, 1)
        page.addLayout(right)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._set_sheet)
        self.panel.changed.connect(self._soon.start)
        self.panel.setup_asked.connect(self._choose_setup)
        self.paper.page_changed.connect(self.thumbnails.show_page)
        self.thumbnails.picked.connect(self.paper.go_to)
        self.save_button.clicked.connect(self._ask_and_save)
        self.print_button.clicked.connect(self._print_or_stop)

    def _warning(self) -> str:
        if state(self._book, self._live.month) is MonthState.PUBLISHED:
            return ""
        number = self._live.month.number
        return tr("Month {number} is not published yet: its figures may change after printing.", number=number)

    def _choose_setup(self) -> None:
        """Ask for the office's set-up; the sheet follows it, unless its month was published with another one."""
        if choose_print_setup(self._session, self) and self.panel.options is not None:
            options = replace(self.panel.options, paper=print_setup(self._book).paper)
            self.panel.show_options(self._live, options)
            self._set_sheet()

    def _find_printers(self) -> None:
        self.panel.offer_printers(destinations(), str(self._kept.get("printer") or ""))

    def _set_sheet(self) -> None:
        """Build the content here, where the book is, and set it in type in the background."""
        options = self.panel.options
        if options is None:
            return
        try:
            make = prepared(self._of.content, self._whole, self._live, options)
        except TrackerError as error:
            self._refuse(error)
            return
        self.bar.state.setText(tr("Setting the sheet…"))
        if self._setting is not None:
            self._setting.cancel()  # overtaken: what it returns is not wanted any more
        self._setting = self._session.tasks.run(tr("Setting the sheet"), lambda _: make(), quiet=True)
        self._set = options
        self._setting.returned.connect(self._show)
        self._setting.failed.connect(self._refuse)

    def _show(self, made: Made) -> None:
        """Show the document that was set last."""
        self.document, self._setting = made.pdf, None
        self.panel.warn("\n".join(filter(None, (missing_text(made.missing), self._warning()))))
        opened, before = open_pdf(made.pdf, self), self._opened
        self._show_document(opened)
        if before is not None:
            before.deleteLater()
        name, pages = page_layout(opened, 0).pageSize().name(), opened.pageCount()
        self.bar.state.setText(tr("{paper}, {pages} pages, {units} units", paper=name, pages=pages, units=made.units))
        if self._set is not None:
            self._remember(self._set)

    def _remember(self, options: PrintOptions) -> None:
        of_ranking = self._of.content is Content.RANKING
        remember(self._session.settings, self._book, options, self.panel.printer, of_ranking=of_ranking)

    def _show_document(self, document: QPdfDocument | None) -> None:
        self._opened = document
        self.paper.show_document(document)
        self.thumbnails.show_document(document)
        self.bar.tell()
        self._enable()

    def _refuse(self, error: TrackerError) -> None:
        """The sheet cannot be made as chosen: say why, and print nothing."""
        self.document, self._setting = None, None
        self._show_document(None)
        self.bar.state.setText(str(error))

    def _enable(self) -> None:
        ready = self.document is not None
        self.save_button.setEnabled(ready and self._printing is None)
        self.print_button.setEnabled(ready)
        self.print_button.setText(tr("Print") if self._printing is None else tr("Stop printing"))

    def _ask_and_save(self) -> None:
        folder = self._book.path.parent
        asked = folder / f"{self._file_name}.pdf"
        chosen, kind = QFileDialog.getSaveFileName(self, tr("Save the document"), str(asked), kinds())
        if chosen:
            self.save_to(with_ending(Path(chosen), kind))

    def save_to(self, path: Path) -> None:
        """Write what is shown to the file, as its ending says: PDF, pictures of the pages, or a workbook."""
        if self.document is None or self._opened is None:
            return
        ending = path.suffix.lower()
        if ending == ".xlsx":
            self._save_workbook(path)
            return
        try:
            if ending == ".png":
                save_pictures(self._opened, path)
            else:
                save(self.document, path)
        except TrackerError as error:
            tell(self, str(error))
        else:
            tell_result(self, tr("The picture is saved.") if ending == ".png" else tr("The PDF is saved."), path)

    def _save_workbook(self, path: Path) -> None:
        if self._set is None:
            return
        make, window = workbook_made(self._of.content, self._whole, self._live, self._set), self.parentWidget()
        task = self._session.tasks.run(tr("Writing the workbook"), lambda _: save(make(), path))
        task.returned.connect(lambda _: tell_result(window, tr("The workbook is saved."), path))
        task.failed.connect(lambda error: tell(window, str(error)))

    @property
    def _file_name(self) -> str:
        """What the print queue and the file are called."""
        return document_name(self._of.content, self._book, self._live)

    def _print_or_stop(self) -> None:
        if self._printing is not None:
            self._printing.cancel()
        elif self.panel.printer == TO_FILE:
            self._ask_and_save()
        else:
            self._print()

    def _print(self) -> None:
        """Send what is shown to the chosen printer, in the background; it goes on when the preview is closed."""
        document, name, copies, title = self.document, self.panel.printer, self.panel.copies.value(), self._file_name
        if document is None:
            return

        def work(progress: Progress) -> int:
            return print_pdf(document, printer_named(name, copies=copies, title=title), progress=progress)

        task, session, window = self._session.tasks.run(tr("Printing"), work), self._session, self.parentWidget()
        printer = self.panel.printers.currentText()
        task.returned.connect(lambda pages: session.say(_sent(printer, pages, copies)))
        task.failed.connect(lambda error: tell(window, str(error)))
        task.progressed.connect(self._tell_progress)
        task.returned.connect(self._tell_sent)
        task.ended.connect(self._end_printing)
        self._printing = task
        self._enable()

    def _tell_progress(self, done: int, of: int) -> None:
        self.bar.state.setText(tr("Printing page {page} of {pages}", page=done + 1, pages=of))

    def _tell_sent(self, pages: int) -> None:
        self.bar.state.setText(_sent(self.panel.printers.currentText(), pages, self.panel.copies.value()))
        options = self.panel.options
        if options is not None:
            self._remember(options)

    def _end_printing(self) -> None:
        self._printing = None
        self._enable()

    def done(self, result: int) -> None:
        """Closing gives up what is still being set; what is being printed goes on."""
        self._soon.stop()
        if self._setting is not None:
            self._setting.cancel()
        super().done(result)


def _sent(printer: str, pages: int, copies: int) -> str:
    return tr("Sent to {printer}: {pages} pages × {copies}", printer=printer, pages=pages, copies=copies)
