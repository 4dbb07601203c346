"""The book: one county's file. Read anywhere through `rows` and the nouns' functions; write only inside `with book.change("…"):`.

One change is one SQLite transaction, one step of undo, one entry of the permanent journal and one notice to whoever listens. An
exception rolls all of it back and announces nothing; a change that changed nothing leaves no trace.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tracker.i18n import tr
from tracker.store import chain, months, settings, undo_log
from tracker.store.changed import Changed, RowChange
from tracker.store.disk import open_folder, sync_folder, whole_file
from tracker.store.faults import BookExists, BookIsReadOnly, NothingToRedo, NothingToUndo
from tracker.store.journal import EntryKind, now_text
from tracker.store.lock import Holder, Refusal
from tracker.store.migrations import migrate
from tracker.store.opening import Opened, connect, open_file
from tracker.store.sqlite_faults import faults_of, raise_fault, write_faults_of
from tracker.store.system_user import system_user

__all__ = ["SUFFIX", "Book", "Changed", "Holder", "RowChange"]

SUFFIX = ".tracker"
"""The extension of a book's file name."""

Listener = Callable[[Changed], None]


class Book:
    """An open book; close it, or use it as a context manager. One thread at a time may use it."""

    def __init__(self, path: Path, opened: Opened, user: str) -> None:
        self.path = path
        self.user = user
        self.connection = opened.connection
        self._lock = opened.lock
        self._folder: int | None = None
        self._records = False
        self._writing = False
        self._undo: list[tuple[int, str]] = []
        self._redo: list[tuple[int, str]] = []
        self._listeners: list[Listener] = []
        self._version_seen = opened.data_version

    @classmethod
    def create(cls, path: str | PathLike[str], *, title: str = "", language: str = "") -> Self:
        """Make a new book and open it; its folder must exist. Raises BookExists, or BookError where it cannot be written."""
        new = _real(path)
        if new.exists():
            raise BookExists(new)
        with write_faults_of(new), whole_file(new) as part:  # so that a book is never there without its title
            with closing(connect(part, "rwc")) as connection:
                migrate(connection)
            with cls.open(part) as book, book.change(tr("New book")):
                settings.put(book, settings.TITLE, title)
                settings.put(book, settings.LANGUAGE, language)
        return cls.open(new)

    @classmethod
    def open(cls, path: str | PathLike[str], *, read_only: bool = False) -> Self:
        """Open a book, for reading only where it is asked, or where somebody has it or it cannot be written: see `reason`.

        An older book is copied beside itself and upgraded. Raises BookError, and leaves the file as it is, for anything else.
        """
        found, user = _real(path), system_user()
        return cls(found, open_file(found, user=user, read_only=read_only), user)

    def close(self) -> None:
        """Give the book back: an unfinished change is rolled back, the writer's lock released. Harmless when called again."""
        self.connection.close()
        self._writing = False
        if self._folder is not None:
            os.close(self._folder)
            self._folder = None
        if isinstance(self._lock, Refusal):
            return
        self._lock.release()
        self._lock = Refusal(tr("it was closed."))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def person(self) -> str:
        """Who is working: the clerk's name, the system's user where none is set."""
        return settings.clerk(self) or self.user

    @property
    def read_only(self) -> bool:
        """Whether this book can only be read; then `reason` says why."""
        return isinstance(self._lock, Refusal)

    @property
    def reason(self) -> str:
        """Why the book can only be read, a sentence; "" where it can be written."""
        return self._lock.reason if isinstance(self._lock, Refusal) else ""

    @property
    def holder(self) -> Holder | None:
        """Who has the book open for writing, where that is why it can only be read here."""
        return self._lock.holder if isinstance(self._lock, Refusal) else None

    def row(self, statement: str, values: Sequence[object] = ()) -> Any:
        """The first row that a SELECT finds, None where it finds none; raises BookError where the file cannot be read."""
        try:
            return self.connection.execute(statement, values).fetchone()
        except sqlite3.Error as error:
            raise_fault(error, self.path)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """All rows that a SELECT finds, as tuples; raises BookError where the file cannot be read."""
        try:
            return self.connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise_fault(error, self.path)

    def write(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run one INSERT, UPDATE or DELETE inside a change: the id of the row it inserted, if it did."""
        self._must_be_writing()
        return self.connection.execute(statement, values).lastrowid or 0

    def write_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Run the statement once for each row of values, inside a change."""
        self._must_be_writing()
        self.connection.executemany(statement, rows)

    def _must_be_writing(self) -> None:
        if not self._writing:
            raise RuntimeError("a book is written only inside book.change()")

    def change(self, label: str, *, reverts: int | None = None) -> AbstractContextManager[None]:
        """One change under a label that says what it does ("录入 9月数据"), shown in the journal and by undo.

        One that turns an earlier entry back has its label, and `reverts` names it. Raises BookIsReadOnly; RuntimeError inside
        another change; BookError where it cannot be stored: then nothing was changed.
        """
        return self._entry(label, EntryKind.CHANGE if reverts is None else EntryKind.REVERT, reverts)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would turn back; None where there is nothing. Steps last for the session."""
        return self._undo[-1][1] if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again; None where there is nothing."""
        return self._redo[-1][1] if self._redo else None

    def undo(self) -> str:
        """Turn back the last change of this session, as an entry of its own; returns its label.

        Raises NothingToUndo, MonthIsPublished where it would change a figure of a published month.
        """
        return self._revert(self._undo, EntryKind.UNDO, NothingToUndo)

    def redo(self) -> str:
        """Do again what was undone last; returns its label. Raises NothingToRedo."""
        return self._revert(self._redo, EntryKind.REDO, NothingToRedo)

    def forget_steps(self) -> None:
        """Make what was done until now no longer undoable."""
        self._undo.clear()
        self._redo.clear()

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Call back after each change, undo and redo that changed something; returns what ends it."""
        self._listeners.append(callback)

        def end() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return end

    def changed_elsewhere(self) -> bool:
        """Whether another process has changed the book since this was asked last: cheap, for who keeps figures in memory."""
        seen, self._version_seen = self._version_seen, self.row("PRAGMA data_version")[0]
        return seen != self._version_seen

    def _revert(self, steps: list[tuple[int, str]], kind: EntryKind, nothing: type[Exception]) -> str:
        self._must_be_writable()
        if not steps:
            raise nothing
        entry, label = steps[-1]
        with self._entry(label, kind, reverts=entry):
            undo_log.revert(self.connection, entry)
            months.check_untouched(self)
        return label

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise BookIsReadOnly(self.reason)
        if self._writing:
            raise RuntimeError("a change is open already")

    @contextmanager
    def _entry(self, label: str, kind: EntryKind, reverts: int | None = None) -> Iterator[None]:
        self._must_be_writable()
        with faults_of(self.path):
            try:
                self._begin()
                yield
                header = chain.Header(now_text(), self.user, settings.clerk(self), label, kind.value, reverts)
                appended = chain.append(self.connection, header)
                self.connection.execute("COMMIT" if appended else "ROLLBACK")
            except BaseException:
                # Not where the book was closed meanwhile, or SQLite has rolled back itself.
                if self._writing and self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            finally:
                self._writing = False
        if appended:
            sync_folder(self._folder)  # the commit is the removal of the rollback journal: that too must survive a power cut
            self._after(kind, label, *appended)

    def _begin(self) -> None:
        if not self._records:
            chain.check_end(self.connection)
            # Not at each change: setting such a flag makes SQLite prepare all statements anew. What is written outside a change
            # later on fails all the same, because its row of the journal has no entry.
            self.connection.execute("PRAGMA query_only = OFF")
            undo_log.record_changes(self.connection)
            self._folder = open_folder(self.path.parent)
            self._records = True
        self.connection.execute("BEGIN IMMEDIATE")
        self._writing = True

    def _after(self, kind: EntryKind, label: str, entry: int, tables: frozenset[str]) -> None:
        done = self._undo if kind is not EntryKind.UNDO else self._redo
        if kind in (EntryKind.UNDO, EntryKind.REDO):
            (self._undo if kind is EntryKind.UNDO else self._redo).pop()
        else:
            self._redo.clear()
        done.append((entry, tr("turned back: {label}", label=label) if kind is EntryKind.REVERT else label))
        if self._listeners:
            changed = Changed(tables, label, tuple(undo_log.changes_of(self.connection, entry)))
            with ExitStack() as told:  # so that each is told, also where one before it fails
                for callback in reversed(self._listeners):
                    told.callback(callback, changed)


def _real(path: str | PathLike[str]) -> Path:
    """Where the book really is: two ways to it, by a link, must meet at one lock."""
    try:
        return Path(path).resolve()
    except RuntimeError:  # links in a circle; opening tells
        return Path(path).absolute()
