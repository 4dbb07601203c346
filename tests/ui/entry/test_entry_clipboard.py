from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.ui.entry.driver import FUNDS, FUNDS_TO_DATE, PROJECTS, RATE, TALKS, Ctrl, Driver, Key, Shift
from tests.ui.entry.small_book import AUGUST
from tracker.ui.widgets.grid_moves import Span


def answer(text: str) -> list[str]:
    """Press the button of that text in the next question; gives a list into which what was asked will be put."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        button = next(button for button in box.buttons() if button.text() == text)
        assert isinstance(button, QPushButton)
        button.click()

    QTimer.singleShot(0, press)
    return asked


def copy(entry: Driver) -> str:
    entry.press(Key.Key_C, held=Ctrl)
    return entry.clipboard()


def paste(entry: Driver, text: str | None = None) -> None:
    if text is not None:
        entry.set_clipboard(text)
    entry.press(Key.Key_V, held=Ctrl)


def test_a_block_is_copied_as_excel_reads_it(entry: Driver) -> None:
    entry.go(5, FUNDS)
    entry.press(Key.Key_Right, Key.Key_Right, Key.Key_Down, held=Shift)
    assert copy(entry) == "0\t9\t90.0\r\n-0.35\t1.65\t16.5\r\n"
    assert entry.said[-1] == "Copied 2 × 3 cells."


def test_a_block_is_copied_as_a_table_too(entry: Driver) -> None:
    entry.go(6, FUNDS)
    copy(entry)
    html = QApplication.clipboard().mimeData().html()
    assert "<td style=\"text-align:right;mso-number-format:'#,##0.00'\">-0.35</td>" in html


def test_amounts_are_copied_in_full(entry: Driver) -> None:
    entry.type("1,234,567.89", Key.Key_Return)
    entry.press(Key.Key_Up)
    assert copy(entry) == "1234567.89\r\n"


def test_whole_rows_are_copied_with_their_names(entry: Driver) -> None:
    entry.press(Key.Key_Space, held=Shift)
    assert copy(entry).split("\t")[:2] == ["Ashby", "3"]


def test_several_ranges_are_not_copied(entry: Driver) -> None:
    entry.set_clipboard("before")
    entry.click(3, FUNDS, Ctrl)
    assert copy(entry) == "before"
    assert "Several ranges" in entry.said[-1]


def test_one_cell_goes_over_a_range_in_one_step(entry: Driver) -> None:
    entry.go(2, FUNDS)
    entry.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, held=Shift)
    paste(entry, "2.5\n")
    assert [entry.value(unit) for unit in ("Birch", "Cedar", "Dune")] == [Decimal("2.5")] * 3
    assert entry.session.undo_label == "Paste 3 figures, 2026-09"
    entry.session.undo()
    assert [entry.text(row, FUNDS) for row in (2, 3, 5)] == ["", "1.50", "0.00"]


def test_a_block_is_pasted_from_its_first_cell_on(entry: Driver) -> None:
    paste(entry, "5\r\n6\r\n7\r\n")
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar", "Dune")] == [5, 6, 7, 0]
    assert entry.grid.selection.span == Span(1, 1, 3, 1)


def test_a_block_fills_a_selection_that_is_a_multiple_of_it(entry: Driver) -> None:
    entry.go(5, FUNDS)
    entry.press(Key.Key_Down, held=Shift)
    paste(entry, "8\r\n")
    assert [entry.value("Dune"), entry.value("Elm")] == [8, 8]


def test_what_is_pasted_is_read_cell_by_cell_and_what_cannot_be_is_kept_and_counted(entry: Driver) -> None:
    paste(entry, "2000万\r\nabout 5\r\n２.５\r\n")
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [Decimal("0.2"), None, Decimal("2.5")]
    assert entry.cell(2, FUNDS).unreadable
    assert entry.said[-1] == "3 cells changed. 1 could not be read; they are marked in red."


def test_a_list_of_figures_goes_to_the_units_and_not_to_the_subtotals_if_asked_so(entry: Driver) -> None:
    asked = answer("Only into typed cells")
    paste(entry, "1\r\n2\r\n3\r\n4\r\n5\r\n")
    assert "5 × 1 cells" in asked[0]
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar", "Dune", "Elm")] == [1, 2, 3, 4, 5]


def test_a_table_laid_out_like_the_grid_goes_cell_by_cell_and_says_what_it_skipped(entry: Driver) -> None:
    answer("Cell by cell")
    paste(entry, "1\r\n2\r\n3\r\n100\r\n4\r\n5\r\n")
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar", "Dune", "Elm")] == [1, 2, 3, 4, 5]
    assert "1 were skipped" in entry.said[-1]


def test_columns_of_figures_go_to_the_typed_columns_if_asked_so(entry: Driver) -> None:
    answer("Only into typed cells")
    paste(entry, "5\t6\t7\r\n")
    assert [entry.value("Ashby", column) for column in (FUNDS, PROJECTS, TALKS)] == [5, 6, 7]


def test_giving_up_the_question_changes_nothing(entry: Driver) -> None:
    answer("Cancel")
    paste(entry, "5\t6\t7\r\n")
    assert entry.session.undo_label is None


def test_a_block_that_is_too_large_asks_and_is_cut(entry: Driver) -> None:
    entry.go(5, FUNDS)
    asked = answer("Paste what fits")
    paste(entry, "1\r\n2\r\n3\r\n")
    assert "1 rows have no place" in asked[0]
    assert [entry.value("Dune"), entry.value("Elm")] == [1, 2]


def test_a_block_that_is_too_large_is_left_alone_if_given_up(entry: Driver) -> None:
    entry.go(6, TALKS)
    asked = answer("Cancel")
    paste(entry, "1\r\n2\r\n3\r\n")
    assert "2 rows" in asked[0]
    assert entry.session.undo_label is None


def test_our_own_block_needs_no_question_and_leaves_its_subtotals_behind(entry: Driver) -> None:
    entry.go(1, FUNDS)
    entry.press(Key.Key_End, held=Ctrl | Shift)
    copy(entry)
    shown = [entry.texts(column) for column in (FUNDS, PROJECTS, TALKS)]
    entry.session.set_month(AUGUST)
    entry.go(1, FUNDS)
    paste(entry)
    assert [entry.texts(column) for column in (FUNDS, PROJECTS, TALKS)] == shown
    assert "skipped" not in entry.said[-1]


def test_whole_rows_of_our_own_land_in_their_columns(entry: Driver) -> None:
    entry.press(Key.Key_Space, held=Shift)
    copy(entry)
    entry.go(2, FUNDS)
    entry.press(Key.Key_Space, held=Shift)
    paste(entry)
    assert [entry.value("Birch", column) for column in (FUNDS, PROJECTS, TALKS)] == [3, 1, 4]


def test_computed_figures_of_our_own_may_be_pasted_as_figures(entry: Driver) -> None:
    entry.go(1, FUNDS_TO_DATE)
    copy(entry)
    entry.go(2, FUNDS)
    paste(entry)
    assert entry.value("Birch") == 6


def test_pasting_onto_computed_cells_is_refused_in_words(entry: Driver) -> None:
    entry.go(1, RATE)
    paste(entry, "5")
    assert "computed" in entry.said[-1]
    assert entry.session.undo_label is None


def test_cutting_copies_and_clears(entry: Driver) -> None:
    entry.press(Key.Key_X, held=Ctrl)
    assert entry.clipboard() == "3\r\n"
    assert entry.stored("Ashby") is None


def test_an_empty_clipboard_is_said(entry: Driver) -> None:
    paste(entry, "")
    assert entry.said[-1] == "There is nothing to paste."


def test_a_page_without_text_is_read_by_its_table(entry: Driver) -> None:
    mime = QMimeData()
    mime.setHtml("<table><tr><td>4.5</td></tr><tr><td>5.5</td></tr></table>")
    QApplication.clipboard().setMimeData(mime)
    paste(entry)
    assert [entry.value("Ashby"), entry.value("Birch")] == [Decimal("4.5"), Decimal("5.5")]


def test_blank_cells_of_a_block_clear(entry: Driver) -> None:
    paste(entry, "\r\n7\r\n")
    assert [entry.value("Ashby"), entry.value("Birch")] == [None, 7]


@pytest.mark.parametrize("key", [Key.Key_C, Key.Key_V])
def test_in_the_editor_copy_and_paste_are_the_texts_own(entry: Driver, key: Key) -> None:
    entry.type("12")
    entry.press(Key.Key_A, held=Ctrl)
    if key is Key.Key_C:
        entry.press(key, held=Ctrl)
        assert entry.clipboard() == "12"
    else:
        entry.set_clipboard("34")
        entry.press(key, held=Ctrl)
        assert entry.editor.text() == "34"
