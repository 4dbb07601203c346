"""The commands that load a data folder into the book and save the book as one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.exchange.data_folder import LoadPlan, LoadReport


class DataFolders:
    """Reads and writes folders in the background for one window; what is wrong with them is told, never raised."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session = session
        self._window = window

    def ask_to_load(self) -> None:
        """Ask for a data folder and load it into the book."""
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Load a data folder"), str(self._session.folder()))
        if chosen:
            self.load(Path(chosen))

    def load(self, folder: Path) -> None:
        """Read and check the folder in the background, then write it into the book as one change; problems are listed."""
        book = self._session.book
        if book is not None:
            path = book.path
            task = self._session.tasks.run(tr("Reading {folder}", folder=folder.name), lambda _progress: read_plan(path, folder))
            task.returned.connect(lambda plan: self._carry_out(path, plan))
            task.failed.connect(self._tell_problems)

    def _carry_out(self, path: Path, plan: LoadPlan) -> None:
        from tracker.exchange.data_folder import carry_out, still_fits

        book = self._session.book
        if book is None or book.path != path:
            return  # another book was opened meanwhile: the folder was read for that one
        if not still_fits(book, plan):
            self.load(plan.folder)
            return
        with waiting():
            report = carry_out(book, plan)
            self._session.show_newest_month()
        tell(self._window, *_told(report))

    def _tell_problems(self, error: TrackerError) -> None:
        from tracker.exchange.problems import DataFolderRefused
        from tracker.ui.dialogs.problems import ProblemsDialog

        if isinstance(error, DataFolderRefused):
            ProblemsDialog(self._window, str(error), error.problems).exec()
        else:
            tell(self._window, str(error))

    def ask_to_save(self) -> None:
        """Ask for a folder and write the book's data folder into it."""
        title = tr("Choose a folder to save the data into")
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(self._session.folder()))
        if chosen:
            self.save(Path(chosen))

    def save(self, folder: Path) -> None:
        """Write the data folder in the background, from the file, and say where it lies."""
        book = self._session.book
        if book is not None:
            path = book.path
            task = self._session.tasks.run(tr("Saving {folder}", folder=folder.name), lambda _progress: dump_book(path, folder))
            task.returned.connect(lambda made: tell_result(self._window, tr("The data folder is saved."), made))
            task.failed.connect(lambda error: tell(self._window, str(error)))


def is_data_folder(path: Path) -> bool:
    """Whether a file of a data folder lies in it."""
    from tracker.exchange.data_folder.tables import TABLES

    return path.is_dir() and any((path / table.file).is_file() for table in TABLES)


def read_plan(book: Path, folder: Path) -> LoadPlan:
    """Read and check the folder against the book as it is on the disk; for a thread of its own."""
    from tracker.exchange.data_folder import plan_load
    from tracker.store.book import Book

    with Book.open(book, read_only=True) as reader:
        return plan_load(reader, folder)


def dump_book(book: Path, folder: Path) -> Path:
    """Write the book as it is on the disk as a data folder; for a thread of its own. Returns the folder."""
    from tracker.exchange.data_folder import dump
    from tracker.store.book import Book

    with Book.open(book, read_only=True) as reader:
        dump(reader, folder)
    return folder


@contextmanager
def waiting() -> Iterator[None]:
    """Show the waiting cursor meanwhile."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


def _told(report: LoadReport) -> tuple[str, str]:
    """What was loaded as a sentence, and what there is to add."""
    if not report.changed:
        sentence = tr("The book had all of it already: nothing was changed.")
    else:
        sentence = tr(
            "Loaded {units} units, {indicators} indicators, {targets} targets and {figures} figures.",
            units=report.units,
            indicators=report.indicators,
            targets=report.targets,
            figures=report.figures,
        )
    if not report.ignored:
        return sentence, ""
    return sentence, tr("Not read, because the folder's files have fixed names: {files}", files=", ".join(report.ignored))
