"""核对, the page: what it lists, how one moves in it, changes figures in it, accepts and withdraws, by keyboard and by mouse."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tracker.domain.figure import Figure
from tracker.domain.hint import HintRules, Level, Rule
from tracker.domain.indicator import EnteredBy
from tracker.domain.period import Month
from tracker.store import figures, indicators
from tracker.store.hint_rules import hint_rules
from tracker.store.months import MonthState, set_state
from tracker.ui.theme import Scheme

SEPTEMBER = Month(2026, 9)
FUNDS, PROJECTS = 1, 2
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALL = [
    *("Cannot be read 1", "Ashby · Projects"),
    *("Probably wrong 1", "Birch · Funds"),
    *("Unusual 2", "Birch · Projects", "Cedar · Projects"),
]


def settle():
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def page(window, qtbot):
    """The page over an unreadable cell, a negative figure and two blanks; the list has the keyboard."""
    with window.session.book.change("odd"):
        figures.set_figure(window.session.book, Figure(2, FUNDS, SEPTEMBER, Decimal("-1.5")))
    window.session.book.forget_steps()
    settle()
    made = window.turn_to("hints")
    qtbot.waitUntil(made.list.hasFocus)
    return made


def press(page, key, held=Qt.KeyboardModifier.NoModifier):
    if QApplication.focusWidget() is None:  # without a desktop nobody gives the focus back after a dialog
        page.window().activateWindow()
        settle()
    QTest.keyClick(QApplication.focusWidget() or page.window(), key, held)
    settle()


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def lines(page):
    shown = [page.model.line(row) for row in range(page.model.rowCount())]
    return [line.place or f"{line.heading} {line.count}" for line in shown]


def selected(page):
    return [(hint.unit, hint.indicator) for hint in page.hints]


def value(page, unit, indicator):
    stored = figures.figure(page.session.book, unit, indicator, SEPTEMBER)
    return stored.value if stored is not None else None


def noting(text):
    def fill(dialog):
        QTest.keyClicks(dialog.note, text)
        QTest.keyClick(dialog, Key.Key_Return)

    return fill


def test_hints_are_listed_by_how_serious_they_are_and_the_first_is_selected(page):
    assert lines(page) == ALL
    assert selected(page) == [(1, PROJECTS)]
    assert page.window().navigation.button("hints").isChecked()
    assert page.window().status_bar.text == "Hints Shown 4 Selected 1"


def test_they_are_listed_by_unit_as_well(page):
    page.bar.order.picked.emit(True)
    assert lines(page) == [
        "Ashby 1",
        "Ashby · Projects",
        "Birch 2",
        "Birch · Funds",
        "Birch · Projects",
        "Cedar 1",
        "Cedar · Projects",
    ]


def test_the_arrow_keys_pass_over_the_headings(page):
    seen = []
    for _ in range(4):
        seen.append(selected(page)[0])
        press(page, Key.Key_Down)
    assert seen == [(1, PROJECTS), (2, FUNDS), (2, PROJECTS), (3, PROJECTS)]


def test_a_line_shows_figure_measure_and_last_months(page):
    line = page.model.line(3)
    assert (line.figure, line.measure, line.suggestion, line.series[-2:]) == ("−1.50", "亿元", "", (2.0, -1.5))
    unread = page.model.line(1)
    assert (unread.figure, unread.begins_with) == ("about three", "about three")
    blank = page.model.line(5)
    assert (blank.figure, blank.begins_with) == ("—", "")


def test_filters_by_rule_and_group_leave_what_is_asked_for(page):
    page.bar.rules.picked.emit(Rule.BLANK)
    assert lines(page) == ["Unusual 2", "Birch · Projects", "Cedar · Projects"]
    page.bar.groups.picked.emit(2)
    assert lines(page) == []
    assert page.nothing.text() == "There is nothing to check of what is chosen above."
    assert page.nothing.isVisible()
    page.bar.groups.picked.emit(None)
    page.bar.rules.picked.emit(None)
    assert lines(page) == ALL


def test_enter_and_a_double_click_show_the_cell_on_the_entry_page(page):
    press(page, Key.Key_Down)
    press(page, Key.Key_Return)
    entry = page.window().pages.front
    assert entry.name == "entry"
    spot = entry.current_spot()
    assert (spot.unit, spot.indicator) == (2, FUNDS)
    page.window().turn_to("hints")
    rect = page.list.visualRect(page.model.index(6))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle()
    assert page.window().pages.front.current_spot().unit == 3


def test_a_typed_figure_takes_the_place_of_the_wrong_one(page):
    QTest.keyClicks(page.list, "3")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "3"
    press(page, Key.Key_Return)
    assert value(page, 1, PROJECTS) == 3
    assert lines(page) == ALL[2:]
    assert selected(page) == [(2, FUNDS)]
    assert page.list.hasFocus()
    assert page.session.undo_label == "Change Ashby · Projects, 2026-09"
    press(page, Key.Key_Z, CTRL)
    assert lines(page) == ALL


def test_f2_begins_with_what_is_there_and_escape_gives_up(page):
    press(page, Key.Key_Down)
    press(page, Key.Key_F2)
    assert QApplication.focusWidget().text() == "-1.5"
    press(page, Key.Key_Escape)
    assert value(page, 2, FUNDS) == Decimal("-1.5")
    click(page.buttons.change)
    QApplication.focusWidget().setText("=1+0.5")
    press(page, Key.Key_Return)
    stored = figures.figure(page.session.book, 2, FUNDS, SEPTEMBER)
    assert (stored.value, stored.typed) == (Decimal("1.5"), "=1+0.5")


def test_what_is_left_as_it_was_changes_nothing(page):
    press(page, Key.Key_F2)
    press(page, Key.Key_Return)
    assert page.session.undo_label is None


def test_what_cannot_be_read_stays_red_and_a_word_for_blank_empties_the_cell(page):
    press(page, Key.Key_F2)
    QApplication.focusWidget().setText("about four")
    press(page, Key.Key_Return)
    assert page.model.line(1).figure == "about four"
    press(page, Key.Key_F2)
    QApplication.focusWidget().setText("—")
    press(page, Key.Key_Return)
    assert figures.figure(page.session.book, 1, PROJECTS, SEPTEMBER) is None
    assert lines(page)[2:4] == ["Unusual 3", "Ashby · Projects"]


def test_what_the_book_refuses_is_told_and_nothing_changed(page, answer):
    with page.session.book.change("by cumulative, after a month below zero"):
        indicators.update_indicator(page.session.book, FUNDS, entered_by=EnteredBy.CUMULATIVE)
        figures.set_figure(page.session.book, Figure(2, FUNDS, SEPTEMBER.plus(-1), Decimal(-10)))
    settle()
    page.jump_to(2, FUNDS)
    settle()
    press(page, Key.Key_F2)
    QApplication.focusWidget().setText("99999999999.99")
    told = answer(lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    press(page, Key.Key_Return)
    assert "too large" in told[0].sentence.text()
    assert value(page, 2, FUNDS) == Decimal("-1.5")


def test_a_typed_cumulative_is_changed_as_one(page):
    book = page.session.book
    with book.change("by cumulative"):
        indicators.update_indicator(book, FUNDS, entered_by=EnteredBy.CUMULATIVE)
        for back in range(2, 8):
            figures.set_figure(book, Figure(2, FUNDS, SEPTEMBER.plus(-back), Decimal(2)))
        figures.set_figure(book, Figure(2, FUNDS, SEPTEMBER, Decimal(145)))  # 159 typed for 15.9
    settle()
    page.jump_to(2, FUNDS)
    settle()
    line = page.model.line(page.list.currentIndex().row())
    assert (line.hint.rule, line.figure, line.suggestion, line.begins_with) == (Rule.SLIP, "159.00", "15.90", "159")
    press(page, Key.Key_F8, CTRL | SHIFT)
    assert value(page, 2, FUNDS) == Decimal("1.9")
    press(page, Key.Key_Z, CTRL)
    page.jump_to(2, FUNDS)
    settle()
    press(page, Key.Key_F2)
    QApplication.focusWidget().setText("16")
    press(page, Key.Key_Return)
    assert value(page, 2, FUNDS) == Decimal(2)


def test_several_hints_are_accepted_with_one_note_and_withdrawn(page, answer):
    page.list.selectAll()
    settle()
    seen = answer(noting("asked them by phone"))
    press(page, Key.Key_F8, CTRL)
    assert len(seen) == 1
    assert lines(page) == ALL[:2]
    assert page.session.undo_label == "Accept 3 hints, 2026-09"
    click(page.bar.accepted)
    assert lines(page) == ALL
    accepted = page.model.line(3).accepted
    assert accepted.note == "asked them by phone"
    assert accepted.by
    assert accepted.at is not None
    assert "asked them by phone" in page.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    page.jump_to(2, FUNDS)
    settle()
    assert not page.buttons.accept.isEnabled()
    click(page.buttons.withdraw)
    assert page.model.line(3).accepted is None
    assert page.session.undo_label == "No longer accept Birch · Funds, 2026-09"
    click(page.bar.accepted)
    assert lines(page) == ALL[:4]


def test_the_note_of_a_great_many_is_asked_for_once(page, answer):
    book = page.session.book
    with book.change("odd"):
        for unit in (1, 2, 3, 4):
            for indicator in (FUNDS, PROJECTS):
                figures.set_figure(book, Figure(unit, indicator, SEPTEMBER, Decimal(-unit)))
    settle()
    press(page, Key.Key_A, CTRL)
    seen = answer(noting("a correction of last year's"))
    click(page.buttons.accept)
    assert "… and 3 more" in [child.text() for child in seen[0].children() if hasattr(child, "text")]
    assert page.session.hints.open() == []
    assert page.nothing.text() == "There is nothing to check."


def test_a_published_months_figures_are_not_changed_here(page):
    with page.session.book.change("publish"):
        set_state(page.session.book, SEPTEMBER, MonthState.PUBLISHED)
    settle()
    press(page, Key.Key_Down)
    assert not page.buttons.change.isEnabled()
    press(page, Key.Key_F2)
    assert page.list.hasFocus()
    page.deeds.change(page.hints[0], "3")
    assert value(page, 2, FUNDS) == Decimal("-1.5")


def test_jumping_finds_a_units_hint_or_none(page):
    assert page.jump_to(3, None)
    assert selected(page) == [(3, PROJECTS)]
    assert not page.jump_to(4, FUNDS)


def test_the_rules_are_set_with_the_number_of_hints_they_would_give(page, answer):
    def switch_off(dialog):
        assert dialog.told.text() == "The month in view has 4 hints under these rules."
        QTest.mouseClick(dialog.boxes[Rule.BLANK], Qt.MouseButton.LeftButton, pos=dialog.boxes[Rule.BLANK].rect().center() / 2)
        dialog.boxes[Rule.BLANK].setChecked(False)
        assert dialog.told.text() == "The month in view has 2 hints under these rules."
        dialog.months.setValue(4)
        assert dialog.least.maximum() == 4
        QTest.keyClick(dialog, Key.Key_Return)

    answer(switch_off)
    click(page.bar.change_rules)
    assert hint_rules(page.session.book) == HintRules(off=frozenset({Rule.BLANK}), months=4, least=4)
    assert lines(page) == ALL[:4]
    assert page.session.undo_label == "Rules for hints"
    page.session.undo()
    settle()
    assert lines(page) == ALL


def test_rules_can_be_given_up_or_put_back_to_the_usual_ones(page, answer):
    def change_and_restore(dialog):
        dialog.boxes[Rule.NEGATIVE].setChecked(False)
        dialog.score.setValue(9)
        dialog.buttons.button(dialog.buttons.StandardButton.RestoreDefaults).click()
        assert dialog.asked == HintRules()
        QTest.keyClick(dialog, Key.Key_Return)

    answer(change_and_restore)
    page.window().commands.action("hint_rules").trigger()
    assert page.session.undo_label is None


def test_a_reader_sees_the_rules_without_changing_them(program, book_path, answer):
    program.session.open(book_path, read_only=True)
    settle()
    page = program.window.turn_to("hints")

    def look(dialog):
        assert not dialog.boxes[Rule.SLIP].isEnabled()
        QTest.keyClick(dialog, Key.Key_Escape)

    answer(look)
    click(page.bar.change_rules)
    assert page.model.hints[0].level is Level.UNREADABLE
    assert not page.buttons.change.isEnabled()


def test_a_month_without_hints_says_so(window):
    window.way.show_month(Month(2026, 8))
    page = window.turn_to("hints")
    assert page.nothing.text() == "There is nothing to check."
    assert page.nothing.isVisible()
    assert not page.can("select_all")


def test_its_lines_are_painted_in_both_schemes_wide_and_narrow(page, answer):
    page.list.selectAll()
    answer(noting("fine"))
    press(page, Key.Key_F8, CTRL)
    page.bar.accepted.setChecked(True)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        page.window().look.choose_scheme(scheme)
        for width in (1440, 900, 760):
            page.window().resize(width, 700)
            settle()
            assert not page.list.grab().isNull()
    page.set_density(True)
    settle()
    assert page.list.visualRect(page.model.index(1)).height() == 48


def test_without_a_book_the_page_is_empty(page):
    page.session.close()
    assert page.model.rowCount() == 0
