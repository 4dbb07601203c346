"""The window's pages: which there are, which is in front, and when each is refreshed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from tracker.i18n import mark
from tracker.ui.page import Page
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.store.changed import Changed


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the navigation. `make` imports what the page needs, so that none of it is loaded before a book is open."""

    name: str
    text: str
    icon: str
    key: str
    make: Callable[[Session], Page]


def _home(session: Session) -> Page:
    from tracker.ui.views.home_view import HomeView

    return HomeView(session)


def _entry(session: Session) -> Page:
    from tracker.ui.views.entry_view import EntryView

    return EntryView(session)


def _intake(session: Session) -> Page:
    from tracker.ui.views.intake_view import IntakeView

    return IntakeView(session)


def _ranking(session: Session) -> Page:
    from tracker.ui.views.ranking_view import RankingView

    return RankingView(session)


def _lists(session: Session) -> Page:
    from tracker.ui.views.lists_view import ListsView

    return ListsView(session)


def _bulletin(session: Session) -> Page:
    from tracker.ui.views.bulletin_view import BulletinView

    return BulletinView(session)


def _trends(session: Session) -> Page:
    from tracker.ui.views.trends_view import TrendsView

    return TrendsView(session)


def _setup(session: Session) -> Page:
    from tracker.ui.views.setup_view import SetupView

    return SetupView(session)


def _hints(session: Session) -> Page:
    from tracker.ui.views.hints_view import HintsView

    return HintsView(session)


def _journal(session: Session) -> Page:
    from tracker.ui.views.journal_view import JournalView

    return JournalView(session)


PAGES = (
    PageEntry("home", mark("This month"), "calendar-check", "Alt+1", _home),
    PageEntry("entry", mark("Entry"), "table", "Alt+2", _entry),
    PageEntry("intake", mark("Intake"), "tray", "Alt+0", _intake),
    PageEntry("ranking", mark("Ranking"), "list-numbers", "Alt+3", _ranking),
    PageEntry("lists", mark("Lists"), "medal", "Alt+9", _lists),
    PageEntry("trends", mark("Trends"), "chart-line", "Alt+8", _trends),
    PageEntry("bulletin", mark("Bulletin"), "file-text", "Alt+7", _bulletin),
    PageEntry("hints", mark("Hints"), "warning", "Alt+4", _hints),
    PageEntry("setup", mark("Setup"), "sliders-horizontal", "Alt+5", _setup),
    PageEntry("journal", mark("Journal"), "clock-counter-clockwise", "Alt+6", _journal),
)
"""From top to bottom; a further page is one more line."""


class Pages(QStackedWidget):
    """Makes each page when it is first shown, and tells it to refresh when it must."""

    turned = Signal(str)
    """A page came to the front; its name."""
    status_changed = Signal(object)
    """The Status of the page in front, or None."""
    commands_changed = Signal()
    menu_asked = Signal(object, object)
    """A page's wish for a menu; see Page."""
    figure_requested = Signal(object, object)
    """A page's wish to show a cell on the entry page; see Page."""
    setup_requested = Signal(str)
    """A page's wish to show a part of the setup page; see Page."""
    history_requested = Signal(object, object, object)
    """A page's wish to show what became of a figure; see Page."""
    place_requested = Signal(str, object, object)
    chart_requested = Signal(object)
    entry_requested = Signal(int)
    command_requested = Signal(str)
    """A page's other wishes; see Page."""

    def __init__(self, session: Session, entries: tuple[PageEntry, ...] = PAGES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries = {entry.name: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._told: dict[str, object] = {}
        self._compact = False
        self._places: dict[str, object] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    @property
    def front(self) -> Page | None:
        """The page in front; None before the first one is shown."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def turn_to(self, name: str) -> Page:
        """Bring the page to the front, fresh."""
        page = self._pages.get(name) or self._make(name)
        if page is not self.currentWidget():
            self.setCurrentWidget(page)
            self.status_changed.emit(self._told.get(name))
        if name in self._stale:
            self._stale.discard(name)
            page.refresh(None)
        self._go_back(page)
        self.turned.emit(name)
        self.commands_changed.emit()
        return page

    def _make(self, name: str) -> Page:
        page = self._entries[name].make(self._session)
        page.name = name
        page.setAccessibleName(page.title())
        page.set_density(self._compact)
        page.status_changed.connect(lambda status: self._pass_on(page, status))
        page.commands_changed.connect(self.commands_changed)
        page.menu_asked.connect(self.menu_asked)
        page.figure_requested.connect(self.figure_requested)
        page.setup_requested.connect(self.setup_requested)
        page.history_requested.connect(self.history_requested)
        page.place_requested.connect(self.place_requested)
        page.chart_requested.connect(self.chart_requested)
        page.entry_requested.connect(self.entry_requested)
        page.command_requested.connect(self.command_requested)
        self._pages[name] = page
        self._stale.add(name)
        self.addWidget(page)
        return page

    def _pass_on(self, page: Page, status: object) -> None:
        self._told[page.name] = status
        if page is self.front:
            self.status_changed.emit(status)

    def refresh(self, changed: Changed | None) -> None:
        """Tell the page in front what has changed; the others are told when they come to the front."""
        for name, page in self._pages.items():
            if changed is not None and not changed.tables & page.reads:
                continue
            if page is self.front:
                page.refresh(changed)
            else:
                self._stale.add(name)

    def expect_refresh(self) -> None:
        """Have every page refresh when it next comes to the front, the one in front when it is turned to again."""
        self._stale.update(self._pages)

    def set_density(self, compact: bool) -> None:
        """Low rows on every page, or high ones."""
        if compact != self._compact:
            self._compact = compact
            for page in self._pages.values():
                page.set_density(compact)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page in front is what the focus is for."""
        super().focusInEvent(event)
        if self.front is not None:
            self.front.setFocus(event.reason())

    @property
    def places(self) -> dict[str, object]:
        """What hand and eye are on, of each page made so far."""
        return {name: page.place() for name, page in self._pages.items()}

    def return_to(self, places: Mapping[str, object]) -> None:
        """Show the same in a window made anew: in the page in front now, in the others when they are turned to."""
        self._places = dict(places)
        if self.front is not None:
            self._go_back(self.front)

    def _go_back(self, page: Page) -> None:
        place = self._places.pop(page.name, None)
        if place is not None:
            page.return_to(place)

    def can(self, command: str) -> bool:
        """Whether the page in front offers the command, and it makes sense now."""
        page = self.front
        return page is not None and command in page.commands and page.can(command)

    def do(self, command: str) -> None:
        """Have the page in front do it; nothing if it does not offer it."""
        page = self.front
        if page is not None and self.can(command):
            page.commands[command]()
