"""Hands and eyes for the tests of the setup page: its window, its tabs, keys, and what the book holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.store.county import contents
from tracker.store.book import Book
from tracker.ui.main_window import MainWindow
from tracker.ui.views.setup_view import SetupView
from tracker.ui.widgets.grid_moves import At
from tracker.ui.widgets.sheet_table import SheetTable

Key = Qt.Key
Ctrl, Shift, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class SetupPage:
    """The page in front of a shown window."""

    window: MainWindow
    view: SetupView
    said: list[str] = field(default_factory=list)
    """What the status bar was told."""

    def __post_init__(self) -> None:
        self.window.session.said.connect(self.said.append)

    @property
    def book(self) -> Book:
        book = self.window.session.book
        assert book is not None
        return book

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other where the focus is."""
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, key, held)
            QApplication.processEvents()

    def type(self, text: str, *then: Qt.Key) -> None:
        """Type a text, then press keys."""
        for character in text:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClicks(widget, character)
        self.press(*then)

    def go(self, table: SheetTable, row: int, column: int) -> None:
        """Click a cell."""
        place: QPoint = table.grid.visualRect(table.model.index(row, column)).center()
        QTest.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, NONE, place)
        QApplication.processEvents()
        assert table.grid.selection.at == At(row, column)

    def come_back(self) -> None:
        """Make the window the active one again, after a dialog."""
        self.window.activateWindow()
        QApplication.processEvents()

    def texts(self, table: SheetTable, column: int) -> list[str]:
        """What a column shows in every row."""
        return [str(table.model.index(row, column).data()) for row in range(table.model.rowCount())]

    def undo_and_redo(self, before: dict, label: str) -> None:
        """The last change is undone and redone by the keys, and the book is exactly what it was each time."""
        after = contents(self.book)
        self.come_back()
        assert after != before
        assert self.book.undo_label == label
        self.press(Key.Key_Z, held=Ctrl)
        assert contents(self.book) == before
        self.press(Key.Key_Y, held=Ctrl)
        assert contents(self.book) == after
