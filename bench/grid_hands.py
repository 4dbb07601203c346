"""Hands on the entry page and on a bare table: each method gives a piece of work that ends when everything is painted."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, cycle

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from bench.bare_table import BareTable
from tracker.domain.period import Month
from tracker.ui.clipboard import Origin, tab_separated, to_mime
from tracker.ui.models.entry_choice import Way
from tracker.ui.program import Program
from tracker.ui.views.entry_view import EntryView
from tracker.ui.widgets.grid_moves import At

Work = Callable[[], object]


class Hands:
    """The program's window on an open book, the entry page in front."""

    def __init__(self, program: Program) -> None:
        self._session, self._window = program.session, program.window
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._window.resize(1440, 900)
        self._window.show()
        page = self._window.turn_to("entry")
        assert isinstance(page, EntryView)
        self._page, self.grid = page, page.grid
        self._numbers = count(1)
        painted(self.grid)

    def let_go(self) -> None:
        """Empty the clipboard: without a screen Qt frees what Python put there only after Python is gone."""
        QApplication.clipboard().clear()

    @property
    def rows(self) -> int:
        return self._page.model.rowCount()

    @property
    def columns(self) -> int:
        return self._page.model.columnCount() - 1

    def _block(self) -> list[list[str]]:
        """A block for every cell in which one types, with other figures each time."""
        model, number = self._page.model, next(self._numbers)
        rows = [row for row in range(model.last_row + 1) if model.is_typed_row(row)]
        columns = [column for column in range(1, model.last_column + 1) if model.is_typed_column(column)]
        return [[f"{(at + other + number) % 97}.{number % 10}" for other in range(len(columns))] for at in range(len(rows))]

    def paste(self) -> Work:
        """A block from a grid of ours over all cells of the month, which is read, stored and shown."""

        def work() -> None:
            block = self._block()
            origin = Origin((True,) * len(block), (True,) * len(block[0]), tuple(map(tuple, block)))
            QApplication.clipboard().setMimeData(to_mime(block, formats=["0.00"] * len(block[0]), origin=origin))
            self.grid.go(At(0, 1))
            self._page.clipboard.paste()
            painted(self.grid)

        return work

    def paste_bare(self, bare: BareTable) -> Work:
        """The same block as text, put into the cells and painted."""

        def work() -> None:
            bare.cells.paste(tab_separated(self._block()))
            painted(bare)

        return work

    def edit(self) -> Work:
        """A figure typed and Enter."""
        return self._typing(self.grid, lambda: self.grid.go(At(1, 1)))

    def edit_bare(self, bare: BareTable) -> Work:
        """The same keys."""
        return self._typing(bare, lambda: bare.setCurrentIndex(bare.cells.index(1, 1)))

    def _typing(self, table: QTableView, go: Callable[[], None]) -> Work:
        def work() -> None:
            table.window().activateWindow()
            table.setFocus()
            go()
            QTest.keyClicks(table, str(next(self._numbers)))
            editor = QApplication.focusWidget()
            QTest.keyClick(editor if editor is not None else table, Qt.Key.Key_Return)
            painted(table)

        return work

    @staticmethod
    def scroll(table: QTableView) -> Work:
        """A page further down, and from the end to the top again."""
        bar = table.verticalScrollBar()

        def work() -> None:
            bar.setValue(0 if bar.value() == bar.maximum() else bar.value() + bar.pageStep())
            painted(table)

        return work

    def switch_month(self, month: Month) -> Work:
        """The month before and back again."""
        months = cycle((month.plus(-1), month))

        def work() -> None:
            self._session.set_month(next(months))
            painted(self.grid)

        return work

    def switch_way(self) -> Work:
        """An indicator's year of all units, and the month again."""
        ways = cycle((Way.UNITS_MONTHS, Way.UNITS_INDICATORS))

        def work() -> None:
            self._page.choosing.turn(next(ways))
            painted(self.grid)

        return work

    @staticmethod
    def reset_bare(bare: BareTable) -> Work:
        """Everything is another."""

        def work() -> None:
            bare.cells.reset()
            painted(bare)

        return work


def painted(widget: QWidget) -> None:
    """Do what waits, then paint what is still to be painted."""
    QApplication.processEvents()
    widget.window().repaint()
    QApplication.processEvents()
