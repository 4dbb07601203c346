"""Start the program: the window is up with Qt and sqlite3 alone; what a book needs is loaded when one is opened."""

from __future__ import annotations

import os
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QLibraryInfo, QSize, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tracker.errors import ReportError
from tracker.i18n import language, tr
from tracker.ui import places
from tracker.ui.dialogs.crash_box import CrashHook
from tracker.ui.program import Program
from tracker.ui.settings import Settings

PAUSE, SETTLES = 150, 5_000
"""Milliseconds: within the first a panel begins to tell, within the second what it asked for is there."""


class PictureNotWritten(ReportError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("The picture could not be written to {path}. Check whether the folder may be written.", path=path))


def main(path: str | None = None) -> int:
    """Run the program until its window is closed; opens the given book, else the last one. Returns the exit code."""
    choose_input_method()
    app = application()
    program = Program(app, Settings(places.settings_file()))
    hook = CrashHook(places.log_file(), program)
    hook.install()
    _quit_on_interrupt(app)
    program.window.show()
    QTimer.singleShot(0, program.window, lambda: program.start_with(Path(path) if path else None))
    try:
        return app.exec()
    finally:
        hook.remove()
        program.end()


def application(*, screenless: bool = False) -> QApplication:
    """The one QApplication, made if there is none yet; `screenless` makes it without a screen, wherever it runs."""
    running = QCoreApplication.instance()
    if isinstance(running, QApplication):
        return running
    if screenless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("county-tracker")
    app.setDesktopFileName("county-tracker")
    return app


def choose_input_method() -> None:
    """Have Qt speak ibus where the desktop asks for fcitx: Qt's wheel has no plugin for fcitx, and fcitx 5 understands ibus.

    Without this such a desktop's Chinese input method types bare letters. Call it before the QApplication is made.
    """
    if not sys.platform.startswith("linux") or _has_plugin("fcitx"):
        return
    wanted = os.environ.get("QT_IM_MODULES", "").split(";") if os.environ.get("QT_IM_MODULES") else []
    if any(name.startswith("fcitx") for name in wanted):
        os.environ["QT_IM_MODULES"] = ";".join("ibus" if name.startswith("fcitx") else name for name in wanted)
    asked = os.environ.get("QT_IM_MODULE") or os.environ.get("XMODIFIERS", "").partition("@im=")[2]
    if asked.startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


def _has_plugin(name: str) -> bool:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    return any(name in file.name for file in folder.glob("*"))


def _quit_on_interrupt(app: QApplication) -> None:
    """Ctrl+C in the terminal closes the program as its window does. Python sees a signal only when it runs: a socket wakes it."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    reader.setblocking(False)
    signal.set_wakeup_fd(writer.fileno())
    signal.signal(signal.SIGINT, lambda _number, _frame: app.quit())
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: reader.recv(64))
    app.aboutToQuit.connect(lambda: signal.set_wakeup_fd(-1))
    app.aboutToQuit.connect(writer.close)


@contextmanager
def screenless_program() -> Iterator[Program]:
    """The program with settings of its own that are gone afterwards, without a screen unless one is in use already."""
    app = application(screenless=True)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(app, Settings(Path(folder) / "settings.ini"), language=language())
        try:
            yield program
        finally:
            program.end()
            program.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def picture(book_path: Path, png_path: Path, *, page: str = "entry", size: tuple[int, int] = (1440, 900)) -> None:
    """Draw the window on a book as a PNG, `size` in pixels; no screen is needed, the user's settings are not touched.

    Raises BookError where the book cannot be opened, PictureNotWritten where the PNG cannot be written.
    """
    with screenless_program() as program:
        program.session.open(book_path)
        program.window.setWindowState(Qt.WindowState.WindowNoState)
        program.window.resize(QSize(*size))
        program.window.show()
        program.window.turn_to(page)
        _settle(program)
        if not program.window.grab().save(str(png_path), "PNG"):
            raise PictureNotWritten(png_path)


def _settle(program: Program) -> None:
    """Let what follows the current cell be told, and what works in the background end, for a few seconds at most."""
    until = QDeadlineTimer(SETTLES)
    loop = QEventLoop()
    while not until.hasExpired():
        QTimer.singleShot(PAUSE, loop.quit)
        loop.exec()
        if not program.session.tasks.running:
            return


def rehearsal(book_path: Path, png_path: Path) -> Iterator[str]:
    """Work with the book in a window as a clerk does; yields the name of each step that went well, raises where one did not."""
    from tracker.ui.rehearsal import rehearse

    with screenless_program() as program:
        program.session.open(book_path)
        program.window.show()
        program.window.activateWindow()
        QApplication.processEvents()
        yield from rehearse(program.window, png_path)
