from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.store.county import contents
from tests.ui.setup.driver import Alt, Ctrl, Key, SetupPage
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.store import groups, units
from tracker.ui.dialogs.add_units import AddUnitsDialog
from tracker.ui.dialogs.merge_units import MergeUnitsDialog

CODE, NAME, GROUP, CONTACT, FIRST, LAST, MERGED = range(1, 8)


def unit(page: SetupPage, name: str) -> Unit:
    return next(one for one in units.units(page.book) if one.name == name)


def test_alt_5_leads_to_the_units_ready_for_the_keyboard(window, qtbot):
    window.activateWindow()
    action = next(action for action in window.commands._actions.values() if action.shortcut().toString() == "Alt+5")
    action.trigger()
    view = window.pages.front
    assert view.title() == "Units and indicators"
    qtbot.waitUntil(view.units.table.grid.hasFocus)


def test_the_units_are_listed_as_tables_list_them(page):
    table = page.view.units.table
    assert page.texts(table, NAME) == ["Ashby", "Birch", "Cedar", "Dune Park"]
    assert page.texts(table, GROUP) == ["Towns", "Towns", "Towns", "Parks"]
    assert page.texts(table, 0) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("column", "typed", "label", "field", "value"),
    [
        (CODE, "X1", "Change unit Birch: Code Bi → X1", "code", "X1"),
        (NAME, "Beech", "Change unit Birch: Name Birch → Beech", "name", "Beech"),
        (CONTACT, "Li 6217", "Change unit Birch: Contact — → Li 6217", "contact", "Li 6217"),
        (FIRST, "2026.5", "Change unit Birch: First month — → 2026-05", "valid_from", Month(2026, 5)),
        (LAST, "202612", "Change unit Birch: Listed until — → 2026-12", "valid_to", Month(2026, 12)),
    ],
)
def test_a_cell_is_typed_over_and_undone_and_redone(page, column, typed, label, field, value):
    before = contents(page.book)
    page.go(page.view.units.table, 1, column)
    page.type(typed, Key.Key_Return)
    assert getattr(units.units(page.book)[1], field) == value
    page.undo_and_redo(before, label)


def test_another_group_is_typed_and_the_hand_goes_with_the_unit(page):
    before = contents(page.book)
    page.go(page.view.units.table, 1, GROUP)
    page.type("Parks", Key.Key_Return)
    page.undo_and_redo(before, "Change unit Birch: Group Towns → Parks")
    assert page.texts(page.view.units.table, NAME) == ["Ashby", "Cedar", "Birch", "Dune Park"]


@pytest.mark.parametrize(
    ("column", "typed", "reason"),
    [
        (CODE, "As", "As"),
        (GROUP, "Streets", "There is no group “Streets”"),
        (FIRST, "soon", "“soon” is not a month"),
    ],
)
def test_what_cannot_be_stored_stays_red_in_its_cell_with_the_reason(page, column, typed, reason):
    table, before = page.view.units.table, contents(page.book)
    page.go(table, 1, column)
    page.type(typed, Key.Key_Return)
    cell = table.model.any_cell(1, column)
    assert (cell.text, cell.unreadable) == (typed, True)
    assert reason in table.model.tip(1, column)
    assert reason in page.said[-1]
    assert contents(page.book) == before
    page.go(table, 1, column)
    page.press(Key.Key_Delete)
    assert not table.model.any_cell(1, column).unreadable
    assert contents(page.book) == before


def test_while_one_types_the_reason_stands_beside_the_cell(page):
    table = page.view.units.table
    page.go(table, 1, FIRST)
    page.type("2026-13")
    assert "not a month" in table.grid.editing.editor._strip.text()
    page.press(Key.Key_Escape)


def test_a_block_from_a_spreadsheet_is_pasted_in_one_step_and_takes_what_it_can(page):
    table = page.view.units.table
    QApplication.clipboard().setText("A1\tAlder\tTowns\nAs\tBox\tNowhere\nC1\tCedar\tParks")
    page.go(table, 0, CODE)
    before = contents(page.book)
    page.press(Key.Key_V, held=Ctrl)
    assert page.texts(table, NAME) == ["Alder", "Box", "Cedar", "Dune Park"]
    assert "6 cells changed. 1 could not be taken" in page.said[-1]
    assert [one.code for one in units.units(page.book)] == ["A1", "As", "C1", "Du"]
    page.undo_and_redo(before, "Change 6 cells of the units")


def test_what_is_copied_here_can_be_pasted_in_a_spreadsheet(page):
    page.go(page.view.units.table, 0, CODE)
    page.press(Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    page.press(Key.Key_C, held=Ctrl)
    assert QApplication.clipboard().text() == "As\tAshby\r\n"


@pytest.mark.parametrize(("row", "key", "order"), [(1, Key.Key_Up, "BACD"), (1, Key.Key_Down, "ACBD")])
def test_alt_and_an_arrow_move_a_unit_and_the_hand_goes_along(page, row, key, order):
    table, before = page.view.units.table, contents(page.book)
    page.go(table, row, NAME)
    page.press(key, held=Alt)
    assert "".join(name[0] for name in page.texts(table, NAME)) == order
    assert table.model.any_cell(table.grid.selection.at.row, NAME).text == "Birch"
    page.undo_and_redo(before, "Move unit Birch")


def test_a_unit_stays_within_its_group(page):
    page.go(page.view.units.table, 2, NAME)
    page.press(Key.Key_Down, held=Alt)
    assert "end of its group" in page.said[-1]
    assert page.book.undo_label is None


def test_a_unit_with_figures_is_not_removed_and_the_way_out_leads_to_its_last_month(page, answer):
    table = page.view.units.table

    def look(dialog):
        assert "it has figures" in dialog.sentence.text()
        next(button for button in dialog.buttons.buttons() if button.text() == "Give it a last month").click()

    page.go(table, 1, NAME)
    seen = answer(look)
    page.view.units.remove()
    assert len(seen) == 1
    assert table.grid.selection.at == (1, LAST)
    page.come_back()
    page.type("2026-09", Key.Key_Return)
    assert unit(page, "Birch").valid_to == Month(2026, 9)


def test_the_merger_shows_its_effect_and_is_one_change(page, answer):
    table, before = page.view.units.table, contents(page.book)

    def look(dialog: MergeUnitsDialog) -> None:
        assert not dialog.ok.isEnabled()
        QTest.keyClicks(dialog.into, "Ash")
        dialog.last.selectAll()
        QTest.keyClicks(dialog.last, "2026-13")
        assert "not a month" in dialog.mistake.text()
        dialog.last.selectAll()
        QTest.keyClicks(dialog.last, "2026-08")
        assert "From 2026-09 on Birch is not listed" in dialog.sentence.text()
        heir = dialog.heir.topLevelItem(0)
        assert [heir.text(at) for at in range(4)] == ["Funds 亿元", "12.00 → 24.00", "10.00 → 18.00", "—"]
        assert dialog.ranks.topLevelItemCount() > 0
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    page.go(table, 1, NAME)
    seen = answer(look)
    page.view.units.merge()
    assert len(seen) == 1
    birch = unit(page, "Birch")
    assert (birch.valid_to, birch.merged_into) == (Month(2026, 8), unit(page, "Ashby").id)
    assert page.texts(table, MERGED)[1] == "Ashby"
    page.undo_and_redo(before, "Merge Birch into Ashby after 2026-08")


def test_a_merger_can_be_taken_back(page, answer):
    with page.book.change("merge"):
        units.update_unit(page.book, unit(page, "Birch").id, valid_to=Month(2026, 8), merged_into=unit(page, "Ashby").id)

    def look(dialog: MergeUnitsDialog) -> None:
        dialog.into.setCurrentIndex(0)
        assert "merged into nobody" in dialog.sentence.text()
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    before = contents(page.book)
    page.go(page.view.units.table, 1, NAME)
    answer(look)
    page.view.units.merge()
    assert unit(page, "Birch").merged_into is None
    page.undo_and_redo(before, "Take back the merger of Birch")


def test_where_a_unit_is_merged_into_is_not_typed(page):
    page.go(page.view.units.table, 1, MERGED)
    page.type("A")
    assert "Merge into…" in page.said[-1]


def test_a_right_click_offers_the_clipboard(page, answer, qtbot):
    offered: list[str] = []

    def look(menu):
        offered.extend(action.text() for action in menu.actions() if not action.isSeparator())
        menu.close()

    answer(look)
    page.go(page.view.units.table, 1, NAME)
    page.press(Key.Key_F10, held=Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(offered))
    assert offered == ["Cut", "Copy", "Paste", "Clear", "Select all"]


def test_units_are_added_from_a_pasted_list_in_one_change(page, answer):
    before = contents(page.book)

    def look(dialog: AddUnitsDialog) -> None:
        QTest.mouseClick(dialog.picker.sources._buttons.button(1), Qt.MouseButton.LeftButton)
        dialog.picker.text.setPlainText("E1\tElm\tTowns\nE2\tAshby\tTowns\nE3\tEast Park\tNew parks")
        assert "“Ashby” is there already." in dialog.picker.problems.text()
        assert dialog.ok.text() == "Add 2 units"
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    seen = answer(look)
    page.view.units.add()
    assert len(seen) == 1
    assert page.texts(page.view.units.table, NAME) == ["Ashby", "Birch", "Cedar", "Elm", "Dune Park", "East Park"]
    page.undo_and_redo(before, "Add 2 units: Elm …")


def test_groups_are_added_renamed_moved_and_removed(page, answer):
    panel, book = page.view.units.groups, page.book
    before = contents(book)
    panel.field.setFocus()
    page.type("Streets", Key.Key_Return)
    assert [group.name for group in groups.groups(book)] == ["Towns", "Parks", "Streets"]
    page.window.pages.setFocus()
    page.undo_and_redo(before, "Add group Streets")
    panel.list.setFocus()
    panel.list.setCurrentRow(2)
    page.press(Key.Key_Up, held=Alt)
    assert [group.name for group in groups.groups(book)] == ["Towns", "Streets", "Parks"]
    panel.list.editItem(panel.list.item(1))
    page.type("Roads", Key.Key_Return)
    assert book.undo_label == "Rename group Streets → Roads"
    panel.list.setFocus()
    page.press(Key.Key_Delete)
    assert [group.name for group in groups.groups(book)] == ["Towns", "Parks"]
    panel.list.setCurrentRow(0)
    seen = answer(lambda dialog: dialog.accept())
    panel.list.setFocus()
    page.press(Key.Key_Delete)
    assert "Move its units to another group first" in seen[0].sentence.text()


def test_a_group_cannot_be_renamed_to_one_that_is_there(page, answer):
    panel = page.view.units.groups
    panel.list.setFocus()
    panel.list.setCurrentRow(1)
    seen = answer(lambda dialog: dialog.accept())
    panel.list.editItem(panel.list.item(1))
    page.type("Towns", Key.Key_Return)
    assert len(seen) == 1
    assert [panel.list.item(at).text() for at in range(2)] == ["Towns", "Parks"]
