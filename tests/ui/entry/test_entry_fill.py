from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.entry.driver import FUNDS, FUNDS_DONE, PROJECTS, TALKS, Ctrl, Driver, Key, Shift
from tracker.ui.widgets.grid_moves import Span


def test_control_d_fills_the_selection_from_its_first_row(entry: Driver) -> None:
    entry.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down, held=Shift)
    entry.press(Key.Key_D, held=Ctrl)
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar", "Dune", "Elm")][:4] == [3, 3, 3, 3]
    assert entry.session.undo_label == "Fill 3 figures, 2026-09"


def test_control_d_in_one_cell_takes_the_one_above(entry: Driver) -> None:
    entry.go(2, FUNDS)
    entry.press(Key.Key_D, held=Ctrl)
    assert entry.value("Birch") == 3


def test_control_r_fills_to_the_right_through_the_typed_columns(entry: Driver) -> None:
    entry.press(*[Key.Key_Right] * 6, held=Shift)
    entry.press(Key.Key_R, held=Ctrl)
    assert [entry.value("Ashby", column) for column in (PROJECTS, TALKS)] == [3, 3]


def test_control_enter_puts_what_is_typed_into_every_selected_cell(entry: Driver) -> None:
    entry.press(Key.Key_Down, Key.Key_Down, held=Shift)
    entry.type("9")
    entry.press(Key.Key_Return, held=Ctrl)
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [9, 9, 9]
    assert entry.grid.selection.span == Span(1, 1, 3, 1)
    entry.session.undo()
    assert [entry.text(row, FUNDS) for row in (1, 2, 3)] == ["3.00", "", "1.50"]


def handle(entry: Driver) -> QPoint:
    span = entry.grid.selection.span
    assert span is not None
    return entry.grid.span_rect(span).bottomRight() - QPoint(1, 1)


def test_the_handle_fills_the_cells_it_is_dragged_over(entry: Driver) -> None:
    entry.drag(handle(entry), entry.place(5, FUNDS))
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar", "Dune")] == [3, 3, 3, 3]
    assert entry.grid.selection.span == Span(1, 1, 5, 1)
    assert entry.at == (1, FUNDS)


def test_the_handle_repeats_several_rows(entry: Driver) -> None:
    entry.type("1", Key.Key_Return)
    entry.type("2", Key.Key_Up)
    entry.press(Key.Key_Down, held=Shift)
    entry.drag(handle(entry), entry.place(6, FUNDS))
    assert [entry.value(unit) for unit in ("Cedar", "Dune", "Elm")] == [1, 2, 1]


def test_the_handle_can_be_dragged_up(entry: Driver) -> None:
    entry.go(3, FUNDS)
    entry.drag(handle(entry), entry.place(2, FUNDS))
    assert entry.text(2, FUNDS) == "1.50"


def test_the_handle_put_back_does_nothing(entry: Driver) -> None:
    entry.drag(handle(entry), entry.place(1, FUNDS))
    assert entry.session.undo_label is None


def test_the_pointer_shows_where_the_handle_is(entry: Driver) -> None:
    viewport = entry.grid.viewport()
    QTest.mouseMove(viewport, handle(entry))
    entry.qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.CrossCursor)
    QTest.mouseMove(viewport, entry.place(3, FUNDS))
    entry.qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_computed_cells_have_nothing_to_fill_from(entry: Driver) -> None:
    entry.go(1, FUNDS_DONE)
    entry.press(Key.Key_Down, held=Shift)
    entry.press(Key.Key_D, held=Ctrl)
    assert "computed" in entry.said[-1]


def test_the_handle_fills_to_the_left_too(entry: Driver) -> None:
    entry.go(1, TALKS)
    entry.drag(handle(entry), entry.place(1, PROJECTS))
    assert entry.value("Ashby", PROJECTS) == 4
    assert entry.grid.selection.span == Span(1, PROJECTS, 1, TALKS)


def test_while_the_handle_is_dragged_a_dashed_frame_shows_how_far(entry: Driver) -> None:
    viewport = entry.grid.viewport()
    before = viewport.grab().toImage()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, handle(entry))
    QTest.mouseMove(viewport, entry.place(3, FUNDS))
    assert viewport.grab().toImage() != before
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, entry.place(1, FUNDS))
