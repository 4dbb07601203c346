"""What is done with a batch: read, plan, write, explain words; slow parts in the background, results by signals."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.sender_word import SenderWord
from tracker.errors import TrackerError
from tracker.exchange.submissions.evidence import contents_of_named
from tracker.i18n import tr
from tracker.store.sender_words import explain_word
from tracker.ui.data_folders import waiting
from tracker.ui.dialogs.message import tell
from tracker.ui.models.intake_batch import Batch, Pair
from tracker.ui.models.intake_planning import Asked, Planned, plan_anew
from tracker.ui.models.intake_sources import Source, read_sources
from tracker.ui.months import month_text

if TYPE_CHECKING:
    from tracker.exchange.submissions.understanding import Told
    from tracker.ui.session import Session

QUIET = 60
"""Up to so many files a plan is there before one looks: no progress is shown."""


class IntakeDeeds(QObject):
    """The deeds on the session's book with one batch. `fresh` tells whether the plan is that of the book as it is."""

    planned = Signal()
    """The batch has another plan, or files that wait for theirs."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.batch = Batch()
        self.fresh = True
        self._number = 0

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, folders and packages, and take them into the batch."""
        task = self._session.tasks.run(tr("Reading what was sent in"), partial(read_sources, tuple(paths)))
        task.returned.connect(self._take_read)
        task.failed.connect(self._tell)

    def _take_read(self, sources: list[Source]) -> None:
        if not sources:
            self._session.say(tr("There are no files in it."))
            return
        self.batch.add(sources)
        self.plan()

    def plan(self) -> None:
        """Hold the batch against the book as it is now."""
        book, files = self._session.book, self.batch.files
        if book is None:
            return
        self._number += 1
        self.fresh = False
        self.planned.emit()
        asked = Asked(self._number, book.path, self._session.month, files, dict(self.batch.told))
        label = tr("Comparing with the book")
        task = self._session.tasks.run(label, lambda _progress: plan_anew(asked), quiet=len(files) <= QUIET)
        task.returned.connect(self._take_plan)
        task.failed.connect(self._tell)

    def _take_plan(self, planned: Planned) -> None:
        if planned.number == self._number:  # else another one is on its way
            self.batch.show(planned.plan)
            self.fresh = True
            self.planned.emit()

    def tell(self, name: str, told: Told) -> None:
        """Take what the office says of a file; the plan follows."""
        self.batch.tell(name, told)
        self.plan()

    def remove(self, name: str) -> None:
        """Take a file out of the batch."""
        self.batch.remove(name)
        self.plan()

    def begin_anew(self) -> None:
        """Forget the batch."""
        self._number += 1
        self.batch, self.fresh = Batch(), True
        self.planned.emit()

    def take_over(self, batch: Batch) -> None:
        """Go on with a batch that was begun elsewhere."""
        self.batch = batch
        if batch.files:
            self.plan()

    @property
    def can_write(self) -> bool:
        """Whether something is ticked, of a plan that holds, in a book that may be written."""
        return self.fresh and self._session.writable and bool(self.batch.chosen())

    def write(self, *, keep: bool) -> None:
        """Write what is ticked as one change; with the files as evidence, which are read for it first."""
        if not self.can_write:
            return
        if not keep:
            self._write(self.batch.chosen(), {})
            return
        number, chosen = self._number, self.batch.chosen()
        named = [(source.name, source.path) for source in self.batch.sources]
        files = list(dict.fromkeys(file for file, _ in chosen))
        task = self._session.tasks.run(
            tr("Reading what is kept"), lambda _progress: (number, chosen, contents_of_named(named, files))
        )
        task.returned.connect(self._write_kept)
        task.failed.connect(self._tell)

    def _write_kept(self, read: tuple[int, Sequence[Pair], Mapping[str, bytes]]) -> None:
        number, chosen, contents = read
        if number != self._number or not self.fresh or chosen != self.batch.chosen():
            self._session.say(tr("Something has changed meanwhile; nothing was written. Look again and write."))
            return
        self._write(chosen, contents)

    def _write(self, chosen: Sequence[Pair], contents: Mapping[str, bytes]) -> None:
        from tracker.exchange.submissions.applying import apply

        book = self._session.book
        if book is None:
            return
        self.batch.note_written(chosen)  # before the book tells of its change
        try:
            with waiting():
                count = apply(book, chosen, received=today(), contents=contents)
        except TrackerError as error:
            tell(self._window, tr("Nothing was written."), str(error))
            return
        months = tr(", ").join(month_text(month) for month in sorted({cell.month for _, cell in chosen}))
        self._session.say(tr("{count} figures of {months} written; Ctrl+Z takes all of them back.", count=count, months=months))

    def explain(self, word: SenderWord) -> bool:
        """Remember what a sender's word means, as one change; the plan follows. Whether it could be; why not is told."""
        book = self._session.book
        if book is None or not self._session.writable:
            self._session.say(tr("The book is open for reading only; nothing can be changed in it."))
            return False
        try:
            with book.change(tr("Explain “{word}”", word=word.text)):
                explain_word(book, word)
        except TrackerError as error:
            tell(self._window, str(error))
            return False
        return True

    def _tell(self, error: TrackerError) -> None:
        tell(self._window, str(error))


def today() -> datetime.date:
    """The day on which what is written counts as received."""
    return datetime.datetime.now().astimezone().date()
