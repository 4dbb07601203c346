"""Who has reported: the list, the dates, the reminder."""

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store import figures, reports, units
from tracker.ui.dialogs.arrival import ArrivalDialog
from tracker.ui.dialogs.month_reports import MonthReportsDialog

SEPTEMBER = Month(2026, 9)
BEFORE, AFTER = datetime.date(2026, 10, 2), datetime.date(2026, 10, 7)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_list(window, qtbot):
    """`open_list(today)`: the dialog on the small county, shown; of its units one reported all, two in part, one nothing."""
    made = []

    def make(today=BEFORE):
        book = window.session.book
        with book.change("complete"):
            figures.set_figure(book, Figure(2, 2, SEPTEMBER, Decimal(1)))
        dialog = MonthReportsDialog(window.session, window, today=today)
        dialog.show()
        qtbot.waitExposed(dialog)
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def column(dialog, title):
    at = [column.title for column in dialog.model.columns].index(title)
    return [dialog.model.index(row, at).data() for row in range(dialog.model.rowCount())]


def test_each_unit_stands_with_its_state_and_what_it_owes(open_list):
    dialog = open_list()
    assert dialog.heading.text() == "2026-09: 3 of 4 units have reported"
    assert dialog.due.text() == "Due by 10-05, 3 days left"
    assert column(dialog, "Unit") == ["Ashby", "Birch", "Cedar", "Dune Park"]
    assert column(dialog, "State") == ["In part", "Complete", "In part", "Not reported"]
    assert column(dialog, "Still owed") == ["Projects", "", "Projects", ""]


def test_after_the_deadline_the_missing_are_late(open_list):
    dialog = open_list(AFTER)
    assert dialog.due.text() == "Due by 10-05, 2 days over"
    assert column(dialog, "In time") == ["", "", "", "late for the first time"]
    assert open_list(datetime.date(2026, 10, 5)).due.text() == "Due by 10-05, due today"


def test_the_list_is_narrowed_by_its_segments(open_list, qtbot):
    dialog = open_list()
    buttons = {button.text(): button for button in dialog.shown._buttons.buttons()}
    assert list(buttons) == ["All 4", "Not reported 1", "In part 2", "Late 0"]
    qtbot.mouseClick(buttons["In part 2"], LEFT)
    assert column(dialog, "Unit") == ["Ashby", "Cedar"]
    qtbot.mouseClick(buttons["Late 0"], LEFT)
    assert column(dialog, "Unit") == []
    assert not dialog.arrival.isEnabled()


def test_enter_goes_to_the_units_row(open_list, qtbot):
    dialog, went = open_list(), []
    dialog.unit_chosen.connect(went.append)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_End)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    dialog.table.choose_row(3)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert went == [4]
    assert not dialog.isVisible()


def test_the_reminder_is_copied_ready_for_a_chat(window, open_list, qtbot):
    with window.session.book.change("contact"):
        units.update_unit(window.session.book, 4, contact="ext. 6217")
    dialog = open_list()
    qtbot.mouseClick(dialog.chase, LEFT)
    assert QApplication.clipboard().text() == (
        "2026-09: 1 forms are missing: Dune Park (contact ext. 6217). Please send them by 10-05.\n"
        "2026-09: 2 more are incomplete: Ashby (without Projects), Cedar (without Projects)."
    )
    qtbot.mouseClick(dialog.copy, LEFT)
    assert QApplication.clipboard().text().startswith("Unit\tGroup\tState\t")


def test_the_clerk_corrects_a_date_which_is_a_change_that_undo_takes_back(window, open_list, qtbot, answer):
    dialog = open_list(AFTER)

    def set_day(asking):
        assert isinstance(asking, ArrivalDialog)
        assert not asking.none.isEnabled()
        asking.date.setDate(QDate(2026, 10, 6))
        qtbot.keyClick(asking, Qt.Key.Key_Return)

    dialog.table.choose_row(0)
    answer(set_day)
    qtbot.mouseClick(dialog.arrival, LEFT)
    assert column(dialog, "Received")[0] == "2026-10-06"
    assert column(dialog, "In time")[0] == "1 days late"
    assert window.session.undo_label == "Ashby: date of arrival"
    answer(lambda asking: qtbot.mouseClick(asking.none, LEFT))
    qtbot.mouseClick(dialog.arrival, LEFT)
    assert column(dialog, "Received")[0] == ""
    window.session.undo()
    assert column(dialog, "Received")[0] == "2026-10-06"
    answer(lambda asking: qtbot.keyClick(asking, Qt.Key.Key_Escape))
    qtbot.mouseClick(dialog.arrival, LEFT)
    assert reports.reports(window.session.book, SEPTEMBER)[1].received == datetime.date(2026, 10, 6)


def test_the_deadline_is_set_in_the_list(window, open_list, qtbot):
    dialog = open_list()
    dialog.day.setFocus()
    dialog.day.selectAll()
    qtbot.keyClicks(dialog.day, "8")
    qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
    assert reports.deadline_day(window.session.book) == 8
    assert dialog.due.text() == "Due by 10-08, 6 days left"
    assert dialog.isVisible()


def test_in_a_read_only_book_it_only_tells(program, book_path, qtbot):
    program.session.open(book_path, read_only=True)
    dialog = MonthReportsDialog(program.session, program.window, today=BEFORE)
    assert not dialog.day.isEnabled()
    assert not dialog.arrival.isEnabled()
    dialog.deleteLater()


def test_the_top_bar_opens_it_and_its_key_does(window, qtbot, answer):
    window.turn_to("entry")
    window.activateWindow()
    seen = answer(lambda dialog: dialog.reject())
    qtbot.mouseClick(window.top_bar.reported, LEFT)
    assert isinstance(seen[0], MonthReportsDialog)
    seen = answer(lambda dialog: dialog.table.opened.emit(dialog.model.records[3]))
    window.commands.action("reports").trigger()
    assert window.session.month == SEPTEMBER
    assert "Dune Park" in window.status_bar.text


def test_the_reminder_can_be_copied_without_the_list(window):
    window.commands.action("copy_reminder").trigger()
    assert "1 forms are missing: Dune Park" in QApplication.clipboard().text()
    assert window.status_bar.text == "Reminder copied; paste it in the chat."
    window.way.show_month(Month(2026, 8))
    window.commands.action("copy_reminder").trigger()
    assert window.status_bar.text == "2026-08: every unit has reported"
