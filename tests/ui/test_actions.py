from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from tracker.ui.actions import Actions, Command, MenuEntry
from tracker.ui.commands import menus
from tracker.ui.icons import has_icon


def items(menu):
    """The names of a menu's commands and of the menus within it, from top to bottom."""
    return [action.objectName() or action.text() for action in menu.actions() if not action.isSeparator()]


def test_no_two_commands_share_a_shortcut(window):
    keys = Counter(QKeySequence(key).toString() for command in window.commands.commands for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_shortcut_is_a_real_one(window):
    for command in window.commands.commands:
        for key in command.keys:
            assert QKeySequence(key).count() == 1, key
            assert QKeySequence(key)[0].key() != Qt.Key.Key_unknown, key


def test_every_command_has_words_and_stands_in_a_menu(window):
    shown = {menu.objectName() for menu in window.menuBar().findChildren(QMenu)}
    for command in window.commands.commands:
        assert command.text.strip()
        assert command.menu in shown, command.name
        menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.objectName() == command.menu)
        assert window.commands.action(command.name) in menu.actions()


def test_every_menu_can_be_opened_by_a_key_of_its_own(window):
    letters = [action.text().partition("&")[2][:1].upper() for action in window.menuBar().actions()]
    assert all(letters)
    assert len(set(letters)) == len(letters)


def test_icons_that_are_named_exist(window):
    assert [command.icon for command in window.commands.commands if command.icon and not has_icon(command.icon)] == []


def test_no_menu_is_empty(window):
    for entry in menus(window):
        menu = window.menuBar().findChild(QMenu, entry.name)
        menu.aboutToShow.emit()
        assert items(menu), entry.name


def test_a_command_that_makes_no_sense_is_disabled_and_its_key_does_nothing(qtbot, program):
    window = program.window
    for name in ("undo", "redo", "save", "close_book", "month_before", "print", "find"):
        assert not window.commands.action(name).isEnabled(), name
    qtbot.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)


def test_the_tooltip_tells_the_key(window):
    assert window.commands.action("find").toolTip() == "Find a unit, an indicator  Ctrl+G"
    assert window.commands.action("open_log").toolTip() == "Open the log's folder"


def test_a_label_replaces_the_text_and_a_books_ampersand_is_no_mnemonic(qtbot):
    holder, label = QLineEdit(), ["R&D town"]
    qtbot.addWidget(holder)
    actions = Actions(
        holder, [Command("undo", "Undo", label.clear, "edit", ("Ctrl+Z",), label=lambda: label[0] if label else "Undo")]
    )
    assert actions.action("undo").text() == "R&&D town"
    assert actions.action("undo").toolTip() == "R&D town  Ctrl+Z"
    actions.action("undo").trigger()
    qtbot.waitUntil(lambda: actions.action("undo").text() == "Undo")


def test_choices_of_one_menu_exclude_each_other(window):
    compact, normal = (window.commands.action(name) for name in ("rows_compact", "rows_normal"))
    compact.trigger()
    assert compact.isChecked()
    normal.trigger()
    assert normal.isChecked()
    assert not compact.isChecked()


def test_a_menu_that_is_filled_is_filled_anew_each_time(qtbot):
    holder, times = QLineEdit(), []
    qtbot.addWidget(holder)
    menu = QMenu(holder)

    def fill(into):
        times.append(1)
        into.addAction(str(len(times)))

    Actions(holder, []).fill(menu, [MenuEntry("recent", "Recent", filled=fill)])
    inner = menu.findChild(QMenu, "recent")
    inner.aboutToShow.emit()
    inner.aboutToShow.emit()
    assert [action.text() for action in inner.actions()] == ["2"]


def test_a_button_does_what_its_command_does(qtbot):
    holder, done = QLineEdit(), []
    qtbot.addWidget(holder)
    actions = Actions(holder, [Command("go", "Go there", lambda: done.append(1), "view", icon="table")])
    button = actions.button("go", words=False)
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert button.accessibleName() == "Go there"


@pytest.mark.parametrize("key", ["undo", "cut", "copy", "paste", "clear", "select_all"])
def test_editing_commands_go_to_the_text_that_is_being_typed(key, window, qtbot):
    box = window.top_bar.find_box
    box.setFocus()
    qtbot.keyClicks(box, "abc")
    box.selectAll()
    QApplication.clipboard().setText("xyz")
    window.commands.refresh()
    window.commands.action(key).trigger()
    expected = {"undo": "", "cut": "", "clear": "", "paste": "xyz"}.get(key, "abc")
    assert box.text() == expected
    assert QApplication.clipboard().text() == ("abc" if key in ("cut", "copy") else "xyz")
    assert window.session.undo_label is None
    box.clear()


def test_typing_is_undone_in_the_field_and_not_in_the_book(window, qtbot):
    from decimal import Decimal

    from tracker.domain.figure import Figure
    from tracker.store import figures

    book = window.session.book
    with book.change("Ashby Funds"):
        figures.set_figure(book, Figure(1, 1, window.session.month, Decimal(3)))
    window.commands.refresh()
    box = window.top_bar.find_box
    box.setFocus()
    qtbot.keyClicks(box, "abc")
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Z):
        qtbot.keyClick(box, key, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == ""
    assert window.session.undo_label == "Ashby Funds"


def test_every_button_of_the_window_has_a_name_for_screen_readers(window):
    for button in window.findChildren(QToolButton):
        if button.isVisibleTo(window):
            assert button.accessibleName() or button.text(), button.objectName()
