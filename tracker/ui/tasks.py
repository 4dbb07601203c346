"""Slow work off the window's thread: it returns a value, tells its progress, can be cancelled, and never touches a widget.

Only one thread at a time may use a book, so work never gets the open one: it reads and parses, or makes a book of its own. What
goes into the open book is written on the window's thread when the work has returned.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from tracker.errors import TrackerError

T = TypeVar("T")


LONG_TURN, SHORT_TURN = sys.getswitchinterval(), 0.001
"""Seconds after which one of Python's threads gives way to another: as it always is, and while work is under way."""


class Cancelled(Exception):
    """The user gave the work up; raised inside the work by Progress, and never shown."""


class Progress:
    """What work tells of itself, and learns: call it between steps. Safe in any thread."""

    def __init__(self, told: Callable[[int, int], None]) -> None:
        self._told = told
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def __call__(self, done: int, of: int) -> None:
        """`done` of `of` steps are finished (of 0: nobody knows how many); raises Cancelled if the user gave up."""
        if self.cancelled:
            raise Cancelled
        self._told(done, of)


@dataclass(frozen=True, slots=True)
class _Step:
    """Word from the work: how far it is."""

    task: int
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class _End:
    """Word from the work: it has returned, or raised `error`."""

    task: int
    result: Any
    error: BaseException | None


class Task(QObject, Generic[T]):
    """One piece of work under way, as the window's thread sees it; the only thread that ever touches it."""

    progressed = Signal(int, int)
    """Steps done, steps in all (0: unknown)."""
    returned = Signal(object)
    failed = Signal(object)
    """A TrackerError, to be shown."""
    ended = Signal()
    """After any of the others, and after a cancel."""

    def __init__(self, label: str, progress: Progress, *, quiet: bool) -> None:
        super().__init__()
        self.label = label
        self.quiet = quiet
        self._progress = progress

    def cancel(self) -> None:
        """Ask the work to stop; `ended` follows when it has."""
        self._progress.cancel()

    def take(self, word: _Step | _End) -> None:
        """Pass on what the work has said."""
        if isinstance(word, _Step):
            self.progressed.emit(word.done, word.of)
            return
        try:
            if word.error is None and not self._progress.cancelled:
                self.returned.emit(word.result)
            elif isinstance(word.error, TrackerError):
                self.failed.emit(word.error)
            elif word.error is not None and not isinstance(word.error, Cancelled):
                sys.excepthook(type(word.error), word.error, word.error.__traceback__)
        finally:
            self.ended.emit()


class Tasks(QObject):
    """Runs one task at a time, in order; `started` and the task's own signals are what the status bar shows."""

    started = Signal(object)
    """A Task whose work begins or waits for its turn."""

    _said = Signal(object)
    """A _Step or an _End: the one way from the worker's thread to the window's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._tasks: dict[int, Task[Any]] = {}
        self._count = 0
        self._said.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Task[Any], ...]:
        """The tasks that have not ended and are not quiet, oldest first."""
        return tuple(task for task in self._tasks.values() if not task.quiet)

    def run(self, label: str, work: Callable[[Progress], T], *, quiet: bool = False) -> Task[T]:
        """Start `work` in a worker's thread; `label` says in the status bar what goes on, unless it is `quiet`.

        Connect to the returned task's signals: none of them comes before the caller is back in the event loop.
        """
        self._count += 1
        number, say = self._count, self._said.emit
        progress = Progress(lambda done, of: say(_Step(number, done, of)))

        def do() -> None:
            try:
                result = work(progress)
            except BaseException as error:  # noqa: BLE001 - carried over to the window's thread and raised there
                say(_End(number, None, error))
            else:
                say(_End(number, result, None))

        task: Task[T] = Task(label, progress, quiet=quiet)
        self._tasks[number] = task
        # Python's collector runs in whichever thread allocates. In the worker's it would destroy the widgets of windows that are
        # closed, which Qt answers with a crash: so nothing is collected while work is under way.
        gc.disable()
        # A keystroke asks for the interpreter many times over, and each time waits until the work's turn is up.
        sys.setswitchinterval(SHORT_TURN)
        if not quiet:
            self.started.emit(task)
        self._pool.start(do)
        return task

    @Slot(object)
    def _take(self, word: _Step | _End) -> None:
        task = self._tasks.get(word.task)
        if task is None:
            return  # said before `close`, heard after it
        if isinstance(word, _End):
            del self._tasks[word.task]
            self._rest()
        task.take(word)

    def close(self) -> None:
        """Cancel what runs and wait for it; what has not begun never does."""
        for task in self._tasks.values():
            task.cancel()
        self._pool.clear()
        self._pool.waitForDone()
        self._tasks.clear()
        self._rest()

    def _rest(self) -> None:
        """Once nothing is under way: collect again, and let threads run as long as they did."""
        if not self._tasks:
            gc.enable()
            sys.setswitchinterval(LONG_TURN)
