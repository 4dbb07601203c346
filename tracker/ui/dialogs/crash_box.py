"""When the program itself is at fault: a calm dialog with the details, and a log; and calm words where it is not.

Installed as sys.excepthook, which Qt's slots and events reach too.
"""

from __future__ import annotations

import datetime
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tracker import __version__
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.dialogs.message import MessageDialog, open_outside, tell
from tracker.ui.widgets.building import named

LOG_LIMIT = 1_000_000
"""Above this many bytes the log begins anew."""


class CrashBox(MessageDialog):
    """Says that something unexpected happened, that nothing saved is lost, and gives the details to whoever can use them."""

    def __init__(self, parent: QWidget | None, details: str, log: Path) -> None:
        super().__init__(
            parent,
            tr("Something went wrong in the program."),
            tr("What was saved is safe, and you can go on. If it happens again, pass the details on to whoever maintains it."),
        )
        self.details = named(QPlainTextEdit(details), tr("Details"))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setFont(theme.font(12))
        self.column.insertWidget(2, self.details, 1)
        self.copy = self.add_button(tr("Copy the details"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self.folder = self.add_button(tr("Open the log's folder"))
        self.folder.clicked.connect(lambda: open_outside(log.parent))
        self.resize(theme.dp(640), theme.dp(420))


class CrashHook(QObject):
    """Takes every exception that nobody caught, in any thread, and shows it on the window's thread, one at a time."""

    _raised = Signal(object, object)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._open = False
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become sys.excepthook and threading.excepthook."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def remove(self) -> None:
        """Give both hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the exception and show it soon; Ctrl+C ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = "" if isinstance(error, TrackerError) else report(error, trace)
        if details:
            sys.stderr.write(details)
            write_log(self._log, details)
        self._raised.emit(error, details)

    def _take_from_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.take(told.exc_type, told.exc_value, told.exc_traceback)

    def _show(self, error: BaseException, details: str) -> None:
        if self._open:  # a fault in painting comes again with every paint: it is in the log
            return
        self._open = True
        try:
            if details:
                CrashBox(QApplication.activeWindow(), details, self._log).exec()
            else:
                tell(QApplication.activeWindow(), str(error))
        finally:
            self._open = False


def report(error: BaseException, trace: TracebackType | None) -> str:
    """The text for whoever maintains the program: versions, then the traceback."""
    head = f"County tracker {__version__} · Qt {qVersion()} · Python {platform.python_version()} · {platform.platform()}"
    lines = traceback.format_exception(type(error), error, trace)
    return f"{datetime.datetime.now().astimezone():%Y-%m-%d %H:%M:%S}  {head}\n{''.join(lines)}\n"


def write_log(log: Path, text: str) -> None:
    """Add the text to the log; where that is impossible there is nobody left to tell."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        mode = "w" if log.exists() and log.stat().st_size > LOG_LIMIT else "a"
        with log.open(mode, encoding="utf-8") as file:
            file.write(text)
    except OSError:
        pass
