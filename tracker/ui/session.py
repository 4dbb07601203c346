"""What is open: the book, its live figures, the month in view, and the notices by which everything on screen follows them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.domain.period import Month
from tracker.errors import BookError
from tracker.store.book import Book
from tracker.store.changed import Changed
from tracker.store.figures import last_month
from tracker.store.journal import entries
from tracker.store.months import MonthState, state
from tracker.ui.places import documents
from tracker.ui.ranked_month import RankedMonth
from tracker.ui.settings import Settings
from tracker.ui.tasks import Tasks

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.metrics.live_hints import LiveHints

LOOK_AGAIN = 2000
"""How often a read-only book looks whether its writer has changed it, in milliseconds."""


class Session(QObject):
    """At most one open book. Signals come when everything here is already as they say."""

    book_changed = Signal()
    """Another book is open, or none."""
    month_changed = Signal()
    recent_changed = Signal()
    """The recent books are others, without another one being open."""
    data_changed = Signal(object)
    """A tracker.store.book.Changed, after the live figures have taken it in."""
    reread = Signal()
    """The same book holds what another program wrote: everything is to be shown anew."""
    said = Signal(str)
    """A passing word for the status bar."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.tasks = Tasks(self)
        self.book: Book | None = None
        self.live: Live | None = None
        self.hints: LiveHints | None = None
        self.saved_at: datetime.datetime | None = None
        """When the book was last written, in local time."""
        self._month = this_month()
        self._outdated = False
        self._ranked = RankedMonth()
        self._watch = QTimer(self, interval=LOOK_AGAIN)
        self._watch.timeout.connect(self._look_again)

    @property
    def month(self) -> Month:
        """The month in view; of no meaning while no book is open."""
        return self._month

    @property
    def ranked(self) -> Live | None:
        """What the month in view is ranked by: what it was published with, else the book's own. Raises BookIsDamaged."""
        if self.book is None or self.live is None:
            return None
        return self._ranked.of(self.book, self.live, self._month)

    @property
    def writable(self) -> bool:
        """Whether a book is open that may be written."""
        return self.book is not None and not self.book.read_only

    @property
    def may_change_month(self) -> bool:
        """Whether the month in view may be changed: a book is open, may be written, and the month is not published."""
        return self.book is not None and self.writable and state(self.book, self.month) is MonthState.OPEN

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open `path` instead of what is open; raises BookError, and then everything stays as it was.

        A book that somebody else holds opens read-only, and tells in `book.holder` who that is.
        """
        if self.writable and self.book is not None and path.exists() and path.samefile(self.book.path):
            return
        self._take(Book.open(path, read_only=read_only))

    def new(self, path: Path, *, title: str) -> None:
        """Make a new empty book and open it; raises BookError, also where the file exists already."""
        self._take(Book.create(path, title=title))

    def try_to_write(self) -> bool:
        """Open a read-only book again in the hope that it is free now; whether it is."""
        if self.book is None or self.writable:
            return self.book is not None
        month, book = self._month, Book.open(self.book.path)
        if book.read_only:
            book.close()
            return False
        self._take(book, month)
        return True

    def forget(self, path: Path) -> None:
        """Leave a book that cannot be opened out of the recent ones."""
        self.settings.forget_book(path)
        self.recent_changed.emit()

    def close(self) -> None:
        """Close the book, if one is open."""
        if self.book is not None:
            self._let_go()
            self.book_changed.emit()

    def set_month(self, month: Month) -> None:
        """Show another month."""
        if month != self._month and self.live is not None:
            self._month = month
            self.live.show(month)
            self.month_changed.emit()

    def show_newest_month(self) -> None:
        """Show the newest month that has figures."""
        if self.book is not None:
            self.set_month(last_month(self.book) or this_month())

    def folder(self) -> Path:
        """Where dialogs that ask for files begin: the open book's folder, else the user's documents."""
        return self.book.path.parent if self.book is not None else documents()

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None if nothing."""
        return self.book.undo_label if self.book is not None and self.writable else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, None if nothing."""
        return self.book.redo_label if self.book is not None and self.writable else None

    def undo(self) -> None:
        """Take back the last change, if there is one."""
        if self.book is not None and self.undo_label is not None:
            self.book.undo()

    def redo(self) -> None:
        """Do again what was taken back last, if anything was."""
        if self.book is not None and self.redo_label is not None:
            self.book.redo()

    def say(self, text: str) -> None:
        """Show a passing word in the status bar."""
        self.said.emit(text)

    def _take(self, book: Book, month: Month | None = None) -> None:
        from tracker.metrics.live import Live  # numpy: only when a book is opened, after the window is up
        from tracker.metrics.live_hints import LiveHints

        try:
            month = month or last_month(book) or this_month()
            live = Live(book, month=month)
            hints = LiveHints(book, live)
        except BaseException:
            book.close()
            raise
        self._let_go()
        self.book, self.live, self.hints, self._month, self._outdated = book, live, hints, month, False
        newest = entries(book, newest_first=True, limit=1)
        self.saved_at = newest[0].at.astimezone() if newest else None
        book.listen(self._heard)  # after the figures and the hints, so that they are fresh when ours hear of it
        if book.read_only:
            self._watch.start()
        self.settings.remember_book(book.path)
        self.book_changed.emit()

    def _compute_anew(self, book: Book) -> None:
        from tracker.metrics.live import Live
        from tracker.metrics.live_hints import LiveHints

        live = Live(book, month=self._month)
        hints = LiveHints(book, live)
        self._close_computed()
        self.live, self.hints = live, hints

    def _close_computed(self) -> None:
        """Let go of what follows the book in memory."""
        for computed in (self.hints, self.live):
            if computed is not None:
                computed.close()
        self.live = self.hints = None

    def _let_go(self) -> None:
        self._watch.stop()
        book, self.book = self.book, None
        self._ranked.forget()
        self._close_computed()
        if book is not None:
            book.close()

    def _heard(self, changed: Changed) -> None:
        self.saved_at = datetime.datetime.now().astimezone()
        self.data_changed.emit(changed)

    def _look_again(self) -> None:
        """Take in what the book's writer has done since; where the file cannot be read now, say so and look again later."""
        if self.book is None:
            return
        try:
            self._outdated = self.book.changed_elsewhere() or self._outdated
            if self._outdated:
                self._compute_anew(self.book)
                self._outdated = False
                self.reread.emit()
        except BookError as error:
            self.say(str(error))


def this_month() -> Month:
    """The calendar's month."""
    today = datetime.datetime.now().astimezone()
    return Month(today.year, today.month)
