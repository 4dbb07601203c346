from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store import figures
from tracker.ui import theme

SEPTEMBER, AUGUST = Month(2026, 9), Month(2026, 8)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def type_figure(window, value, *, unit=1, indicator=1):
    with window.session.book.change("Ashby Funds"):
        figures.set_figure(window.session.book, Figure(unit, indicator, window.session.month, value))


def press(qtbot, text):
    """Type into whatever has the focus: the first key opens the cell's editor, which then has it."""
    for character in text:
        qtbot.keyClicks(QApplication.focusWidget(), character)


def test_without_a_book_the_start_page_shows_and_nothing_else(program):
    window = program.window
    assert window.start.isVisible()
    assert not window.top_bar.isVisible()
    assert not window.navigation.isVisible()
    assert window.windowTitle() == "County tracker"
    assert window.focusWidget() is window.start.buttons["open_sample"]


def test_an_open_book_shows_its_entry_page_ready_for_the_keyboard(window):
    assert window.pages.front.name == "entry"
    assert window.windowTitle() == "Small county — The office"
    assert window.pages.isAncestorOf(window.focusWidget())
    assert window.top_bar.switch.month.text() == "2026-09"
    assert window.navigation.button("entry").isChecked()


def test_the_top_bar_counts_who_has_reported_and_what_to_look_at_again(window, qtbot):
    assert window.top_bar.reported.count == (3, 4)
    assert window.top_bar.hints.text() == "3 hints"  # an unreadable cell, two blanks
    type_figure(window, Decimal(5), unit=4)
    type_figure(window, Decimal(3), unit=1, indicator=2)
    qtbot.waitUntil(lambda: window.top_bar.reported.count == (4, 4))
    assert window.top_bar.hints.text() == "3 hints"  # three blanks
    for unit in (2, 3, 4):
        type_figure(window, Decimal(unit), unit=unit, indicator=2)
    qtbot.waitUntil(lambda: not window.top_bar.hints.isVisible())
    assert window.top_bar.reported.accessibleName() == "Reported: 4 of 4 units"


def test_the_months_are_turned_by_key_and_by_button(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_PageUp, CTRL)
    assert window.session.month == AUGUST
    assert window.top_bar.switch.month.text() == "2026-08"
    assert window.top_bar.reported.count == (4, 4)
    qtbot.mouseClick(window.top_bar.switch.after, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CTRL)
    assert window.session.month == Month(2026, 10)


def test_the_pages_are_turned_by_key_and_by_button_and_remembered(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    assert window.pages.front.name == "ranking"
    assert window.navigation.button("ranking").isChecked()
    assert window.session.settings.page == "ranking"
    qtbot.mouseClick(window.navigation.button("entry"), Qt.MouseButton.LeftButton)
    assert window.pages.front.name == "entry"


def test_undo_says_what_it_will_undo_and_what_it_has_undone(window, qtbot):
    undo = window.top_bar.undo
    assert not undo.isEnabled()
    type_figure(window, Decimal(3))
    qtbot.waitUntil(undo.isEnabled)
    assert undo.toolTip() == "Undo Ashby Funds  Ctrl+Z"
    assert undo.text() == "Undo"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert window.session.live.table(1).row(1).month_value == 9
    assert window.status_bar.text == "Undone: Ashby Funds"
    qtbot.waitUntil(window.top_bar.redo.isEnabled)
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert window.session.live.table(1).row(1).month_value == 3
    assert window.status_bar.text == "Redone: Ashby Funds"


def test_saving_says_that_everything_is_saved(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert "saved as you make it" in window.status_bar.text
    assert window.status_bar.saved.text().startswith("Saved ")


def test_find_goes_to_a_unit_and_gives_the_keyboard_back(window, qtbot):
    box = window.top_bar.find_box
    qtbot.keyClick(window, Qt.Key.Key_G, CTRL)
    assert box.hasFocus()
    qtbot.keyClicks(box, "edar")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert window.pages.isAncestorOf(window.focusWidget())


def test_the_banner_is_away_while_the_book_can_be_written(window):
    assert not window.banner.isVisible()


def test_a_read_only_book_says_why_and_can_be_tried_again(program, book_path, qtbot):
    window = program.window
    program.session.open(book_path, read_only=True)
    assert window.banner.isVisible()
    assert window.banner.text.startswith("Open for reading only: ")
    assert window.status_bar.saved.text() == "Read-only"
    for name in ("load_folder", "undo"):
        assert not window.commands.action(name).isEnabled(), name
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert "reading only" in window.status_bar.text
    qtbot.mouseClick(window.banner.retry, Qt.MouseButton.LeftButton)
    assert program.session.writable
    assert not window.banner.isVisible()


def test_a_narrow_window_keeps_words_and_shows_find_only_while_it_is_used(window, qtbot):
    wide = window.navigation.width()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.navigation.width() < wide)
    assert not window.top_bar.find_box.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_G, CTRL)
    assert window.top_bar.find_box.isVisible()
    qtbot.keyClick(window.top_bar.find_box, Qt.Key.Key_Escape)
    assert not window.top_bar.find_box.isVisible()


def test_rows_are_compact_in_a_low_window_unless_chosen_otherwise(window, qtbot):
    heights = []
    window.pages.front.set_density = heights.append
    window.resize(1366, 700)
    qtbot.waitUntil(lambda: heights == [True])
    window.commands.action("rows_normal").trigger()
    window.commands.action("rows_compact").trigger()
    assert heights == [True, False, True]


def test_the_scheme_is_chosen_remembered_and_repaints_everything(window):
    window.commands.action("scheme_dark").trigger()
    assert theme.colors() is theme.DARK
    dark = window.grab().toImage().pixelColor(5, window.height() // 2)
    window.commands.action("scheme_light").trigger()
    assert theme.colors() is theme.LIGHT
    assert dark.lightness() < 60 < window.grab().toImage().pixelColor(5, window.height() // 2).lightness()
    assert window.session.settings.scheme == theme.Scheme.LIGHT
    window.commands.action("scheme_system").trigger()


def test_another_language_is_spoken_at_once_on_the_same_book(program, window, qtbot):
    program.look.choose_language("zh_CN")
    qtbot.waitUntil(lambda: program.window is not window)
    assert program.window.isVisible()
    assert not isValid(window)
    assert program.session.month == SEPTEMBER
    assert program.settings.language == "zh_CN"
    assert program.window.commands.action("speak_zh_CN").isChecked()
    program.look.choose_language("en")
    qtbot.waitUntil(lambda: program.window.top_bar.switch.month.text() == "2026-09")


def test_zoom_makes_everything_larger_and_is_remembered(program, window, qtbot):
    height = window.top_bar.height()
    qtbot.keyClick(window, Qt.Key.Key_Equal, CTRL)
    qtbot.waitUntil(lambda: program.window is not window)
    assert program.settings.zoom == 110
    assert program.window.top_bar.height() > height
    assert program.window.status_bar.zoom.text() == "110%"
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_0, CTRL)
    qtbot.waitUntil(lambda: program.window.top_bar.height() == height)


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(QPoint(200, 200)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    return event


def test_a_book_dropped_on_the_window_opens(program, book_path, qtbot):
    with qtbot.waitSignal(program.session.book_changed):
        drop(program.window, book_path)
    assert program.session.book.path == book_path


def test_anything_else_dropped_is_told_what_could_be(program, tmp_path, qtbot, answer):
    other = tmp_path / "letter.docx"
    other.touch()
    seen = answer(lambda dialog: dialog.accept())
    drop(program.window, other)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].sentence.text() == "letter.docx cannot be opened here."


def test_several_files_at_once_are_told_what_can_be_dropped(program, book_path, qtbot, answer):
    seen = answer(lambda dialog: dialog.accept())
    assert drop(program.window, book_path, Path("/other")).isAccepted()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].sentence.text() == "2 files cannot be taken at once."
    assert "one book" in seen[0].note.text()
    assert program.session.book is None


def test_closing_the_book_shows_the_start_page_with_it_among_the_recent(window, book_path, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    assert window.start.isVisible()
    assert [button.toolTip() for button in window.start.books] == [str(book_path)]
    assert window.session.settings.last_book is None
    qtbot.mouseClick(window.start.books[0], Qt.MouseButton.LeftButton)
    assert window.session.book.path == book_path
    assert window.top_bar.isVisible()


def test_the_window_comes_back_as_large_as_it_was(program, window):
    window.resize(780, 640)
    window.close()
    from tracker.ui.main_window import MainWindow

    again = MainWindow(program.session, program.look)
    assert (again.width(), again.height()) == (780, 640)
    again.deleteLater()


def test_what_is_being_typed_goes_into_the_month_it_was_typed_for(window, qtbot):
    page = window.pages.front
    assert page.jump_to(2, 1)
    press(qtbot, "44")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CTRL)
    book = window.session.book
    qtbot.waitUntil(lambda: window.session.month == AUGUST)
    assert figures.figure(book, 2, 1, SEPTEMBER).value == 44
    assert figures.figure(book, 2, 1, AUGUST).value == 2


def test_a_typed_figure_moves_the_ranks_and_undo_moves_them_back(window, qtbot):
    ranks = lambda: {row.unit.name: row.rank for row in window.session.live.table(1).rows}  # noqa: E731
    before = ranks()
    assert window.pages.front.jump_to(3, 1)
    press(qtbot, "900")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert ranks()["Cedar"] == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert ranks() == before


@pytest.mark.parametrize("page", ["entry", "ranking"])
def test_every_page_draws_itself_in_both_schemes(window, page):
    window.turn_to(page)
    for name in ("scheme_dark", "scheme_light", "scheme_system"):
        window.commands.action(name).trigger()
        assert not window.grab().isNull()
