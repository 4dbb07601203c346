from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.entry.driver import FUNDS, PROJECTS, TALKS, Alt, Ctrl, Driver, Key, Shift
from tests.ui.entry.small_book import SEPTEMBER
from tracker.store.months import MonthState, set_state
from tracker.ui.dialogs.paste_special import PasteSpecialDialog

Answer = Callable[[Callable[[QWidget], None]], list[QWidget]]


def choose(answer: Answer, letters: str) -> list[QWidget]:
    """Let the next dialog be answered with these letters, as hands know them from Excel, then Enter."""

    def how(dialog: QWidget) -> None:
        assert isinstance(dialog, PasteSpecialDialog)
        for letter in letters:
            QTest.keyClick(dialog.focusWidget(), letter)
        QTest.keyClick(dialog, Key.Key_Return)

    return answer(how)


def paste_special(entry: Driver, answer: Answer, letters: str) -> None:
    seen = choose(answer, letters)
    entry.press(Key.Key_V, held=Ctrl | Alt)
    assert seen
    entry.view.activateWindow()  # no window manager does it here
    entry.qtbot.waitUntil(entry.grid.hasFocus)


def test_a_calculation_is_copied_with_its_figure_and_values_leave_it_behind(in_window: Driver) -> None:
    entry = in_window
    entry.type("=1+2.5", Key.Key_Return)
    entry.press(Key.Key_Up)
    entry.press(Key.Key_C, held=Ctrl)
    entry.press(Key.Key_Down)
    entry.press(Key.Key_V, held=Ctrl)
    entry.press(Key.Key_Down)
    entry.press(Key.Key_V, held=Ctrl | Shift)
    birch, cedar = entry.stored("Birch"), entry.stored("Cedar")
    assert birch is not None
    assert cedar is not None
    assert (birch.value, birch.typed) == (Decimal("3.5"), "=1+2.5")
    assert (cedar.value, cedar.typed) == (Decimal("3.5"), "3.5")


def test_what_is_added_is_added_exactly_in_one_step(in_window: Driver, answer: Answer) -> None:
    entry = in_window
    entry.set_clipboard("0.1\r\n\r\n0.2\r\n")
    paste_special(entry, answer, "D")
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [Decimal("3.1"), None, Decimal("1.7")]
    assert entry.session.undo_label == "Paste 2 figures, 2026-09"
    entry.press(Key.Key_Z, held=Ctrl)
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [Decimal(3), None, Decimal("1.5")]


def test_what_cannot_be_added_is_told_and_leaves_the_figure(in_window: Driver, answer: Answer) -> None:
    entry = in_window
    entry.set_clipboard("about 1\r\n1\r\n")
    paste_special(entry, answer, "D")
    assert [entry.value(unit) for unit in ("Ashby", "Birch")] == [3, 1]
    assert entry.said[-1] == "1 cells changed. 1 could not be read and were not added."


def test_nothing_that_can_be_added_changes_nothing(in_window: Driver, answer: Answer) -> None:
    entry = in_window
    entry.set_clipboard("about 1\r\n")
    paste_special(entry, answer, "D")
    assert entry.session.undo_label is None
    assert entry.said[-1] == "0 cells changed. 1 could not be read and were not added."


def test_blanks_are_skipped_where_that_is_chosen(in_window: Driver, answer: Answer) -> None:
    entry = in_window
    entry.set_clipboard("8\r\n9\r\n\r\n")
    paste_special(entry, answer, "B")
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [8, 9, Decimal("1.5")]


def test_a_block_from_elsewhere_is_turned_and_asks_as_any_other(in_window: Driver, answer: Answer) -> None:
    entry = in_window
    entry.set_clipboard("1\t2\t3\r\n")
    paste_special(entry, answer, "E")
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [1, 2, 3]


def test_our_own_block_is_turned_from_units_to_columns_one_types_in(in_window: Driver, answer: Answer) -> None:
    entry = in_window
    entry.press(*[Key.Key_Right] * 6, held=Shift)
    entry.press(Key.Key_C, held=Ctrl)
    entry.press(Key.Key_Down)
    paste_special(entry, answer, "E")
    assert [entry.value(unit) for unit in ("Birch", "Cedar", "Dune")] == [3, 1, 4]


def test_ways_are_combined(in_window: Driver, answer: Answer) -> None:
    entry = in_window
    entry.set_clipboard("1\t\t=1+1\r\n")
    paste_special(entry, answer, "VDBE")
    assert [entry.value(unit) for unit in ("Ashby", "Birch", "Cedar")] == [4, None, Decimal("3.5")]


def test_giving_up_changes_nothing(in_window: Driver, answer: Answer) -> None:
    entry = in_window
    entry.set_clipboard("1\r\n")
    seen = answer(lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    entry.press(Key.Key_V, held=Ctrl | Alt)
    assert seen
    assert entry.session.undo_label is None


def test_a_published_month_refuses_before_it_asks(in_window: Driver) -> None:
    book = in_window.session.book
    assert book is not None
    with book.change("publish"):
        set_state(book, SEPTEMBER, MonthState.PUBLISHED)
    in_window.set_clipboard("1\r\n")
    in_window.view.clipboard.paste_special()
    assert "published" in in_window.said[-1]


@pytest.mark.parametrize(("key", "columns"), [(Key.Key_D, [FUNDS]), (Key.Key_R, [PROJECTS, TALKS])])
def test_filling_is_a_command_of_the_window_too(in_window: Driver, key: Key, columns: list[int]) -> None:
    entry = in_window
    step = Key.Key_Down if key == Key.Key_D else Key.Key_Right
    entry.press(*[step] * 6, held=Shift)
    entry.press(key, held=Ctrl)
    assert [entry.value("Birch" if key == Key.Key_D else "Ashby", column) for column in columns] == [3] * len(columns)


def test_while_a_cell_is_edited_the_ways_to_paste_are_the_texts_own(in_window: Driver) -> None:
    entry = in_window
    entry.set_clipboard("77")
    entry.type("1")
    entry.press(Key.Key_V, held=Ctrl | Shift)
    entry.press(Key.Key_V, held=Ctrl | Alt)
    entry.press(Key.Key_D, held=Ctrl)
    assert entry.editor.text() == "17777"
    entry.press(Key.Key_Escape)
    assert entry.session.undo_label is None


def test_every_choice_of_the_dialog_has_a_letter_of_its_own(qtbot) -> None:  # type: ignore[no-untyped-def]
    dialog = PasteSpecialDialog(None)
    qtbot.addWidget(dialog)
    letters = [button.text().partition("&")[2][:1] for button in dialog.findChildren(QAbstractButton) if "&" in button.text()]
    assert len(set(letters)) == len(letters) == 6
    QApplication.processEvents()
