import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.entry.driver import FUNDS, FUNDS_TO_DATE, NONE, RATE, Ctrl, Driver, Key, Shift
from tests.ui.entry.small_book import SEPTEMBER
from tests.ui.entry.test_entry_paste_special import Answer
from tracker.store.journal import entries
from tracker.store.months import MonthState, set_state
from tracker.ui.dialogs.note import NoteDialog
from tracker.ui.widgets.grid_moves import Span


def opened() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def names(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def right_click(widget: QWidget, place: QPoint) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place), NONE)
    QApplication.sendEvent(widget, event)
    return opened()


def test_a_right_click_offers_the_commands_of_the_menu_bar(in_window: Driver) -> None:
    menu = right_click(in_window.grid.viewport(), in_window.place(1, FUNDS))
    assert names(menu)[:5] == ["cut", "copy", "paste", "paste_values", "paste_special"]
    assert "note" in names(menu)
    clear = next(action for action in menu.actions() if action.objectName() == "clear")
    clear.trigger()
    menu.close()
    assert in_window.stored("Ashby") is None


def test_a_right_click_on_a_name_takes_its_row(in_window: Driver) -> None:
    names_column = in_window.grid.names
    place = names_column.visualRect(in_window.view.model.index(3, 0)).center()
    right_click(names_column.viewport(), place).close()
    assert in_window.grid.selection.span == Span(3, 0, 3, in_window.view.model.last_column)
    in_window.press(Key.Key_Up, held=Shift)
    chosen = in_window.grid.selection.span
    right_click(names_column.viewport(), place).close()
    assert in_window.grid.selection.span == chosen


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Menu, NONE), (Key.Key_F10, Shift)])
def test_the_keyboard_opens_the_menu_at_the_current_cell(in_window: Driver, key: Key, held: object) -> None:
    QTest.keyClick(in_window.grid, key, held)  # type: ignore[call-overload]
    menu = opened()
    below = in_window.grid.viewport().mapFromGlobal(menu.pos())
    assert (below - in_window.grid.visualRect(in_window.view.model.index(1, FUNDS)).bottomLeft()).manhattanLength() < 4
    menu.close()


def test_in_a_published_month_the_menu_offers_only_what_changes_nothing(in_window: Driver) -> None:
    book = in_window.session.book
    assert book is not None
    with book.change("publish"):
        set_state(book, SEPTEMBER, MonthState.PUBLISHED)
    menu = right_click(in_window.grid.viewport(), in_window.place(1, FUNDS))
    able = [action.objectName() for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    menu.close()
    assert "copy" in able
    assert not set(able) & {"cut", "paste", "clear", "note", "fill_down"}


def note(entry: Driver, answer: Answer, text: str) -> NoteDialog:
    """Press Shift+F2, write a note, save it with Ctrl+Enter."""

    def how(dialog: QWidget) -> None:
        assert isinstance(dialog, NoteDialog)
        dialog.text.selectAll()
        QTest.keyClick(dialog.text, Key.Key_Delete)
        QTest.keyClicks(dialog.text, text)
        dialog.accept()

    seen = answer(how)
    entry.press(Key.Key_F2, held=Shift)
    entry.view.activateWindow()
    entry.qtbot.waitUntil(entry.grid.hasFocus)
    dialog = seen[0]
    assert isinstance(dialog, NoteDialog)
    return dialog


def test_a_note_is_written_shown_in_the_journal_and_removed(in_window: Driver, answer: Answer) -> None:
    entry, book = in_window, in_window.session.book
    assert book is not None
    note(entry, answer, "confirmed by phone")
    assert entry.cell(1, FUNDS).note == "confirmed by phone"
    assert entries(book, newest_first=True, limit=1)[0].label == "Note on Ashby · Funds · 2026-09"
    note(entry, answer, "")
    assert entry.cell(1, FUNDS).note == ""
    entry.press(Key.Key_Z, held=Ctrl)
    assert entry.cell(1, FUNDS).note == "confirmed by phone"
    assert entry.value("Ashby") == 3


def test_the_note_of_what_follows_is_the_figures_own(in_window: Driver, answer: Answer) -> None:
    in_window.go(1, FUNDS_TO_DATE)
    note(in_window, answer, "late")
    assert in_window.cell(1, FUNDS).note == "late"


def test_giving_up_a_note_changes_nothing(in_window: Driver, answer: Answer) -> None:
    answer(lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    in_window.press(Key.Key_F2, held=Shift)
    assert in_window.session.undo_label is None


def test_a_subtotal_and_a_computed_ratio_have_no_note(in_window: Driver) -> None:
    in_window.go(0, FUNDS)
    assert not in_window.view.can("note")
    in_window.go(1, RATE)
    assert not in_window.view.can("note")
    in_window.go(1, FUNDS)
    assert in_window.view.can("note")
