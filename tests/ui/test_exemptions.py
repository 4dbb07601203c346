"""免责: exempting a unit from the list or the dialog, with months and a reason, and ending it; each is one undo step."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from tracker.domain.exemption import Exemption
from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.metrics.lists_named import ListKind
from tracker.store import indicators
from tracker.store.exemptions import exempt, exemptions
from tracker.store.list_rules import set_list_rules
from tracker.store.publications import publish
from tracker.ui.dialogs.exempt import ExemptDialog, Proposed
from tracker.ui.dialogs.exemptions import ExemptionsDialog
from tracker.ui.dialogs.message import MessageDialog
from tracker.ui.exemption_deeds import ExemptionDeeds

SEPTEMBER = Month(2026, 9)
FUNDS = 1
CEDAR = 3
Ok = QDialogButtonBox.StandardButton.Ok
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window):
    """The lists, with Cedar of the black list in hand."""
    book = window.session.book
    with book.change("rules"):
        set_list_rules(book, ListRules(size=1))
    book.forget_steps()
    made = window.turn_to("lists")
    take(made, "Cedar")
    return made


def take(page, name):
    rows = [row for row, line in enumerate(page.table.lines.records) if line.of.kind is ListKind.BLACK and line.named]
    page.table.choose_row(next(row for row in rows if page.table.lines.records[row].named.name == name))
    page.table.setFocus()
    QApplication.processEvents()


def giving(reason, document="", first="", last=""):
    def fill(dialog):
        for field, text in ((dialog.reason, reason), (dialog.document, document), (dialog.first, first), (dialog.last, last)):
            if text:
                field.setText(text)
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    return fill


def test_the_unit_in_hand_is_exempted_by_a_key_and_shown_beside_the_list(page, window, answer, qtbot):
    answer(giving("flood", "No. 5", first="2026年6月"))
    qtbot.keyClick(page.table, Qt.Key.Key_E, CTRL)
    (stored,) = exemptions(window.session.book)
    assert (stored.unit, stored.indicator, stored.first, stored.last) == (CEDAR, FUNDS, Month(2026, 6), SEPTEMBER)
    assert stored.reason == "flood (No. 5)"
    assert page.line.named.verdict == "exempt"
    assert window.session.undo_label == "Exempt Cedar from the black list"
    window.activateWindow()  # without a desktop nobody gives the focus back after a dialog
    page.table.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(page.table, Qt.Key.Key_E, CTRL | SHIFT)
    assert exemptions(window.session.book) == []
    assert window.session.undo_label == "Cedar is no longer exempt"
    window.undo()
    assert [one.reason for one in exemptions(window.session.book)] == ["flood (No. 5)"]
    window.undo()
    assert page.line.named.verdict == "on the black list"


def test_only_who_is_named_can_be_exempted_and_only_who_is_exempt_released(page, window):
    assert page.can("exempt")
    assert not page.can("end_exemption")
    page.table.choose_row(0)
    assert not page.can("exempt")
    page.exempt()
    page.end_exemption()
    assert exemptions(window.session.book) == []


def test_in_a_published_month_nobody_is_exempted_any_more(page, window):
    book = window.session.book
    with book.change("publish"):
        publish(book, SEPTEMBER, today=datetime.date(2026, 10, 9))
    take(page, "Cedar")
    assert not page.can("exempt")


def test_nobody_is_exempted_where_the_question_is_given_up(page, window, answer):
    answer(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    page.exempt()
    assert exemptions(window.session.book) == []


@pytest.fixture
def question(window, qtbot):
    live = window.session.live
    made = ExemptDialog(window, live.roster.units, live.indicators, Proposed(SEPTEMBER))
    yield made
    made.deleteLater()


def test_an_exemption_needs_a_reason_and_months_in_their_order(question):
    ok = question.buttons.button(Ok)
    assert (ok.isEnabled(), question.mistake.text()) == (False, "")
    question.reason.setText("flood")
    assert ok.isEnabled()
    question.first.setText("soon")
    assert "soon" in question.mistake.text()
    question.first.setText("")
    assert not ok.isEnabled()
    question.first.setText("2026-10")
    assert question.mistake.text() == "The last month is before the first one."
    question.last.setText("2026.12")
    assert (ok.isEnabled(), question.mistake.text()) == (True, "")
    assert question.exemption == Exemption(1, None, Month(2026, 10), Month(2026, 12), "flood")


def test_what_is_proposed_is_chosen(window):
    live = window.session.live
    made = ExemptDialog(window, live.roster.units, live.indicators, Proposed(SEPTEMBER, CEDAR, FUNDS))
    assert (made.unit.currentText(), made.indicator.currentText()) == ("Cedar", "Funds")
    made.deleteLater()


@pytest.fixture
def listed(window, qtbot):
    """The dialog over one exemption."""
    book = window.session.book
    with book.change("exempt"):
        exempt(book, Exemption(CEDAR, None, SEPTEMBER, Month(2026, 12), "flood"))
    made = ExemptionsDialog(window.session, window)
    made.show()
    yield made
    made.reject()
    made.deleteLater()


def cells(dialog):
    return [[dialog.model.index(row, column).data() for column in range(4)] for row in range(dialog.model.rowCount())]


def test_the_dialog_lists_adds_copies_and_ends(listed, window, answer, qtbot):
    assert cells(listed) == [["Cedar", "All, and the score", "2026-09 to 2026-12", "flood"]]
    answer(giving("moved"))
    qtbot.mouseClick(listed.add, Qt.MouseButton.LeftButton)
    assert cells(listed)[1] == ["Ashby", "All, and the score", "2026-09", "moved"]
    qtbot.mouseClick(listed.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Unit\tIndicator\tIn force\tReason\r\nCedar\t")
    for left in (1, 0):
        listed.table.choose_row(0)
        qtbot.mouseClick(listed.end, Qt.MouseButton.LeftButton)
        assert listed.model.rowCount() == left
    assert not listed.end.isEnabled()
    assert not listed.copy.isEnabled()


def test_the_command_opens_the_dialog(window, answer):
    seen = answer(lambda dialog: dialog.reject())
    window.commands.action("exemptions").trigger()
    assert isinstance(seen[0], ExemptionsDialog)


def test_what_the_book_refuses_is_told(window, answer):
    """The indicator was removed while the question stood open."""
    book, told = window.session.book, []

    def remove(dialog):
        with book.change("remove"):
            add = indicators.add_indicator(book, code="x", name="X", unit="个", decimals=0)
            dialog._indicators.append(add)
            dialog.indicator.addItem("X")
            dialog.indicator.setCurrentIndex(dialog.indicator.count() - 1)
            indicators.remove_indicator(book, add)
        QTimer.singleShot(0, tell)
        giving("flood")(dialog)

    def tell():
        message = QApplication.activeModalWidget()
        if not isinstance(message, MessageDialog):
            QTimer.singleShot(10, tell)  # the question has not closed yet
            return
        told.append(message.sentence.text())
        message.reject()

    answer(remove)
    ExemptionDeeds(window.session, window).exempt(CEDAR, None)
    assert len(told) == 1
    assert exemptions(book) == []
