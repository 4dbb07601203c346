"""The composite score on the ranking page: chosen from the list, sorted, copied; a published month keeps its own."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.ranking_bench import Bench, bench, press, session
from tests.ui.ranking_county import SEPTEMBER
from tracker.domain.adjustment import Adjustment
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.unit import GroupId
from tracker.store.adjustments import add_adjustment
from tracker.store.publications import publish
from tracker.store.reports import set_arrival
from tracker.store.scheme_versions import remove_scheme, set_scheme
from tracker.store.schemes import set_scheme_lines
from tracker.ui.page import Fact, Status
from tracker.ui.views import ranking_output

__all__ = ["bench", "session"]  # fixtures


def scheme(bench: Bench, *, points: str = "60", late: str = "0") -> Scheme:
    """Money by completion for all, started projects by item for the villages only."""
    assert bench.session.live is not None
    villages = next(group.id for group in bench.session.live.groups if group.name == "二类乡镇")
    money = SchemeLine(2026, None, bench.indicator("money"), Decimal(points), Method.PROPORTIONAL, cap=Decimal(1))
    items = SchemeLine(2026, GroupId(villages), bench.indicator("signed"), Decimal(40), Method.PER_ITEM, each=Decimal(4))
    return Scheme(2026, 1, (money, items), Terms(late=Decimal(late)))


@pytest.fixture
def scored(bench: Bench, qtbot: QtBot) -> Bench:
    """The page with the score chosen from the list by the keyboard."""
    assert bench.session.book is not None
    with bench.session.book.change("scheme"):
        set_scheme(bench.session.book, scheme(bench))
    bench.view.bar.indicator.setFocus()
    qtbot.keyClick(bench.view.bar.indicator, Qt.Key.Key_End)
    return bench


def texts(bench: Bench, name: str) -> dict[str, str]:
    line = next(line for line in bench.view.model.lines() if line.name == name)
    return {column.key: column.text(line) for column in bench.view.model.columns}


def test_a_year_without_a_scheme_offers_no_score(bench: Bench) -> None:
    combo = bench.view.bar.indicator
    assert "Composite score" not in [combo.itemText(at) for at in range(combo.count())]


def test_the_units_stand_by_their_score_with_the_points_of_every_line(scored: Bench) -> None:
    assert scored.view.bar.indicator.currentText() == "Composite score"
    assert scored.names == [
        *("城关镇", "石桥镇", "青山镇", "一类乡镇, full points"),
        *("双河乡", "竹沟乡", "二类乡镇, full points"),
    ]
    assert texts(scored, "石桥镇") == {
        "rank": "2",
        "move": "▽1",
        "unit": "石桥镇",
        "points0": "43.40",
        "points1": "—",
        "score": "43.40",
    }


def test_the_header_tells_the_full_points(scored: Bench) -> None:
    assert [(column.title, column.under) for column in scored.view.model.columns if column.under] == [
        ("实际到位省外资金", "worth 60"),
        ("新签约项目", "worth 40"),
    ]
    assert scored.view.table.horizontalHeader().sizeHint().height() == 48
    assert texts(scored, "二类乡镇, full points")["score"] == "100"
    assert texts(scored, "一类乡镇, full points")["points1"] == "—"


def test_a_line_without_a_target_is_a_dash_and_the_note_says_so(scored: Bench) -> None:
    assert texts(scored, "竹沟乡")["points0"] == "—"
    assert "A line that does not count for a unit" in scored.view.foot.accessibleDescription()
    assert "实际到位省外资金 by completion" in scored.view.foot.accessibleDescription()


def test_a_figure_typed_elsewhere_moves_the_scores_at_once(scored: Bench) -> None:
    scored.report("石桥镇", "9.00")
    assert scored.names[:2] == ["石桥镇", "城关镇"]
    assert scored.view.model.flashing == {scored.unit("石桥镇"), scored.unit("城关镇")}


def test_points_by_hand_and_late_forms_have_columns_of_their_own(scored: Bench) -> None:
    book = scored.session.book
    assert book is not None
    with book.change("by hand"):
        set_scheme(book, scheme(scored, late="1"))
        set_arrival(book, scored.unit("石桥镇"), SEPTEMBER, datetime.date(2026, 10, 20))
        add_adjustment(book, Adjustment(scored.unit("石桥镇"), SEPTEMBER, Decimal("2.5"), "表彰", "云发〔2026〕3号"))
    said = texts(scored, "石桥镇")
    assert (said["by_hand"], said["forms"], said["score"]) == ("+2.50", "−1.00", "44.90")
    assert texts(scored, "城关镇")["by_hand"] == "—"
    assert texts(scored, "一类乡镇, full points")["by_hand"] == ""


def test_one_group_shows_its_own_lines_only(scored: Bench, qtbot: QtBot) -> None:
    press(scored, "一类乡镇", qtbot)
    assert scored.names == ["城关镇", "石桥镇", "青山镇", "一类乡镇, full points"]
    assert [column.title for column in scored.view.model.columns if column.under] == ["实际到位省外资金"]


def test_a_click_on_a_line_sorts_by_its_points(scored: Bench) -> None:
    scored.view.bar.sort.picked.emit("points1")
    assert scored.names[4] == "竹沟乡"
    scored.view.bar.sort.picked.emit("score")
    assert scored.view.choice.sort is None


def test_the_table_is_copied_with_the_full_points_and_the_picture_is_drawn(scored: Bench, qtbot: QtBot) -> None:
    press(scored, "Copy table", qtbot)
    first, second, *_ = QGuiApplication.clipboard().text().splitlines()
    assert first.split("\t") == [
        "Rank",
        "Change",
        "Unit",
        "实际到位省外资金 (worth 60)",
        "新签约项目 (worth 40)",
        "Composite score",
    ]
    assert second.split("\t")[2:] == ["城关镇", "52.20", "—", "52.20"]
    press(scored, "Copy picture", qtbot)
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_scores_are_saved_as_a_sheet_and_as_a_workbook(
    scored: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Path] = []
    monkeypatch.setattr(ranking_output, "tell_result", lambda _window, _text, path: told.append(path))
    sheet, book = tmp_path / "scores.pdf", tmp_path / "scores.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(sheet), ""))
    scored.view.commands["save_pdf"]()
    qtbot.waitUntil(lambda: told == [sheet], timeout=20_000)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(book), ""))
    press(scored, "Excel file", qtbot)
    qtbot.waitUntil(lambda: told == [sheet, book], timeout=20_000)
    assert "综合得分" in pypdf.PdfReader(sheet).metadata.title  # type: ignore[operator, union-attr]
    assert len(openpyxl.load_workbook(book).worksheets) == 3


def test_the_status_tells_the_place(scored: Bench) -> None:
    scored.view.table.choose_unit(scored.unit("石桥镇"))
    facts = (Fact("place", "2", "of 3"), Fact("since last month", "−1", "places"))
    assert scored.said[-1] == Status("石桥镇 · Composite score", facts)


def test_ctrl_enter_asks_for_the_units_row(scored: Bench, qtbot: QtBot) -> None:
    scored.view.table.choose_unit(scored.unit("石桥镇"))
    with qtbot.waitSignal(scored.view.figure_requested) as asked:
        qtbot.keyClick(scored.view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [scored.unit("石桥镇"), None]


def test_a_published_month_keeps_the_scores_that_it_was_published_with(scored: Bench) -> None:
    book = scored.session.book
    assert book is not None
    with book.change("publish"):
        publish(book, SEPTEMBER, today=datetime.date(2026, 10, 8))
    with book.change("other points"):
        set_scheme(book, scheme(scored, points="30"))
    assert texts(scored, "城关镇")["score"] == "52.20"


def test_a_scheme_that_has_gone_gives_way_to_an_indicator(scored: Bench) -> None:
    book = scored.session.book
    assert book is not None
    with book.change("remove"):
        remove_scheme(book, 2026, 1)
    assert scored.view.bar.indicator.currentText() == "实际到位省外资金"


def test_a_scheme_that_cannot_work_says_why(scored: Bench) -> None:
    book = scored.session.book
    assert book is not None
    broken = replace(scheme(scored).lines[0], cap=None)
    with book.change("loaded"):
        set_scheme_lines(book, 2026, [broken])
    assert scored.view.empty.isVisible()
    assert "is missing" in scored.view.empty.sentence.text()


def test_a_month_without_figures_has_no_scores(scored: Bench) -> None:
    scored.session.set_month(SEPTEMBER.plus(1))
    assert scored.view.empty.sentence.text() == "Month 10 has no figures yet."
