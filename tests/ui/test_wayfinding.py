import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tracker.domain.period import Month
from tracker.store import units
from tracker.ui.widgets.popups import MonthPopup

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def jumps(window, monkeypatch):
    """Where the page in front was asked to jump."""
    asked = []
    monkeypatch.setattr(window.pages.front, "jump_to", lambda unit, indicator: asked.append((unit, indicator)) or True)
    return asked


def popup():
    return QApplication.activePopupWidget()


def test_the_months_are_chosen_from_a_list(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    months = popup()
    assert isinstance(months, MonthPopup)
    qtbot.keyClick(months, Qt.Key.Key_Left)
    qtbot.keyClick(months, Qt.Key.Key_Return)
    assert window.session.month == Month(2026, 8)
    assert popup() is None


def test_the_list_of_months_goes_over_the_turn_of_the_year(window, qtbot):
    qtbot.mouseClick(window.top_bar.switch.month, Qt.MouseButton.LeftButton)
    months = popup()
    for _ in range(4):
        qtbot.keyClick(months, Qt.Key.Key_Right)
    qtbot.keyClick(months, Qt.Key.Key_Return)
    assert window.session.month == Month(2027, 1)


def test_the_list_of_months_turns_years_and_closes_by_escape(window, qtbot):
    window.way.choose_month()
    months = popup()
    qtbot.keyClick(months, Qt.Key.Key_PageUp)
    assert months.year == 2025
    qtbot.keyClick(months, Qt.Key.Key_PageDown)
    qtbot.keyClick(months, Qt.Key.Key_Escape)
    assert popup() is None
    assert window.session.month == SEPTEMBER


def test_the_find_box_offers_units_and_indicators_and_takes_the_first_by_enter(window, qtbot, jumps):
    box = window.top_bar.find_box
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    box.setText("funds")
    box.completer().popup().hide()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, "edar")
    listed = box.completer().popup()
    qtbot.waitUntil(listed.isVisible)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert jumps == [(None, 1), (3, None)]
    assert box.text() == ""


def test_a_groups_name_finds_none_of_its_units(window, qtbot, jumps):
    window.way.find()
    qtbot.keyClicks(window.top_bar.find_box, "Towns")
    assert window.top_bar.find_box.completer().completionCount() == 0
    qtbot.keyClick(window.top_bar.find_box, Qt.Key.Key_Escape)


def test_what_nobody_is_called_is_not_found(window, qtbot, jumps):
    box = window.top_bar.find_box
    window.way.find()
    qtbot.keyClicks(box, "Atlantis")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.status_bar.text == "No unit and no indicator is called “Atlantis”."
    assert jumps == []


def test_a_unit_that_is_not_listed_in_the_month_is_not_offered(window, qtbot):
    with window.session.book.change("Cedar ends"):
        units.update_unit(window.session.book, 3, valid_to=Month(2026, 8))
    window.way.find()
    qtbot.keyClicks(window.top_bar.find_box, "Cedar")
    qtbot.keyClick(window.top_bar.find_box, Qt.Key.Key_Return)
    assert "Cedar" in window.status_bar.text


def test_where_the_page_in_front_cannot_go_the_entry_page_does(window):
    window.turn_to("ranking")
    window.pages.front.jump_to = lambda _unit, _indicator: False
    window.way.go_to(3, 2)
    assert window.pages.front.name == "entry"


def test_nothing_of_it_harms_without_a_book(program):
    way = program.window.way
    for call in (way.choose_month, way.offer_places):
        call()
    assert popup() is None
