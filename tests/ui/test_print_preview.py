"""The print preview through its controls: it shows the sheet as it is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.paper import grey, likeness, pages
from tests.ui.preview_bench import LEFT, Open, changed, opened, session
from tests.ui.ranking_county import SEPTEMBER
from tracker.reports.sheet import Paper
from tracker.store.months import MonthState, set_state
from tracker.ui.dialogs.preview_options import remembered
from tracker.ui.dialogs.preview_paper import Fit
from tracker.ui.session import Session

__all__ = ["opened", "session"]  # fixtures


def test_it_shows_the_page_that_the_document_has(opened: Open) -> None:
    preview = opened()
    assert preview.document is not None
    preview.paper.zoom_by(1)
    (sheet,) = pages(preview.document)
    shown = preview.paper._picture(0, preview.paper._pages[0].size())
    picture = grey(shown.scaled(sheet.shape[1], sheet.shape[0], mode=Qt.TransformationMode.SmoothTransformation))
    assert likeness(sheet, picture) > 0.95


def test_it_opens_with_what_the_page_shows(opened: Open) -> None:
    preview = opened(code="talks", group="一类乡镇")
    options = preview.panel.options
    assert options is not None
    assert preview.panel.indicators.summary == "在谈项目"
    assert preview.panel.groups.summary == "一类乡镇"
    assert options.indicators == (options.lead,)
    assert "A4, 1 pages, 3 units" in preview.bar.state.text()


def test_more_indicators_are_chosen_and_remembered(opened: Open, session: Session, qtbot: QtBot) -> None:
    preview = opened()
    changed(preview, qtbot, lambda: preview.panel.indicators.toggle(1))
    assert preview.panel.lead.count() == 2
    assert session.book is not None
    assert len(remembered(session.settings, session.book)["indicators"]) == 2
    again = opened()
    assert len(again.panel.indicators.chosen) == 2
    other = opened(code="talks")
    assert other.panel.indicators.summary == "在谈项目", "what the page shows comes before what was remembered"


def test_a_damaged_memory_is_forgotten(opened: Open, session: Session) -> None:
    assert session.book is not None
    opened()
    for damaged in ("{", "[1]", '{"indicators": 3, "paper": [], "printer": 5}'):
        key = next(key for key in session.settings._store.allKeys() if key.startswith("print/"))
        session.settings.set_text(key, damaged)
        assert opened().document is not None


def test_every_option_makes_another_sheet(opened: Open, qtbot: QtBot) -> None:
    preview = opened()
    panel = preview.panel
    changed(preview, qtbot, lambda: qtbot.mouseClick(panel.subtotals, LEFT, pos=QPoint(8, panel.subtotals.height() // 2)))
    changed(preview, qtbot, lambda: panel.paper.picked.emit(panel.paper.offer([(Paper.A3, "A3")], Paper.A3)))
    assert "A3" in preview.bar.state.text()
    panel.clerk.setFocus()
    qtbot.keyClicks(panel.clerk, "Li")
    changed(preview, qtbot, lambda: qtbot.keyClick(panel.clerk, Qt.Key.Key_Return))
    changed(preview, qtbot, lambda: panel.date.setDate(QDate(2026, 10, 2)))
    changed(preview, qtbot, lambda: panel.groups.toggle(0))
    assert panel.groups.summary == "二类乡镇"


def test_several_changes_at_once_set_the_sheet_once(opened: Open, session: Session, qtbot: QtBot) -> None:
    preview = opened()
    started: list[object] = []
    run = session.tasks.run
    session.tasks.run = lambda *args, **more: started.append(args) or run(*args, **more)  # type: ignore[method-assign]
    for row in (1, 2, 3):
        preview.panel.indicators.toggle(row)
    qtbot.waitUntil(lambda: len(started) == 1 and not session.tasks.running, timeout=20_000)
    assert len(preview.panel.indicators.chosen) == 4


def test_the_order_stays_with_a_chosen_indicator(opened: Open, qtbot: QtBot) -> None:
    preview = opened()
    changed(preview, qtbot, lambda: preview.panel.indicators.toggle(1))
    preview.panel.lead.setCurrentIndex(1)
    preview.panel.lead.activated.emit(1)
    changed(preview, qtbot, lambda: preview.panel.indicators.toggle(1))
    assert preview.panel.lead.count() == 1
    assert preview.panel.lead.currentText() == "实际到位省外资金"


def test_the_last_tick_cannot_be_taken_away(opened: Open) -> None:
    preview = opened()
    preview.panel.indicators.toggle(0)
    assert preview.panel.indicators.summary == "实际到位省外资金"


def test_the_list_ticks_by_click_and_space_and_stays_open(opened: Open, qtbot: QtBot, qtlog: object) -> None:
    combo = opened().panel.indicators
    with qtlog.disabled():  # type: ignore[attr-defined]  # offscreen cannot raise a popup, and says so
        qtbot.keyClick(combo, Qt.Key.Key_Space)
        view = combo.view()
        qtbot.waitUntil(view.isVisible)
        qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(1, 0)).center())
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Space)
        assert view.isVisible()
        combo.hidePopup()
    assert len(combo.chosen) >= 2


def test_the_zoom_follows_the_width_or_the_page(opened: Open, qtbot: QtBot) -> None:
    preview = opened()
    paper, bar = preview.paper, preview.bar
    preview.resize(1400, 600)
    qtbot.mouseClick(bar.whole, LEFT)
    whole = paper.zoom
    assert paper._pages[0].height() <= paper.viewport().height()
    qtbot.mouseClick(bar.across, LEFT)
    assert paper.zoom > whole
    assert paper._pages[0].width() == pytest.approx(paper.viewport().width() - 48, abs=2)
    assert (bar.across.isChecked(), bar.whole.isChecked()) == (True, False)
    qtbot.mouseClick(bar.larger, LEFT)
    assert paper.fit is Fit.FREE
    assert bar.zoom.text() == f"{round(paper.zoom * 100)}%"
    larger = paper.zoom
    qtbot.keyClick(paper, Qt.Key.Key_Minus)
    assert paper.zoom < larger
    turn = QPoint(0, 120)
    none = Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), turn, turn, none, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    before = paper.zoom
    QApplication.sendEvent(paper.viewport(), wheel)
    assert paper.zoom > before
    for _ in range(20):
        paper.zoom_by(1)
    assert paper.zoom == 2.0


def test_pages_turn_and_the_thumbnails_follow(opened: Open, qtbot: QtBot) -> None:
    preview = opened()
    for row in range(1, 7):
        preview.panel.indicators.toggle(row)
    changed(preview, qtbot, lambda: None)
    qtbot.waitUntil(lambda: preview._setting is None)
    count = preview.paper.page_count
    if count == 1:
        changed(preview, qtbot, lambda: (preview.panel.paper.offer([(Paper.A4, "A4")], Paper.A4), preview.panel.changed.emit()))
        count = preview.paper.page_count
    assert preview.thumbnails.model().rowCount() == count
    assert count > 1
    assert not preview.bar.before.isEnabled()
    qtbot.mouseClick(preview.bar.whole, LEFT)
    qtbot.mouseClick(preview.bar.after, LEFT)
    assert preview.paper.page == 1
    assert preview.thumbnails.currentIndex().row() == 1
    assert preview.bar.page.text() == f"Page 2 of {count}"
    qtbot.keyClick(preview.paper, Qt.Key.Key_PageUp)
    assert preview.paper.page == 0
    first = preview.thumbnails.visualRect(preview.thumbnails.model().index(1, 0)).center()
    qtbot.mouseClick(preview.thumbnails.viewport(), LEFT, pos=first)
    assert preview.paper.page == 1


def test_the_warning_stands_until_the_month_is_published(opened: Open, session: Session) -> None:
    assert opened().panel._words.text() == "Month 9 is not published yet: its figures may change after printing."
    assert session.book is not None
    with session.book.change("publish"):
        set_state(session.book, SEPTEMBER, MonthState.PUBLISHED)
    preview = opened()
    assert preview.panel.warning.isHidden()


def test_a_sheet_that_cannot_be_made_says_why_and_prints_nothing(opened: Open, session: Session, qtbot: QtBot) -> None:
    preview = opened()
    assert session.live is not None
    session.live.units.clear()
    session.set_month(SEPTEMBER.plus(-12 * 100))
    preview.panel.changed.emit()
    qtbot.waitUntil(lambda: preview.document is None, timeout=20_000)
    assert preview.bar.state.text()
    assert not preview.print_button.isEnabled()
    assert preview.paper.page_count == 0


def test_closing_gives_up_the_sheet_that_is_being_set(opened: Open, session: Session, qtbot: QtBot) -> None:
    preview = opened()
    before = preview.document
    preview.panel.indicators.toggle(1)
    preview._set_sheet()
    preview.close()
    qtbot.waitUntil(lambda: not session.tasks.running, timeout=20_000)
    assert preview.document == before
