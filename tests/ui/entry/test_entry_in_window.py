from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.entry.driver import FUNDS, Alt, Ctrl, Driver, Key
from tracker.store.book import Book
from tracker.store.unit_lists import UnitLine
from tracker.store.unit_lists import add_units as add_units_to
from tracker.ui.main_window import MainWindow
from tracker.ui.program import Program
from tracker.ui.views.entry_view import EntryView
from tracker.ui.views.setup_view import SetupView


def entry_of(window: MainWindow, qtbot: QtBot) -> Driver:
    """The entry page of the whole program, focused."""
    view = window.turn_to("entry")
    assert isinstance(view, EntryView)
    view.grid.setFocus()
    qtbot.waitUntil(view.grid.hasFocus)
    return Driver(qtbot, window.session, view)


def test_the_windows_keys_reach_the_grid(program: Program, made_book: Path, qtbot: QtBot) -> None:
    program.session.open(made_book, read_only=True)
    entry = entry_of(program.window, qtbot)
    entry.press(Key.Key_C, held=Ctrl)
    assert entry.clipboard() == "3\r\n"
    entry.press(Key.Key_A, held=Ctrl)
    assert entry.grid.selection.span is not None
    assert entry.grid.selection.span.size == 63
    entry.type("1")
    assert "reading only" in program.window.status_bar.text
    QApplication.clipboard().clear()


def test_an_edit_is_undone_from_the_window_and_shown_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    entry = entry_of(window, qtbot)
    before = entry.texts(FUNDS)
    entry.type("8", Key.Key_Return)
    changed = entry.texts(FUNDS)
    assert changed != before
    entry.press(Key.Key_Z, held=Ctrl)
    assert entry.texts(FUNDS) == before
    entry.press(Key.Key_Y, held=Ctrl)
    assert entry.texts(FUNDS) == changed


def test_undo_while_typing_undoes_the_text(window: MainWindow, qtbot: QtBot) -> None:
    entry = entry_of(window, qtbot)
    entry.type("12")
    entry.press(Key.Key_Z, held=Ctrl)
    assert entry.grid.editing.editor is not None
    assert entry.session.undo_label is None
    entry.press(Key.Key_Escape)


def test_turning_the_page_or_the_month_stores_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    entry = entry_of(window, qtbot)
    entry.type("7")
    entry.press(Key.Key_3, held=Alt)
    assert entry.session.undo_label is not None
    entry.press(Key.Key_2, held=Alt)
    entry.grid.setFocus()
    entry.go(2, FUNDS)
    entry.type("6")
    month = entry.session.month
    entry.press(Key.Key_PageUp, held=Ctrl)
    assert entry.session.month == month.plus(-1)
    assert entry.value("Birch", FUNDS, month) == 6


def test_the_status_bar_follows_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    entry = entry_of(window, qtbot)
    entry.press(Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "Sum" in window.status_bar.text)


def test_delete_clears_through_the_windows_command(window: MainWindow, qtbot: QtBot) -> None:
    entry = entry_of(window, qtbot)
    QTest.keyClick(entry.grid, Key.Key_Delete)
    assert entry.text(1, FUNDS) == ""


def test_the_report_of_a_paste_is_not_covered_by_the_selections_status(window: MainWindow, qtbot: QtBot) -> None:
    entry = entry_of(window, qtbot)
    entry.set_clipboard("8\r\n9\r\n")
    entry.press(Key.Key_V, held=Ctrl)
    for _ in range(5):
        QApplication.processEvents()
    assert window.status_bar.text == "2 cells changed."


def test_where_units_or_indicators_are_missing_a_button_leads_to_them(program: Program, tmp_path: Path) -> None:
    Book.create(tmp_path / "new.tracker").close()
    program.session.open(tmp_path / "new.tracker")
    entry = program.window.turn_to("entry")
    add_units, set_up_indicators = entry.empty.buttons
    assert (add_units.isVisible(), set_up_indicators.isVisible()) == (True, False)
    QTest.mouseClick(add_units, Qt.MouseButton.LeftButton)
    setup = program.window.pages.front
    assert isinstance(setup, SetupView)
    assert setup.front is setup.units
    with program.session.book.change("a unit"):
        add_units_to(program.session.book, [UnitLine("Ashby", "Towns")])
    entry = program.window.turn_to("entry")
    assert (add_units.isVisible(), set_up_indicators.isVisible()) == (False, True)
    QTest.mouseClick(set_up_indicators, Qt.MouseButton.LeftButton)
    assert setup.front is setup.indicators
