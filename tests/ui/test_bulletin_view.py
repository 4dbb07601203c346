"""通报, the page: what is typed is kept for its month and can be undone, and the text at the right follows words and figures."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.domain.figure import Figure
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.reports.bulletin.as_text import bulletin_text
from tracker.store import indicators, journal
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.office_texts import office_text, set_office_text
from tracker.store.publications import publish

SEPTEMBER, AUGUST = Month(2026, 9), Month(2026, 8)
FUNDS, PROJECTS = 1, 2
NUMBER, PROBLEMS, NEXT_STEPS = OfficeTextKind.NUMBER, OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS
Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window, qtbot):
    """The page in front, its text made."""
    made = window.turn_to("bulletin")
    qtbot.waitUntil(lambda: made.shown is not None)
    return made


def stored(page, kind=PROBLEMS, month=SEPTEMBER):
    return office_text(page.session.book, month, kind)


def write(page, text, kind=PROBLEMS, month=SEPTEMBER):
    with page.session.book.change("write"):
        set_office_text(page.session.book, OfficeText(month, kind, text))


def type_into(page, kind, text):
    field = page.words.texts[kind]
    field.setFocus()
    add(field, text)
    return field


def add(field, text):
    for at, line in enumerate(text.split("\n")):
        if at:
            QTest.keyClick(field, Key.Key_Return)
        QTest.keyClicks(field, line)


def text(page):
    return bulletin_text(page.shown.content)


def waits_for(qtbot, page, part):
    qtbot.waitUntil(lambda: page.shown is not None and part in text(page))


def test_what_is_typed_is_in_the_text_at_once_and_in_the_book_when_the_field_is_left(page, qtbot):
    type_into(page, PROBLEMS, "Too few projects.")
    waits_for(qtbot, page, "Too few projects.")
    assert stored(page) == ""
    page.text.setFocus()
    assert stored(page) == "Too few projects."
    assert journal.entries(page.session.book)[-1].label == "Bulletin 2026-09: Problems of the month"


def test_what_is_typed_is_kept_after_a_pause_without_moving_the_cursor(page, qtbot):
    field = type_into(page, PROBLEMS, "One.\n")
    field.typing._pause.setInterval(10)
    add(field, "Two \n")
    qtbot.waitUntil(lambda: stored(page) == "One.\nTwo")
    assert field.toPlainText() == "One.\nTwo \n"
    assert field.textCursor().atEnd()


def test_undo_takes_the_typing_back_then_the_books_change(page, window, qtbot):
    field = type_into(page, PROBLEMS, "Too few.")
    QTest.keyClick(field, Key.Key_Z, Ctrl)
    assert field.toPlainText() == ""
    QTest.keyClicks(field, "Too few.")
    page.text.setFocus()
    window.commands.action("undo").trigger()
    assert stored(page) == field.toPlainText() == ""
    window.commands.action("redo").trigger()
    assert stored(page) == field.toPlainText() == "Too few."
    field.setFocus()
    QTest.keyClick(field, Key.Key_Z, Ctrl)
    assert stored(page) == field.toPlainText() == ""


def test_each_month_has_its_own_words(page, window):
    type_into(page, PROBLEMS, "September.")
    window.way.show_month(AUGUST)
    assert page.words.texts[PROBLEMS].toPlainText() == ""
    type_into(page, PROBLEMS, "August.")
    window.session.set_month(SEPTEMBER)  # the focus stays in the field
    assert (stored(page), stored(page, month=AUGUST)) == ("September.", "August.")
    assert page.words.texts[PROBLEMS].toPlainText() == "September."


@pytest.mark.parametrize("leave", [lambda w: w.turn_to("entry"), lambda w: w.files.close(), lambda w: w.close()])
def test_nothing_typed_is_lost_when_the_page_is_left(page, window, book_path, leave):
    type_into(page, NEXT_STEPS, "Hurry.")
    leave(window)
    if window.session.book is not None:
        window.session.close()
    with Book.open(book_path, read_only=True) as book:
        assert office_text(book, SEPTEMBER, NEXT_STEPS) == "Hurry."


def test_the_words_of_a_month_before_can_be_taken_over(page, window):
    assert not page.words.take_over[PROBLEMS].isVisible()
    write(page, "Old.\nOlder.", month=Month(2026, 7))
    write(page, "no. 7", NUMBER, Month(2026, 7))
    button = page.words.take_over[PROBLEMS]
    assert button.text() == "As in 2026-07"
    assert page.words.number.placeholderText() == "2026-07: no. 7"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stored(page) == page.words.texts[PROBLEMS].toPlainText() == "Old.\nOlder."
    window.session.undo()
    assert stored(page) == page.words.texts[PROBLEMS].toPlainText() == ""


def test_the_number_is_kept_by_return(page, qtbot):
    page.words.number.setFocus()
    QTest.keyClicks(page.words.number, "no. 9")
    QTest.keyClick(page.words.number, Key.Key_Return)
    assert stored(page, NUMBER) == "no. 9"
    waits_for(qtbot, page, "no. 9")


def test_the_text_follows_the_figures_while_it_is_shown(page, qtbot):
    with page.session.book.change("enter"):
        set_figure(page.session.book, Figure(4, FUNDS, SEPTEMBER, Decimal("77.77")))
    with page.session.book.change("enter"):
        set_figure(page.session.book, Figure(4, FUNDS, AUGUST, Decimal(1000)))
    waits_for(qtbot, page, "1,10")


def test_the_choice_of_indicators_is_kept_and_the_first_one_ranks(page, qtbot):
    order = page.words.indicators
    assert order.chosen == ("funds", "projects")
    order.list.setFocus()
    QTest.keyClick(order.list, Key.Key_Down, Alt)
    assert stored(page, OfficeTextKind.INDICATORS) == "projects\nfunds"
    assert order.list.currentItem().text() == "Funds"
    QTest.keyClick(order.list, Key.Key_Space)
    assert stored(page, OfficeTextKind.INDICATORS) == "projects"
    qtbot.waitUntil(lambda: "Funds" not in text(page))
    order.list.setCurrentRow(0)
    QTest.keyClick(order.list, Key.Key_Space)
    assert order.chosen == ("projects",), "one at least stays"
    page.session.undo()
    page.session.undo()
    assert order.chosen == ("funds", "projects")


def test_a_month_without_figures_says_what_comes_first(page, window, qtbot):
    window.way.show_month(Month(2027, 3))
    assert page.empty.sentence.text() == "First the figures, then the bulletin."
    assert not page.bar.buttons["Copy the whole text"].isEnabled()
    QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert window.pages.front.name == "entry"


def test_a_published_month_keeps_its_figures_and_says_that_words_can_be_mended(page, window, qtbot):
    book = page.session.book
    with book.change("publish"):
        publish(book, SEPTEMBER, today=datetime.date(2026, 10, 9))
    qtbot.waitUntil(lambda: page.bar.state.text() == "Figures as they were published")
    assert "can still be mended" in page.notes.text()
    with book.change("rename"):
        indicators.update_indicator(book, FUNDS, name="Something else")
    type_into(page, PROBLEMS, "Afterwards.")
    page.text.setFocus()
    waits_for(qtbot, page, "Afterwards.")
    assert stored(page) == "Afterwards."
    assert "Something else" not in text(page)
    assert "Funds" in text(page)


def test_an_indicator_that_lags_is_told(page, qtbot):
    with page.session.book.change("take back"):
        for unit in (1, 2, 3):
            set_figure(page.session.book, Figure(unit, FUNDS, SEPTEMBER, None))
        set_figure(page.session.book, Figure(1, PROJECTS, SEPTEMBER, Decimal(3)))
    qtbot.waitUntil(lambda: page.notes.text() == "Figures of an earlier month: Funds to 2026-08.")


def test_the_text_is_copied_whole_or_in_part(page, window):
    QTest.mouseClick(page.bar.buttons["Copy the whole text"], Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == text(page)
    page.text.setFocus()
    page.text.selectAll()
    window.commands.action("copy").trigger()
    assert page.shown.content.opening in QApplication.clipboard().text()
    assert page.shown.content.whole_title in QApplication.clipboard().text().splitlines()
    assert not QApplication.clipboard().mimeData().hasHtml()


def test_a_name_in_the_text_leads_to_its_ranking(page, window, qtbot):
    cursor = page.text.document().find("Birch")
    cursor.setPosition(cursor.selectionStart() + 2)
    spot = page.text.cursorRect(cursor).center()
    assert page.text.anchorAt(spot) == "2/1"
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.pages.front.name == "ranking"
    assert window.pages.front.table.current_line().name == "Birch"


def test_nothing_can_be_typed_into_the_text_nor_into_a_book_for_reading(page, program, book_path, qtbot):
    assert page.text.isReadOnly()
    program.session.close()
    with Book.open(book_path):
        program.session.open(book_path)
        page = program.window.turn_to("bulletin")
        qtbot.waitUntil(lambda: page.shown is not None)
        assert page.words.number.isReadOnly()
        assert all(field.isReadOnly() for field in page.words.texts.values())
        assert not page.words.indicators.isEnabled()
        program.session.close()


def test_another_book_has_other_words(page, program, tmp_path, book_path, qtbot):
    type_into(page, PROBLEMS, "Of the first.")
    program.session.new(tmp_path / "second.tracker", title="Second")
    assert page.words.texts[PROBLEMS].toPlainText() == "" or program.window.pages.front is not page
    program.session.open(book_path)
    page = program.window.turn_to("bulletin")
    assert page.words.texts[PROBLEMS].toPlainText() == stored(page)
