"""The book three ways round: what the lines and columns are, and that the hand stays on its figure when they change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.ui.entry.driver import FUNDS_DONE, FUNDS_TO_DATE, NONE, PROJECTS, Alt, Ctrl, Driver, Key, Shift
from tests.ui.entry.small_book import AUGUST, SEPTEMBER
from tracker.domain.period import Month
from tracker.ui.models.cells import CellKind, HeaderBlock, NameCell, Role
from tracker.ui.models.columns import Part
from tracker.ui.models.entry_choice import Way
from tracker.ui.models.entry_spot import Spot
from tracker.ui.page import Fact
from tracker.ui.widgets.grid_moves import Span

AUG, SEP, OCT, YEAR_TO_DATE, TARGET, DONE = 8, 9, 10, 13, 14, 15
FLOWS, FUNDS_LINE, PROJECTS_LINE, LEVELS, TALKS_LINE, RATIOS, RATE_LINE = range(7)


def press(entry: Driver, text: str) -> None:
    """Click a button of the bar, which a narrow window would turn into a list."""
    entry.view.resize(1500, 420)
    button = next(one for one in entry.view.bar.findChildren(QToolButton) if one.text() == text and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def months(entry: Driver) -> Driver:
    """Units × months of Funds, the first cell of September current."""
    press(entry, "Units × months")
    return entry


@pytest.fixture
def of_unit(entry: Driver) -> Driver:
    """Indicators × months of Ashby."""
    press(entry, "Indicators × months")
    return entry


def spot_of(entry: Driver) -> Spot:
    spot = entry.view.current_spot()
    assert spot is not None
    return spot


def titles(entry: Driver) -> list[str]:
    model = entry.view.model
    return [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]


def test_an_indicators_year_has_units_by_groups_and_twelve_months(months: Driver) -> None:
    assert months.texts(0) == ["Towns", "Ashby", "Birch", "Cedar", "Parks", "Dune", "Elm"]
    assert titles(months)[:3] == ["Unit", "month 1", "month 2"]
    assert titles(months)[-3:] == ["To date", "Target", "Completion %"]
    assert months.texts(AUG) == ["10.00", "3.00", "4.00", "3.00", "11.00", "9.00", "2.00"]
    assert months.texts(SEP) == ["4.50", "3.00", "", "1.50", "−0.35", "0.00", "−0.35"]
    assert months.texts(OCT) == [""] * 7
    assert [months.text(1, at) for at in (YEAR_TO_DATE, TARGET, DONE)] == ["6.00", "10.00", "60.0"]
    total = months.view.total
    assert total.isVisible()
    assert [total.source.any_cell(0, at).text for at in (AUG, SEP, OCT, TARGET)] == ["21.00", "4.15", "", "40.00"]


def test_a_years_header_has_quarters_and_over_the_names_what_it_is_of(months: Driver) -> None:
    def block(column: int) -> HeaderBlock:
        found = months.view.model.headerData(column, Qt.Orientation.Horizontal, Role.BLOCK)
        assert isinstance(found, HeaderBlock)
        return found

    assert block(5) == HeaderBlock("Second quarter", "", 4, 6)
    assert block(YEAR_TO_DATE) == HeaderBlock("month 1-9", "", 13, 15)
    assert block(0) == HeaderBlock("Funds", "亿元", 0, 0)
    assert months.cell(1, 6).block_end
    assert not months.cell(1, 5).block_end


def test_a_units_year_has_its_indicators_by_kinds_without_totals(of_unit: Driver) -> None:
    kinds = ["Added up month by month", "Levels at the month's end", "Ratios"]
    assert of_unit.texts(0) == [kinds[0], "Funds", "Projects", kinds[1], "Talks", kinds[2], "Rate"]
    assert of_unit.texts(SEP) == ["", "3.00", "1", "", "4", "", "33.3"]
    assert of_unit.texts(AUG) == ["", "3.00", "1", "", "3", "", "33.3"]
    assert of_unit.texts(OCT) == [""] * 7  # nothing but what earlier months came to
    assert [of_unit.text(row, TARGET) for row in (FUNDS_LINE, PROJECTS_LINE, TALKS_LINE)] == ["10.00", "4", "—"]
    assert not of_unit.view.total.isVisible()
    name = of_unit.view.model.any_cell(FUNDS_LINE, 0)
    assert isinstance(name, NameCell)
    assert (name.text, name.detail) == ("Funds", "亿元")
    assert of_unit.view.model.headerData(0, Qt.Orientation.Horizontal) == "Indicator"
    corner = of_unit.view.model.headerData(0, Qt.Orientation.Horizontal, Role.BLOCK)
    assert corner == HeaderBlock("Ashby", "Towns", 0, 0)


def test_a_units_year_of_one_kind_needs_no_headings(of_unit: Driver) -> None:
    live = of_unit.session.live
    assert live is not None
    of_unit.view.bar.hidden_chosen.emit(frozenset(indicator.id for indicator in live.indicators[2:]))
    assert of_unit.texts(0) == ["Funds", "Projects"]


def test_turning_keeps_the_figure_in_hand(entry: Driver) -> None:
    entry.go(5, PROJECTS)
    here = spot_of(entry)
    for way in ("Units × months", "Indicators × months", "Units × indicators"):
        press(entry, way)
        assert spot_of(entry) == here
        assert entry.text(*entry.at) == "0"
    assert entry.at == (5, PROJECTS)


def test_turning_back_brings_the_cells_month_into_view(months: Driver) -> None:
    months.go(3, AUG)
    press(months, "Units × indicators")
    assert months.session.month == AUGUST
    assert spot_of(months) == Spot(spot_of(months).unit, spot_of(months).indicator, AUGUST, Part.MONTH, spot_of(months).group)
    assert months.text(0 + 3, 0) == "Cedar"
    assert months.at == (3, 1)


def test_a_subtotal_turns_into_its_groups_first_unit(entry: Driver) -> None:
    entry.go(4, PROJECTS)
    press(entry, "Indicators × months")
    assert entry.view.bar.unit.currentText() == "Dune"
    assert entry.at == (PROJECTS_LINE, SEP)


def test_the_completion_stays_the_completion(entry: Driver) -> None:
    entry.go(1, FUNDS_DONE)
    press(entry, "Units × months")
    assert entry.at == (1, DONE)
    entry.press(Key.Key_Left, Key.Key_Left)
    press(entry, "Units × indicators")
    assert entry.at == (1, FUNDS_TO_DATE)


def test_a_folded_group_opens_for_the_figure_in_hand(of_unit: Driver) -> None:
    towns = of_unit.session.live.groups[0].id if of_unit.session.live else None
    of_unit.view.model.choice = type(of_unit.view.model.choice)(way=Way.INDICATORS_MONTHS, folded=frozenset({towns}))
    press(of_unit, "Units × indicators")
    assert of_unit.text(of_unit.at.row, 0) == "Ashby"


def test_the_month_in_view_takes_the_hand_along(months: Driver) -> None:
    months.session.set_month(AUGUST)
    assert months.at == (1, AUG)
    months.go(1, 3)
    months.session.set_month(SEPTEMBER)
    assert months.at == (1, 3)
    months.session.set_month(Month(2025, 9))
    assert (months.at, months.text(1, SEP)) == ((1, 3), "2.50")


def test_the_indicator_of_the_units_year_and_the_unit_of_the_indicators_year_are_chosen_in_the_bar(months: Driver) -> None:
    bar = months.view.bar
    assert bar.indicator.isVisible()
    assert not bar.unit.isVisible()
    bar.indicator.setFocus()
    QTest.keyClick(bar.indicator, Key.Key_Down)
    assert months.texts(SEP) == ["3", "1", "", "2", "3", "0", "3"]
    assert months.at == (1, SEP)
    press(months, "Indicators × months")
    assert bar.unit.isVisible()
    assert not bar.groups.isVisible()
    bar.unit.setFocus()
    QTest.keyClick(bar.unit, Key.Key_Down)
    assert months.texts(AUG)[FUNDS_LINE] == "4.00"
    assert months.at == (PROJECTS_LINE, SEP)


def test_an_indicator_that_is_entered_by_level_has_no_cumulative_of_its_year(months: Driver) -> None:
    live = months.session.live
    assert live is not None
    months.view.bar.indicator_chosen.emit(live.indicators[2].id)
    assert len(titles(months)) == 13
    months.view.bar.indicator_chosen.emit(live.indicators[3].id)
    assert len(titles(months)) == 13
    assert months.cell(1, SEP).kind is CellKind.COMPUTED
    assert "computed from two other" in months.view.model.refusal(1, SEP)


def test_a_ratios_line_is_computed(of_unit: Driver) -> None:
    of_unit.go(RATE_LINE, SEP)
    of_unit.type("1")
    assert "computed from two other indicators" in of_unit.said[-1]
    of_unit.go(FLOWS, SEP)
    of_unit.type("1")
    assert "heading" in of_unit.said[-1]
    of_unit.go(FUNDS_LINE, TARGET)
    of_unit.type("1")
    assert "Targets" in of_unit.said[-1]


def test_enter_passes_headings_and_computed_lines(of_unit: Driver) -> None:
    of_unit.go(PROJECTS_LINE, SEP)
    of_unit.press(Key.Key_Return)
    assert of_unit.at == (TALKS_LINE, SEP)
    of_unit.press(Key.Key_Return)
    assert of_unit.at == (TALKS_LINE, SEP)
    of_unit.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert of_unit.at == (TALKS_LINE, 12)


def test_the_name_of_a_computed_line_selects_it_and_folds_nothing(of_unit: Driver) -> None:
    names = of_unit.grid.names
    place = names.visualRect(of_unit.view.model.index(RATE_LINE, 0)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert of_unit.grid.selection.span == Span(RATE_LINE, 0, RATE_LINE, DONE)
    assert len(of_unit.texts(0)) == 7


def test_kinds_of_indicators_fold_and_the_hand_stays(of_unit: Driver) -> None:
    of_unit.go(FUNDS_LINE, SEP)
    of_unit.press(Key.Key_Left, held=Alt | Shift)
    assert len(of_unit.texts(0)) == 5
    assert of_unit.at == (FLOWS, SEP)
    of_unit.press(Key.Key_Right, held=Alt | Shift)
    assert len(of_unit.texts(0)) == 7


def test_jumping_works_in_every_way(months: Driver) -> None:
    live, view = months.session.live, months.view
    assert live is not None
    elm = next(unit.id for unit in live.units if unit.name == "Elm")
    assert view.jump_to(elm, live.indicators[1].id)
    assert (months.at, view.bar.indicator.currentText()) == ((6, SEP), "Projects")
    press(months, "Indicators × months")
    assert view.jump_to(live.units[0].id, live.indicators[2].id)
    assert (months.at, view.bar.unit.currentText()) == ((TALKS_LINE, SEP), "Ashby")
    assert view.jump_to(None, live.indicators[3].id)
    assert months.at == (RATE_LINE, SEP)
    assert not view.jump_to(type(elm)(99), None)


def test_the_selections_figures_are_told_in_every_way(months: Driver) -> None:
    months.press(Key.Key_Left, held=Shift)
    with months.qtbot.waitSignal(months.view.status_changed) as told:
        months.grid.selection.moved.emit()
    assert told.args is not None
    assert told.args[0].context == "Funds · Ashby · month 8 – month 9"
    assert Fact("Sum", "6.00") in told.args[0].facts
    press(months, "Indicators × months")
    months.press(Key.Key_Down, held=Shift)
    with months.qtbot.waitSignal(months.view.status_changed) as told:
        months.grid.selection.moved.emit()
    assert told.args is not None
    assert told.args[0].context == "Ashby · Funds – Projects · month 9"
    assert told.args[0].facts == (Fact("Cells", "2"),)


def test_a_block_goes_from_one_way_to_another(of_unit: Driver) -> None:
    of_unit.go(FUNDS_LINE, AUG)
    of_unit.press(Key.Key_Right, Key.Key_Down, held=Shift)
    assert of_unit.grid.selection.span == Span(FUNDS_LINE, AUG, PROJECTS_LINE, SEP)
    of_unit.press(Key.Key_C, held=Ctrl)
    assert of_unit.clipboard() == "3\t3\r\n1\t1\r\n"
    of_unit.go(FUNDS_LINE, 1)
    of_unit.press(Key.Key_V, held=Ctrl)
    assert of_unit.text(FUNDS_LINE, 2) == "3.00"
    assert of_unit.session.undo_label == "Paste 4 figures, 2026-01 to 2026-02"


def test_the_keyboard_turns_it_too(entry: Driver) -> None:
    entry.view.commands["turn_units_months"]()
    assert entry.view.model.choice.way is Way.UNITS_MONTHS
    entry.view.commands["turn_indicators_months"]()
    assert entry.view.bar.ways.value is Way.INDICATORS_MONTHS
    assert spot_of(entry).month == SEPTEMBER
