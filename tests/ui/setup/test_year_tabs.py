from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.store.county import contents
from tests.ui.setup.driver import Ctrl, Key, SetupPage
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.target import PlanShare, TargetSet
from tracker.store import indicators, plans, schemes, targets
from tracker.store.book import Book
from tracker.ui.dialogs.new_year import NewYearDialog
from tracker.ui.views.setup_year import PlanTab, TargetsTab

FUNDS, PROJECTS = 1, 2
COUNTY, TOWNS, ASHBY, BIRCH, CEDAR, PARKS, DUNE = range(7)


@pytest.fixture
def tab(page: SetupPage) -> TargetsTab:
    QTest.mouseClick(page.view.segments._buttons.button(2), Qt.MouseButton.LeftButton)
    assert page.view.front is page.view.targets
    return page.view.targets


@pytest.fixture
def plan_tab(page: SetupPage) -> PlanTab:
    QTest.mouseClick(page.view.segments._buttons.button(3), Qt.MouseButton.LeftButton)
    return page.view.plan


def of_2026(page: SetupPage, set_: TargetSet = TargetSet.ASSIGNED) -> dict[tuple[object, object], Decimal]:
    return {(one.unit, one.indicator): one.value for one in targets.targets(page.book, 2026) if one.set is set_}


def total(tab: TargetsTab, column: int) -> str:
    return tab.table.total.source.any_cell(0, column).text


def test_targets_stand_under_groups_with_their_sums_and_the_countys_own_on_top(page, tab):
    assert page.texts(tab.table, 0) == ["The county's own", "Towns", "Ashby", "Birch", "Cedar", "Parks", "Dune Park"]
    assert page.texts(tab.table, FUNDS) == ["", "36.00", "12.00", "12.00", "12.00", "12.00", "12.00"]
    assert (total(tab, FUNDS), total(tab, PROJECTS)) == ("48.00", "48")


def test_a_target_is_typed_and_undone_and_redone(page, tab):
    before = contents(page.book)
    page.go(tab.table, ASHBY, FUNDS)
    page.type("=10+0.5", Key.Key_Return)
    assert of_2026(page)[1, 1] == Decimal("10.5")
    assert (page.texts(tab.table, FUNDS)[TOWNS], total(tab, FUNDS)) == ("34.50", "46.50")
    page.undo_and_redo(before, "Change target 2026 of Ashby, Funds: 12 → 10.5")


def test_the_county_has_a_target_of_its_own_that_no_sum_counts(page, tab):
    page.go(tab.table, COUNTY, FUNDS)
    page.type("40", Key.Key_Return)
    assert of_2026(page)[None, 1] == 40
    assert total(tab, FUNDS) == "48.00"


def test_blank_is_no_target_and_zero_is_one(page, tab):
    page.go(tab.table, ASHBY, FUNDS)
    page.type("0", Key.Key_Return)
    page.go(tab.table, BIRCH, FUNDS)
    page.press(Key.Key_Delete)
    assert page.texts(tab.table, FUNDS)[ASHBY : CEDAR + 1] == ["0.00", "", "12.00"]
    assert of_2026(page)[1, 1] == 0
    assert (2, 1) not in of_2026(page)


def test_what_is_no_figure_stays_red_and_is_not_stored(page, tab):
    before = contents(page.book)
    page.go(tab.table, ASHBY, FUNDS)
    page.type("about 3", Key.Key_Return)
    cell = tab.model.any_cell(ASHBY, FUNDS)
    assert (cell.text, cell.unreadable) == ("about 3", True)
    assert page.said[-1] == tab.model.tip(ASHBY, FUNDS) != ""
    assert contents(page.book) == before
    assert "about 3" in tab.model.data(tab.model.index(ASHBY, FUNDS), Qt.ItemDataRole.AccessibleTextRole)


def test_a_block_is_pasted_over_units_and_passes_over_subtotals(page, tab):
    before = contents(page.book)
    QApplication.clipboard().setText("1\t2\n3\t4\n5\tx\n7\t8")
    page.go(tab.table, ASHBY, FUNDS)
    page.press(Key.Key_V, held=Ctrl)
    assert [of_2026(page)[unit, 1] for unit in (1, 2, 3, 4)] == [1, 3, 5, 7]
    assert of_2026(page)[3, 2] == 12
    assert "7 cells changed. 1 could not be taken" in page.said[-1]
    page.undo_and_redo(before, "Change 7 targets of 2026")


def test_targets_are_copied_cut_filled_and_selected_whole(page, tab):
    page.go(tab.table, ASHBY, FUNDS)
    page.type("9", Key.Key_Return)
    page.go(tab.table, ASHBY, FUNDS)
    page.press(Key.Key_Down, Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    page.press(Key.Key_D, held=Ctrl)
    assert [of_2026(page)[unit, 1] for unit in (1, 2, 3)] == [9, 9, 9]
    page.press(Key.Key_X, held=Ctrl)
    assert QApplication.clipboard().text() == "9\r\n9\r\n9\r\n"
    assert (1, 1) not in of_2026(page)
    page.press(Key.Key_A, held=Ctrl)
    assert tab.table.grid.selection.many
    assert "Sum" in page.window.status_bar.text or "Count" in page.window.status_bar.text


def test_one_text_goes_into_all_that_is_selected(page, tab):
    page.go(tab.table, ASHBY, FUNDS)
    page.press(Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    page.type("7")
    page.press(Key.Key_Return, held=Ctrl)
    assert [of_2026(page)[unit, 1] for unit in (1, 2, 3)] == [7, 7, 12]


def test_subtotals_cannot_be_typed(page, tab):
    page.go(tab.table, TOWNS, FUNDS)
    page.type("5")
    assert "computed" in page.said[-1]
    assert tab.table.grid.editing.editor is None


def test_a_second_set_stands_beside_the_first(page, tab):
    QTest.mouseClick(tab.sets._buttons.button(1), Qt.MouseButton.LeftButton)
    page.go(tab.table, ASHBY, FUNDS)
    page.type("15", Key.Key_Return)
    assert of_2026(page, TargetSet.STRETCH) == {(1, 1): Decimal(15)}
    assert of_2026(page)[1, 1] == 12


def test_another_year_is_chosen_for_targets_and_plan_together(page, tab):
    tab.years.setFocus()
    QTest.keyClick(tab.years, Key.Key_Down)
    QApplication.processEvents()
    assert (tab.year, page.view.plan.year) == (2027, 2027)
    assert page.texts(tab.table, FUNDS) == [""] * 7


def test_without_a_plan_the_months_go_by_twelfths_in_grey(page, plan_tab):
    cells = [plan_tab.model.any_cell(0, month) for month in (1, 6, 12)]
    assert [cell.text for cell in cells] == ["8.33", "50.00", "100.00"]
    assert all(cell.missing for cell in cells)
    assert plan_tab.model.edit_text(0, 6) == ""


def test_a_plan_is_typed_in_percent_and_undone_and_redone(page, plan_tab):
    before = contents(page.book)
    page.go(plan_tab.table, 0, 1)
    page.type("5%", Key.Key_Return)
    assert plans.plan(page.book) == [PlanShare(2026, 1, 1, Decimal("0.05"))]
    cell = plan_tab.model.any_cell(0, 1)
    assert (cell.text, cell.missing, cell.hint) == ("5.00", False, "")
    page.undo_and_redo(before, "Change plan 2026 of Funds, month 1: — → 5")
    page.go(plan_tab.table, 0, 1)
    page.press(Key.Key_Delete)
    assert plans.plan(page.book) == []


def test_a_month_that_falls_is_marked_with_its_reason_and_counted(page, plan_tab):
    page.go(plan_tab.table, 0, 3)
    page.type("40", Key.Key_Return)
    assert plan_tab.model.tip(0, 4) == "33.33 % is less than the 40.00 % of the month before: what is due cannot fall."
    assert "Months that fall 1" in page.window.status_bar.text


@pytest.mark.parametrize(("typed", "reason"), [("101", "between 0 and 100"), ("-1", "between 0 and 100"), ("soon", "")])
def test_what_no_plan_can_be_is_refused(page, plan_tab, typed, reason):
    page.go(plan_tab.table, 0, 1)
    page.type(typed, Key.Key_Return)
    assert plan_tab.model.any_cell(0, 1).unreadable
    assert reason in page.said[-1]
    assert plans.plan(page.book) == []


def test_a_years_plan_is_pasted_at_once(page, plan_tab):
    QApplication.clipboard().setText("\t".join(f"{month * 8}%" for month in range(1, 13)))
    page.go(plan_tab.table, 0, 1)
    before = contents(page.book)
    page.press(Key.Key_V, held=Ctrl)
    assert [share.share for share in plans.plan(page.book)][-1] == Decimal("0.96")
    page.undo_and_redo(before, "Change 12 months of the plan of 2026")


def test_a_new_year_takes_over_plan_scheme_and_grown_targets_in_one_step(page, tab, answer):
    with page.book.change("scheme and plan"):
        schemes.set_scheme_lines(page.book, 2026, [SchemeLine(2026, None, 1, Decimal(30), Method.PACE)])
        plans.set_plan_share(page.book, PlanShare(2026, 1, 1, Decimal("0.05")))
    before = contents(page.book)

    def look(dialog: NewYearDialog) -> None:
        assert "2026 has 1 pace plans, 1 lines of the scheme and 8 targets." in dialog.told.text()
        dialog.new.selectAll()
        QTest.keyClicks(dialog.new, "2026")
        assert not dialog.ok.isEnabled()
        QTest.keyClick(dialog.new, Key.Key_Backspace)
        QTest.keyClicks(dialog.new, "7")
        dialog.percent.selectAll()
        QTest.keyClicks(dialog.percent, "0")
        assert "above 0" in dialog.mistake.text()
        dialog.percent.selectAll()
        QTest.keyClicks(dialog.percent, "112.5")
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    seen = answer(look)
    QTest.mouseClick(tab.new_year_button, Qt.MouseButton.LeftButton)
    assert len(seen) == 1
    assert {one.value for one in targets.targets(page.book, 2027)} == {Decimal("13.5"), Decimal(14)}
    assert len(schemes.scheme_lines(page.book, 2027)) == 1
    assert tab.year == 2027
    assert page.texts(tab.table, FUNDS)[ASHBY] == "13.50"
    assert page.said[-1] == "Carried over: 1 plans, 1 lines of the scheme, 8 targets."
    page.undo_and_redo(before, "New year 2027, carried over from 2026")


def test_a_new_year_may_begin_without_targets(page, tab, answer):
    with page.book.change("plan"):
        plans.set_plan_share(page.book, PlanShare(2026, 1, 1, Decimal("0.05")))
    answer(lambda dialog: QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton))
    tab.new_year()
    assert targets.targets(page.book, 2027) == []
    assert [share.year for share in plans.plan(page.book)] == [2026, 2027]


@pytest.mark.parametrize("name", ["targets", "plan"])
def test_a_book_without_units_or_indicators_says_where_to_begin(program, tmp_path, name):
    Book.create(tmp_path / "new.tracker").close()
    program.session.open(tmp_path / "new.tracker")
    view = program.window.turn_to("setup")
    tab = getattr(view, name)
    view.turn_to(tab)
    assert tab.empty.isVisible()
    QTest.mouseClick(tab.empty.buttons[0], Qt.MouseButton.LeftButton)
    assert view.front is (view.units if name == "targets" else view.indicators)


def test_a_book_that_is_only_read_can_be_copied_from_and_not_typed_in(program, book_path):
    program.session.open(book_path, read_only=True)
    view = program.window.turn_to("setup")
    view.turn_to(view.targets)
    assert view.targets.model.refusal(ASHBY, FUNDS).startswith("The book is open for reading only")
    assert (view.can("copy"), view.can("paste")) == (True, False)
    assert not view.targets.new_year_button.isEnabled()


def test_a_stock_has_a_target_but_no_plan_and_a_ratio_neither(page, tab):
    from tracker.domain.indicator import Kind

    ratio = {"kind": Kind.RATIO, "numerator": 2, "denominator": 1}
    with page.book.change("more"):
        indicators.add_indicator(page.book, code="T", name="Talks", unit="个", decimals=0, kind=Kind.STOCK, sort=3)
        indicators.add_indicator(page.book, code="R", name="Rate", unit="%", decimals=1, sort=4, **ratio)
    assert [column.block for column in tab.model.here.columns] == ["Funds", "Projects", "Talks"]
    page.view.turn_to(page.view.plan)
    assert page.texts(page.view.plan.table, 0) == ["Funds", "Projects"]
