"""Any commands of the grid, in any order and any way round, do what they mean; undone to the start, the book is what it was."""

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.ui.entry.driver import Ctrl, Driver, Key
from tests.ui.entry.plain_sheet import LOCKED_MONTH, Cell, PlainSheet, small_book_figures
from tracker.domain.indicator import EnteredBy
from tracker.exchange.data_folder import dump
from tracker.store.figures import figures
from tracker.store.months import MonthState, set_state
from tracker.ui.models.entry_choice import Choice, Way
from tracker.ui.widgets.grid_moves import At, Span

rows, columns = st.integers(0, 6), st.integers(1, 15)
texts = st.sampled_from(["", "0", "1", "2", "3.5", "12", "-1", "1.25"])
blocks = st.integers(1, 3).flatmap(lambda wide: st.lists(st.lists(texts, min_size=wide, max_size=wide), min_size=1, max_size=3))


def folder_bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


class Hands(RuleBasedStateMachine):
    """Drives the page by events and the plain sheet by words."""

    driver: Driver
    fresh: Callable[[], Path]

    def __init__(self) -> None:
        super().__init__()
        self._folder = self.fresh()
        self.driver.session.open(self._folder / "entry.tracker")
        assert self.driver.session.book is not None
        self.book = self.driver.session.book
        with self.book.change("publish"):
            set_state(self.book, LOCKED_MONTH, MonthState.PUBLISHED)
        self.book.forget_steps()
        self.driver.view.model.choose(Choice(entered_by=EnteredBy.MONTH))
        self.plain = PlainSheet(small_book_figures())
        self.go((1, 1))
        dump(self.book, self._folder / "first")

    def go(self, cell: Cell) -> Cell:
        """Make the cell, or the nearest one, the current one."""
        most_rows, most_columns = self.plain.size if hasattr(self, "plain") else (7, 8)
        at = min(cell[0], most_rows - 1), min(cell[1], most_columns)
        if not self.driver.grid.hasFocus():  # a question was asked, and answered, in a window of its own
            self.driver.view.activateWindow()
            self.driver.grid.setFocus()
            self.driver.qtbot.waitUntil(self.driver.grid.hasFocus)
        self.driver.grid.go(At(*at))
        return at

    def select(self, one: Cell, other: Cell) -> Span:
        start, end = self.go(other), self.go(one)
        span = Span.between(At(*start), At(*end))
        self.driver.grid.selection.select(span)
        return span

    @rule(row=rows, column=columns, text=texts.filter(bool))
    def type(self, row: int, column: int, text: str) -> None:
        cell = self.go((row, column))
        self.driver.type(text, Key.Key_Return)
        self.plain.write([(cell, text)])

    @rule(row=rows, column=columns, block=blocks)
    def paste(self, row: int, column: int, block: list[list[str]]) -> None:
        top, left = self.go((row, column))
        self.driver.set_clipboard("".join("\t".join(line) + "\r\n" for line in block))
        if not any(text for line in block for text in line):
            return
        answering = QTimer(interval=0)
        answering.timeout.connect(answer)
        answering.start()
        self.driver.press(Key.Key_V, held=Ctrl)
        answering.stop()
        most_rows, most_columns = self.plain.size
        self.plain.write(
            ((top + down, left + right), text)
            for down, line in enumerate(block)
            for right, text in enumerate(line)
            if top + down < most_rows and left + right <= most_columns
        )

    @rule(one=st.tuples(rows, columns), other=st.tuples(rows, columns), down=st.booleans())
    def fill(self, one: Cell, other: Cell, down: bool) -> None:
        span = self.select(one, other)
        if span.size == 1 or (span.top == span.bottom if down else span.left == span.right):
            return
        self.driver.press(Key.Key_D if down else Key.Key_R, held=Ctrl)
        lines = range(span.left, span.right + 1) if down else range(span.top, span.bottom + 1)
        cells = []
        for line in lines:
            first = (span.top, line) if down else (line, span.left)
            source = self._typed_alike(first)
            if source is None:
                continue
            rest = range(span.top + 1, span.bottom + 1) if down else range(span.left + 1, span.right + 1)
            cells += [((at, line) if down else (line, at), source) for at in rest]
        self.plain.write(cells)

    def _typed_alike(self, cell: Cell) -> str | None:
        """What a cell gives to others: a locked one too."""
        model, (row, column) = self.driver.view.model, cell
        if not (model.is_typed_column(column) and model.is_typed_row(row)):
            return None
        key = self.plain.key(cell)
        return self.plain.text(key) if key is not None else ""

    @rule(one=st.tuples(rows, columns), other=st.tuples(rows, columns), cut=st.booleans())
    def clear(self, one: Cell, other: Cell, cut: bool) -> None:
        span = self.select(one, other)
        if cut:
            self.driver.press(Key.Key_X, held=Ctrl)
        else:
            self.driver.press(Key.Key_Delete)
        self.plain.write(((row, column), "") for row in span.rows for column in span.columns)

    @rule()
    def undo(self) -> None:
        self.driver.session.undo()
        self.plain.undo()

    @rule()
    def redo(self) -> None:
        self.driver.session.redo()
        self.plain.redo()

    @rule(way=st.sampled_from(Way), row=st.sampled_from([1, 2, 3, 5, 6]), column=st.sampled_from([1, 4, 7]))
    def turn_from(self, way: Way, row: int, column: int) -> None:
        """Turn to the year of what is in hand in a month's sheet, or back to the month that was in view."""
        if self.plain.way is not Way.UNITS_INDICATORS:
            self.turn(Way.UNITS_INDICATORS)
            self.plain.way, self.plain.month = Way.UNITS_INDICATORS, self.driver.session.month.number
        cell = self.go((row, column))
        self.plain.unit = ["", "Ashby", "Birch", "Cedar", "", "Dune", "Elm"][cell[0]]
        self.plain.indicator = {1: "Funds", 4: "Projects", 7: "Talks"}[cell[1]]
        self.turn(way)
        self.plain.way = way

    def turn(self, way: Way) -> None:
        self.driver.view.commands[f"turn_{way}"]()

    @rule(by_cumulative=st.booleans())
    def switch(self, by_cumulative: bool) -> None:
        self.driver.view.bar.entered_by_chosen.emit(EnteredBy.CUMULATIVE if by_cumulative else EnteredBy.MONTH)
        self.plain.by_cumulative = by_cumulative

    @invariant()
    def the_book_holds_what_was_meant(self) -> None:
        live = self.driver.session.live
        assert live is not None
        units = {unit.id: unit.name for unit in live.units}
        named = {indicator.id: indicator.name for indicator in live.indicators}
        held = {
            (units[one.unit], named[one.indicator], one.month.number): (one.value, "" if one.value is not None else one.typed)
            for one in figures(self.book)
            if one.month.year == 2026
        }
        assert held == self.plain.figures

    @invariant()
    def every_cell_shows_it(self) -> None:
        model, (most_rows, most_columns) = self.driver.view.model, self.plain.size
        assert (model.rowCount(), model.columnCount()) == (most_rows, most_columns + 1)
        for row in range(most_rows):
            for column in range(1, most_columns + 1):
                key = self.plain.key((row, column))
                if key is not None:
                    value, text = self.plain.shown(key)
                    assert model.value(row, column) == value
                    assert not text or model.cell(row, column).text == text

    def teardown(self) -> None:
        while self.book.undo_label:
            self.book.undo()
        dump(self.book, self._folder / "last")
        assert folder_bytes(self._folder / "last") == folder_bytes(self._folder / "first")


def answer() -> None:
    """Go cell by cell, and paste what fits."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        next(button for button in box.buttons() if button.text() in ("Cell by cell", "Paste what fits")).click()


def test_any_commands_do_what_they_mean_and_undo_leads_back_to_the_start(entry: Driver, made_book: Path, tmp_path: Path) -> None:
    numbers = count()

    def fresh() -> Path:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        shutil.copy(made_book, folder / "entry.tracker")
        return folder

    machine = type("Machine", (Hands,), {"driver": entry, "fresh": staticmethod(fresh)})
    run_state_machine_as_test(
        machine,
        settings=settings(max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)),
    )
