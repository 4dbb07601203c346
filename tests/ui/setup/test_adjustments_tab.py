"""加减分 by keyboard: given, changed, taken back; what is refused stays in the dialog."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from tests.store.county import contents
from tests.ui.setup.driver import Key, SetupPage
from tracker.domain.adjustment import Adjustment
from tracker.domain.period import Month
from tracker.store.adjustments import add_adjustment, adjustments
from tracker.store.publications import publish
from tracker.ui.dialogs.adjustment import AdjustmentDialog
from tracker.ui.views.setup_adjustments import AdjustmentsTab

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def tab(page: SetupPage) -> AdjustmentsTab:
    QTest.mouseClick(page.view.segments._buttons.button(5), Qt.MouseButton.LeftButton)
    assert page.view.front is page.view.adjustments
    return page.view.adjustments


@pytest.fixture
def entered(page: SetupPage, tab: AdjustmentsTab) -> AdjustmentsTab:
    """Two entries, the first in hand."""
    with page.book.change("points"):
        for month, points in ((8, "-1"), (9, "2.5")):
            add_adjustment(
                page.book, Adjustment(page.window.session.live.units[0].id, Month(2026, month), Decimal(points), "why", "No 3")
            )
    tab.table.setFocus()
    tab.table.choose_row(0)
    return tab


def fill(dialog: QWidget, **texts: str) -> None:
    """Type into the dialog's fields, then press Enter."""
    assert isinstance(dialog, AdjustmentDialog)
    for name, text in texts.items():
        field = getattr(dialog, name)
        field.selectAll()
        QTest.keyClicks(field, text)
    QTest.keyClick(dialog, Key.Key_Return)
    QApplication.processEvents()


def stored(page: SetupPage) -> list[tuple[Month, Decimal, str, str]]:
    return [(entry.month, entry.points, entry.reason, entry.document) for entry in adjustments(page.book)]


def test_points_are_given_with_reason_and_document_and_undone(page, tab, answer):
    before = contents(page.book)
    answer(lambda dialog: fill(dialog, points="-1.5", reason="late twice", document="No 7"))
    tab.empty.buttons[0].setFocus()
    page.press(Key.Key_Space)
    assert stored(page) == [(SEPTEMBER, Decimal("-1.5"), "late twice", "No 7")]
    assert [tab.model.index(0, at).data() for at in range(6)] == ["2026-09", "Ashby", "−1.5", "late twice", "No 7", ""]
    assert tab.table.record.entry.points == Decimal("-1.5")
    page.undo_and_redo(before, "Points by hand: Ashby −1.5 (No 7)")


REFUSED = [
    ({"points": "", "reason": "why", "document": "No 7"}, "Give the points: +2 adds two, −1 takes one."),
    ({"points": "many"}, "This is not a figure."),
    ({"points": "0"}, "0 points change nothing. Enter points above or below zero."),
    ({"points": "1", "document": " "}, "The document's number is blank. Points by hand need the document"),
    ({"document": "No 7", "reason": " "}, "reason"),
    ({"reason": "why", "month": "soon"}, "soon"),
    ({"month": " "}, "Give the month from which the points count."),
]


def test_what_is_refused_is_said_and_stays_typed(page, tab, answer):
    said: list[str] = []

    def refused(dialog: QWidget) -> None:
        assert isinstance(dialog, AdjustmentDialog)
        for texts, _reason in REFUSED:
            fill(dialog, **texts)
            said.append(dialog.mistake.text())
        assert (dialog.points.text(), dialog.reason.text(), dialog.document.text()) == ("1", "why", "No 7")
        QTest.keyClick(dialog, Key.Key_Escape)

    answer(refused)
    tab.add()
    assert all(reason in text for text, (_texts, reason) in zip(said, REFUSED, strict=True))
    assert stored(page) == []


def test_a_dialog_without_a_unit_asks_for_one(page, tab):
    dialog = AdjustmentDialog(None, page.book, lambda _entry: None, month=SEPTEMBER)
    dialog.unit.offer([], None)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert dialog.mistake.text() == "Choose a unit."


def test_an_entry_is_changed_with_enter(page, entered, answer):
    before = contents(page.book)
    answer(lambda dialog: fill(dialog, points="-2", document="No 4"))
    page.press(Key.Key_Return)
    assert stored(page)[0] == (Month(2026, 8), Decimal(-2), "why", "No 4")
    page.undo_and_redo(before, "Change points by hand: Ashby −2 (No 4)")


def test_an_entry_is_removed_with_del_and_the_next_one_is_in_hand(page, entered):
    before = contents(page.book)
    page.press(Key.Key_Delete)
    assert [entry[1] for entry in stored(page)] == [Decimal("2.5")]
    assert entered.table.record.entry.points == Decimal("2.5")
    page.undo_and_redo(before, "Remove points by hand: Ashby −1 (No 3)")


def test_an_entry_of_a_published_month_stays_as_it_is(page, entered, answer):
    with page.book.change("publish"):
        publish(page.book, Month(2026, 8), today=date(2026, 9, 9))
    assert entered.model.index(0, 5).data() == "Published"
    assert not entered.change_button.isEnabled()
    dialogs = answer(lambda dialog: dialog.accept())
    page.press(Key.Key_Delete)
    assert len(dialogs) == 1
    assert len(stored(page)) == 2


def test_the_years_entries_are_counted_and_copied(page, entered):
    told: list[object] = []
    entered.status_changed.connect(told.append)
    entered.refresh()
    assert [(fact.before, fact.figure) for fact in told[-1].facts] == [("Entries", "2"), ("Given", "+2.5"), ("Taken", "−1")]
    entered.table.selectAll()
    page.view.commands["copy"]()
    assert len(QApplication.clipboard().text().splitlines()) == 3
    entered.years.picked.emit(2025)
    assert entered.empty.isVisible()
    assert page.view.targets.year == 2025
