"""The commands of the 文件 menu that choose, make and close books."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.ui import places
from tracker.ui.data_folders import DataFolders, is_data_folder
from tracker.ui.dialogs.book_properties import BookPropertiesDialog, properties_of, store_properties
from tracker.ui.dialogs.message import open_outside, tell
from tracker.ui.file_names import SUFFIX
from tracker.ui.session import Session, this_month
from tracker.ui.tasks import Progress
from tracker.ui.text_fields import finish_typing_in

if TYPE_CHECKING:
    from tracker.exchange.new_county import NewCounty


class Files(QObject):
    """Opens, makes and closes books for one window; faults of files are told, never raised."""

    sent_in = Signal(object)
    """Paths that were dropped and are neither a book nor a data folder."""

    def __init__(self, session: Session, folders: DataFolders, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._folders = folders
        self._window = window

    def open_path(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a book; whether it could be. Why not is told."""
        finish_typing_in(self._window)
        try:
            self._session.open(path, read_only=read_only)
        except TrackerError as error:
            self._session.forget(path)
            tell(self._window, tr("The book could not be opened."), str(error))
            return False
        return True

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Something was dropped on the window: a book opens, a data folder is loaded, all else is what units sent in."""
        path = paths[0]
        books = [one for one in paths if one.suffix.lower() == SUFFIX]
        if books and len(paths) > 1:
            self._tell_what_can_be_dropped(tr("{count} files cannot be taken at once.", count=len(paths)))
        elif books:
            self.open_path(path)
        elif self._session.book is None:
            self._tell_what_can_be_dropped(tr("{name} cannot be opened here.", name=path.name))
        elif len(paths) == 1 and self._session.writable and is_data_folder(path):
            self._folders.load(path)
        else:
            self.sent_in.emit(list(paths))

    def _tell_what_can_be_dropped(self, sentence: str) -> None:
        note = tr("Drop one book (*.tracker) to open it; while it is open, what units sent in, or one data folder.")
        tell(self._window, sentence, note)

    def ask_to_open(self) -> None:
        """Ask for a book and open it."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, tr("Open a book"), str(self._session.folder()), tr("Books (*.tracker);;All files (*)")
        )
        if chosen:
            self.open_path(Path(chosen))

    def ask_for_new(self) -> None:
        """Ask what the new book shall be, make it, open it."""
        from tracker.ui.dialogs.new_book import NewBookDialog

        dialog = NewBookDialog(self._window, self._session.folder(), year=this_month().year)
        if dialog.exec():
            self.make(dialog.asked)

    def make(self, asked: NewCounty) -> None:
        """Make the book in the background and open it on the entry grid."""

        def work(progress: Progress) -> Path:
            from tracker.exchange.new_county import make_county

            make_county(asked, progress)
            return asked.path

        def done(path: Path) -> None:
            self._session.settings.page = "entry"
            self._open_made(path)

        self._run(tr("Making the book"), work, done)

    def open_sample(self) -> None:
        """Open the user's copy of the sample county, which is made at the first time."""
        path = places.sample_book()
        if path.exists():
            self.open_path(path)
            return

        def work(_progress: Progress) -> Path:
            from tracker.exchange.new_book import make_sample

            make_sample(path)
            return path

        self._run(tr("Making the sample county"), work, self._open_made)

    def close(self) -> None:
        """Close the book; the next start shows the start page."""
        finish_typing_in(self._window)
        self._session.settings.last_book = None
        self._session.close()

    def open_its_folder(self) -> None:
        """Show the folder in which the book lies."""
        if self._session.book is not None:
            open_outside(self._session.book.path.parent)

    def ask_for_properties(self) -> None:
        """Ask for the book's title, the office and the clerk's name, and store what is new."""
        book = self._session.book
        if book is not None:
            dialog = BookPropertiesDialog(self._window, properties_of(book), read_only=book.read_only)
            if dialog.exec() and not book.read_only:
                store_properties(book, dialog.asked)

    def fill_recent(self, menu: QMenu) -> None:
        """The recent books as a menu."""
        paths = self._session.settings.recent
        for path in paths:
            action = menu.addAction(f"{path.stem}  ({path.parent})".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.open_path(path))
        if not paths:
            menu.addAction(tr("None yet")).setEnabled(False)

    def _open_made(self, path: Path) -> None:
        if self.open_path(path):
            self._session.say(tr("Made {file}", file=path))

    def _run(self, label: str, work: Callable[[Progress], Path], done: Callable[[Path], None]) -> None:
        task = self._session.tasks.run(label, work)
        task.returned.connect(done)
        task.failed.connect(lambda error: tell(self._window, str(error)))


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders that are being dropped; none for anything else."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
