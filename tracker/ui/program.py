"""The running program: one session, and the window on it, which is made anew for another language or zoom."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from tracker import i18n
from tracker.i18n import LANGUAGES, system_language, use_language
from tracker.ui import theme
from tracker.ui.icons import icon
from tracker.ui.look import Look
from tracker.ui.main_window import MainWindow
from tracker.ui.session import Session
from tracker.ui.settings import Settings
from tracker.ui.tasks import Progress


class Program(QObject):
    """What lives as long as the program runs; `window` is not shown yet. `language` counts where the user has chosen none."""

    def __init__(self, app: QApplication, settings: Settings, *, language: str = "") -> None:
        super().__init__(app)
        self._app = app
        self.settings = settings
        use_language(next(spoken for spoken in (settings.language, language, system_language()) if spoken in LANGUAGES))
        self._translator = QTranslator(self)
        self._translate_qt()
        self.theme = theme.apply(app, settings.scheme)
        self.theme.set_zoom(settings.zoom / 100)
        app.setWindowIcon(icon("list-numbers", "accent"))
        self.session = Session(settings, self)
        self.look = Look(settings, self.theme, self)
        # queued: the command that asks for it belongs to the window that goes
        self.look.rebuild_wanted.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        self.window = MainWindow(self.session, self.look)

    def _translate_qt(self) -> None:
        """Qt's own words (buttons of its dialogs, the menu of a text field) in the language that is spoken."""
        self._app.removeTranslator(self._translator)
        QLocale.setDefault(QLocale(i18n.language()))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if i18n.language() != "en" and self._translator.load(f"qtbase_{i18n.language()}", folder):
            self._app.installTranslator(self._translator)

    def _rebuild(self) -> None:
        self._translate_qt()
        old = self.window
        old.finish_typing()
        self.settings.geometry = old.saveGeometry()
        places = old.pages.places
        self.window = MainWindow(self.session, self.look)
        self.window.show()
        self.window.pages.return_to(places)
        self.window.activateWindow()
        old.close()
        old.deleteLater()

    def start_with(self, path: Path | None) -> None:
        """Open the given book, else the last one; where none opens, the arithmetic is loaded while the start page is read."""
        book = path or self.settings.last_book
        if book is not None:
            self.window.files.open_path(book)
        if self.session.book is None:
            self.session.tasks.run("", _load_arithmetic, quiet=True)

    def end(self) -> None:
        """Stop what runs, close the window and the book, write the settings."""
        self.session.tasks.close()
        self.window.close()
        self.window.deleteLater()
        self.session.close()
        self.settings.save()
        self._app.removeTranslator(self._translator)


def _load_arithmetic(_progress: Progress) -> None:
    """Import numpy and what stands on it, so that the first book opens sooner."""
    import tracker.metrics.live  # noqa: F401 - for the import alone
