"""What goes out of the ranking page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.ranking_bench import Bench, bench, press, session
from tracker.ui import theme
from tracker.ui.dialogs.print_preview import PrintPreview
from tracker.ui.main_window import MainWindow
from tracker.ui.views import ranking_output
from tracker.ui.views.ranking_view import RankingView
from tracker.ui.widgets.ranking_picture import PictureTooTall

__all__ = ["bench", "session"]  # fixtures


def test_copy_takes_the_chosen_rows_or_the_whole_table(bench: Bench, qtbot: QtBot) -> None:
    bench.view.table.choose_unit(bench.unit("石桥镇"))
    bench.view.commands["copy"]()
    mime = QGuiApplication.clipboard().mimeData()
    assert len(mime.text().splitlines()) == 2
    assert "<table" in mime.html()
    press(bench, "Copy table", qtbot)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 9


def test_the_picture_shows_every_line_in_the_light_colours(bench: Bench, qtbot: QtBot) -> None:
    theme.apply(QApplication.instance(), theme.Scheme.DARK)  # type: ignore[arg-type]
    try:
        press(bench, "Copy picture", qtbot)
    finally:
        theme.apply(QApplication.instance(), theme.Scheme.LIGHT)  # type: ignore[arg-type]
    picture = QGuiApplication.clipboard().image()
    assert picture.width() >= 2 * 1000
    assert picture.height() > 2 * 8 * 32
    assert picture.pixelColor(2, 2) == theme.LIGHT.base


def test_too_many_lines_for_a_picture_are_refused(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(ranking_output, "tell", lambda _window, text: told.append(text))
    monkeypatch.setattr("tracker.ui.widgets.ranking_picture.TALLEST", 400)
    bench.view.output.copy_picture()
    assert told == [str(PictureTooTall(8, 0))]


def test_the_pdf_lies_where_it_was_asked_for(bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, told = tmp_path / "ranking.pdf", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr(ranking_output, "tell_result", lambda _window, text, path: told.append((text, path)))
    bench.view.commands["save_pdf"]()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == [("The PDF is saved.", file)]
    assert file.read_bytes().startswith(b"%PDF-1.")


def test_the_workbook_lies_where_it_was_asked_for(
    bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, told = tmp_path / "ranking.xlsx", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr(ranking_output, "tell_result", lambda _window, text, path: told.append((text, path)))
    press(bench, "Excel file", qtbot)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == [("The workbook is saved.", file)]
    formulas = [cell.value for row in openpyxl.load_workbook(file).worksheets[0].iter_rows() for cell in row]
    assert any(str(value).startswith("=IF(N(") for value in formulas)


def test_a_pdf_that_cannot_be_saved_says_why(bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(ranking_output, "tell", lambda _window, text: told.append(text))
    bench.view.output.write_pdf(tmp_path / "nowhere" / "ranking.pdf")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "folder" in told[0]


def test_ctrl_p_opens_the_preview_of_what_the_page_shows(
    window: MainWindow, qtbot: QtBot, answer: Callable[[Callable[[QWidget], None]], list[QWidget]]
) -> None:
    window.turn_to("ranking")
    shown: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PrintPreview)
        shown.append(dialog.panel.indicators.summary)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    seen = answer(look)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(seen) and not window.session.tasks.running, timeout=20_000)
    assert shown == ["Funds"]


def test_a_right_click_offers_the_units_card(window: MainWindow, qtbot: QtBot) -> None:
    page = window.turn_to("ranking")
    assert isinstance(page, RankingView)
    asked: list[tuple[str, ...]] = []
    page.menu_asked.disconnect()
    page.menu_asked.connect(lambda _place, names: asked.append(names))
    table = page.table
    place = table.visualRect(table.model().index(1, 2)).center()
    by_hand, by_key = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    for target, reason in ((table.viewport(), by_hand), (table, by_key)):
        QApplication.sendEvent(target, QContextMenuEvent(reason, place, table.viewport().mapToGlobal(place)))
    assert len(asked) == 2
    assert "unit_card" in asked[0]
    assert table.currentIndex().row() == 1
