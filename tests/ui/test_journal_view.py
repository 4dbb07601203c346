"""The journal page, through the window."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store import figures, journal, units
from tracker.store.journal import EntryFilter
from tracker.ui.views import journal_entry, journal_view

SEPTEMBER, AUGUST = Month(2026, 9), Month(2026, 8)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def enter(window, value, *, unit=1, indicator=1, month=SEPTEMBER, label="enter"):
    book = window.session.book
    with book.change(label):
        figures.set_figure(book, Figure(unit, indicator, month, Decimal(value)))


@pytest.fixture
def page(window, qtbot):
    """The journal page in front, reached by its key."""
    qtbot.keyClick(window, Qt.Key.Key_6, ALT)
    return window.pages.front


def labels(page):
    return [entry.label for entry in page.model.records]


def lines(page):
    return [str(line) for line in page.entry.model.records]


def test_the_newest_entry_stands_first_and_is_shown(window, page):
    enter(window, "0.86")
    assert labels(page) == ["enter", "fill", "New book"]
    assert lines(page) == ["Ashby · Funds · 2026-09: 9.00 → 0.86"]
    assert page.entry.heading.text() == "enter"
    assert page.entry.note.text().startswith(f"No. {page.chosen.id} · ")


def test_undo_is_an_entry_that_names_what_it_turned_back(window, page, qtbot):
    enter(window, "0.86")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    page.table.choose_row(0)
    assert labels(page)[:2] == ["enter", "enter"]
    assert page.model.index(0, 4).data() == "Undo"
    assert page.entry.note.text().endswith("turns back no. 3")


def test_arrows_choose_the_entry_that_is_shown_and_it_stays_chosen(window, page, qtbot):
    enter(window, "0.86")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.chosen.label == "fill"
    enter(window, "0.87", label="again")
    assert page.chosen.label == "fill"
    assert labels(page)[0] == "again"


def test_the_filters_narrow_and_show_all_widens(window, page, qtbot):
    enter(window, "1", unit=2, label="Birch")
    enter(window, "2", unit=1, month=AUGUST, label="Ashby in August")
    page.bar.unit.picked.emit(1)
    assert labels(page) == ["Ashby in August", "fill"]
    page.bar.month.picked.emit(SEPTEMBER)
    assert labels(page) == ["fill"]
    assert page.bar.clear.isVisible()
    qtbot.mouseClick(page.bar.clear, LEFT)
    assert len(labels(page)) == 4
    assert not page.bar.clear.isVisible()
    assert page.bar.unit.value is None


def test_a_text_is_looked_for_a_moment_after_the_last_key(window, page, qtbot):
    enter(window, "1", label="Birch by hand")
    qtbot.keyClicks(page.bar.text, "by HAND")
    qtbot.waitUntil(lambda: labels(page) == ["Birch by hand"])
    qtbot.keyClicks(page.bar.text, "zzz")
    qtbot.keyClick(page.bar.text, Qt.Key.Key_Return)
    assert page.empty.isVisible()
    assert page.empty.sentence.text() == "No entry is as asked for."
    qtbot.mouseClick(page.empty.button, LEFT)
    assert len(labels(page)) == 3


def test_the_person_filter_offers_who_wrote(window, page):
    people = [page.bar.person.itemText(at) for at in range(page.bar.person.count())]
    assert people == ["All", *journal.people(window.session.book)]


def test_a_figures_history_opens_filtered(window, qtbot):
    enter(window, "0.86")
    enter(window, "5", unit=2, label="other")
    window.pages.front.history_requested.emit(1, 1, window.session.month)
    page = window.pages.front
    assert page.name == "journal"
    assert page.bar.filter == EntryFilter(unit=1, indicator=1, month=SEPTEMBER)
    assert labels(page) == ["enter", "fill"]
    window.way.go_to_history(None, None, None)
    assert page.bar.filter == EntryFilter(unit=1, indicator=1, month=SEPTEMBER)


def test_one_entry_is_reverted_as_a_new_change_that_undo_takes_back(window, page, qtbot, answer):
    enter(window, "0.86")
    enter(window, "5", unit=2, label="other")
    page.table.choose_row(1)
    seen = answer(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    qtbot.mouseClick(page.bar.revert, LEFT)
    assert seen[0].sentence.text() == "Revert “enter”?"
    book = window.session.book
    assert figures.figure(book, 1, 1, SEPTEMBER).value == 9
    assert figures.figure(book, 2, 1, SEPTEMBER).value == 5
    assert window.status_bar.text == "Reverted: enter"
    assert page.model.index(0, 4).data() == "Revert"

    window.commands.action("undo").trigger()
    assert figures.figure(book, 1, 1, SEPTEMBER).value == Decimal("0.86")


def test_giving_up_reverts_nothing(window, page, qtbot, answer):
    enter(window, "0.86")
    answer(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    qtbot.mouseClick(page.bar.revert, LEFT)
    assert len(page.model.records) == 3


def test_what_cannot_be_reverted_is_told(window, page, qtbot, answer):
    enter(window, "0.86")
    enter(window, "0.87", label="later")
    page.table.choose_row(1)
    seen = []

    def confirm(dialog):
        seen.append(dialog.sentence.text())
        second = answer(lambda told: (seen.append(told.note.text()), told.reject()))
        assert second == []
        dialog.accept()

    answer(confirm)
    qtbot.mouseClick(page.bar.revert, LEFT)
    assert seen[0] == "Revert “enter”?"
    assert seen[1].startswith("This entry cannot be turned back.")


def test_in_a_read_only_book_nothing_is_reverted(program, book_path, qtbot):
    program.session.open(book_path, read_only=True)
    page = program.window.turn_to("journal")
    assert not page.bar.revert.isEnabled()


def test_the_chain_is_checked_in_the_background(window, page, qtbot, answer):
    enter(window, "0.86")
    seen = answer(lambda dialog: dialog.reject())
    qtbot.mouseClick(page.bar.check, LEFT)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].sentence.text() == "The journal is sound."
    assert "All 3 entries" in seen[0].note.text()


def test_tampering_is_told(window, page, qtbot, answer):
    import sqlite3

    enter(window, "0.86")
    path = window.session.book.path
    window.session.close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE journal SET label = 'other' WHERE id = 2")
    raw.close()
    window.session.open(path)
    seen = answer(lambda dialog: dialog.reject())
    qtbot.mouseClick(page.bar.check, LEFT)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].sentence.text() == "Entry 2 of the journal is not as it was written."


def test_the_entries_are_copied_as_a_table(window, page, qtbot):
    enter(window, "0.86")
    qtbot.mouseClick(page.bar.copy, LEFT)
    text = QApplication.clipboard().text().splitlines()
    assert text[0].split("\t") == ["No.", "When", "Who", "What was done", "Kind", "Rows"]
    assert text[1].split("\t")[3:] == ["enter", "Entered", "1"]
    assert "<td" in QApplication.clipboard().mimeData().html()
    page.table.setFocus()
    page.table.choose_row(1)
    qtbot.keyClick(page.table, Qt.Key.Key_C, CTRL)
    assert len(QApplication.clipboard().text().splitlines()) == 2


def test_entries_and_rows_are_read_as_one_scrolls(window, page, monkeypatch):
    monkeypatch.setattr(journal_view, "AT_ONCE", 3)
    monkeypatch.setattr(journal_entry, "AT_ONCE", 4)
    for value in range(1, 9):
        enter(window, value, label=f"enter {value}")
    assert len(page.model.records) < 10
    page.model.fetch_all()
    assert labels(page) == [f"enter {value}" for value in range(8, 0, -1)] + ["fill", "New book"]
    page.table.choose_row(8)
    assert 0 < len(page.entry.model.records) < page.chosen.changes
    page.entry.model.fetch_all()
    assert len(page.entry.model.records) == page.chosen.changes


def test_the_split_is_remembered(program, window, page, qtbot):
    page.splitter.setSizes([200, 400])
    page.splitter.splitterMoved.emit(200, 1)
    assert window.session.settings.text("journal/split") == " ".join(map(str, page.splitter.sizes()))


def test_names_of_units_follow_in_the_filter(window, page):
    book = window.session.book
    with book.change("rename"):
        units.update_unit(book, 1, name="Ashton")
    assert "Ashton" in [page.bar.unit.itemText(at) for at in range(page.bar.unit.count())]


def test_closing_the_book_empties_the_page(window, page, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    assert page.model.rowCount() == 0
    assert page.chosen is None
