"""The table of keys, row by row, in the whole window: every key that hands know from a spreadsheet."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.entry.driver import FUNDS, NONE, PROJECTS, TALKS, Ctrl, Driver, Key, Shift
from tracker.ui.models.entry_choice import Way
from tracker.ui.widgets.find_box import FindBox
from tracker.ui.widgets.grid_moves import Span

ALL = Span(0, 0, 6, 8)
WAYS = pytest.mark.parametrize("way", list(Way))


@pytest.mark.parametrize(
    ("key", "held", "at"),
    [
        (Key.Key_Return, NONE, (2, FUNDS)),
        (Key.Key_Enter, NONE, (2, FUNDS)),
        (Key.Key_Return, Shift, (1, FUNDS)),
        (Key.Key_Tab, NONE, (1, PROJECTS)),
        (Key.Key_Backtab, Shift, (1, FUNDS)),
        (Key.Key_Down, NONE, (2, FUNDS)),
        (Key.Key_Right, NONE, (1, 2)),
        (Key.Key_Down, Ctrl, (3, FUNDS)),
        (Key.Key_Right, Ctrl, (1, 8)),
        (Key.Key_Home, NONE, (1, 1)),
        (Key.Key_End, NONE, (1, 8)),
        (Key.Key_Home, Ctrl, (0, 1)),
        (Key.Key_End, Ctrl, (6, 8)),
        (Key.Key_PageDown, NONE, (6, FUNDS)),
        (Key.Key_PageUp, NONE, (0, FUNDS)),
    ],
)
def test_a_key_moves(in_window: Driver, key: Key, held: Qt.KeyboardModifier, at: tuple[int, int]) -> None:
    in_window.press(key, held=held)
    assert in_window.at == at


@pytest.mark.parametrize(
    ("key", "held", "span"),
    [
        (Key.Key_Down, Shift, Span(1, 1, 2, 1)),
        (Key.Key_Right, Shift | Ctrl, Span(1, 1, 1, 8)),
        (Key.Key_End, Shift, Span(1, 1, 1, 8)),
        (Key.Key_End, Shift | Ctrl, Span(1, 1, 6, 8)),
        (Key.Key_Home, Shift | Ctrl, Span(0, 1, 1, 1)),
        (Key.Key_PageDown, Shift, Span(1, 1, 6, 1)),
        (Key.Key_A, Ctrl, ALL),
        (Key.Key_Space, Shift, Span(1, 0, 1, 8)),
        (Key.Key_Space, Ctrl, Span(0, 1, 6, 1)),
    ],
)
def test_a_key_selects(in_window: Driver, key: Key, held: Qt.KeyboardModifier, span: Span) -> None:
    in_window.press(key, held=held)
    assert in_window.grid.selection.span == span
    assert in_window.at == (1, FUNDS)


@WAYS
def test_typing_replaces_and_enter_after_tabs_returns_whichever_way_round(in_window: Driver, way: Way) -> None:
    entry = in_window
    entry.view.choosing.turn(way)
    QApplication.processEvents()
    start = entry.at
    entry.type("7", Key.Key_Tab)
    assert entry.at != start
    entry.type("8", Key.Key_Return)
    assert entry.at.column == start.column
    assert entry.at.row > start.row
    assert entry.text(*start).startswith("7")
    entry.press(Key.Key_Z, Key.Key_Z, held=Ctrl)
    assert entry.session.undo_label is None


@WAYS
def test_f2_a_double_click_backspace_and_escape_whichever_way_round(in_window: Driver, way: Way) -> None:
    entry = in_window
    entry.view.choosing.turn(way)
    QApplication.processEvents()
    at = entry.at
    entry.press(Key.Key_F2)
    assert entry.editor.text() == "3"
    entry.press(Key.Key_Escape)
    QTest.mouseDClick(entry.grid.viewport(), Qt.MouseButton.LeftButton, NONE, entry.place(*at))
    assert entry.editor.text() == "3"
    entry.press(Key.Key_Escape, Key.Key_Backspace)
    assert entry.editor.text() == ""
    entry.press(Key.Key_Escape)
    assert entry.at == at
    assert entry.session.undo_label is None


@WAYS
def test_the_clipboard_and_filling_whichever_way_round(in_window: Driver, way: Way) -> None:
    entry = in_window
    entry.view.choosing.turn(way)
    QApplication.processEvents()
    at = entry.at
    entry.press(Key.Key_C, held=Ctrl)
    assert entry.clipboard() == "3\r\n"
    entry.press(Key.Key_X, held=Ctrl)
    assert entry.text(*at) == ""
    entry.press(Key.Key_V, held=Ctrl)
    assert entry.text(*at).startswith("3")
    entry.press(Key.Key_Down, held=Shift)
    entry.press(Key.Key_D, held=Ctrl)
    assert entry.view.model.value(*at) == 3
    entry.press(Key.Key_Delete)
    assert entry.text(*at) == ""


def test_the_older_keys_of_the_clipboard_count_too(in_window: Driver) -> None:
    entry = in_window
    entry.press(Key.Key_Insert, held=Ctrl)
    assert entry.clipboard() == "3\r\n"
    entry.press(Key.Key_Down)
    entry.press(Key.Key_Insert, held=Shift)
    assert entry.value("Birch") == 3
    entry.press(Key.Key_Delete, held=Shift)
    assert entry.value("Birch") is None


def test_control_enter_fills_what_is_selected_and_leaves_it_selected(in_window: Driver) -> None:
    entry = in_window
    entry.press(Key.Key_Down, Key.Key_Down, held=Shift)
    entry.type("1.5")
    entry.press(Key.Key_Return, held=Ctrl)
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [Decimal("1.5")] * 3
    assert entry.grid.selection.span == Span(1, FUNDS, 3, FUNDS)


def test_control_enter_fills_the_typed_cells_of_several_ranges(in_window: Driver) -> None:
    entry = in_window
    entry.click(3, FUNDS, Ctrl)
    entry.click(1, TALKS, Ctrl)
    entry.type("4")
    entry.press(Key.Key_Return, held=Ctrl)
    assert [entry.value("Ashby"), entry.value("Cedar"), entry.value("Ashby", TALKS)] == [4, 4, 4]


def test_control_g_goes_to_a_unit(in_window: Driver) -> None:
    entry = in_window
    entry.press(Key.Key_G, held=Ctrl)
    box = entry.focus()
    assert isinstance(box, FindBox)
    entry.type("Elm")
    listed = box.completer().popup()
    entry.qtbot.waitUntil(listed.isVisible)
    QTest.keyClick(listed, Key.Key_Down)
    QTest.keyClick(listed, Key.Key_Return)
    entry.qtbot.waitUntil(lambda: entry.at.row == 6)
    assert entry.grid.hasFocus()
