from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.entry.driver import FUNDS, FUNDS_DONE, FUNDS_TO_DATE, PROJECTS, Ctrl, Driver, Key, Shift
from tests.ui.entry.small_book import SEPTEMBER
from tracker.store.figures import set_note
from tracker.store.months import MonthState, set_state
from tracker.ui.models.entry_finding import Wanted
from tracker.ui.widgets.find_bar import FindBar
from tracker.ui.widgets.grid_moves import At, Span


def bar(entry: Driver) -> FindBar:
    return entry.view.finding.bar


def find(entry: Driver, text: str) -> str:
    """Press Ctrl+F and type; what the bar says of it."""
    entry.press(Key.Key_F, held=Ctrl)
    entry.type(text)
    return counted(entry)


def counted(entry: Driver) -> str:
    for _ in range(3):
        QApplication.processEvents()
    return bar(entry).count.text()


def replace(entry: Driver, text: str, by: str) -> None:
    """Press Ctrl+H and fill both fields; the cursor is in the second one then."""
    entry.press(Key.Key_H, held=Ctrl)
    entry.type(text)
    bar(entry).by.setFocus()
    entry.type(by)
    counted(entry)


def test_what_is_shown_is_found_and_walked_through_and_round_again(in_window: Driver) -> None:
    entry = in_window
    assert find(entry, "4.50") == "3 found"
    places = [At(0, FUNDS), At(0, FUNDS_TO_DATE), At(3, FUNDS_TO_DATE)]
    entry.press(Key.Key_Return)
    assert entry.at == places[2]
    assert counted(entry) == "3 of 3"
    entry.press(Key.Key_F3)
    assert entry.at == places[0]
    entry.press(Key.Key_F3)
    assert entry.at == places[1]
    entry.press(Key.Key_F3, held=Shift)
    entry.press(Key.Key_Return, held=Shift)
    assert entry.at == places[2]
    assert bar(entry).text.hasFocus()


def test_a_name_is_found_and_its_row_selected_and_the_next_is_behind_it(in_window: Driver) -> None:
    entry = in_window
    assert find(entry, "e") == "3 found"
    entry.press(Key.Key_Return)
    assert entry.grid.selection.span == Span(3, 0, 3, entry.view.model.last_column)
    assert counted(entry) == "1 of 3"
    entry.press(Key.Key_Return)
    assert entry.at.row == 5


def test_typed_texts_and_notes_are_found(in_window: Driver) -> None:
    entry = in_window
    entry.type("=1.25*2", Key.Key_Return)
    stored = entry.stored("Cedar")
    book = entry.session.book
    assert book is not None
    assert stored is not None
    with book.change("note"):
        set_note(book, stored.unit, stored.indicator, stored.month, note="Late correction")
    assert find(entry, "25*2") == "1 found"
    entry.press(Key.Key_Return)
    assert entry.at == (1, FUNDS)
    assert find(entry, "late") == "1 found"
    entry.press(Key.Key_Return)
    assert entry.at == (3, FUNDS)


def test_figures_are_found_with_and_without_their_separators_in_any_width(in_window: Driver) -> None:
    entry = in_window
    entry.type("1234567.5", Key.Key_Return)
    for text in ("1,234,567.5", "1234567.5", "１２３４５６７"):
        assert find(entry, text).endswith("found")


def test_a_whole_cell_is_that_text_and_no_more(in_window: Driver) -> None:
    entry = in_window
    assert find(entry, "1.5") == "1 found"
    bar(entry).whole.click()
    assert counted(entry) == "1 found"
    bar(entry).text.setText("1.")
    assert counted(entry) == "Not found"
    bar(entry).whole.click()
    assert counted(entry) == "3 found"


def test_only_the_selection_is_looked_through_where_more_than_one_cell_is_selected(in_window: Driver) -> None:
    entry = in_window
    entry.press(Key.Key_Down, Key.Key_Down, held=Shift)
    assert find(entry, "3") == "1 of 1"
    assert bar(entry).selection_only.isChecked()
    entry.press(Key.Key_Return)
    assert entry.grid.selection.span == Span(1, FUNDS, 3, FUNDS)
    bar(entry).selection_only.setChecked(False)
    assert counted(entry) != "1 of 1"


def test_what_is_not_there_is_said(in_window: Driver) -> None:
    assert find(in_window, "nowhere") == "Not found"
    at = in_window.at
    in_window.press(Key.Key_Return)
    assert in_window.at == at


def test_escape_goes_back_to_the_grid(in_window: Driver) -> None:
    find(in_window, "3")
    in_window.press(Key.Key_Escape)
    assert in_window.grid.hasFocus()
    assert not bar(in_window).isVisible()


def test_what_is_found_follows_the_figures_and_the_month(in_window: Driver) -> None:
    entry = in_window
    assert find(entry, "77") == "Not found"
    entry.grid.setFocus()
    entry.type("77", Key.Key_Return)
    assert counted(entry).endswith("found")
    entry.session.set_month(SEPTEMBER.plus(-1))
    assert counted(entry) == "Not found"


def test_all_are_replaced_in_one_step_and_read_as_typed(in_window: Driver) -> None:
    entry = in_window
    replace(entry, "1", "about 1")
    bar(entry).text.selectAll()
    replace(entry, "3", "2000万+")
    QTest.mouseClick(bar(entry).all, Qt.MouseButton.LeftButton)
    assert entry.session.undo_label == "Replace in 3 cells, 2026-09"
    assert entry.said[-1] == "3 cells changed. 3 could not be read; they are marked in red."
    entry.grid.setFocus()
    entry.press(Key.Key_Z, held=Ctrl)
    assert entry.value("Ashby") == 3
    assert entry.session.undo_label is None


def test_one_is_replaced_and_the_next_is_gone_to(in_window: Driver) -> None:
    entry = in_window
    replace(entry, "1", "2")
    entry.press(Key.Key_Return)
    assert entry.at == (1, PROJECTS)
    entry.press(Key.Key_Return)
    assert entry.value("Ashby", PROJECTS) == 2
    assert entry.at == (3, FUNDS)
    entry.press(Key.Key_Return)
    assert entry.value("Cedar") == Decimal("2.5")


def test_a_calculation_is_replaced_within_its_text(in_window: Driver) -> None:
    entry = in_window
    entry.type("=0.52+0.34", Key.Key_Return)
    replace(entry, "0.34", "0.35")
    QTest.mouseClick(bar(entry).all, Qt.MouseButton.LeftButton)
    stored = entry.stored("Ashby")
    assert stored is not None
    assert (stored.value, stored.typed) == (Decimal("0.87"), "=0.52+0.35")


def test_replacing_looks_only_into_cells_in_which_one_types(in_window: Driver) -> None:
    entry = in_window
    entry.go(1, FUNDS_DONE)
    assert find(entry, "60.0") == "1 of 1"
    entry.press(Key.Key_H, held=Ctrl)
    assert counted(entry) == "Not found"
    assert not bar(entry).all.isEnabled()


def test_a_published_month_can_be_searched_but_not_replaced_in(in_window: Driver) -> None:
    book = in_window.session.book
    assert book is not None
    with book.change("publish"):
        set_state(book, SEPTEMBER, MonthState.PUBLISHED)
    assert in_window.view.can("find_text")
    assert not in_window.view.can("replace_text")


@pytest.mark.parametrize(
    ("wanted", "text", "is_now"),
    [
        (Wanted("a"), "Aba", "xbx"),
        (Wanted("aba", whole=True), "Aba", "x"),
        (Wanted("30"), "约３０万", "x"),
        (Wanted(".5"), "1.50", "1x0"),
    ],
)
def test_a_text_is_replaced_where_it_matches(wanted: Wanted, text: str, is_now: str) -> None:
    assert wanted.replaced(text, "x") == is_now


def test_a_large_grid_is_searched_in_slices(in_window: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.ui.views.entry_find.SLICE", 0.0)
    find(in_window, "4.50")
    in_window.qtbot.waitUntil(lambda: counted(in_window) == "3 found")
    find(in_window, "4.5")
    in_window.press(Key.Key_Return)
    assert in_window.at == At(3, FUNDS_TO_DATE)
