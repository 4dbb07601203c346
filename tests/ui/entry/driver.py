"""Hands and eyes for the tests of the entry page: keys, mouse, clipboard, and what stands in a cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store.figures import figure
from tracker.ui.models.cells import Cell
from tracker.ui.session import Session
from tracker.ui.views.entry_view import EntryView
from tracker.ui.widgets.cell_editor import CellEditor
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.grid_moves import At

UNITS = {"Ashby": 1, "Birch": 2, "Cedar": 3, "Dune": 5, "Elm": 6}
FUNDS, FUNDS_TO_DATE, FUNDS_DONE, PROJECTS, PROJECTS_TO_DATE, PROJECTS_DONE, TALKS, RATE = range(1, 9)

Key, Ctrl, Shift, Alt = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Driver:
    """One page under test; `said` collects what the status bar would say."""

    qtbot: QtBot
    session: Session
    view: EntryView
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session.said.connect(self.said.append)

    @property
    def grid(self) -> FigureGrid:
        return self.view.grid

    @property
    def at(self) -> At:
        return self.grid.selection.at

    @property
    def editor(self) -> CellEditor:
        editor = self.grid.editing.editor
        assert editor is not None
        return editor

    def focus(self) -> QWidget:
        """What has the focus, so where keys go."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other where the focus is."""
        for key in keys:
            QTest.keyClick(self.focus(), key, held)
            QApplication.processEvents()

    def type(self, text: str, *then: Qt.Key) -> None:
        """Type a text, then press keys."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.focus(), character)
            else:  # QTest knows no keys for others
                key = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, NONE, character)
                QApplication.sendEvent(self.focus(), key)
        self.press(*then)

    def go(self, row: int, column: int) -> None:
        """Click a cell."""
        self.click(row, column)
        assert self.at == (row, column)

    def place(self, row: int, column: int) -> QPoint:
        """The middle of a cell in the viewport."""
        return self.grid.visualRect(self.view.model.index(row, column)).center()

    def click(self, row: int, column: int, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, held, self.place(row, column))
        QApplication.processEvents()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press at one place, move to the other, let go."""
        viewport, left = self.grid.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, left, NONE, start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, left, NONE, end)
        QApplication.processEvents()

    def text(self, row: int, column: int) -> str:
        return str(self.view.model.index(row, column).data())

    def texts(self, column: int) -> list[str]:
        """What a column shows in every row."""
        return [self.text(row, column) for row in range(self.view.model.rowCount())]

    def cell(self, row: int, column: int) -> Cell:
        return self.view.model.cell(row, column)

    def stored(self, unit: str, column: int = FUNDS, month: Month | None = None) -> Figure | None:
        """What the book has for a unit and the indicator of a column."""
        live, book = self.session.live, self.session.book
        assert live is not None
        assert book is not None
        unit_id = next(one.id for one in live.units if one.name == unit)
        return figure(book, unit_id, self.view.model.column(column).indicator.id, month or self.session.month)

    def value(self, unit: str, column: int = FUNDS, month: Month | None = None) -> Decimal | None:
        stored = self.stored(unit, column, month)
        return stored.value if stored is not None else None

    def set_clipboard(self, text: str) -> None:
        QApplication.clipboard().setText(text)

    def clipboard(self) -> str:
        return QApplication.clipboard().text()
