import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.entry.driver import (
    FUNDS,
    FUNDS_DONE,
    FUNDS_TO_DATE,
    NONE,
    PROJECTS,
    PROJECTS_DONE,
    RATE,
    TALKS,
    Alt,
    Ctrl,
    Driver,
    Key,
    Shift,
)
from tests.ui.entry.small_book import AUGUST
from tracker.ui.page import Fact, Status
from tracker.ui.widgets.grid_moves import Span


@pytest.mark.parametrize(
    ("key", "held", "row", "column"),
    [
        (Key.Key_Right, NONE, 1, 2),
        (Key.Key_Up, NONE, 0, 1),
        (Key.Key_Left, NONE, 1, 1),
        (Key.Key_End, NONE, 1, RATE),
        (Key.Key_End, Ctrl, 6, RATE),
        (Key.Key_Home, Ctrl, 0, 1),
        (Key.Key_PageDown, NONE, 6, 1),
        (Key.Key_PageUp, NONE, 0, 1),
        (Key.Key_Right, Ctrl, 1, RATE),
        (Key.Key_Down, Ctrl, 3, 1),
    ],
)
def test_keys_move_as_in_a_spreadsheet(entry: Driver, key: Key, held: Qt.KeyboardModifier, row: int, column: int) -> None:
    entry.press(key, held=held)
    assert entry.at == (row, column)
    assert not entry.grid.selection.many


def test_home_leads_to_the_first_figure_not_to_the_name(entry: Driver) -> None:
    entry.go(3, TALKS)
    entry.press(Key.Key_Home)
    assert entry.at == (3, FUNDS)


def test_shift_and_arrows_select_while_the_current_cell_stays(entry: Driver) -> None:
    entry.press(Key.Key_Down, Key.Key_Down, Key.Key_Right, held=Shift)
    assert entry.at == (1, FUNDS)
    assert entry.grid.selection.span == Span(1, 1, 3, 2)
    entry.press(Key.Key_Up, held=Shift)
    assert entry.grid.selection.span == Span(1, 1, 2, 2)
    entry.press(Key.Key_Down)
    assert entry.grid.selection.span == Span(2, 1, 2, 1)


def test_control_shift_selects_to_the_edge_of_the_data(entry: Driver) -> None:
    entry.go(3, FUNDS)
    entry.press(Key.Key_Down, held=Ctrl | Shift)
    assert entry.grid.selection.span == Span(3, 1, 6, 1)


def test_enter_and_tab_go_round_within_a_selection(entry: Driver) -> None:
    entry.go(2, FUNDS)
    entry.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, held=Shift)
    visited = []
    for _ in range(4):
        visited.append(entry.at.row)
        entry.press(Key.Key_Return)
    assert visited == [2, 3, 5, 2]
    assert entry.grid.selection.span == Span(2, 1, 5, 1)
    entry.press(Key.Key_Tab)
    assert entry.at == (5, FUNDS)


def test_typing_in_a_selection_moves_on_within_it(entry: Driver) -> None:
    entry.go(2, FUNDS)
    entry.press(Key.Key_Down, held=Shift)
    entry.type("1", Key.Key_Return)
    entry.type("2", Key.Key_Return)
    assert [entry.value("Birch"), entry.value("Cedar")] == [1, 2]
    assert entry.at == (2, FUNDS)


def test_all_rows_and_columns_can_be_selected(entry: Driver) -> None:
    entry.press(Key.Key_Space, held=Shift)
    assert entry.grid.selection.span == Span(1, 0, 1, 8)
    entry.press(Key.Key_Down, held=Shift)
    assert entry.grid.selection.span == Span(1, 0, 2, 8)
    entry.go(1, FUNDS)
    entry.press(Key.Key_Space, held=Ctrl)
    assert entry.grid.selection.span == Span(0, 1, 6, 1)
    entry.press(Key.Key_A, held=Ctrl)
    assert entry.grid.selection.span == Span(0, 0, 6, 8)
    assert entry.at == (1, FUNDS)


def test_a_drag_selects_and_its_start_stays_current(entry: Driver) -> None:
    entry.drag(entry.place(3, FUNDS_DONE), entry.place(1, FUNDS))
    assert entry.at == (3, FUNDS_DONE)
    assert entry.grid.selection.span == Span(1, 1, 3, 3)


def test_a_drag_beyond_the_edge_selects_to_the_edge(entry: Driver) -> None:
    entry.drag(entry.place(5, FUNDS), QPoint(5000, 5000))
    assert entry.grid.selection.span == Span(5, 1, 6, 8)


def test_shift_click_extends_and_control_click_adds(entry: Driver) -> None:
    entry.click(3, PROJECTS, Shift)
    assert entry.grid.selection.span == Span(1, 1, 3, 4)
    entry.click(6, TALKS, Ctrl)
    assert entry.grid.selection.spans == [Span(1, 1, 3, 4), Span(6, 7, 6, 7)]
    assert entry.at == (6, TALKS)


def test_a_name_selects_its_row_and_a_drag_over_names_more(entry: Driver) -> None:
    names = entry.grid.names
    places = [names.visualRect(entry.view.model.index(row, 0)).center() for row in (2, 3)]
    QTest.mousePress(names.viewport(), Qt.MouseButton.LeftButton, NONE, places[0])
    assert entry.grid.selection.span == Span(2, 0, 2, 8)
    QTest.mouseMove(names.viewport(), places[1])
    QTest.mouseRelease(names.viewport(), Qt.MouseButton.LeftButton, NONE, places[1])
    assert entry.grid.selection.span == Span(2, 0, 3, 8)
    assert entry.at == (2, FUNDS)
    assert entry.grid.hasFocus()


def test_the_header_selects_a_column_its_upper_level_the_whole_indicator(entry: Driver) -> None:
    header = entry.grid.header
    x = header.sectionViewportPosition(PROJECTS) + 5
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(x, header.height() - 5))
    assert entry.grid.selection.span == Span(0, PROJECTS, 6, PROJECTS)
    assert entry.at == (1, PROJECTS)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(x, 5))
    assert entry.grid.selection.span == Span(0, PROJECTS, 6, PROJECTS_DONE)


def test_the_corner_selects_everything(entry: Driver) -> None:
    QTest.mouseClick(entry.grid.names.header.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(5, 5))
    assert entry.grid.selection.span == Span(0, 0, 6, 8)


def test_a_click_on_a_heading_folds_its_group(entry: Driver) -> None:
    names = entry.grid.names
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, NONE, names.visualRect(entry.view.model.index(0, 0)).center())
    assert entry.texts(0) == ["Towns", "Parks", "Dune", "Elm"]
    assert entry.text(0, FUNDS) == "4.50"
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, NONE, names.visualRect(entry.view.model.index(0, 0)).center())
    assert len(entry.texts(0)) == 7


def test_alt_shift_and_an_arrow_fold_and_open_from_any_row_of_the_group(entry: Driver) -> None:
    entry.go(5, FUNDS)
    entry.press(Key.Key_Left, held=Alt | Shift)
    assert entry.texts(0)[-1] == "Parks"
    assert entry.at == (4, FUNDS)
    entry.press(Key.Key_Left, held=Alt | Shift)
    assert len(entry.texts(0)) == 5
    entry.press(Key.Key_Right, held=Alt | Shift)
    assert len(entry.texts(0)) == 7


def test_the_month_changes_and_cell_and_range_stay(entry: Driver) -> None:
    entry.go(3, PROJECTS)
    entry.press(Key.Key_Down, Key.Key_Down, held=Shift)
    entry.session.set_month(AUGUST)
    assert entry.at == (3, PROJECTS)
    assert entry.grid.selection.span == Span(3, PROJECTS, 5, PROJECTS)
    assert entry.text(3, PROJECTS) == "1"


def test_f6_leaves_the_grid_and_tab_does_not(entry: Driver) -> None:
    entry.press(Key.Key_Tab)
    assert entry.grid.hasFocus()
    entry.press(Key.Key_F6)
    assert not entry.grid.hasFocus()


def status(entry: Driver) -> Status:
    with entry.qtbot.waitSignal(entry.view.status_changed) as told:
        entry.grid.selection.moved.emit()
    assert told.args is not None
    shown = told.args[0]
    assert isinstance(shown, Status)
    return shown


def test_the_status_tells_what_the_selection_comes_to(entry: Driver) -> None:
    entry.press(Key.Key_Down, Key.Key_Down, held=Shift)
    told = status(entry)
    assert told.context == "Ashby – Cedar · Funds, Month (亿元)"
    assert told.facts == (
        Fact("Count", "2"),
        Fact("Sum", "4.50"),
        Fact("Mean", "2.25"),
        Fact("Least", "1.50"),
        Fact("Greatest", "3.00"),
    )


def test_one_cell_has_no_sum(entry: Driver) -> None:
    assert status(entry) == Status("Ashby · Funds, Month (亿元)")


def test_subtotals_are_not_added_to_what_they_add(entry: Driver) -> None:
    entry.press(Key.Key_Space, held=Ctrl)
    assert Fact("Sum", "4.15") in status(entry).facts


def test_rates_are_not_added(entry: Driver) -> None:
    entry.go(1, FUNDS_DONE)
    entry.press(Key.Key_Down, held=Shift)
    assert [fact.before for fact in status(entry).facts] == ["Count", "Least", "Greatest"]


def test_only_what_has_one_unit_of_measure_is_added(entry: Driver) -> None:
    entry.press(Key.Key_Right, held=Shift)
    assert Fact("Sum", "9.00") in status(entry).facts
    entry.go(1, FUNDS_TO_DATE)
    entry.press(Key.Key_Right, Key.Key_Right, held=Shift)
    assert status(entry).facts == (Fact("Cells", "3"),)


def test_jumping_to_a_place_opens_what_hides_it(entry: Driver) -> None:
    entry.press(Key.Key_Left, held=Alt | Shift)
    assert len(entry.texts(0)) == 4
    live = entry.session.live
    assert live is not None
    ashby = next(unit.id for unit in live.units if unit.name == "Ashby")
    talks = next(indicator.id for indicator in live.indicators if indicator.code == "talks")
    assert entry.view.jump_to(ashby, talks)
    assert entry.at == (1, TALKS)
    assert entry.view.jump_to(None, live.indicators[0].id)
    assert entry.at == (1, FUNDS)
    assert not entry.view.jump_to(type(ashby)(999), None)


def press_name(entry: Driver, row: int, held: Qt.KeyboardModifier = NONE) -> None:
    names = entry.grid.names
    place = names.visualRect(entry.view.model.index(row, 0)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, held, place)


def test_shift_on_a_name_selects_the_rows_up_to_it_and_control_adds_one(entry: Driver) -> None:
    press_name(entry, 1)
    press_name(entry, 3, Shift)
    assert entry.grid.selection.span == Span(1, 0, 3, 8)
    press_name(entry, 6, Ctrl)
    assert entry.grid.selection.spans == [Span(1, 0, 3, 8), Span(6, 0, 6, 8)]


def test_a_drag_over_the_header_selects_columns_and_shift_extends_them(entry: Driver) -> None:
    header = entry.grid.header
    lower = header.height() - 5
    places = [QPoint(header.sectionViewportPosition(column) + 5, lower) for column in (FUNDS, FUNDS_DONE, TALKS)]
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, NONE, places[0])
    QTest.mouseMove(header.viewport(), places[1])
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, NONE, places[1])
    assert entry.grid.selection.span == Span(0, FUNDS, 6, FUNDS_DONE)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Shift, places[2])
    assert entry.grid.selection.span == Span(0, FUNDS, 6, TALKS)


def test_the_right_button_selects_a_cell_but_keeps_a_range_that_holds_it(entry: Driver) -> None:
    right = Qt.MouseButton.RightButton
    entry.press(Key.Key_Down, Key.Key_Down, held=Shift)
    QTest.mouseClick(entry.grid.viewport(), right, NONE, entry.place(2, FUNDS))
    assert entry.grid.selection.span == Span(1, 1, 3, 1)
    QTest.mouseClick(entry.grid.viewport(), right, NONE, entry.place(5, PROJECTS))
    assert entry.grid.selection.span == Span(5, PROJECTS, 5, PROJECTS)


def test_a_pointer_held_beyond_the_edge_scrolls_along(entry: Driver) -> None:
    entry.view.resize(1100, 220)
    viewport, bar = entry.grid.viewport(), entry.grid.verticalScrollBar()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, entry.place(1, FUNDS))
    below = QPoint(40, viewport.height() + 30)
    QTest.mouseMove(viewport, below)
    entry.qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert entry.grid.selection.span == Span(1, 1, 6, 1)
    QTest.mouseMove(viewport, QPoint(40, -30))
    entry.qtbot.waitUntil(lambda: bar.value() == 0)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, QPoint(40, 5))
    assert entry.at == (1, FUNDS)


def test_the_outer_scroll_bars_drive_the_grid(entry: Driver) -> None:
    entry.view.resize(500, 220)
    down, across = entry.view.table.down, entry.view.table.across
    for bar, inner in ((down, entry.grid.verticalScrollBar()), (across, entry.grid.horizontalScrollBar())):
        assert bar.isVisible()
        bar.setValue(20)
        assert inner.value() == 20
    entry.view.resize(1100, 600)
    assert not down.isVisible()
    assert not across.isVisible()
