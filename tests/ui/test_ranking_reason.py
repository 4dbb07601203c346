"""The panel 这个数怎么来的 beside the ranking, through the page's keys and clicks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.ranking_bench import Bench, bench, session
from tests.ui.ranking_county import SEPTEMBER
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.derivation.steps import TargetSource
from tracker.store.scheme_versions import set_scheme
from tracker.ui.main_window import MainWindow
from tracker.ui.views.ranking_reason import AFTER
from tracker.ui.views.ranking_view import RankingView
from tracker.ui.widgets.reason_panel import ReasonPanel

__all__ = ["bench", "session"]  # fixtures


def panel(bench: Bench) -> ReasonPanel:
    return bench.view.reason.panel


def settle() -> None:
    QTest.qWait(AFTER + 20)


@pytest.fixture
def chosen(bench: Bench) -> Bench:
    """石桥镇 is chosen and told of."""
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    settle()
    return bench


def test_it_follows_the_current_number(chosen: Bench, qtbot: QtBot) -> None:
    assert panel(chosen).isVisible()
    assert (panel(chosen).place.text(), panel(chosen).figure.text()) == ("石桥镇 · 实际到位省外资金 · Completion", "72.33")
    qtbot.keyClick(chosen.view.table, Qt.Key.Key_Left)
    qtbot.keyClick(chosen.view.table, Qt.Key.Key_Down)
    settle()
    assert (panel(chosen).place.text(), panel(chosen).figure.text()) == ("青山镇 · 实际到位省外资金 · To date", "8.48")
    steps = [step.title.text() for step in panel(chosen).steps if step.isVisible()]
    assert steps == ["Rule", "Cumulative"]


def test_under_a_held_key_nothing_is_worked_out(chosen: Bench, qtbot: QtBot) -> None:
    before = panel(chosen).told
    qtbot.keyClick(chosen.view.table, Qt.Key.Key_Down)
    assert panel(chosen).told is before


def test_it_follows_the_figures(chosen: Bench) -> None:
    chosen.report("石桥镇", "1.66")
    settle()
    assert panel(chosen).figure.text() == "83.33"


def test_without_a_current_number_it_says_what_to_do(bench: Bench) -> None:
    bench.view.table.selectionModel().clear()
    settle()
    assert panel(bench).hint.isVisible()
    assert not panel(bench).copy_button.isVisible()


def test_f1_closes_and_opens_it_and_that_is_remembered(chosen: Bench, qtbot: QtBot) -> None:
    assert chosen.view.can("explain")
    chosen.view.commands["explain"]()
    assert not panel(chosen).isVisible()
    again = RankingView(chosen.session)
    qtbot.addWidget(again)
    assert not again.reason.is_open
    chosen.view.commands["explain"]()
    assert panel(chosen).isVisible()
    qtbot.mouseClick(panel(chosen).close_button, Qt.MouseButton.LeftButton)
    assert not panel(chosen).isVisible()


def test_in_a_narrow_window_it_is_closed_but_f1_opens_it_for_this_once(chosen: Bench, qtbot: QtBot) -> None:
    chosen.view.resize(1000, 700)
    qtbot.waitUntil(lambda: not panel(chosen).isVisible())
    chosen.view.commands["explain"]()
    assert panel(chosen).isVisible()
    chosen.view.commands["explain"]()
    assert not panel(chosen).isVisible()
    chosen.view.resize(1360, 760)
    qtbot.waitUntil(panel(chosen).isVisible)


def test_a_click_on_a_number_opens_it_and_enter_goes_in(chosen: Bench, qtbot: QtBot) -> None:
    chosen.view.commands["explain"]()
    table = chosen.view.table
    column = [column.key for column in chosen.view.model.columns].index("completion")
    cell = table.visualRect(chosen.view.model.index(0, column))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.right() - 20, cell.center().y()))
    settle()
    assert panel(chosen).place.text().startswith("城关镇")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert panel(chosen).steps[2].table.hasFocus()
    qtbot.keyClick(panel(chosen).steps[2].table, Qt.Key.Key_Escape)
    assert table.hasFocus()


def test_where_no_figure_leads_anywhere_enter_goes_to_the_whole(chosen: Bench, qtbot: QtBot) -> None:
    chosen.view.table.choose_unit(chosen.unit("竹沟乡"))
    qtbot.keyClick(chosen.view.table, Qt.Key.Key_Home)
    chosen.view.bar.indicator.picked.emit(chosen.indicator("rate"))
    chosen.view.table.choose_unit(chosen.unit("城关镇"))
    qtbot.keyClick(chosen.view.table, Qt.Key.Key_Return)
    assert panel(chosen).isAncestorOf(QGuiApplication.focusObject()) or panel(chosen).area.hasFocus()  # type: ignore[arg-type]


def test_a_months_amount_leads_to_its_cell_and_who_entered_it_to_the_journal(chosen: Bench, qtbot: QtBot) -> None:
    table = panel(chosen).steps[2].table
    table.setFocus()
    table.choose_row(7)
    with qtbot.waitSignal(chosen.view.history_requested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_End)
        table.setCurrentIndex(table.model().index(7, 2))
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [chosen.unit("石桥镇"), chosen.indicator("money"), Month(2026, 8)]
    with qtbot.waitSignal(chosen.view.figure_requested) as asked:
        place = table.visualRect(table.model().index(7, 1)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [chosen.unit("石桥镇"), chosen.indicator("money")]
    assert chosen.session.month == Month(2026, 8)


def test_a_target_leads_to_its_entry(chosen: Bench, qtbot: QtBot) -> None:
    goal = panel(chosen).steps[3]
    pressed = goal.model.records[0]
    assert isinstance(pressed.place, TargetSource)
    with qtbot.waitSignal(chosen.view.entry_requested) as asked:
        goal.opened.emit(pressed, 0)
    assert asked.args == [pressed.entry]


def test_a_total_leads_down_to_a_group_and_to_a_unit(bench: Bench) -> None:
    bench.view.table.choose_row(bench.view.model.rowCount() - 1)
    for name in ("一类乡镇 subtotal", "城关镇"):
        settle()
        step = panel(bench).steps[2]
        step.opened.emit(step.model.records[0], 0)
        line = bench.view.table.current_line()
        assert line is not None
        assert line.name == name
        assert not panel(bench).entry_button.isVisible(), "a total has no cell"
    settle()
    assert panel(bench).entry_button.isVisible()


def test_the_cell_is_one_button_away(chosen: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chosen.view.figure_requested) as asked:
        qtbot.mouseClick(panel(chosen).entry_button, Qt.MouseButton.LeftButton)
    assert asked.args == [chosen.unit("石桥镇"), chosen.indicator("money")]


def test_the_reasons_are_copied_as_text(chosen: Bench, qtbot: QtBot) -> None:
    said: list[str] = []
    chosen.session.said.connect(said.append)
    qtbot.mouseClick(panel(chosen).copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("石桥镇 · 实际到位省外资金 · Completion, 2026-09: 72.33 %\n1. Rule: ")
    assert said == ["The reasons are copied; paste them in the chat."]


def test_points_are_told_by_the_methods_words_and_the_score_by_its_lines(chosen: Bench, qtbot: QtBot) -> None:
    assert chosen.session.book is not None
    line = SchemeLine(2026, None, chosen.indicator("money"), Decimal(60), Method.PROPORTIONAL, cap=Decimal(1))
    with chosen.session.book.change("scheme"):
        set_scheme(chosen.session.book, Scheme(2026, 1, (line,)))
    chosen.view.bar.indicator.setFocus()
    qtbot.keyClick(chosen.view.bar.indicator, Qt.Key.Key_End)
    chosen.view.table.choose_unit(chosen.unit("石桥镇"))
    settle()
    assert (panel(chosen).place.text(), panel(chosen).figure.text()) == ("石桥镇 · Composite score", "43.40")
    assert not panel(chosen).entry_button.isVisible()
    told = {}
    for key in ("points0", "rank", "move"):
        column = [column.key for column in chosen.view.model.columns].index(key)
        chosen.view.table.setCurrentIndex(chosen.view.model.index(1, column))
        settle()
        told[key] = [panel(chosen).place.text(), panel(chosen).steps[1].text.text()]
    assert told == {
        "points0": [
            "石桥镇 · Composite score · 实际到位省外资金",
            "60 × min(0.723333…, 1) = 43.4, shown rounded once, half up: 43.40.",
        ],
        "rank": ["石桥镇 · Rank", "Ahead of its 43.40: 1, hence rank 2.\nNext above: 城关镇 52.20\nNext below: 青山镇 36.34"],
        "move": ["石桥镇 · Change", "1 − 2 = −1"],
    }
    chosen.view.table.choose_row(3)
    settle()
    assert panel(chosen).place.text() == "一类乡镇, full points · Composite score"
    column = [column.key for column in chosen.view.model.columns].index("points0")
    chosen.view.table.setCurrentIndex(chosen.view.model.index(3, column))
    settle()
    assert panel(chosen).told is None


def test_what_it_needs_is_told_under_the_ranking(chosen: Bench, qtbot: QtBot) -> None:
    needs = chosen.view.needs.panel
    assert needs.isVisible()
    assert needs.title.text() == "What 石桥镇 still needs"
    assert [line.goal for line in needs.model.records] == [
        *("Rise to rank 1", "Reach the pace", "Reach the target"),
    ]
    assert not needs.rank.isVisible(), "there is but one rank above"
    chosen.view.table.choose_unit(chosen.unit("青山镇"))
    settle()
    assert needs.rank.value() == 2
    needs.rank.stepDown()
    assert needs.model.records[0].reference == "城关镇 87.00 % (level with it)"
    chosen.view.table.choose_unit(chosen.unit("石桥镇"))
    settle()
    chosen.view.table.choose_unit(chosen.unit("青山镇"))
    settle()
    assert needs.rank.value() == 2, "each unit begins with the next rank up"
    needs.table.choose_row(0)
    needs.table.setFocus()
    qtbot.keyClick(needs.table, Qt.Key.Key_Return)
    line = chosen.view.table.current_line()
    assert line is not None
    assert line.name == "石桥镇"
    needs.opened.emit(needs.model.records[-1])
    assert chosen.view.table.current_line() == line, "a target is nobody's"


def test_it_folds_and_that_is_remembered(chosen: Bench, qtbot: QtBot) -> None:
    needs = chosen.view.needs.panel
    qtbot.mouseClick(needs.fold, Qt.MouseButton.LeftButton)
    assert not needs.table.isVisible()
    assert needs.fold.accessibleName() == "Unfold what is still needed"
    again = RankingView(chosen.session)
    qtbot.addWidget(again)
    assert again.needs.panel.table.isHidden() or not again.needs.panel.table.isVisibleTo(again.needs.panel)
    qtbot.mouseClick(needs.fold, Qt.MouseButton.LeftButton)
    assert needs.table.isVisible()


def test_where_nothing_is_needed_or_scores_are_shown_there_is_none(chosen: Bench) -> None:
    needs = chosen.view.needs.panel
    chosen.view.bar.indicator.picked.emit(chosen.indicator("complaints"))
    settle()
    assert needs.why.text().startswith("Lower is better here")
    assert not needs.table.isVisible()
    chosen.view.table.selectionModel().clear()
    settle()
    assert not needs.isVisible()


def test_a_month_in_the_window_leads_to_the_entry_page(window: MainWindow, qtbot: QtBot) -> None:
    page = window.turn_to("ranking")
    assert isinstance(page, RankingView)
    settle()
    step = next(step for step in page.reason.panel.steps if step.model.records)
    step.opened.emit(step.model.records[0], 1)
    assert window.pages.front is not None
    assert window.pages.front.name == "entry"
    assert window.session.month == SEPTEMBER.plus(-1)


def test_where_there_is_little_room_the_bars_give_way(chosen: Bench, qtbot: QtBot) -> None:
    needs = chosen.view.needs.panel
    assert needs.model.columnCount() == 7
    chosen.view.resize(1110, 700)
    qtbot.waitUntil(lambda: needs.model.columnCount() == 6)
    assert needs.model.records[0].goal == "Rise to rank 1"


def test_f1_is_called_by_what_it_opens(window: MainWindow) -> None:
    command = window.commands.action("explain")
    window.turn_to("entry")
    window.commands.refresh()
    assert command.text() == "What this cell is"
    window.turn_to("ranking")
    window.commands.refresh()
    assert command.text() == "How it comes about"
