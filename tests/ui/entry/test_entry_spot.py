from PySide6.QtCore import QModelIndex, Qt

from tests.ui.entry.driver import FUNDS, FUNDS_TO_DATE, PROJECTS, Driver, Key
from tests.ui.entry.small_book import AUGUST, SEPTEMBER
from tracker.ui.models.columns import Part
from tracker.ui.models.entry_spot import Spot


def key_of(entry: Driver, row: int, column: int) -> tuple[object, ...]:
    spot = entry.view.model.spot(row, column)
    assert spot is not None
    assert spot.figure is not None
    return spot.figure


def test_the_page_tells_which_cell_is_current(entry: Driver) -> None:
    told: list[Spot | None] = []
    entry.view.spot_changed.connect(told.append)
    entry.press(Key.Key_Down, Key.Key_Right)
    spot = entry.view.current_spot()
    entry.qtbot.waitUntil(lambda: told[-1:] == [spot])
    assert spot is not None
    assert (spot.month, spot.part) == (SEPTEMBER, Part.CUMULATIVE)
    assert spot.figure == (spot.unit, spot.indicator, SEPTEMBER)


def test_a_subtotal_is_a_spot_without_a_unit(entry: Driver) -> None:
    entry.go(0, FUNDS)
    spot = entry.view.current_spot()
    assert spot is not None
    assert (spot.unit, spot.figure) == (None, None)
    assert spot.group is not None


def test_without_a_book_no_cell_is_current(entry: Driver) -> None:
    entry.session.close()
    entry.view.refresh(None)
    assert entry.view.current_spot() is None


def test_hints_come_from_outside_and_repaint_only_their_cells(entry: Driver) -> None:
    model, ranges = entry.view.model, []

    def take(top: QModelIndex, bottom: QModelIndex) -> None:
        ranges.append((top.row(), top.column(), bottom.row(), bottom.column()))

    one, other = key_of(entry, 1, FUNDS), key_of(entry, 3, PROJECTS)
    model.dataChanged.connect(take)
    model.set_hints({one: "ten times last month"})
    assert entry.cell(1, FUNDS).hint == "ten times last month"
    assert ranges == [(1, 1, 1, 1)]
    model.set_hints({one: "ten times last month", other: "an outlier"})
    assert ranges[1:] == [(3, 4, 3, 4)]
    model.set_hints({})
    assert (entry.cell(1, FUNDS).hint, entry.cell(3, PROJECTS).hint) == ("", "")


def test_very_many_hints_repaint_the_grid_once(entry: Driver) -> None:
    ranges: list[tuple[int, int, int, int]] = []
    unit, indicator, month = key_of(entry, 1, FUNDS)
    entry.view.model.dataChanged.connect(
        lambda top, bottom: ranges.append((top.row(), top.column(), bottom.row(), bottom.column()))
    )
    entry.view.model.set_hints({(unit, indicator, month.plus(-back)): "an outlier" for back in range(600)})
    assert ranges == [(0, 0, 6, 8)]
    assert entry.cell(1, FUNDS).hint == "an outlier"


def test_a_hint_of_another_month_waits_for_it(entry: Driver) -> None:
    unit, indicator, _ = key_of(entry, 1, FUNDS)
    entry.view.model.set_hints({(unit, indicator, AUGUST): "an outlier"})
    assert entry.cell(1, FUNDS).hint == ""
    entry.session.set_month(AUGUST)
    assert entry.cell(1, FUNDS).hint == "an outlier"
    assert entry.cell(1, FUNDS_TO_DATE).hint == ""


def test_a_hint_is_told_under_the_pointer_and_read_aloud(entry: Driver) -> None:
    entry.view.model.set_hints({key_of(entry, 1, FUNDS): "ten times last month"})
    index = entry.view.model.index(1, FUNDS)
    assert "ten times last month" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ashby, Funds, Month: 3.00, ten times last month"
