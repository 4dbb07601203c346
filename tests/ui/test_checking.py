"""Hints in the real window, by real keys: they appear as one types, are accepted, survive, come back, are gone to and taken."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.domain.figure import Figure
from tracker.domain.hint import Rule
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.store import figures, indicators
from tracker.store.acceptances import accepted_by
from tracker.store.journal import entries
from tracker.store.months import MonthState, set_state

SEPTEMBER = Month(2026, 9)
FUNDS, PROJECTS = 1, 2
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def month(window, qtbot):
    """The window with seven months of funds of Ashby, and nothing odd in September; the grid has the keyboard."""
    book = window.session.book
    with book.change("a year"):
        given = [Figure(1, FUNDS, SEPTEMBER.plus(-back), Decimal(9 + back % 3) / 1) for back in range(1, 8)]
        given += [Figure(unit, PROJECTS, SEPTEMBER, Decimal(unit)) for unit in (1, 2, 3)]
        given += [Figure(1, FUNDS, SEPTEMBER, Decimal(9))]
        figures.set_figures(book, given)
    book.forget_steps()
    settle()
    assert window.session.hints.open() == []
    grid = window.pages.front.grid
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    return window


def settle():
    for _ in range(3):
        QApplication.processEvents()


def press(window, key, held=Qt.KeyboardModifier.NoModifier):
    if QApplication.focusWidget() is None:  # without a desktop nobody gives the focus back after a dialog
        window.activateWindow()
        settle()
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    settle()


def type_funds(window, text):
    """Type a figure into Ashby's funds, as a clerk does, and stay in its cell."""
    assert window.pages.front.jump_to(1, FUNDS)
    settle()
    for character in text:
        QTest.keyClicks(QApplication.focusWidget(), character)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Up)


def marks(window):
    """The sentence in the cell of Ashby's funds; "" where there is no hint."""
    model = window.pages.front.model
    return next(
        model.cell(row, column).hint
        for row in range(model.rowCount())
        for column in range(1, model.columnCount())
        if (spot := model.spot(row, column)) is not None
        and spot.unit == 1
        and spot.indicator == FUNDS
        and model.is_typed_column(column)
    )


def note_with(text):
    """Fill in the note of the dialog that opens, and accept."""

    def fill(dialog):
        QTest.keyClicks(dialog.note, text)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    return fill


def tip(window):
    return window.checking.marks._tip


def test_a_figure_times_ten_is_marked_accepted_survives_and_comes_back(month, answer, book_path, qtbot):
    type_funds(month, "90")
    assert marks(month).startswith("90.00 is about 9 times 10.00")
    assert month.top_bar.hints.text() == "1 hints"
    answer(note_with("seen the receipt"))
    press(month, Qt.Key.Key_F8, CTRL)
    assert marks(month) == ""
    assert not month.top_bar.hints.isVisible()
    assert month.session.book.undo_label == "Accept Ashby · Funds, 2026-09"

    month.session.close()
    month.session.open(book_path)
    settle()
    (hint,) = [hint for hint in month.session.hints.hints() if hint.rule is Rule.SLIP]
    said = month.session.hints.acceptance(hint)
    assert said.note == "seen the receipt"
    assert accepted_by(month.session.book, said) is not None
    assert marks(month) == ""

    month.activateWindow()
    qtbot.waitUntil(month.pages.front.grid.hasFocus)
    type_funds(month, "95")
    assert marks(month).startswith("95.00 is about")
    month.session.undo()
    settle()
    assert marks(month) == ""


def test_undoing_an_acceptance_brings_the_hint_back(month, answer):
    type_funds(month, "90")
    answer(note_with("fine"))
    press(month, Qt.Key.Key_F8, CTRL)
    assert marks(month) == ""
    press(month, Qt.Key.Key_Z, CTRL)
    assert marks(month) != ""
    press(month, Qt.Key.Key_Y, CTRL)
    assert marks(month) == ""


def test_a_blank_note_accepts_nothing(month, answer):
    type_funds(month, "90")

    def try_blank(dialog):
        QTest.keyClicks(dialog.note, "  ")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    answer(try_blank)
    press(month, Qt.Key.Key_F8, CTRL)
    assert marks(month) != ""


def test_the_tip_beside_the_cell_tells_why_and_takes_the_suggestion(month):
    type_funds(month, "90")
    shown = tip(month)
    assert shown.isVisible()
    assert shown.reason.text() == marks(month)
    assert shown.take.text() == "Change to 9.00"
    QTest.mouseClick(shown.take, Qt.MouseButton.LeftButton)
    settle()
    assert figures.figure(month.session.book, 1, FUNDS, SEPTEMBER).value == Decimal(9)
    assert not shown.isVisible()
    press(month, Qt.Key.Key_Z, CTRL)
    assert figures.figure(month.session.book, 1, FUNDS, SEPTEMBER).value == Decimal(90)


def test_the_tip_accepts_and_goes_with_the_cell(month, answer):
    type_funds(month, "90")
    press(month, Qt.Key.Key_Down)
    assert not tip(month).isVisible()
    press(month, Qt.Key.Key_Up)
    assert tip(month).isVisible()
    answer(note_with("fine"))
    QTest.mouseClick(tip(month).accept, Qt.MouseButton.LeftButton)
    settle()
    assert marks(month) == ""
    assert not tip(month).isVisible()


def test_the_suggestion_is_taken_by_its_key_and_named_in_the_menu(month):
    type_funds(month, "90")
    month.commands.refresh()
    assert month.commands.action("take_suggestion").text() == "Change to 9.00"
    press(month, Qt.Key.Key_F8, CTRL | SHIFT)
    assert figures.figure(month.session.book, 1, FUNDS, SEPTEMBER).typed == "9"
    assert not month.commands.action("take_suggestion").isEnabled()


def test_what_cannot_be_read_is_not_accepted_but_its_rounded_figure_taken(month):
    type_funds(month, "9.876")
    assert not month.commands.action("accept_hint").isEnabled()
    assert tip(month).take.text() == "Change to 9.88"
    assert not tip(month).accept.isVisible()
    press(month, Qt.Key.Key_F8, CTRL | SHIFT)
    assert figures.figure(month.session.book, 1, FUNDS, SEPTEMBER).value == Decimal("9.88")


def current(window):
    spot = window.pages.front.current_spot()
    return spot.unit, spot.indicator


def test_f8_goes_from_hint_to_hint_in_the_order_of_the_grid_and_round_again(window):
    settle()
    assert [(hint.unit, hint.indicator) for hint in window.session.hints.open()] == [(1, 2), (2, 2), (3, 2)]
    seen = []
    for _ in range(4):
        press(window, Qt.Key.Key_F8)
        seen.append(current(window))
    assert seen == [(1, 2), (2, 2), (3, 2), (1, 2)]
    press(window, Qt.Key.Key_F8, SHIFT)
    assert current(window) == (3, 2)
    window.pages.front.jump_to(3, 1)
    press(window, Qt.Key.Key_F8, SHIFT)
    assert current(window) == (2, 2)


def test_from_another_page_f8_goes_to_the_entry_page_and_on_the_hints_page_it_stays(window):
    window.turn_to("ranking")
    press(window, Qt.Key.Key_F8)
    assert window.pages.front.name == "entry"
    window.turn_to("hints")
    press(window, Qt.Key.Key_F8)
    assert window.pages.front.name == "hints"
    assert [(hint.unit, hint.indicator) for hint in window.pages.front.hints] == [(2, 2)]


def test_without_hints_there_is_nothing_to_go_to(month):
    month.commands.refresh()
    assert not month.commands.action("next_hint").isEnabled()
    month.checking.go_to_next()
    assert month.pages.front.name == "entry"


def test_the_counter_opens_the_hints_page(window, qtbot):
    qtbot.mouseClick(window.top_bar.hints, Qt.MouseButton.LeftButton)
    assert window.pages.front.name == "hints"


def test_in_a_published_month_a_hint_is_accepted_but_no_figure_changed(month):
    type_funds(month, "90")
    with month.session.book.change("publish"):
        set_state(month.session.book, SEPTEMBER, MonthState.PUBLISHED)
    settle()
    assert month.checking.can_accept()
    assert not month.checking.can_take_suggestion()


def test_a_reader_sees_hints_and_changes_nothing(program, book_path):
    program.session.open(book_path, read_only=True)
    settle()
    program.window.turn_to("hints")
    assert program.window.top_bar.hints.text() == "3 hints"
    assert not program.window.checking.can_accept()
    assert not program.window.checking.can_take_suggestion()
    program.window.checking.accept()
    program.window.checking.take_suggestion()


def test_without_a_book_nothing_happens(program):
    checking = program.window.checking
    checking.go_to_next()
    checking.accept()
    checking.take_suggestion()
    checking.deeds.choose_rules()
    assert checking.in_hand == []
    assert program.window.session.hints is None


def test_each_acceptance_is_one_entry_of_the_journal(month, answer):
    type_funds(month, "90")
    answer(note_with("fine"))
    press(month, Qt.Key.Key_F8, CTRL)
    newest = entries(month.session.book, newest_first=True, limit=1)[0]
    assert (newest.label, newest.changes) == ("Accept Ashby · Funds, 2026-09", 1)


def test_a_ratio_over_a_hundred_percent_is_marked_in_its_cell_and_accepted_there(month, answer):
    book = month.session.book
    with book.change("a ratio"):
        parts = {"kind": Kind.RATIO, "numerator": FUNDS, "denominator": PROJECTS, "factor": Decimal(100)}
        ratio = indicators.add_indicator(book, code="rate", name="Rate", unit="%", decimals=1, **parts)
    settle()
    hints = [hint for hint in month.session.hints.open() if hint.indicator == ratio]
    assert {hint.rule for hint in hints} == {Rule.PERCENT}
    assert month.pages.front.jump_to(1, ratio)
    settle()
    grid = month.pages.front.grid
    assert month.pages.front.model.cell(*grid.selection.at).hint.endswith("is more than 100%.")
    assert not tip(month).take.isVisible()
    answer(note_with("as agreed"))
    press(month, Qt.Key.Key_F8, CTRL)
    assert month.pages.front.model.cell(*grid.selection.at).hint == ""


def test_the_menu_of_a_cell_has_both_ways_to_deal_with_its_hint(month, answer):
    type_funds(month, "90")
    grid = month.pages.front.grid
    seen = []

    def look(menu):
        seen.extend(action.text() for action in menu.actions() if action.isEnabled())
        menu.close()

    answer(look)
    place = grid.visualRect(month.pages.front.model.index(*grid.selection.at)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, pos=place)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(grid.viewport(), menu)
    settle()
    assert {"Change to 9.00", "Accept with a note…"} <= set(seen)
