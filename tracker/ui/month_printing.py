"""打印本月 and 版式, for one window: asks what goes where, has it done in the background, says what was done and where."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store import settings as book_settings
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.dialogs.question import ask
from tracker.ui.file_names import file_name
from tracker.ui.month_course import today
from tracker.ui.months import month_text

if TYPE_CHECKING:
    from tracker.ui.dialogs.print_month import Offered
    from tracker.ui.main_window import MainWindow
    from tracker.ui.month_print_job import Asked, Printed, Shown

PRINTER = "print/printer"
"""Where the printer used last is remembered on this computer."""

# What needs numpy or QtPdf is imported where it is used: the first window has none.


class MonthPrinting:
    """The commands of the 打印 menu that are not of one page."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window.session

    def choose_setup(self) -> None:
        """Ask how the office wants its sheets."""
        from tracker.ui.dialogs.print_setup import choose_print_setup

        choose_print_setup(self._session, self._window)

    def print_month(self) -> None:
        """Ask which documents go where, and have it done."""
        from tracker.ui.dialogs.print_month import PrintMonthDialog
        from tracker.ui.printing import destinations

        self._window.finish_typing()
        try:
            offered = self._offered()
        except TrackerError as error:
            tell(self._window, str(error))
            return
        if offered is None:
            return
        last = self._session.settings.text(PRINTER)
        dialog = PrintMonthDialog(self._window, offered, destinations(), last)
        agreed, asked = bool(dialog.exec()), dialog.asked
        dialog.deleteLater()
        if agreed:
            self._keep(asked, offered)
            self._print(asked)

    def _offered(self) -> Offered | None:
        """What the month in view has; None where no book is open. Raises NoIndicatorToPrint."""
        from tracker.domain.month_documents import DocumentKind
        from tracker.reports.month_documents import Stack, month_documents
        from tracker.store.month_documents import printed_documents
        from tracker.store.months import MonthState, state
        from tracker.store.print_setup import print_setup
        from tracker.ui.dialogs.print_month import Offered

        book, ranked = self._session.book, self._session.ranked
        if book is None or ranked is None:
            return None
        documents = month_documents(Stack(book, ranked, today()), tuple(DocumentKind))
        return Offered(
            month=ranked.month,
            counts=Counter(document.kind for document in documents),
            ticked=printed_documents(book),
            published=state(book, ranked.month) is MonthState.PUBLISHED,
            paper=print_setup(ranked.book).paper,
        )

    def _keep(self, asked: Asked, offered: Offered) -> None:
        """The printer on this computer, what was ticked in the book; what this month does not have stays as it was."""
        from tracker.store.month_documents import printed_documents, set_printed_documents

        book = self._session.book
        self._session.settings.set_text(PRINTER, asked.printer)
        if book is None or not self._session.writable:
            return
        before = printed_documents(book)
        ticked = {*asked.kinds, *(kind for kind in before if kind not in offered.counts)}
        if ticked != set(before):
            with book.change(tr("Documents that are printed together")):
                set_printed_documents(book, ticked)

    def _print(self, asked: Asked) -> None:
        from tracker.ui.month_print_job import print_month

        shown = self._shown()
        if asked.printer == "":
            folder = self._folder(asked)
            if folder is None:
                return
            asked = replace(asked, folder=folder)
        label = tr("Printing {month}", month=month_text(shown.month))
        task = self._session.tasks.run(label, lambda progress: print_month(shown, asked, progress))
        task.returned.connect(lambda printed: self._tell(shown, asked, printed))
        task.failed.connect(lambda error: tell(self._window, str(error)))

    def _shown(self) -> Shown:
        from tracker.ui.month_print_job import Shown

        book, live = self._session.book, self._session.live
        assert book is not None
        assert live is not None
        title = file_name(f"{book_settings.title(book) or book.path.stem} {month_text(live.month)}")
        return Shown(book.path, live.month, live.target_set, today(), title)

    def _folder(self, asked: Asked) -> Path | None:
        """Where the PDFs go; None where the user gave up, or keeps what is there."""
        from tracker.reports.month_documents import Stack, file_paths, month_documents

        chosen = QFileDialog.getExistingDirectory(self._window, tr("Folder for the PDFs"), str(self._session.folder()))
        book, ranked = self._session.book, self._session.ranked
        if not chosen or book is None or ranked is None:
            return None
        there = [
            path for path in file_paths(month_documents(Stack(book, ranked, today()), asked.kinds), Path(chosen)) if path.exists()
        ]
        if there:
            sentence = tr("Replace {count} files of the same names?", count=len(there))
            if not ask(self._window, sentence, tr(", ").join(path.name for path in there[:4]), answer=tr("Replace them")):
                return None
        return Path(chosen)

    def _tell(self, shown: Shown, asked: Asked, printed: Printed) -> None:
        month = month_text(shown.month)
        if asked.folder is not None:
            sentence = tr("{count} documents of {month} are saved as PDFs.", count=printed.documents, month=month)
            tell_result(self._window, sentence, asked.folder)
            return
        what = tr("{count} documents of {month}, {pages} pages", count=printed.documents, month=month, pages=printed.pages)
        sent = tr("Sent to {printer}: {what}", printer=asked.printer, what=what)
        self._session.say(sent)
        tell(self._window, sent, tr("{copies} copies, in the printer's queue", copies=asked.copies))
