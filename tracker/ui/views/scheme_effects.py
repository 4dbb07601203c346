"""Computes off the window's thread what versions of the scheme do to the month in view; the last question asked is answered."""

from __future__ import annotations

import datetime
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.domain.target import TargetSet
from tracker.i18n import tr
from tracker.store.book import Book
from tracker.ui.session import Session
from tracker.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from tracker.metrics.scoring.effect import Effect


@dataclass(frozen=True, slots=True)
class Question:
    """Two versions, None for none, and the month whose data they are to be computed on."""

    path: Path
    month: Month
    target_set: TargetSet
    before: Scheme | None
    after: Scheme | None


class SchemeEffects(QObject):
    """One computation at a time; what is asked meanwhile waits, and only the newest of it."""

    asked = Signal()
    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task[Effect] | None = None
        self._waiting: Question | None = None

    def ask(self, before: Scheme | None, after: Scheme | None) -> None:
        """Have the month in view computed under both; `answered` follows with the Effect."""
        book, live = self._session.book, self._session.live
        if book is None or live is None:
            return
        self._waiting = Question(book.path, self._session.month, live.target_set, before, after)
        self.asked.emit()
        if self._task is None:
            self._begin()

    def _begin(self) -> None:
        question, self._waiting = self._waiting, None
        if question is None:
            return
        words = tr("Computing the effect of the scheme")
        self._task = self._session.tasks.run(words, lambda progress: compute(question, progress), quiet=True)
        self._task.returned.connect(self._take)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._end)

    def _take(self, effect: Effect) -> None:
        if self._waiting is None:
            self.answered.emit(effect)

    def _end(self) -> None:
        self._task = None
        self._begin()


def compute(question: Question, _progress: Progress) -> Effect:
    """Reads the file itself, for a thread of its own; a published month by what it was published with."""
    from tracker.metrics.scoring.effect import effect
    from tracker.metrics.shown import document_date, live_of

    with (
        Book.open(question.path, read_only=True) as reader,
        closing(live_of(reader, question.month, target_set=question.target_set)) as live,
    ):
        today = document_date(reader, question.month, datetime.date.today())
        return effect(live, question.before, question.after, today=today)
