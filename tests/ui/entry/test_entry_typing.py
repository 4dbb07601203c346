import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.entry.driver import FUNDS, FUNDS_DONE, FUNDS_TO_DATE, PROJECTS, RATE, TALKS, Driver, Key, Shift
from tests.ui.entry.small_book import AUGUST, SEPTEMBER
from tracker.store.months import MonthState, set_state


def test_the_first_typed_cell_is_current_at_first(entry: Driver) -> None:
    assert entry.at == (1, FUNDS)
    assert entry.text(1, FUNDS) == "3.00"


def test_typing_replaces_and_enter_goes_down(entry: Driver) -> None:
    entry.type("12.5", Key.Key_Return)
    assert entry.value("Ashby") == Decimal("12.5")
    assert entry.text(1, FUNDS) == "12.50"
    assert entry.at == (2, FUNDS)


def test_what_follows_from_a_figure_is_shown_at_once(entry: Driver) -> None:
    entry.type("7", Key.Key_Return)
    assert [entry.text(1, column) for column in (FUNDS_TO_DATE, FUNDS_DONE)] == ["10.00", "100.0"]
    assert [entry.text(0, column) for column in (FUNDS, FUNDS_TO_DATE)] == ["8.50", "18.50"]
    assert entry.view.total.source.any_cell(0, FUNDS).text == "8.15"
    assert entry.text(1, RATE) == "20.0"


def test_enter_passes_over_the_heading_of_a_group(entry: Driver) -> None:
    entry.go(3, FUNDS)
    entry.press(Key.Key_Return)
    assert entry.at == (5, FUNDS)
    entry.press(Key.Key_Return, held=Shift)
    assert entry.at == (3, FUNDS)


def test_enter_in_the_last_row_stays(entry: Driver) -> None:
    entry.go(6, FUNDS)
    entry.press(Key.Key_Return)
    assert entry.at == (6, FUNDS)


def test_tab_goes_to_the_next_column_that_is_typed(entry: Driver) -> None:
    entry.press(Key.Key_Tab)
    assert entry.at == (1, PROJECTS)
    entry.press(Key.Key_Tab)
    assert entry.at == (1, TALKS)
    entry.press(Key.Key_Backtab, held=Shift)
    assert entry.at == (1, PROJECTS)


def test_tab_after_the_last_typed_column_begins_the_next_unit(entry: Driver) -> None:
    entry.go(3, TALKS)
    entry.press(Key.Key_Tab)
    assert entry.at == (5, FUNDS)
    entry.press(Key.Key_Backtab, held=Shift)
    assert entry.at == (3, TALKS)


def test_enter_after_tabs_returns_to_the_column_where_they_began(entry: Driver) -> None:
    entry.type("1", Key.Key_Tab)
    entry.type("2", Key.Key_Tab)
    entry.type("3", Key.Key_Return)
    assert [entry.value("Ashby", column) for column in (FUNDS, PROJECTS, TALKS)] == [1, 2, 3]
    assert entry.at == (2, FUNDS)


def test_enter_after_tabs_and_another_move_goes_straight_down(entry: Driver) -> None:
    entry.press(Key.Key_Tab, Key.Key_Down, Key.Key_Return)
    assert entry.at == (3, PROJECTS)


def test_escape_gives_up(entry: Driver) -> None:
    entry.type("99", Key.Key_Escape)
    assert entry.value("Ashby") == 3
    assert entry.at == (1, FUNDS)
    assert entry.grid.hasFocus()
    assert entry.session.undo_label is None


def test_f2_edits_the_figure_in_full_and_its_arrows_move_in_the_text(entry: Driver) -> None:
    entry.press(Key.Key_F2)
    assert entry.editor.text() == "3"
    entry.press(Key.Key_Left)
    entry.type("1", Key.Key_Return)
    assert entry.value("Ashby") == 13


def test_while_typing_the_arrows_store_and_move(entry: Driver) -> None:
    entry.type("5", Key.Key_Down)
    assert entry.value("Ashby") == 5
    assert entry.at == (2, FUNDS)


def test_f2_while_typing_turns_the_arrows_to_the_text(entry: Driver) -> None:
    entry.type("15", Key.Key_F2, Key.Key_Left)
    entry.type("2", Key.Key_Return)
    assert entry.value("Ashby") == 125


def test_keys_that_mean_nothing_in_the_text_do_not_move_the_grid(entry: Driver) -> None:
    entry.press(Key.Key_F2, Key.Key_Up, Key.Key_Down, Key.Key_PageDown)
    assert entry.editor.text() == "3"
    assert entry.at == (1, FUNDS)


def test_a_double_click_edits(entry: Driver) -> None:
    QTest.mouseDClick(entry.grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, entry.place(1, FUNDS))
    assert entry.editor.text() == "3"


def test_backspace_clears_and_edits(entry: Driver) -> None:
    entry.press(Key.Key_Backspace)
    assert entry.editor.text() == ""
    entry.press(Key.Key_Return)
    assert entry.stored("Ashby") is None
    assert entry.text(1, FUNDS) == ""


def test_delete_clears_the_selection_in_one_step(entry: Driver) -> None:
    entry.press(Key.Key_Down, Key.Key_Down, held=Shift)
    entry.press(Key.Key_Delete)
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [None, None, None]
    assert entry.session.undo_label == "Clear 3 figures, 2026-09"
    entry.session.undo()
    assert [entry.text(row, FUNDS) for row in (1, 2, 3)] == ["3.00", "", "1.50"]


def test_a_blank_is_not_a_zero(entry: Driver) -> None:
    assert (entry.text(2, FUNDS), entry.text(5, FUNDS)) == ("", "0.00")
    entry.go(5, FUNDS)
    entry.press(Key.Key_Delete)
    assert entry.stored("Dune") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,234.5", "1234.5"),
        ("１２３", "123"),
        ("34.22亿元", "34.22"),
        ("2000万", "0.2"),
        ("(12)", "-12"),
        ("=12.5+3.2*2", "18.9"),
    ],
)
def test_what_is_typed_is_read_as_it_is_meant(entry: Driver, typed: str, meant: str) -> None:
    entry.type(typed, Key.Key_Return)
    assert entry.value("Ashby") == Decimal(meant)


def test_a_dash_is_a_blank(entry: Driver) -> None:
    entry.type("—", Key.Key_Return)
    assert entry.stored("Ashby") is None


def test_what_cannot_be_read_stays_marked_and_is_no_figure(entry: Driver) -> None:
    entry.type("about 3", Key.Key_Return)
    stored = entry.stored("Ashby")
    assert stored is not None
    assert (stored.value, stored.typed, stored.unreadable) == (None, "about 3", True)
    assert entry.cell(1, FUNDS).unreadable
    assert entry.text(1, FUNDS) == "about 3"
    assert entry.text(1, FUNDS_TO_DATE) == "3.00"
    tip = entry.view.model.index(1, FUNDS).data(Qt.ItemDataRole.ToolTipRole)
    assert "not" in tip
    assert "Last month" in tip


def test_a_figure_with_too_many_decimals_is_refused_not_rounded(entry: Driver) -> None:
    entry.go(1, PROJECTS)
    entry.type("1.5", Key.Key_Return)
    assert entry.cell(1, PROJECTS).unreadable
    assert entry.value("Ashby", PROJECTS) is None


def test_the_text_of_a_calculation_is_kept_with_its_figure(entry: Driver) -> None:
    entry.type("=1.5+0.34", Key.Key_Return)
    entry.press(Key.Key_Up, Key.Key_F2)
    assert entry.editor.text() == "=1.5+0.34"
    entry.press(Key.Key_Escape)
    assert entry.text(1, FUNDS) == "1.84"


def test_typing_the_same_figure_again_changes_nothing(entry: Driver) -> None:
    entry.type("3", Key.Key_Return)
    entry.press(Key.Key_F2, Key.Key_Return)
    assert entry.session.undo_label is None


def test_typing_a_calculations_result_replaces_its_text(entry: Driver) -> None:
    entry.type("=1+2", Key.Key_Return)
    entry.press(Key.Key_Up)
    entry.type("3", Key.Key_Return)
    stored = entry.stored("Ashby")
    assert stored is not None
    assert stored.typed == "3"


def test_a_change_is_named_by_its_cell(entry: Driver) -> None:
    entry.type("8", Key.Key_Return)
    assert entry.session.undo_label == "Enter Funds of Ashby, 2026-09"
    entry.press(Key.Key_Up, Key.Key_Backspace, Key.Key_Return)
    assert entry.session.undo_label == "Clear Funds of Ashby, 2026-09"


def test_undo_and_redo_are_exact_and_shown(entry: Driver) -> None:
    before = [entry.texts(column) for column in range(9)]
    entry.type("8", Key.Key_Return)
    after = [entry.texts(column) for column in range(9)]
    entry.session.undo()
    assert [entry.texts(column) for column in range(9)] == before
    entry.session.redo()
    assert [entry.texts(column) for column in range(9)] == after


def test_an_input_method_begins_an_edit(entry: Driver) -> None:
    composing = QInputMethodEvent("yi", [])
    QApplication.sendEvent(entry.grid, composing)
    assert entry.grid.editing.editor is not None
    done = QInputMethodEvent("", [])
    done.setCommitString("2亿")
    QApplication.sendEvent(entry.focus(), done)
    assert entry.editor.text() == "2亿"
    entry.press(Key.Key_Return)
    entry.qtbot.waitUntil(lambda: entry.value("Ashby") == 2)


def test_an_input_method_that_commits_at_once_begins_an_edit_too(entry: Driver) -> None:
    done = QInputMethodEvent("", [])
    done.setCommitString("七")
    QApplication.sendEvent(entry.grid, done)
    assert entry.editor.text() == "七"


def test_input_methods_are_wanted_only_where_one_can_type(entry: Driver) -> None:
    wanted = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert entry.grid.testAttribute(wanted)
    entry.go(1, FUNDS_DONE)
    assert not entry.grid.testAttribute(wanted)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [(1, FUNDS_TO_DATE, "follows from the months"), (1, FUNDS_DONE, "target"), (0, FUNDS, "subtotal"), (1, RATE, "computed")],
)
def test_a_computed_cell_says_why_it_cannot_be_typed(entry: Driver, row: int, column: int, reason: str) -> None:
    entry.go(row, column)
    entry.type("1")
    assert entry.grid.editing.editor is None
    assert reason in entry.said[-1]


def test_a_published_month_is_locked_and_says_so(entry: Driver) -> None:
    book = entry.session.book
    assert book is not None
    with book.change("publish"):
        set_state(book, SEPTEMBER, MonthState.PUBLISHED)
    assert entry.cell(1, FUNDS).locked
    entry.type("1")
    assert "published" in entry.said[-1]
    entry.press(Key.Key_Delete)
    assert entry.value("Ashby") == 3
    assert not entry.view.can("paste")
    assert entry.view.can("copy")
    entry.session.set_month(AUGUST)
    assert not entry.cell(1, FUNDS).locked


def test_a_book_open_for_reading_only_is_locked(entry: Driver) -> None:
    book = entry.session.book
    assert book is not None
    path = book.path
    entry.session.close()
    entry.view.refresh(None)
    entry.session.open(path, read_only=True)
    entry.view.refresh(None)
    entry.type("1")
    assert "reading only" in entry.said[-1]
    assert entry.cell(1, FUNDS).locked


def test_clicking_elsewhere_stores_what_was_typed(entry: Driver) -> None:
    entry.type("6")
    entry.click(3, FUNDS)
    assert entry.value("Ashby") == 6
    assert entry.at == (3, FUNDS)
    assert entry.grid.editing.editor is None


def test_a_refresh_from_elsewhere_does_not_disturb_the_editor(entry: Driver) -> None:
    entry.type("6")
    entry.view.model.dataChanged.emit(entry.view.model.index(1, FUNDS), entry.view.model.index(1, FUNDS))
    assert entry.editor.text() == "6"


def test_a_note_survives_a_new_figure_and_a_cleared_one(entry: Driver) -> None:
    from tracker.store.figures import set_note

    book, stored = entry.session.book, entry.stored("Ashby")
    assert book is not None
    assert stored is not None
    with book.change("note"):
        set_note(book, stored.unit, stored.indicator, stored.month, note="late correction")
    assert entry.cell(1, FUNDS).note == "late correction"
    entry.type("4", Key.Key_Return)
    entry.press(Key.Key_Up, Key.Key_Delete)
    left = entry.stored("Ashby")
    assert left is not None
    assert (left.value, left.note) == (None, "late correction")
    assert "late correction" in entry.view.model.index(1, FUNDS).data(Qt.ItemDataRole.ToolTipRole)


def test_what_cannot_be_stored_stays_in_the_editor(entry: Driver) -> None:
    book = entry.session.book
    assert book is not None
    book.connection.execute("PRAGMA busy_timeout = 10")
    entry.type("6")
    with closing(sqlite3.connect(book.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        entry.press(Key.Key_Return)
        assert "Another program is using" in entry.said[-1]
        assert entry.editor.text() == "6"
        other.execute("ROLLBACK")
    entry.press(Key.Key_Return)
    assert entry.value("Ashby") == 6
