"""The ranking's table through its events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.ranking_county import County, make_county, open_county
from tracker.ui import theme
from tracker.ui.models.ranking_lines import Sort
from tracker.ui.models.ranking_model import Choice, RankingModel
from tracker.ui.widgets.ranking_table import RankingTable

NONE, Ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        yield county


@pytest.fixture
def table(county: County, qtbot: QtBot, qapp: QApplication) -> Iterator[RankingTable]:
    theme.apply(qapp, theme.Scheme.LIGHT)
    model = RankingModel()
    table = RankingTable(model)
    qtbot.addWidget(table)
    model.show(county.board(), Choice())
    table.resize(1200, 500)
    with qtbot.waitExposed(table):
        table.show()
    yield table
    table.close()


def hidden(table: RankingTable) -> list[str]:
    model = table.model()
    assert isinstance(model, RankingModel)
    return [column.key for at, column in enumerate(model.columns) if table.isColumnHidden(at)]


def section(table: RankingTable, key: str) -> int:
    model = table.model()
    assert isinstance(model, RankingModel)
    return [column.key for column in model.columns].index(key)


def header_at(table: RankingTable, key: str) -> QPoint:
    model, header = table.model(), table.horizontalHeader()
    assert isinstance(model, RankingModel)
    section = [column.key for column in model.columns].index(key)
    return QPoint(header.sectionViewportPosition(section) + 10, header.height() // 2)


def test_the_columns_fill_the_width(table: RankingTable) -> None:
    assert table.horizontalHeader().length() == table.viewport().width()


def test_what_only_repeats_a_figure_gives_way_in_a_narrow_table(table: RankingTable, qtbot: QtBot) -> None:
    seen = []
    for width in range(1200, 400, -40):
        table.resize(width, 500)
        qtbot.waitUntil(lambda width=width: table.viewport().width() == width)
        if hidden(table) not in seen:
            seen.append(hidden(table))
    gone = ["sparkline"], ["bar", "sparkline"], ["month_value", "bar", "sparkline"], ["target", "month_value", "bar", "sparkline"]
    assert seen == [[], *gone]
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(1200, 500)
    qtbot.waitUntil(lambda: hidden(table) == [])


def test_the_table_is_as_high_as_its_lines(table: RankingTable) -> None:
    assert table.sizeHint().height() == table.horizontalHeader().height() + 8 * 36 + 1
    table.set_compact(True)
    assert table.rowHeight(0) == 28
    assert table.sizeHint().height() == 28 + 8 * 28 + 1


def test_a_click_on_a_header_sorts_and_another_one_turns_it_round(table: RankingTable, county: County, qtbot: QtBot) -> None:
    asked: list[Sort | None] = []
    table.sort_chosen.connect(asked.append)
    model = table.model()
    assert isinstance(model, RankingModel)
    header = table.horizontalHeader().viewport()
    for key in ("yoy", "yoy", "completion", "completion", "unit"):
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=header_at(table, key))
        model.show(county.board(), Choice(sort=asked[-1]))
    assert asked == [
        Sort("yoy", falling=True),
        Sort("yoy", falling=False),
        None,
        Sort("completion", falling=False),
        Sort("unit", falling=False),
    ]


def test_a_column_without_a_value_does_not_sort(table: RankingTable, qtbot: QtBot) -> None:
    asked: list[object] = []
    table.sort_chosen.connect(asked.append)
    header = table.horizontalHeader().viewport()
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=header_at(table, "light"))
    assert asked == []


def test_ctrl_enter_and_a_double_click_open_the_units_row(table: RankingTable, county: County, qtbot: QtBot) -> None:
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.choose_unit(county.unit["石桥镇"])
    qtbot.keyClick(table, Qt.Key.Key_Return, Ctrl)
    qtbot.keyClick(table, Qt.Key.Key_Enter, Ctrl | Qt.KeyboardModifier.KeypadModifier)
    place = table.visualRect(table.model().index(0, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [county.unit["石桥镇"], county.unit["石桥镇"], county.unit["城关镇"]]


def test_enter_and_a_click_on_a_number_ask_why_it_is_so(table: RankingTable, county: County, qtbot: QtBot) -> None:
    asked: list[bool] = []
    table.reason_asked.connect(asked.append)
    table.choose_unit(county.unit["石桥镇"])
    qtbot.keyClick(table, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    cell = table.visualRect(table.model().index(1, section(table, "completion")))
    number, beside = QPoint(cell.right() - 20, cell.center().y()), QPoint(cell.left() + 4, cell.center().y())
    for spot, held in ((number, NONE), (beside, NONE), (number, Ctrl)):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, pos=spot)
    assert asked == [True, False]


def test_the_number_that_is_told_of_is_that_of_the_current_cell(table: RankingTable, county: County, qtbot: QtBot) -> None:
    def current() -> tuple[str, str]:
        number = table.current_number()
        assert number is not None
        return number[0].name, number[1].key

    table.choose_unit(county.unit["石桥镇"])
    assert current() == ("石桥镇", "completion")
    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    assert current() == ("石桥镇", "gap"), "a light stands for the gap"
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert current() == ("石桥镇", "rank")
    table.choose_row(3)
    assert current() == ("一类乡镇 subtotal", "completion"), "a total has no rank"
    assert (3, "completion") in table._delegate.numbers


def test_what_is_current_stays_so_with_other_columns_and_another_board(table: RankingTable, county: County) -> None:
    table.choose_unit(county.unit["石桥镇"])
    model = table.model()
    assert isinstance(model, RankingModel)
    model.show(county.board("signed"), Choice())
    number = table.current_number()
    assert number is not None
    assert (number[0].name, number[1].key) == ("石桥镇", "cumulative")
    model.show(None, Choice())
    assert table.current_number() is None
    model.show(county.board(), Choice(group=county.group["二类乡镇"]))
    assert table.current_number() is None
    model.show(county.board(), Choice())
    number = table.current_number()
    assert number is not None
    assert number[0].name == "石桥镇"


def test_the_current_row_stays_in_sight_when_the_table_gets_lower(table: RankingTable, qtbot: QtBot) -> None:
    table.choose_row(7)
    table.resize(1200, 200)
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(table.currentIndex()).center()))


def test_a_total_opens_nothing(table: RankingTable, qtbot: QtBot) -> None:
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.choose_row(3)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == []


def test_arrows_move_the_row_and_are_told(table: RankingTable, qtbot: QtBot) -> None:
    table.choose_row(0)
    with qtbot.waitSignal(table.chosen):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    line = table.current_line()
    assert line is not None
    assert line.name == "石桥镇"
    assert [line.name for line in table.selected_lines()] == ["石桥镇"]


def test_shift_selects_several_rows(table: RankingTable, qtbot: QtBot) -> None:
    table.choose_row(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [line.name for line in table.selected_lines()] == ["城关镇", "石桥镇"]


def test_a_table_entered_by_the_keyboard_shows_where_one_is(table: RankingTable, qtbot: QtBot) -> None:
    table.clearFocus()
    table.selectionModel().clear()
    assert table.current_line() is None
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: table.current_line() is not None)


def test_the_row_under_the_pointer_is_noticed_and_forgotten(table: RankingTable, qtbot: QtBot) -> None:
    qtbot.mouseMove(table.viewport(), table.visualRect(table.model().index(1, 1)).center())
    qtbot.waitUntil(lambda: table._delegate.hovered_row == 1)
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert table._delegate.hovered_row == -1


def test_an_unknown_unit_is_not_chosen(table: RankingTable, county: County) -> None:
    assert not table.choose_unit(county.unit["老河乡"])


def test_another_zoom_takes_all_measures_again(table: RankingTable, qapp: QApplication, qtbot: QtBot) -> None:
    look = theme.apply(qapp, theme.Scheme.LIGHT)
    look.set_zoom(2.0)
    try:
        qtbot.waitUntil(lambda: table.rowHeight(0) == 72)
    finally:
        look.set_zoom(1.0)
