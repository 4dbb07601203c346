"""Everything that can be reached has a name for those who hear the screen, and can be reached by the keyboard."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QSpinBox,
    QWidget,
)

from tests.ui import scenes
from tracker.domain.period import Month
from tracker.store.book import Book
from tracker.store.corrections import correct
from tracker.store.publications import publish
from tracker.ui.pages import PAGES

SEPTEMBER, TODAY = Month(2026, 9), datetime.date(2026, 10, 2)
REACHED = (QAbstractButton, QLineEdit, QComboBox, QSpinBox, QAbstractItemView)
SCHEMES = ("scheme_light", "scheme_dark")


def reached(root):
    """The visible widgets in the tree that one can act on or that take the focus."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and (isinstance(widget, REACHED) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus):
            yield widget


def name_of(widget):
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def described(widget):
    parents, at = [], widget
    while at is not None:
        parents.append(f"{type(at).__name__} {at.objectName()}".strip())
        at = at.parentWidget()
    return " < ".join(parents[:4])


def nameless(root):
    """Those without a name; the parts of which Qt builds a widget (a table's header, a combo's list) are the widget's own."""
    return [described(widget) for widget in reached(root) if not is_inner(widget) and not name_of(widget)]


def is_inner(widget):
    parent = widget.parentWidget()
    if isinstance(widget, QHeaderView) or is_corner(widget):
        return True
    return isinstance(parent, QComboBox | QSpinBox) or widget.objectName().startswith("qt_")


def is_corner(widget):
    """A grid's corner, where its headers meet; Ctrl+A does what it does."""
    return isinstance(widget, QAbstractButton) and isinstance(widget.parentWidget(), QAbstractItemView)


@pytest.fixture
def published(book_path):
    """The small county with a published September that was corrected once, closed."""
    with Book.open(book_path) as book:
        with book.change("publish"):
            publish(book, SEPTEMBER, today=TODAY)
        with book.change("correct"):
            correct(book, SEPTEMBER, [(1, 1, None)], "mistake")
    return book_path


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_widget_of_every_page_has_a_name(window, scheme):
    window.commands.action(scheme).trigger()
    found = {}
    for name, show in scenes.PAGES.items():
        show(window)
        QApplication.processEvents()
        found[name] = nameless(window)
    assert {name: those for name, those in found.items() if those} == {}
    window.commands.action("scheme_system").trigger()


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_widget_of_a_published_month_and_of_an_empty_one_has_a_name(program, published, page):
    program.session.open(published)
    window = program.window
    window.turn_to(page)
    QApplication.processEvents()
    assert nameless(window) == []
    window.way.show_month(Month(2030, 1))
    QApplication.processEvents()
    assert nameless(window) == []


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_widget_of_a_new_book_has_a_name(program, tmp_path, page):
    program.session.new(tmp_path / "new.tracker", title="New")
    program.window.turn_to(page)
    QApplication.processEvents()
    assert nameless(program.window) == []


def test_every_widget_of_the_start_page_has_a_name(program):
    assert nameless(program.window) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_widget_of_every_dialog_has_a_name(program, published, scheme):
    program.session.open(published)
    program.window.commands.action(scheme).trigger()
    found = {}
    for name, make in scenes.DIALOGS.items():
        dialog = make(program.window)
        dialog.show()
        QApplication.processEvents()
        found[name] = nameless(dialog) if dialog.windowTitle() else ["the dialog has no title"]
        dialog.close()
        dialog.deleteLater()
    assert {name: those for name, those in found.items() if those} == {}
    program.window.commands.action("scheme_system").trigger()


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_button_of_a_page_can_have_the_focus(window, page):
    window.turn_to(page)
    QApplication.processEvents()
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisibleTo(window)]
    assert [described(button) for button in buttons if not can_have_focus(button)] == []


def can_have_focus(button):
    """Of buttons that exclude each other Tab goes to the one that is down, and the arrows go on from there."""
    together = button.group().buttons() if button.group() is not None else [button]
    return is_corner(button) or any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in together)


def test_every_command_has_a_key_or_a_menu_that_a_key_opens(window):
    menus = {menu.objectName(): menu for menu in window.menuBar().findChildren(QMenu)}
    by_key = {action.objectName() for action in window.menuBar().actions() if "&" in action.text()}

    def opened_by_a_key(name):
        menu = menus[name]
        outer = next((each.objectName() for each in menus.values() if menu.menuAction() in each.actions()), "")
        return name in by_key or (outer != "" and opened_by_a_key(outer))

    assert [each.name for each in window.commands.commands if not each.keys and not opened_by_a_key(each.menu)] == []


def test_tab_goes_round_the_window_and_comes_back(window, qtbot):
    window.turn_to("home")
    first, seen = QApplication.focusWidget(), []
    for _ in range(200):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is first:
            break
        seen.append(now)
    assert now is first
    assert window.top_bar.reported in seen
    assert window.top_bar.state in seen
    assert window.pages.front.parts.recent.table in seen


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_tab_reaches_every_control_of_a_page_from_where_it_begins(window, qtbot, page):
    """Forwards and back; in a grid Tab goes from cell to cell, and F6 leaves it."""
    front = window.turn_to(page)
    QApplication.processEvents()
    wanted = [widget for widget in reached(front) if can_be_tabbed_to(widget)]
    for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        front.setFocus()
        found = walked(qtbot, held)
        assert [described(widget) + name_of(widget) for widget in wanted if widget not in found] == []


def can_be_tabbed_to(widget):
    """An enabled control of the page itself; of buttons that exclude each other only the one that is down."""
    if not widget.isEnabled() or is_inner(widget) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive():
        return widget.isChecked()
    return widget.focusProxy() is None


def walked(qtbot, held):
    """What has the focus one after the other, until it comes round."""
    seen = [QApplication.focusWidget()]
    for _ in range(200):
        at = QApplication.focusWidget()
        qtbot.keyClick(at, Qt.Key.Key_Tab, held)
        if QApplication.focusWidget() is at:  # a grid, where Tab goes to the next cell
            qtbot.keyClick(at, Qt.Key.Key_F6, held)
        seen.append(QApplication.focusWidget())
        if seen[-1] is seen[0]:
            break
    return seen


def test_who_gives_up_finding_is_back_where_the_page_begins(window):
    page = window.turn_to("hints")
    window.top_bar.find_box.setFocus()
    window.pages.setFocus()
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.list
