"""Typing in a year: in any month, as the month or as the cumulative; the other one follows, exactly."""

from datetime import datetime
from decimal import Decimal

import pytest

from tests.ui.entry.driver import Ctrl, Driver, Key, Shift
from tests.ui.entry.small_book import AUGUST, SEPTEMBER
from tests.ui.entry.test_entry_ways import AUG, FUNDS_LINE, SEP, YEAR_TO_DATE, press
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store.figures import figure, set_figure
from tracker.store.reports import reports
from tracker.store.units import update_unit
from tracker.ui.models.cells import CellKind


@pytest.fixture
def year(entry: Driver) -> Driver:
    """Units × months of Funds, what is typed being the cumulative."""
    press(entry, "Units × months")
    press(entry, "To date")
    return entry


def stored(entry: Driver, unit: str = "Ashby") -> dict[int, Decimal]:
    """What the book has of a unit's Funds in 2026, by the month's number."""
    live, book = entry.session.live, entry.session.book
    assert live is not None
    assert book is not None
    unit_id = next(one.id for one in live.units if one.name == unit)
    found = {number: figure(book, unit_id, live.indicators[0].id, Month(2026, number)) for number in range(1, 13)}
    return {number: one.value for number, one in found.items() if one is not None and one.value is not None}


def test_a_month_is_typed_anywhere_in_the_year(entry: Driver) -> None:
    press(entry, "Units × months")
    entry.go(1, 5)
    entry.type("2.5", Key.Key_Return)
    assert stored(entry) == {5: Decimal("2.5"), 8: 3, 9: 3}
    assert entry.text(1, YEAR_TO_DATE) == "8.50"
    assert entry.session.undo_label == "Enter Funds of Ashby, 2026-05"
    entry.session.undo()
    assert stored(entry) == {8: 3, 9: 3}


def test_the_switch_turns_the_months_into_cumulatives(year: Driver) -> None:
    assert [year.text(1, at) for at in (7, AUG, SEP, 10)] == ["", "3.00", "6.00", ""]
    assert year.cell(1, SEP).kind is CellKind.TYPED
    press(year, "Month")
    assert [year.text(1, at) for at in (AUG, SEP)] == ["3.00", "3.00"]


def test_a_cumulative_typed_in_may_is_mays_value_less_the_months_before(year: Driver) -> None:
    year.go(1, 3)
    year.type("1.25", Key.Key_Return)
    year.go(1, 5)
    year.type("4", Key.Key_Return)
    assert stored(year) == {3: Decimal("1.25"), 5: Decimal("2.75"), 8: 3, 9: 3}
    assert [year.text(1, at) for at in (3, 5, AUG, SEP)] == ["1.25", "4.00", "7.00", "10.00"]
    year.go(1, 3)
    year.type("2.25", Key.Key_Return)
    assert [year.text(1, at) for at in (3, 5, AUG, SEP)] == ["2.25", "5.00", "8.00", "11.00"]


def test_cumulatives_pasted_together_agree_with_each_other(year: Driver) -> None:
    year.go(1, 6)
    year.set_clipboard("1.1\t2.2\t\t6.6\r\n0\t0.3\t0.3\t1")
    year.press(Key.Key_V, held=Ctrl)
    assert stored(year) == {6: Decimal("1.1"), 7: Decimal("1.1"), 9: Decimal("4.4")}
    assert stored(year, "Birch") == {6: 0, 7: Decimal("0.3"), 8: 0, 9: Decimal("0.7")}
    assert [year.text(1, at) for at in (6, 7, AUG, SEP)] == ["1.10", "2.20", "", "6.60"]
    year.session.undo()
    assert stored(year) == {8: 3, 9: 3}


def test_cumulatives_are_typed_in_the_indicators_year_too(entry: Driver) -> None:
    press(entry, "Indicators × months")
    press(entry, "To date")
    entry.go(FUNDS_LINE, AUG)
    entry.type("=2+3", Key.Key_Tab)
    entry.type("9", Key.Key_Return)
    assert stored(entry) == {8: 5, 9: 4}
    entry.go(FUNDS_LINE, AUG)
    entry.press(Key.Key_F2)
    assert entry.editor.text() == "=2+3"
    entry.press(Key.Key_Escape)
    told = entry.view.model.compare(FUNDS_LINE, SEP, "=5+3")
    assert [(one.word, one.figure) for one in told] == [
        ("Makes", "8.00"),
        ("Month", "3.00"),
        ("To last month", "5.00"),
        ("Last year to date", "2.50"),
    ]


def test_filling_cumulatives_to_the_right_leaves_the_year_as_it_was(year: Driver) -> None:
    year.go(1, AUG)
    year.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, held=Shift)
    year.press(Key.Key_R, held=Ctrl)
    assert stored(year) == {8: 3, 9: 0, 10: 0, 11: 0}


def test_a_heirs_cumulative_counts_what_is_pasted_for_the_unit_merged_into_it(year: Driver) -> None:
    book, live = year.session.book, year.session.live
    assert book is not None
    assert live is not None
    ids = {unit.name: unit.id for unit in live.units}
    with book.change("merge"):
        set_figure(book, Figure(ids["Cedar"], live.indicators[0].id, SEPTEMBER, None))
        update_unit(book, ids["Cedar"], valid_to=AUGUST, merged_into=ids["Ashby"])
    year.go(1, AUG)
    year.set_clipboard("4\t12\r\n4\t\r\n5\t")
    year.press(Key.Key_V, held=Ctrl)
    assert (stored(year), stored(year, "Cedar")) == ({8: 4, 9: 3}, {8: 5})
    assert year.text(1, SEP) == "12.00"


def test_what_cannot_be_read_in_a_month_stays_there(year: Driver) -> None:
    year.go(1, 4)
    year.type("about 3", Key.Key_Return)
    assert year.cell(1, 4).unreadable
    assert year.text(1, SEP) == "6.00"
    year.session.set_month(AUGUST)
    assert year.cell(1, 4).unreadable


@pytest.mark.parametrize(
    ("way", "row", "column"), [("Units × indicators", 2, 1), ("Units × months", 2, SEP), ("Indicators × months", FUNDS_LINE, SEP)]
)
def test_the_first_figure_of_a_units_month_tells_that_its_report_has_arrived(
    entry: Driver, way: str, row: int, column: int
) -> None:
    book, live = entry.session.book, entry.session.live
    assert book is not None
    assert live is not None
    birch = next(one.id for one in live.units if one.name == "Birch")
    entry.go(2, 1)
    press(entry, way)
    assert entry.at == (row, column)
    entry.type("5", Key.Key_Return)
    assert reports(book, SEPTEMBER)[birch].received == datetime.now().astimezone().date()
    assert set(reports(book, AUGUST)) == set()
    entry.session.undo()
    assert reports(book, SEPTEMBER) == {}


def test_what_is_pasted_over_months_arrives_for_each_of_them(entry: Driver) -> None:
    book = entry.session.book
    assert book is not None
    press(entry, "Units × months")
    entry.go(1, 6)
    entry.set_clipboard("1\t\r\n2\t3")
    entry.press(Key.Key_V, held=Ctrl)
    assert [len(reports(book, Month(2026, number))) for number in (5, 6, 7)] == [0, 2, 1]
