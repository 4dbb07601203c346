"""The ranking page: through the session, the bar and the keyboard."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.ranking_bench import Bench, bench, press, session
from tests.ui.ranking_county import SEPTEMBER
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.target import Target, TargetSet
from tracker.store.figures import set_figure
from tracker.store.targets import set_target
from tracker.ui.main_window import MainWindow
from tracker.ui.models.ranking_lines import Sort
from tracker.ui.page import Fact, Status
from tracker.ui.views.ranking_view import RankingView

__all__ = ["bench", "session"]  # fixtures


def test_it_opens_with_the_first_indicator_of_the_whole_county(bench: Bench) -> None:
    assert bench.view.bar.indicator.currentText() == "实际到位省外资金"
    assert bench.view.bar.groups.value is None
    assert bench.names[0] == "城关镇"
    assert bench.names[-1] == "County total"


def test_a_figure_typed_elsewhere_moves_the_ranks_at_once(bench: Bench) -> None:
    bench.report("石桥镇", "9.00")
    assert bench.names[:2] == ["石桥镇", "城关镇"]
    assert bench.view.model.flashing == {bench.unit("石桥镇"), bench.unit("城关镇")}


def test_undo_moves_them_back(bench: Bench) -> None:
    bench.report("石桥镇", "9.00")
    bench.session.undo()
    assert bench.names[:2] == ["城关镇", "石桥镇"]


def test_the_chosen_unit_stays_chosen_when_it_moves(bench: Bench) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    bench.report("石桥镇", "9.00")
    line = bench.view.table.current_line()
    assert line is not None
    assert line.name == "石桥镇"
    assert bench.said[-1] == Status("石桥镇 · Completion", (Fact("place", "1", "of 3"), Fact("since last month", "0", "places")))


def test_the_status_tells_place_and_move(bench: Bench) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    assert bench.said[-1] == Status("石桥镇 · Completion", (Fact("place", "2", "of 3"), Fact("since last month", "−1", "places")))
    bench.view.table.choose_unit(bench.unit("竹沟乡"))
    assert bench.said[-1] == Status("竹沟乡 · Completion", (Fact("not ranked", ""),))
    bench.view.table.choose_row(bench.view.model.rowCount() - 1)
    assert bench.said[-1] == Status("County total · Completion", (Fact("", "55.58"),))
    bench.view.table.selectAll()
    assert bench.said[-1] == Status("8 rows chosen")


def test_a_group_is_chosen_by_its_button(bench: Bench, qtbot: QtBot) -> None:
    press(bench, "二类乡镇", qtbot)
    assert bench.names == ["双河乡", "竹沟乡", "二类乡镇 subtotal"]
    press(bench, "Whole county", qtbot)
    assert len(bench.names) == 8


def test_the_indicator_is_chosen_from_the_list(bench: Bench, qtbot: QtBot) -> None:
    bench.view.bar.indicator.setFocus()
    qtbot.keyClick(bench.view.bar.indicator, Qt.Key.Key_Down)
    assert bench.view.shown is not None
    assert bench.view.shown.indicator.code == "signed"


def test_the_order_is_chosen_from_the_list_and_from_the_header(bench: Bench) -> None:
    bench.view.bar.sort.picked.emit("yoy")
    assert bench.view.model.sort_by == Sort("yoy", falling=True)
    assert bench.view.bar.sort.value == "yoy"
    bench.view.table.sort_chosen.emit(None)
    assert bench.view.model.sort_by == Sort("completion", falling=True)
    assert bench.view.bar.sort.currentText() == "Completion"


def test_the_set_of_targets_is_offered_where_there_are_two(bench: Bench) -> None:
    assert bench.view.bar.targets.isHidden()
    assert bench.session.book is not None
    with bench.session.book.change("aim higher"):
        stretch = Target(2026, bench.unit("城关镇"), bench.indicator("money"), Decimal(20), TargetSet.STRETCH)
        set_target(bench.session.book, stretch)
    assert not bench.view.bar.targets.isHidden()
    bench.view.bar.targets.picked.emit(TargetSet.STRETCH)
    row = bench.view.shown.row(bench.unit("城关镇")) if bench.view.shown is not None else None
    assert row is not None
    assert row.target == 20
    bench.view.bar.indicator.picked.emit(bench.indicator("rate"))
    assert bench.view.bar.targets.isHidden(), "a ratio is held against no target"


def test_columns_are_chosen_and_remembered(bench: Bench, qtbot: QtBot) -> None:
    actions = {action.text(): action for action in bench.view.bar.columns.menu().actions()}
    assert not actions["MoM %"].isChecked()
    actions["MoM %"].trigger()
    {action.text(): action for action in bench.view.bar.columns.menu().actions()}["YoY %"].trigger()
    keys = [column.key for column in bench.view.model.columns]
    assert "mom" in keys
    assert "yoy" not in keys
    again = RankingView(bench.session)
    qtbot.addWidget(again)
    again.refresh(None)
    assert [column.key for column in again.model.columns] == keys


def test_a_month_without_figures_says_what_to_do(bench: Bench, qtbot: QtBot) -> None:
    bench.session.set_month(SEPTEMBER.plus(1))
    assert bench.view.empty.sentence.text() == "Month 10 has no figures yet."
    assert bench.view.empty.isVisible()
    assert bench.said[-1] is None
    assert not bench.view.can("copy")
    with qtbot.waitSignal(bench.view.figure_requested) as asked:
        qtbot.mouseClick(bench.view.empty.button, Qt.MouseButton.LeftButton)
    assert asked.args == [None, None]


def test_the_first_figure_of_a_month_brings_the_ranking_up(bench: Bench) -> None:
    october = SEPTEMBER.plus(1)
    bench.session.set_month(october)
    assert bench.session.book is not None
    with bench.session.book.change("enter"):
        set_figure(bench.session.book, Figure(bench.unit("城关镇"), bench.indicator("money"), october, Decimal(1)))
    assert bench.view.table.isVisible()
    assert bench.names[0] == "城关镇"


def test_without_a_book_there_is_nothing(bench: Bench) -> None:
    bench.session.close()
    bench.view.refresh(None)
    assert bench.view.empty.isVisible()
    assert bench.view.shown is None
    assert not bench.view.jump_to(None, None)


def test_ctrl_enter_asks_for_the_units_figure(bench: Bench, qtbot: QtBot) -> None:
    bench.view.table.choose_unit(bench.unit("青山镇"))
    with qtbot.waitSignal(bench.view.figure_requested) as asked:
        qtbot.keyClick(bench.view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [bench.unit("青山镇"), bench.indicator("money")]


def test_it_jumps_to_a_unit_and_an_indicator(bench: Bench, qtbot: QtBot) -> None:
    press(bench, "一类乡镇", qtbot)
    assert bench.view.jump_to(bench.unit("双河乡"), bench.indicator("talks"))
    line = bench.view.table.current_line()
    assert line is not None
    assert line.name == "双河乡"
    assert bench.view.shown is not None
    assert bench.view.shown.indicator.code == "talks"
    assert bench.view.jump_to(None, bench.indicator("money"))
    assert not bench.view.jump_to(bench.unit("老河乡"), None)
    assert not bench.view.jump_to(None, IndicatorId(999))


def test_a_group_that_has_gone_gives_way_to_the_county(bench: Bench, qtbot: QtBot) -> None:
    press(bench, "二类乡镇", qtbot)
    bench.session.set_month(SEPTEMBER.plus(-120))
    bench.session.set_month(SEPTEMBER)
    assert bench.names


def test_the_rows_are_lower_when_asked_for(bench: Bench) -> None:
    bench.view.set_density(True)
    assert bench.view.table.rowHeight(0) == 28


def test_the_page_has_a_title_and_reads_what_it_shows(bench: Bench) -> None:
    assert bench.view.title() == "Ranking"
    assert {"figure", "target", "unit", "indicator"} <= bench.view.reads


def test_who_hears_the_screen_is_told_the_legend(bench: Bench) -> None:
    assert "on pace" in bench.view.foot.accessibleDescription()
    assert "No target, therefore not ranked: 竹沟乡." in bench.view.foot.accessibleDescription()


def test_ctrl_enter_in_the_window_shows_the_cell_on_the_entry_page(window: MainWindow, qtbot: QtBot) -> None:
    page = window.turn_to("ranking")
    assert isinstance(page, RankingView)
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.front is not None
    assert window.pages.front.name == "entry"


def test_in_a_low_window_the_rows_come_before_the_notes(bench: Bench, qtbot: QtBot) -> None:
    bench.view.resize(1360, 450)
    qtbot.waitUntil(lambda: bench.view.foot_area.height() == 90)
    assert bench.view.foot_area.verticalScrollBar().maximum() > 0
    bench.view.resize(1360, 900)
    qtbot.waitUntil(lambda: bench.view.foot_area.verticalScrollBar().maximum() == 0)


def test_every_chooser_has_room_for_its_label(bench: Bench, qtbot: QtBot) -> None:
    for width in range(900, 1500, 40):
        bench.view.resize(width, 700)
        qtbot.waitUntil(lambda width=width: bench.view.bar.width() == width)
        bench.view.bar.sort.picked.emit("yoy" if width % 80 else "completion")
        bench.view.bar.layout().activate()
        for combo in (bench.view.bar.indicator, bench.view.bar.sort):
            assert combo.width() >= combo.sizeHint().width(), (width, combo.currentText())
