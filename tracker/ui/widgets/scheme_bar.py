"""The bar over the scheme: which year, which version, and what can be done to its lines."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton

from tracker.i18n import tr
from tracker.store.book import Book
from tracker.ui.models.scheme_editor import SchemeEditor, Version
from tracker.ui.widgets.building import tool_button
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.setup_bar import SetupBar
from tracker.ui.widgets.year_choice import YearChoice


class SchemeBar(SetupBar):
    """Asks; the tab does."""

    year_picked = Signal(object)
    """A year."""
    version_picked = Signal(object)
    """The month from which the version is in force."""
    version_asked = Signal(int)
    """The month from which a new version is to be in force."""
    remove_version_asked = Signal()
    add_asked = Signal()
    move_asked = Signal(int)
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.years = YearChoice()
        self.versions = LabelledCombo(tr("Version"))
        self.new_version = tool_button(tr("New version"), icon="git-branch")
        self._menu = QMenu(self)
        self.add(self.years)
        self.add(self.versions)
        self._add_new_version()
        self.drop_version = self.add_button(tr("Remove version"), self.remove_version_asked.emit, icon="trash")
        self.of_lines = [
            self.add_button(tr("Add a line"), self.add_asked.emit, icon="plus", tip="Alt+Ins"),
            self.add_button(tr("Move up"), lambda: self.move_asked.emit(-1), icon="arrow-up", tip="Alt+↑"),
            self.add_button(tr("Move down"), lambda: self.move_asked.emit(1), icon="arrow-down", tip="Alt+↓"),
            self.add_button(tr("Remove line"), self.remove_asked.emit, icon="x", tip="Alt+Del"),
        ]
        self.years.picked.connect(self.year_picked)
        self.versions.picked.connect(self.version_picked)

    def _add_new_version(self) -> None:
        self.new_version.setProperty("role", "outlined")
        self.new_version.setMenu(self._menu)
        self.new_version.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add(self.new_version)

    def show_versions(self, book: Book, editor: SchemeEditor) -> None:
        """Offer the year's versions, with the one in hand."""
        self.years.show_year(book, editor.year)
        there = editor.version is not None
        pairs = [(version.from_month, _words(version)) for version in editor.versions]
        self.versions.offer(pairs, None if editor.version is None else editor.version.from_month)
        self.versions.setVisible(there)
        self._menu.clear()
        for month in editor.free_months:
            action = self._menu.addAction(tr("from month {number} on", number=month))
            action.triggered.connect(partial(self._ask_version, month))
        writable = not book.read_only
        self.new_version.setEnabled(writable and bool(editor.free_months))
        self.drop_version.setEnabled(writable and there)
        for button in self.of_lines:
            button.setEnabled(writable and there)

    def _ask_version(self, month: int, _checked: bool = False) -> None:
        self.version_asked.emit(month)


def _words(version: Version) -> str:
    words = tr("from month {number} on", number=version.from_month)
    return words if version.draft is None else tr("{version} (draft)", version=words)
