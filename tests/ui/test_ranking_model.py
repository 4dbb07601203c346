"""The ranking's table model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.ranking_county import County, make_county, open_county
from tracker.ui.models.ranking_lines import LineKind, Sort
from tracker.ui.models.ranking_model import COLUMN, LINE, SORTED, Choice, RankingModel

ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        yield county


@pytest.fixture
def model(county: County, qapp: object) -> RankingModel:
    model = RankingModel()
    model.show(county.board(), Choice())
    return model


def section(model: RankingModel, key: str) -> int:
    return [column.key for column in model.columns].index(key)


def cell(model: RankingModel, row: int, key: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(row, section(model, key)).data(role)


def test_it_is_a_sound_model(county: County, model: RankingModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    county.report("石桥镇", "9")
    model.show(county.board(), Choice(), live=True)
    model.show(county.board("rate"), Choice())
    model.show(None, Choice())
    assert model.rowCount() == model.columnCount() == 0


def test_cells_say_their_text_and_what_is_spoken(model: RankingModel) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert cell(model, 0, "completion") == "87.00"
    assert cell(model, 0, "rank", spoken) == "place 1 of 3"
    assert cell(model, 0, "move", spoken) == "up 1"
    assert cell(model, 1, "move", spoken) == "down 1"
    assert cell(model, 2, "move", spoken) == "–"
    assert cell(model, 0, "light", spoken) == "Green light: on pace"


def test_the_pointer_is_told_what_the_cell_does_not_say(model: RankingModel) -> None:
    tip = Qt.ItemDataRole.ToolTipRole
    assert cell(model, 1, "light", tip) == "Yellow light: behind by up to 10 points"
    assert cell(model, 4, "month_value", tip) == "Nothing reported for this month; what was reported before still counts."
    assert cell(model, 0, "rank", tip) == "place 1 of 3"
    assert cell(model, 0, "unit", tip) is None


def test_figures_stand_at_the_right(model: RankingModel) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert cell(model, 0, "gap", Qt.ItemDataRole.TextAlignmentRole) == right
    assert cell(model, 0, "unit", Qt.ItemDataRole.TextAlignmentRole) != right


def test_a_cell_hands_its_line_and_column_out(model: RankingModel) -> None:
    index = model.index(3, 0)
    assert index.data(LINE).place.kind is model.kind(3) is LineKind.GROUP
    assert index.data(COLUMN).key == "rank"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_nothing_is_in_no_cell(model: RankingModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.headerData(99, ACROSS) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_header_marks_the_column_by_which_the_units_stand(model: RankingModel) -> None:
    assert model.headerData(section(model, "completion"), ACROSS, SORTED) == Sort("completion", falling=True)
    assert model.headerData(section(model, "yoy"), ACROSS, SORTED) is None
    assert model.headerData(0, ACROSS) == "Rank"
    assert model.headerData(0, ACROSS, Qt.ItemDataRole.DecorationRole) is None


def test_sorting_goes_by_value_not_by_text(county: County, model: RankingModel) -> None:
    model.show(county.board(), Choice(sort=Sort("target", falling=True)))
    assert [model.line(row).name for row in range(3)] == ["青山镇", "城关镇", "石桥镇"]


def test_an_order_by_a_column_that_an_indicator_has_not_is_the_ranks(county: County, model: RankingModel) -> None:
    model.show(county.board("rate"), Choice(sort=Sort("gap", falling=True)))
    assert model.sort_by == Sort("cumulative", falling=True)


def test_columns_are_hidden_and_added(county: County, model: RankingModel) -> None:
    model.show(county.board(), Choice(hidden=frozenset({"yoy", "rank"}), added=frozenset({"mom"})))
    keys = [column.key for column in model.columns]
    assert "yoy" not in keys
    assert "mom" in keys
    assert "rank" in keys, "a ranking without ranks is none"


def test_a_selected_unit_stays_selected_wherever_it_goes(county: County, model: RankingModel) -> None:
    selection = QItemSelectionModel(model)
    row = model.row_of_unit(county.unit["石桥镇"])
    assert row == 1
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    selection.setCurrentIndex(model.index(row, 0), flags)
    county.report("石桥镇", "9")
    model.show(county.board(), Choice(), live=True)
    assert selection.currentIndex().row() == 0
    assert [index.row() for index in selection.selectedRows()] == [0]
    assert cell(model, 0, "unit") == "石桥镇"


def test_a_selection_that_has_gone_is_gone(county: County, model: RankingModel) -> None:
    selection = QItemSelectionModel(model)
    selection.setCurrentIndex(model.index(4, 0), QItemSelectionModel.SelectionFlag.Select)
    model.show(county.board(), Choice(group=county.group["一类乡镇"]))
    assert not selection.currentIndex().isValid()


def test_ranks_that_moved_are_lit_for_a_moment(county: County, model: RankingModel, qtbot: QtBot) -> None:
    county.report("石桥镇", "9")
    with qtbot.waitSignal(model.flashed):
        model.show(county.board(), Choice(), live=True)
    assert model.flashing == {county.unit["石桥镇"], county.unit["城关镇"]}
    qtbot.waitUntil(lambda: not model.flashing, timeout=3000)


def test_turning_to_another_indicator_or_month_lights_nothing(county: County, model: RankingModel) -> None:
    model.show(county.board("talks"), Choice(), live=True)
    assert not model.flashing
    model.show(county.board(), Choice(), live=True)
    county.live.show(county.table().month.plus(-1))
    model.show(county.board(), Choice(), live=True)
    assert not model.flashing


def test_what_did_not_move_is_not_lit(county: County, model: RankingModel) -> None:
    county.report("石桥镇", "0.68")
    model.show(county.board(), Choice(), live=True)
    assert not model.flashing


def test_the_sparkline_has_twelve_values(county: County, model: RankingModel) -> None:
    values = model.series(county.unit["双河乡"])
    assert len(values) == 12
    assert values[-1] is None
