"""A clerk before the window: keys, mouse and the clipboard of another program, nothing else; and eyes for what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.store.county import contents
from tracker.domain.period import Month
from tracker.exchange.data_folder import dump
from tracker.store.book import Book
from tracker.store.figures import figures
from tracker.store.indicators import indicators as list_indicators
from tracker.store.units import units as list_units
from tracker.ui.main_window import MainWindow
from tracker.ui.views.entry_view import EntryView
from tracker.ui.widgets.figure_grid import FigureGrid

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Ctrl, Shift, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
Answer = Callable[[Callable[[Any], None]], list[QWidget]]


@dataclass
class Clerk:
    """Works in a shown window; units are called by name, indicators by code. `answer` is the fixture that meets dialogs."""

    window: MainWindow
    qtbot: QtBot
    answer: Answer

    @property
    def book(self) -> Book:
        book = self.window.session.book
        assert book is not None
        return book

    @property
    def entry(self) -> EntryView:
        """The entry page, which must be in front."""
        page = self.window.pages.front
        assert isinstance(page, EntryView)
        return page

    @property
    def grid(self) -> FigureGrid:
        return self.entry.grid

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other where the focus is."""
        for key in keys:
            QTest.keyClick(self._focus(), key, held)
        QApplication.processEvents()

    def type(self, text: str, *then: Qt.Key) -> None:
        """Type a text, then press keys."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self._focus(), character)
            else:  # QTest knows no keys for others
                QApplication.sendEvent(self._focus(), QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, NONE, character))
        self.press(*then)

    def _focus(self) -> QWidget:
        """What has the focus; without a desktop nobody gives it to a dialog, nor back to the window."""
        front, focused = QApplication.activeModalWidget() or self.window, QApplication.focusWidget()
        if focused is None or focused.window() is not front:
            front.activateWindow()
            QApplication.processEvents()
        return front.focusWidget() or front

    def walk_to(self, unit: str, code: str) -> None:
        """Go to a cell by the arrow keys alone."""
        row, column = self.place(unit, code)
        at = self.grid.selection.at
        self.press(*[Key.Key_Down if row > at.row else Key.Key_Up] * abs(row - at.row))
        self.press(*[Key.Key_Right if column > at.column else Key.Key_Left] * abs(column - at.column))
        assert self.grid.selection.at == (row, column)

    def place(self, unit: str, code: str) -> tuple[int, int]:
        """The row of a unit, and the column in which one types an indicator."""
        model = self.entry.model
        rows = [row for row in range(model.rowCount()) if model.is_typed_row(row) and model.index(row, 0).data() == unit]
        columns = [
            at for at in range(1, model.columnCount()) if model.is_typed_column(at) and model.column(at).indicator.code == code
        ]
        return rows[0], columns[0]

    def in_hand(self) -> tuple[str, str]:
        """The unit and the indicator of the current cell."""
        row, column = self.grid.selection.at
        indicator = self.entry.model.column(column).indicator
        return str(self.entry.model.index(row, 0).data()), indicator.code if indicator is not None else ""

    def shown(self, unit: str, code: str) -> str:
        """What stands in a cell."""
        return str(self.entry.model.index(*self.place(unit, code)).data())

    def fill_clipboard(self, rows: list[list[str]]) -> None:
        """Have a spreadsheet put cells on the clipboard, as text and as a page."""
        mime = QMimeData()
        mime.setText("".join("\t".join(row) + "\r\n" for row in rows))
        lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        mime.setHtml(f'<html><head><meta name="ProgId" content="Excel.Sheet"></head><body><table>{lines}</table></body></html>')
        QApplication.clipboard().setMimeData(mime)

    def drag_handle(self, unit: str) -> None:
        """Drag the small square at the selection's corner down to the unit's row."""
        grid, span = self.grid, self.grid.selection.span
        assert span is not None
        corner = grid.span_rect(span).bottomRight()
        end = grid.visualRect(grid.model().index(self.place(unit, "SWZJ")[0], span.right)).center()
        QTest.mousePress(grid.viewport(), Left, NONE, corner)
        for at in ((corner + end) / 2, end):
            QTest.mouseMove(grid.viewport(), at)
        QTest.mouseRelease(grid.viewport(), Left, NONE, end)
        QApplication.processEvents()

    def meet(self, then: Callable[[Any], None]) -> list[QWidget]:
        """The next dialog goes to `then`, which must close it, and into the list; where `then` fails the dialog is given up."""

        def try_it(dialog: QWidget) -> None:
            try:
                then(dialog)
            except BaseException:
                dialog.close()
                raise

        return self.answer(try_it)

    def choose(self, command: str, then: Callable[[Any], None]) -> None:
        """Choose a command of the 数据 menu by keyboard; the dialog that it opens goes to `then`, which must close it."""
        self.press(Key.Key_D, held=Alt)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        while menu.activeAction() is None or menu.activeAction().objectName() != command:
            QTest.keyClick(menu, Key.Key_Down)
        met = self.meet(then)
        QTest.keyClick(menu, Key.Key_Return)
        assert met

    def reads(self) -> tuple[dict[str, bytes], object]:
        """The whole book: its data folder, and every row of every table."""
        folder = Path(self.book.path).parent / "dumped"
        dump(self.book, folder)
        return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}, contents(self.book)

    def figures_of(self, month: Month) -> dict[tuple[str, str], Decimal | None]:
        """The month's figures, by unit and indicator; None is a cell that cannot be read."""
        units = {unit.id: unit.name for unit in list_units(self.book)}
        codes = {indicator.id: indicator.code for indicator in list_indicators(self.book)}
        return {(units[one.unit], codes[one.indicator]): one.value for one in figures(self.book, month=month)}
