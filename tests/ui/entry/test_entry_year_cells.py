"""The cells of a year's sheet: months that are locked, units that have ended, what is marked, what an edit repaints."""

from decimal import Decimal

import pytest

from tests.ui.entry.driver import Ctrl, Driver, Key
from tests.ui.entry.small_book import AUGUST, SEPTEMBER
from tests.ui.entry.test_entry_ways import AUG, FUNDS_LINE, PROJECTS_LINE, RATE_LINE, SEP, YEAR_TO_DATE, press, spot_of
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store.figures import set_figure, set_note
from tracker.store.months import MonthState, set_state
from tracker.store.units import update_unit
from tracker.ui.models.cells import CellKind, NameCell


@pytest.fixture
def months(entry: Driver) -> Driver:
    """Units × months of Funds, the first cell of September current."""
    press(entry, "Units × months")
    return entry


def test_a_unit_that_ended_in_the_year_keeps_its_line_and_only_its_months(months: Driver) -> None:
    book, live = months.session.book, months.session.live
    assert book is not None
    assert live is not None
    ids = {unit.name: unit.id for unit in live.units}
    with book.change("merge"):
        set_figure(book, Figure(ids["Cedar"], live.indicators[0].id, SEPTEMBER, None))
        update_unit(book, ids["Cedar"], valid_to=AUGUST, merged_into=ids["Ashby"])
    assert "Cedar" in months.texts(0)
    name = months.view.model.any_cell(0, 0)
    assert isinstance(name, NameCell)
    assert name.detail == "2 units, subtotal"
    assert months.text(1, YEAR_TO_DATE) == "9.00"
    assert [months.cell(3, at).kind for at in (AUG, SEP)] == [CellKind.TYPED, CellKind.COMPUTED]
    months.go(3, SEP)
    months.type("1")
    assert "Cedar is not listed in 2026-09." in months.said[-1]
    months.go(3, AUG)
    months.type("5", Key.Key_Return)
    assert months.text(1, YEAR_TO_DATE) == "11.00"


def test_a_published_month_is_locked_and_the_others_are_not(months: Driver) -> None:
    book = months.session.book
    assert book is not None
    with book.change("publish"):
        set_state(book, AUGUST, MonthState.PUBLISHED)
    assert months.cell(1, AUG).locked
    assert not months.cell(1, SEP).locked
    months.go(1, AUG)
    months.type("1")
    assert "published" in months.said[-1]
    assert months.view.can("paste")
    months.go(1, 7)
    months.set_clipboard("1\t2\t3")
    months.press(Key.Key_V, held=Ctrl)
    assert months.said[-1] == "1 cells changed. 1 were skipped, nothing can be typed there in that month."
    assert [months.text(1, at) for at in (7, AUG, SEP)] == ["1.00", "3.00", "3.00"]
    months.go(1, AUG)
    months.press(Key.Key_Delete)
    assert "published" in months.said[-1]


def test_a_year_of_published_months_is_locked_as_a_whole(months: Driver) -> None:
    book = months.session.book
    assert book is not None
    with book.change("publish"):
        for number in range(1, 13):
            set_state(book, Month(2026, number), MonthState.PUBLISHED)
    assert not months.view.can("paste")


def test_hints_and_notes_are_shown_in_every_way(months: Driver) -> None:
    book, here = months.session.book, spot_of(months)
    assert book is not None
    assert here.figure is not None
    unit, indicator, _ = here.figure
    with book.change("note"):
        set_note(book, unit, indicator, AUGUST, note="late")
    months.view.model.set_hints({(unit, indicator, AUGUST): "an outlier"})
    assert (months.cell(1, AUG).hint, months.cell(1, AUG).note) == ("an outlier", "late")
    press(months, "Indicators × months")
    assert (months.cell(FUNDS_LINE, AUG).hint, months.cell(FUNDS_LINE, AUG).note) == ("an outlier", "late")
    months.view.model.set_hints({})
    assert months.cell(FUNDS_LINE, AUG).hint == ""


def test_an_edit_repaints_what_follows_it_and_nothing_else(months: Driver) -> None:
    seen: set[tuple[int, int]] = set()
    months.view.model.dataChanged.connect(
        lambda top, bottom: seen.update(
            (row, column) for row in range(top.row(), bottom.row() + 1) for column in range(top.column(), bottom.column() + 1)
        )
    )
    months.go(1, AUG)
    months.type("8", Key.Key_Return)
    assert seen == {(row, column) for row in (0, 1) for column in (0, *range(AUG, 16))}
    seen.clear()
    press(months, "Indicators × months")
    months.go(PROJECTS_LINE, AUG)
    months.type("7", Key.Key_Return)
    assert seen == {(row, column) for row in (PROJECTS_LINE, RATE_LINE) for column in (0, *range(AUG, 16))}
    seen.clear()
    book, live = months.session.book, months.session.live
    assert book is not None
    assert live is not None
    with book.change("another unit's"):
        set_figure(book, Figure(live.units[0].id, live.indicators[0].id, AUGUST, Decimal(1)))
    assert not seen
