from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from tests.ui.entry.driver import FUNDS, FUNDS_DONE, FUNDS_TO_DATE, PROJECTS, PROJECTS_TO_DATE, RATE, TALKS, Driver, Key
from tests.ui.entry.small_book import AUGUST, SEPTEMBER
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store.figures import set_figure, set_figures
from tracker.store.units import update_unit
from tracker.ui.models.cells import CellKind, HeaderBlock, NameCell, Role
from tracker.ui.views.entry_view import EntryView


def changed_cells(entry: Driver) -> list[tuple[int, int, int, int]]:
    """A list that collects which ranges the model says have changed."""
    ranges: list[tuple[int, int, int, int]] = []

    def take(top: QModelIndex, bottom: QModelIndex) -> None:
        ranges.append((top.row(), top.column(), bottom.row(), bottom.column()))

    entry.view.model.dataChanged.connect(take)
    return ranges


def test_the_rows_are_groups_with_their_units(entry: Driver) -> None:
    assert entry.texts(0) == ["Towns", "Ashby", "Birch", "Cedar", "Parks", "Dune", "Elm"]
    assert entry.texts(FUNDS) == ["4.50", "3.00", "", "1.50", "−0.35", "0.00", "−0.35"]
    assert entry.texts(FUNDS_TO_DATE) == ["14.50", "6.00", "4.00", "4.50", "10.65", "9.00", "1.65"]
    assert entry.texts(FUNDS_DONE) == ["72.5", "60.0", "40.0", "—", "53.3", "90.0", "16.5"]
    assert entry.texts(PROJECTS_TO_DATE) == ["5", "2", "—", "3", "5", "1", "4"]
    assert entry.texts(TALKS) == ["10", "4", "", "6", "3", "1", "2"]
    assert entry.texts(RATE)[1] == "33.3"


def test_the_columns_are_the_indicators_figures(entry: Driver) -> None:
    model = entry.view.model
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["Unit", "Month", "To date", "Completion %", "Month", "To date", "Completion %", "Month", "To date"]
    block = model.headerData(FUNDS_DONE, Qt.Orientation.Horizontal, Role.BLOCK)
    assert block == HeaderBlock("Funds", "亿元", 1, 3)
    spoken = model.headerData(FUNDS, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Funds, Month"


def test_cells_say_what_they_are(entry: Driver) -> None:
    kinds = {place: entry.cell(*place).kind for place in ((0, FUNDS), (1, FUNDS), (1, FUNDS_TO_DATE))}
    assert list(kinds.values()) == [CellKind.GROUP, CellKind.TYPED, CellKind.COMPUTED]
    assert entry.cell(6, FUNDS).negative
    assert entry.cell(3, FUNDS_DONE).missing
    assert entry.cell(1, FUNDS_DONE).block_end
    assert not entry.cell(1, FUNDS).block_end


def test_the_roles_give_each_aspect_alone(entry: Driver) -> None:
    index = entry.view.model.index(6, FUNDS)
    assert index.data(Role.KIND) is CellKind.TYPED
    assert index.data(Role.VALUE) == Decimal("-0.35")
    assert index.data(Qt.ItemDataRole.EditRole) == "-0.35"
    assert (index.data(Role.HINT), index.data(Role.NOTE)) == ("", "")
    assert (index.data(Role.LOCKED), index.data(Role.BLOCK_END)) == (False, False)
    assert entry.view.model.index(6, 0).data(Role.VALUE) is None


def test_a_cell_is_read_aloud_with_its_unit_and_indicator(entry: Driver) -> None:
    def spoken(row: int, column: int) -> str:
        return str(entry.view.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(1, FUNDS) == "Ashby, Funds, Month: 3.00"
    assert spoken(2, FUNDS) == "Birch, Funds, Month: blank"
    assert spoken(2, 0) == "Birch not reported"
    assert spoken(0, 0) == "Towns 3 units, subtotal"


def test_who_has_not_reported_has_a_tag_until_something_is_there(entry: Driver) -> None:
    def tag(row: int) -> str:
        cell = entry.view.model.any_cell(row, 0)
        assert isinstance(cell, NameCell)
        return cell.tag

    assert [tag(row) for row in (1, 2, 3)] == ["", "not reported", ""]
    entry.go(2, FUNDS)
    entry.type("unclear", Key.Key_Return)
    assert tag(2) == ""
    entry.session.undo()
    assert tag(2) == "not reported"


def test_an_edit_repaints_its_row_its_group_and_nothing_else(entry: Driver) -> None:
    ranges = changed_cells(entry)
    entry.type("8", Key.Key_Return)
    touched = {
        (row, column)
        for top, left, bottom, right in ranges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    assert touched == {(row, column) for row in (0, 1) for column in (0, FUNDS, FUNDS_TO_DATE, FUNDS_DONE, RATE)}


def test_an_edit_of_another_month_shows_in_what_follows_from_it(entry: Driver) -> None:
    book, ashby = entry.session.book, entry.stored("Ashby")
    assert book is not None
    assert ashby is not None
    with book.change("august"):
        set_figure(book, Figure(ashby.unit, ashby.indicator, AUGUST, Decimal(5)))
    assert entry.text(1, FUNDS_TO_DATE) == "8.00"
    assert entry.text(1, FUNDS) == "3.00"


def test_many_figures_at_once_show_the_whole_grid_anew(entry: Driver) -> None:
    book, ashby = entry.session.book, entry.stored("Ashby")
    assert book is not None
    assert ashby is not None
    months = [Month(2020, 1).plus(step) for step in range(79)]
    ranges = changed_cells(entry)
    with book.change("a lot"):
        set_figures(book, (Figure(ashby.unit, ashby.indicator, month, Decimal(step)) for month in months for step in (1,)))
        units = [unit.id for unit in entry.session.live.units] if entry.session.live else []
        set_figures(book, [Figure(unit, ashby.indicator, month, Decimal(1)) for unit in units for month in [*months, SEPTEMBER]])
        indicators = [one.id for one in entry.session.live.indicators[:2]] if entry.session.live else []
        set_figures(book, [Figure(unit, one, month, Decimal(2)) for one in indicators for unit in units for month in months])
    assert ranges == [(0, 0, 6, 8)]
    assert entry.texts(FUNDS) == ["3.00", "1.00", "1.00", "1.00", "2.00", "1.00", "1.00"]


def test_a_unit_that_has_ended_is_not_listed(entry: Driver) -> None:
    book, live = entry.session.book, entry.session.live
    assert book is not None
    assert live is not None
    cedar = next(unit.id for unit in live.units if unit.name == "Cedar")
    with book.change("end"):
        update_unit(book, cedar, valid_to=AUGUST)
    assert entry.texts(0) == ["Towns", "Ashby", "Birch", "Parks", "Dune", "Elm"]
    entry.session.set_month(AUGUST)
    assert "Cedar" in entry.texts(0)


def test_the_history_of_a_merged_unit_touches_its_heirs_row(entry: Driver) -> None:
    book, live = entry.session.book, entry.session.live
    assert book is not None
    assert live is not None
    ids = {unit.name: unit.id for unit in live.units}
    with book.change("merge"):
        set_figure(book, Figure(ids["Cedar"], live.indicators[0].id, SEPTEMBER, None))
        update_unit(book, ids["Cedar"], valid_to=AUGUST, merged_into=ids["Ashby"])
    assert entry.text(1, FUNDS_TO_DATE) == "9.00"
    with book.change("correct"):
        set_figure(book, Figure(ids["Cedar"], live.indicators[0].id, AUGUST, Decimal(4)))
    assert entry.text(1, FUNDS_TO_DATE) == "10.00"


def test_the_county_is_under_the_grid_and_scrolls_with_it(entry: Driver) -> None:
    total = entry.view.total
    assert [total.source.any_cell(0, column).text for column in (0, FUNDS, FUNDS_TO_DATE)] == ["County total", "4.15", "25.15"]
    entry.view.resize(500, 420)
    entry.grid.horizontalScrollBar().setValue(120)
    assert total.horizontalScrollBar().value() == 120
    assert [total.columnWidth(column) for column in range(1, 9)] == [entry.grid.columnWidth(column) for column in range(1, 9)]
    assert total.viewport().width() == entry.grid.viewport().width()


def test_a_total_that_outgrows_its_column_widens_it(entry: Driver) -> None:
    before = entry.grid.columnWidth(FUNDS)
    entry.type("12345678.99", Key.Key_Return)
    assert entry.grid.columnWidth(FUNDS) > before
    assert entry.view.total.columnWidth(FUNDS) == entry.grid.columnWidth(FUNDS)


def test_rows_are_as_low_as_told(entry: Driver) -> None:
    entry.view.set_density(True)
    assert entry.grid.rowHeight(0) == 24
    assert entry.grid.header.height() == 48
    entry.view.set_density(False)
    assert entry.grid.rowHeight(0) == entry.grid.names.rowHeight(0) == 28


def test_a_group_alone_and_fewer_indicators_can_be_shown(entry: Driver) -> None:
    bar = entry.view.bar
    bar.groups.setFocus()
    QTest.keyClick(bar.groups, Key.Key_Down)
    QTest.keyClick(bar.groups, Key.Key_Down)
    assert entry.texts(0) == ["Parks", "Dune", "Elm"]
    assert entry.view.total.source.any_cell(0, FUNDS).text == "4.15"
    bar.indicators.showPopup()
    popup = bar.indicators.popup
    assert popup is not None
    QTest.keyClick(popup.list, Key.Key_Down)
    QTest.keyClick(popup.list, Key.Key_Space)
    assert entry.view.model.columnCount() == 6
    assert bar.indicators.currentText() == "3 of 4"
    QTest.keyClick(popup.list, Key.Key_Up)
    QTest.keyClick(popup.list, Key.Key_Space)
    assert entry.view.model.columnCount() == 9
    QTest.keyClick(popup.list, Key.Key_Escape)


def test_the_last_indicator_cannot_be_hidden(entry: Driver) -> None:
    bar = entry.view.bar
    bar.indicators.showPopup()
    popup = bar.indicators.popup
    assert popup is not None
    QTest.keyClick(popup.list, Key.Key_Space)
    assert entry.view.model.columnCount() == 4
    QTest.keyClick(popup.list, Key.Key_Return)


def test_without_a_book_the_page_says_what_to_do(entry: Driver) -> None:
    entry.session.close()
    entry.view.refresh(None)
    assert entry.view.model.rowCount() == 0
    assert not entry.view.can("copy")
    assert not entry.view.jump_to(None, None)
    assert "no units yet" in entry.view.empty.sentence.text()


def test_the_page_tells_the_window_what_it_can_do(entry: Driver) -> None:
    view: EntryView = entry.view
    assert view.title() == "Entry"
    assert set(view.commands) >= {"copy", "cut", "paste", "clear", "select_all", "arrange_columns", "usual_columns"}
    without_cause = {"show_all_lines", "find_next", "find_previous"}
    assert {name for name in view.commands if not view.can(name)} == without_cause
    view.commands["select_all"]()
    view.commands["clear"]()
    assert entry.texts(PROJECTS)[1:4] == ["", "", ""]
