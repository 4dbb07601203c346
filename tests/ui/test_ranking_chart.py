"""The small chart in the panel beside the ranking: drawn in the background, kept while the book is as it is, opened on 趋势."""

from __future__ import annotations

import threading
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.ranking_bench import Bench, bench, session
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.domain.unit import GroupId
from tracker.reports.charts.chart import ChartChoice, ChartKind
from tracker.store.scheme_versions import set_scheme
from tracker.ui.main_window import MainWindow
from tracker.ui.models import small_chart
from tracker.ui.models.drawn_chart import DrawnChart, Room, Wanted
from tracker.ui.views import ranking_chart
from tracker.ui.views.ranking_view import RankingView
from tracker.ui.views.trends_view import TrendsView
from tracker.ui.widgets.small_chart import SmallChart

__all__ = ["bench", "session"]  # fixtures


def picture(view: RankingView) -> SmallChart:
    return view.reason.panel.chart


def drawn(view: RankingView, qtbot: QtBot, about: str) -> DrawnChart:
    """Wait until the chart whose sentence begins so is in view."""

    def is_there() -> bool:
        chart = picture(view).chart
        return chart is not None and chart.title.startswith(about)

    qtbot.waitUntil(is_there, timeout=20_000)
    found = picture(view).chart
    assert found is not None
    return found


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[small_chart.SmallWanted]:
    """What is asked of the one that draws."""
    asked: list[small_chart.SmallWanted] = []
    draw = small_chart.small_chart

    def counting(wanted: small_chart.SmallWanted) -> DrawnChart | None:
        asked.append(wanted)
        return draw(wanted)

    monkeypatch.setattr(ranking_chart, "small_chart", counting)
    return asked


def test_the_units_course_stands_over_the_steps_with_its_sentence(bench: Bench, qtbot: QtBot) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    chart = drawn(bench.view, qtbot, "石桥镇 has done 72.33% by the end of month 9")
    shown = picture(bench.view)
    assert shown.isVisible()
    assert shown.accessibleName() == "Course of the year"
    assert shown.accessibleDescription().startswith(chart.title)
    assert shown.toolTip().startswith(chart.title)
    assert [mark.mark.month.number for mark in chart.marks] == list(range(1, 10))
    assert (
        shown.mapTo(bench.view, shown.rect().bottomLeft()).y()
        < bench.view.reason.panel.steps[0].mapTo(bench.view, bench.view.reason.panel.steps[0].rect().topLeft()).y()
    )


def test_other_columns_of_the_unit_have_the_same_chart_and_one_seen_before_is_there_at_once(
    bench: Bench, qtbot: QtBot, counted: list[small_chart.SmallWanted]
) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    first = drawn(bench.view, qtbot, "石桥镇")
    qtbot.keyClick(bench.view.table, Qt.Key.Key_Left)
    bench.view.reason.tell()
    assert picture(bench.view).chart is first
    bench.view.table.choose_unit(bench.unit("青山镇"))
    drawn(bench.view, qtbot, "青山镇")
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    bench.view.reason.tell()
    assert picture(bench.view).chart is first
    asked = [one.wanted.choice.units for one in counted]
    assert [asked.count((bench.unit(name),)) for name in ("石桥镇", "青山镇")] == [1, 1]


def test_a_changed_figure_has_it_drawn_anew(bench: Bench, qtbot: QtBot) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    drawn(bench.view, qtbot, "石桥镇 has done 72.33%")
    bench.report("石桥镇", "1.66")
    drawn(bench.view, qtbot, "石桥镇 has done 83.33%")


def test_while_another_is_to_come_the_old_one_is_gone_and_its_room_is_kept(bench: Bench, qtbot: QtBot) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    drawn(bench.view, qtbot, "石桥镇")
    bench.view.table.choose_unit(bench.unit("青山镇"))
    bench.view.reason.tell()
    shown = picture(bench.view)
    assert shown.chart is None
    assert shown.isVisible()
    assert shown.toolTip() == ""
    with qtbot.assertNotEmitted(bench.view.chart_requested):
        qtbot.keyClick(shown, Qt.Key.Key_Return)


def test_what_was_overtaken_before_its_turn_is_not_drawn(
    bench: Bench, qtbot: QtBot, counted: list[small_chart.SmallWanted]
) -> None:
    chart, gate = bench.view.reason.chart, threading.Event()
    bench.session.tasks.run("", lambda _progress: gate.wait(20), quiet=True)
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    bench.view.reason.tell()
    qtbot.waitUntil(lambda: chart.is_drawing)
    bench.view.table.choose_unit(bench.unit("青山镇"))
    bench.view.reason.tell()
    assert not chart.is_drawing
    gate.set()
    drawn(bench.view, qtbot, "青山镇")
    assert [one.wanted.choice.units for one in counted] == [(bench.unit("青山镇"),)]


def test_a_closed_panel_keeps_none_and_draws_none(bench: Bench, qtbot: QtBot, counted: list[small_chart.SmallWanted]) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    drawn(bench.view, qtbot, "石桥镇")
    memory = bench.view.reason.chart.memory
    assert len(memory) > 0
    bench.view.reason.turn()
    assert len(memory) == 0
    before = len(counted)
    bench.view.table.choose_unit(bench.unit("青山镇"))
    bench.view.reason.tell()
    bench.view.reason.chart._draw()
    assert len(counted) == before
    bench.view.reason.turn()
    drawn(bench.view, qtbot, "青山镇")


def test_where_there_are_too_few_months_there_is_none(bench: Bench, qtbot: QtBot) -> None:
    bench.view.bar.indicator.picked.emit(bench.indicator("complaints"))
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    bench.view.reason.tell()
    qtbot.waitUntil(lambda: len(bench.view.reason.chart.memory) > 0 and picture(bench.view).isHidden(), timeout=20_000)
    bench.view.bar.indicator.picked.emit(bench.indicator("money"))
    bench.session.set_month(Month(2026, 1))
    bench.view.reason.tell()
    assert picture(bench.view).isHidden()


def test_a_book_that_cannot_be_read_leaves_no_picture_and_is_asked_again(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.errors import TrackerError

    def refuse(_wanted: small_chart.SmallWanted) -> DrawnChart | None:
        raise TrackerError

    with monkeypatch.context() as patched:
        patched.setattr(ranking_chart, "small_chart", refuse)
        bench.view.table.choose_unit(bench.unit("石桥镇"))
        bench.view.reason.tell()
        qtbot.waitUntil(picture(bench.view).isHidden)
    bench.view.reason.tell()
    drawn(bench.view, qtbot, "石桥镇")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, None])
def test_a_click_or_a_key_asks_for_it_on_the_page_of_trends(bench: Bench, qtbot: QtBot, key: Qt.Key | None) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    drawn(bench.view, qtbot, "石桥镇")
    with qtbot.waitSignal(bench.view.chart_requested) as asked:
        if key is None:
            qtbot.mouseClick(picture(bench.view), Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(picture(bench.view), key)
    assert asked.args == [ChartChoice(ChartKind.PACE, (bench.indicator("money"),), None, (bench.unit("石桥镇"),))]


def test_escape_on_it_leads_back_to_the_ranking(bench: Bench, qtbot: QtBot) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    drawn(bench.view, qtbot, "石桥镇")
    picture(bench.view).setFocus()
    qtbot.keyClick(picture(bench.view), Qt.Key.Key_Escape)
    assert bench.view.table.hasFocus()


def test_a_total_has_its_groups_and_the_last_line_the_countys(bench: Bench, qtbot: QtBot) -> None:
    kinds = []
    for at in range(bench.view.model.rowCount()):
        bench.view.table.choose_row(at)
        number = bench.view.table.current_number()
        assert number is not None
        assert bench.view.model.board is not None
        choice = small_chart.chart_of_number(bench.view.model.board, *number)
        assert choice is not None
        kinds.append((bool(choice.units), choice.group))
    first, second = GroupId(1), GroupId(2)
    assert kinds == [*[(True, None)] * 3, (False, first), *[(True, None)] * 2, (False, second), (False, None)]


def test_points_have_the_course_of_their_indicator_and_the_score_has_none(bench: Bench, qtbot: QtBot) -> None:
    assert bench.session.book is not None
    line = SchemeLine(2026, None, bench.indicator("money"), Decimal(60), Method.PROPORTIONAL, cap=Decimal(1))
    with bench.session.book.change("scheme"):
        set_scheme(bench.session.book, Scheme(2026, 1, (line,)))
    bench.view.bar.indicator.setFocus()
    qtbot.keyClick(bench.view.bar.indicator, Qt.Key.Key_End)
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    bench.view.reason.tell()
    assert picture(bench.view).isHidden()
    column = [column.key for column in bench.view.model.columns].index("points0")
    row = bench.view.table.currentIndex().row()
    bench.view.table.setCurrentIndex(bench.view.model.index(row, column))
    drawn(bench.view, qtbot, "石桥镇 has done 72.33%")


def test_in_other_colours_it_is_drawn_anew(bench: Bench, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    from tracker.ui import theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    light = drawn(bench.view, qtbot, "石桥镇")
    theme.apply(application, theme.Scheme.DARK)
    qtbot.waitUntil(lambda: picture(bench.view).chart not in (None, light), timeout=20_000)
    found = picture(bench.view).chart
    assert found is not None
    assert found.pixels[:4] == bytes.fromhex("24292EFF")
    theme.apply(application, theme.Scheme.LIGHT)


def test_it_opens_the_page_of_trends_on_the_same_unit_and_indicator(window: MainWindow, qtbot: QtBot) -> None:
    ranking = window.turn_to("ranking")
    assert isinstance(ranking, RankingView)
    qtbot.waitUntil(lambda: picture(ranking).chart is not None, timeout=20_000)
    chart = picture(ranking).chart
    assert chart is not None
    qtbot.keyClick(picture(ranking), Qt.Key.Key_Return)
    page = window.pages.front
    assert isinstance(page, TrendsView)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.wanted == page.wanted, timeout=20_000)
    assert page.heading.text() == chart.title
    assert page.choice.unit == chart.wanted.choice.units[0]


def test_a_groups_opens_the_page_of_trends_on_the_group_whoever_was_chosen_there_before(window: MainWindow, qtbot: QtBot) -> None:
    live = window.session.live
    assert live is not None
    window.way.go_to_page("trends", live.units[0].id, None)
    page = window.pages.front
    assert isinstance(page, TrendsView)
    assert page.choice.unit is not None
    indicator = live.indicators[1].id
    window.way.go_to_chart(ChartChoice(ChartKind.PACE, (indicator,), live.groups[1].id))
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.wanted == page.wanted, timeout=20_000)
    assert (page.choice.unit, page.choice.indicator) == (None, indicator)
    assert page.heading.text().startswith(live.groups[1].name)


def test_the_longest_unseen_is_let_go_where_there_are_too_many(tmp_path: Path) -> None:
    memory = small_chart.ChartMemory()
    wanted = Wanted(tmp_path, Month(2026, 9), ChartChoice(ChartKind.PACE))
    asked = [small_chart.SmallWanted(wanted, Room(1, 1, 1, dark=False), at) for at in range(small_chart.MOST + 1)]
    for one in asked[:-1]:
        memory.keep(one, None)
    memory.get(asked[0])
    memory.keep(asked[-1], None)
    assert len(memory) == small_chart.MOST
    assert asked[0] in memory
    assert asked[1] not in memory
