"""The window: navigation, top bar, pages, status bar; it shows what the session says and passes on what the user asks."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tracker.i18n import tr
from tracker.store import settings as book_settings
from tracker.store.changed import Changed
from tracker.ui import theme
from tracker.ui.actions import Actions
from tracker.ui.checking import Checking
from tracker.ui.commands import commands, menus
from tracker.ui.context_menu import show_menu
from tracker.ui.data_folders import DataFolders
from tracker.ui.files import Files, dropped_paths
from tracker.ui.look import Look
from tracker.ui.month_course import MonthCourse
from tracker.ui.page import Page
from tracker.ui.pages import PAGES, Pages
from tracker.ui.session import Session
from tracker.ui.summary import READS, MonthSummary, summary_of
from tracker.ui.text_fields import focused_field
from tracker.ui.views.start_view import StartView
from tracker.ui.wayfinding import Wayfinding
from tracker.ui.widgets.banner import Banner
from tracker.ui.widgets.navigation import Navigation
from tracker.ui.widgets.published_bar import PublishedBar
from tracker.ui.widgets.status_bar import StatusBar
from tracker.ui.widgets.top_bar import NARROW, TopBar
from tracker.ui.window_sheet import window_sheet
from tracker.ui.zoom_wheel import ZoomWheel

FIRST_SIZE = QSize(1440, 900)

Box = TypeVar("Box", QVBoxLayout, QHBoxLayout)


class MainWindow(QMainWindow):
    """One window on the session's book; without a book it shows the start page. It closes without closing the session."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.summary: MonthSummary | None = None
        """What the top bar tells of the month; None while no book is open."""
        self.folders = DataFolders(session, self)
        self.files = Files(session, self.folders, self)
        self.way = Wayfinding(self)
        self.course = MonthCourse(self)
        self.pages = Pages(session)
        self.checking = Checking(self)
        self.commands = Actions(self, commands(self))
        self.start = StartView(self.commands, lambda: session.settings.recent)
        self.navigation = Navigation()
        self.top_bar = TopBar(self.commands, find_keys="Ctrl+G")
        self.banner = Banner()
        self.published_bar = PublishedBar(self.commands)
        self.status_bar = StatusBar(look.fill_zooms)
        self._wheel: ZoomWheel | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect_parts()
        self._connect_session()
        self._show_look()
        self._show_book()

    def _lay_out(self) -> None:
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self.menuBar().setMinimumHeight(theme.dp(28))
        self.commands.fill(self.menuBar(), menus(self))
        for page in PAGES:
            self.navigation.add(page.name, page.icon, tr(page.text), key=page.key)
        self._body = QWidget()
        column = _box(QVBoxLayout(), self.top_bar, self.banner, self.published_bar, self.pages)
        row = _box(QHBoxLayout(self._body), self.navigation)
        row.addLayout(column, 1)
        self._front = QStackedWidget()
        self._front.addWidget(self.start)
        self._front.addWidget(self._body)
        central = QWidget()
        _box(QVBoxLayout(central), self._front, self.status_bar)
        self.setCentralWidget(central)
        if not self.restoreGeometry(self.session.settings.geometry):
            room = self.screen().availableSize()
            self.resize(FIRST_SIZE.boundedTo(room))
            if FIRST_SIZE.boundedTo(room) != FIRST_SIZE:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect_parts(self) -> None:
        self.navigation.chosen.connect(self.turn_to)
        self.pages.turned.connect(self._show_turned)
        self.pages.status_changed.connect(self.status_bar.show_status)
        self.pages.commands_changed.connect(self.commands.refresh_soon)
        self.pages.menu_asked.connect(partial(show_menu, self))
        self.way.follow(self.pages)
        self.pages.command_requested.connect(lambda name: self.commands.action(name).trigger())
        self.start.chosen.connect(self.files.open_path)
        self.banner.retried.connect(self._retry)
        bar, way = self.top_bar, self.way
        bar.switch.opened.connect(way.choose_month)
        bar.reported.clicked.connect(self.course.list_reports)
        bar.hints.clicked.connect(self.checking.show_list)
        self.checking.marks.in_hand_changed.connect(self.commands.refresh_soon)
        bar.find_box.found.connect(way.go_to_place)
        bar.find_box.entered.connect(way.offer_places)
        bar.find_box.nothing_found.connect(way.say_nothing_found)
        bar.find_box.given_up.connect(self.pages.setFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.commands.refresh_soon)  # editing commands go to the field with the focus
        self.look.density_changed.connect(self._show_density)
        self.look.theme.changed.connect(self._show_look)
        self._later.timeout.connect(self._show_summary)

    def _connect_session(self) -> None:
        session = self.session
        session.book_changed.connect(self._show_book)
        session.recent_changed.connect(self.start.refresh)
        session.month_changed.connect(self._show_month)
        session.data_changed.connect(self._take_in)
        session.reread.connect(self._show_book)
        session.said.connect(self.status_bar.say)
        session.tasks.started.connect(self.status_bar.progress.follow)
        for task in session.tasks.running:
            self.status_bar.progress.follow(task)

    def has_pages(self) -> bool:
        """Whether a book is open, so that there are pages to turn to."""
        return self.session.book is not None

    def turn_to(self, name: str) -> Page:
        """Bring a page to the front, ready for the keyboard."""
        self.finish_typing()
        page = self.pages.turn_to(name)
        page.setFocus()
        return page

    def finish_typing(self) -> None:
        """Put what is being typed in the page into its cell, before the page shows something else."""
        field = focused_field()
        if field is not None and self.pages.isAncestorOf(field):
            self.pages.setFocus()

    def undo(self) -> None:
        """Take back the last change and say which."""
        label = self.session.undo_label
        self.session.undo()
        self.session.say(tr("Undone: {label}", label=label))

    def redo(self) -> None:
        """Do again what was taken back last and say what."""
        label = self.session.redo_label
        self.session.redo()
        self.session.say(tr("Redone: {label}", label=label))

    def say_saved(self) -> None:
        """There is nothing to save: say so to whoever presses Ctrl+S."""
        self.finish_typing()
        if self.session.writable:
            self.session.say(tr("Every change is saved as you make it; there is nothing left to save."))
        else:
            self.session.say(tr("The book is open for reading only; nothing can be changed in it."))

    def turn_full_screen(self) -> None:
        """Use the whole screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_book(self) -> None:
        """The session's book is another one, or was written by somebody else: everything is shown anew."""
        book = self.session.book
        self._front.setCurrentWidget(self.start if book is None else self._body)
        self._show_holder()
        self._show_summary()
        if book is None:
            self.setWindowTitle(tr("County tracker"))
            self.start.refresh()
            self.status_bar.show_status(None)
            self.status_bar.hide_mark()
            self.pages.refresh(None)
        else:
            self._show_title()
            self.pages.expect_refresh()
            name = self.session.settings.page
            self.turn_to(name if name in self.pages.names else self.pages.names[0])

    def _show_title(self) -> None:
        book = self.session.book
        if book is not None:
            title = book_settings.title(book) or book.path.stem
            self.setWindowTitle(" — ".join(filter(None, [title, book_settings.office(book)])))

    def _show_holder(self) -> None:
        book = self.session.book
        if book is None or self.session.writable:
            self.banner.hide()
        else:
            self.banner.tell(tr("Open for reading only: {reason}", reason=book.reason))

    def _retry(self) -> None:
        if not self.session.try_to_write() and self.session.book is not None:
            self.session.say(tr("Still for reading only: {reason}", reason=self.session.book.reason))

    def _show_month(self) -> None:
        self._show_summary()
        self.pages.refresh(None)

    def _take_in(self, changed: Changed) -> None:
        """Pages follow at once; the counts in the top bar when the event loop comes round."""
        self.pages.refresh(changed)
        if "setting" in changed.tables:
            self._show_title()
        if changed.tables & READS:
            self._later.start()
        self._show_saved()
        self.commands.refresh()

    def _show_saved(self) -> None:
        if self.session.writable:
            self.status_bar.show_saved(self.session.saved_at)
        elif self.session.book is not None:
            self.status_bar.show_read_only()

    def _show_summary(self) -> None:
        book, live = self.session.book, self.session.live
        hints = self.session.hints
        self.summary = summary_of(book, live, hints) if book is not None and live is not None and hints is not None else None
        self.checking.marks.show()
        if self.summary is not None:
            self.top_bar.switch.show_month(self.session.month)
            self.top_bar.show_summary(self.summary)
            self.published_bar.tell(self.summary.publication, self.summary.corrections)
        self._show_saved()
        self.commands.refresh()

    def _show_turned(self, name: str) -> None:
        self.navigation.show_page(name)
        self.checking.marks.follow(self.pages.front)
        self.session.settings.page = name

    def _show_look(self) -> None:
        self.setStyleSheet(window_sheet())
        self.status_bar.show_zoom(self.look.zoom)
        self._show_saved()
        self._show_holder()
        if self.summary is not None:
            self.top_bar.show_summary(self.summary)
            self.published_bar.tell(self.summary.publication, self.summary.corrections)
        self._show_density()

    def _show_density(self) -> None:
        self.pages.set_density(self.look.is_compact(self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_narrow(self.width() < theme.dp(NARROW))
        self.top_bar.fit(self.width())
        self._show_density()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.files.take_dropped(paths))  # the other program waits until the drop returns

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wheel is None:
            self._wheel = ZoomWheel(self.windowHandle(), self.look)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish_typing()
        self.session.settings.geometry = self.saveGeometry()
        super().closeEvent(event)


def _box(layout: Box, *widgets: QWidget) -> Box:
    """The layout without margins and gaps, with these in it."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
