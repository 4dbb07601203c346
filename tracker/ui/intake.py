"""The commands of 收表 for one window: choose what came in, make forms, tell senders, see which words were explained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tracker.i18n import tr
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.dialogs.question import ask
from tracker.ui.months import month_text

if TYPE_CHECKING:
    from tracker.ui.dialogs.make_forms import FormsAsked
    from tracker.ui.main_window import MainWindow
    from tracker.ui.views.intake_view import IntakeView

# What needs numpy or the reader is imported where it is used: the first window has none.


class Intake:
    """Dialogs open over the window; the batch is the page's."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window.session
        window.files.sent_in.connect(self.take)

    def choose_files(self) -> None:
        """Ask for files and read them."""
        kinds = tr("Spreadsheets and packages ({kinds});;All files (*)", kinds="*.xlsx *.xls *.et *.ods *.csv *.txt *.zip")
        chosen, _kind = QFileDialog.getOpenFileNames(
            self._window, tr("Files that units sent in"), str(self._session.folder()), kinds
        )
        self.take([Path(one) for one in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder and read all that is in it."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, tr("A folder with everything that units sent in"), str(self._session.folder())
        )
        self.take([Path(chosen)] if chosen else [])

    def take(self, paths: Sequence[Path]) -> None:
        """Show the page and have it read those."""
        if paths and self._session.book is not None:
            self._page().take(paths)

    def _page(self) -> IntakeView:
        from tracker.ui.views.intake_view import IntakeView

        page = self._window.turn_to("intake")
        assert isinstance(page, IntakeView)
        return page

    def write(self) -> None:
        """Write what is ticked."""
        self._window.pages.do("write_figures")

    def receipts(self) -> None:
        """Show what each sender is to be told."""
        from tracker.ui.dialogs.receipts import ReceiptsDialog

        if self._session.book is None:
            return
        batch = self._page().batch
        dialog = ReceiptsDialog(self._session, batch.taken(), self._window, unwritten=len(batch.chosen()))
        dialog.exec()
        dialog.deleteLater()

    def list_words(self) -> None:
        """Show which words of senders were explained."""
        from tracker.ui.dialogs.sender_words import SenderWordsDialog

        if self._session.book is None:
            return
        dialog = SenderWordsDialog(self._session, self._window)
        dialog.exec()
        dialog.deleteLater()

    def make_forms(self) -> None:
        """Ask for which month and units, and have a form made for each."""
        from tracker.ui.dialogs.make_forms import MakeFormsDialog

        live = self._session.live
        if live is None:
            return
        dialog = MakeFormsDialog(self._window, live, self._session.folder())
        agreed, asked = bool(dialog.exec()), dialog.asked
        dialog.deleteLater()
        if agreed and self._may_replace(asked):
            self._make(asked)

    def _may_replace(self, asked: FormsAsked) -> bool:
        there = list(asked.folder.glob("*.xlsx")) if asked.folder.is_dir() else []
        return not there or ask(
            self._window,
            tr("There are {count} workbooks in the folder already.", count=len(there)),
            tr("Forms of the same names are replaced; everything else stays."),
            answer=tr("Make the forms"),
        )

    def _make(self, asked: FormsAsked) -> None:
        from tracker.ui.dialogs.make_forms import make_forms

        book = self._session.book
        if book is None:
            return
        path, label = book.path, tr("Making the forms of {month}", month=month_text(asked.month))
        task = self._session.tasks.run(label, lambda progress: make_forms(path, asked, progress))
        sentence = tr("{count} forms of {month} are made.", count=len(asked.units), month=month_text(asked.month))
        task.returned.connect(lambda folder: tell_result(self._window, sentence, folder))
        task.failed.connect(lambda error: tell(self._window, str(error)))
