from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.ui.entry.driver import FUNDS, FUNDS_TO_DATE, PROJECTS_TO_DATE, TALKS, Driver, Key
from tests.ui.entry.small_book import AUGUST
from tracker.domain.indicator import EnteredBy
from tracker.store.indicators import update_indicator
from tracker.ui.models.cells import CellKind


def choose(entry: Driver, text: str) -> None:
    """Press a button of the bar."""
    button = next(one for one in entry.view.bar.findChildren(QToolButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_switch_turns_what_is_typed(entry: Driver) -> None:
    choose(entry, "To date")
    assert entry.cell(1, FUNDS).kind is CellKind.COMPUTED
    assert entry.cell(1, FUNDS_TO_DATE).kind is CellKind.TYPED
    assert entry.cell(1, TALKS).kind is CellKind.TYPED
    choose(entry, "Month")
    assert entry.cell(1, FUNDS).kind is CellKind.TYPED


def test_a_typed_cumulative_stores_the_month_exactly(entry: Driver) -> None:
    choose(entry, "To date")
    entry.go(1, FUNDS_TO_DATE)
    entry.type("7.1", Key.Key_Return)
    assert entry.value("Ashby") == Decimal("4.1")
    assert entry.text(1, FUNDS) == "4.10"
    assert entry.text(1, FUNDS_TO_DATE) == "7.10"


def test_the_first_month_of_the_year_is_its_own_cumulative(entry: Driver) -> None:
    entry.session.set_month(AUGUST)
    choose(entry, "To date")
    entry.go(1, FUNDS_TO_DATE)
    entry.type("5", Key.Key_Return)
    assert entry.value("Ashby", FUNDS, AUGUST) == 5


def test_a_cumulative_below_the_earlier_months_makes_a_negative_month(entry: Driver) -> None:
    choose(entry, "To date")
    entry.go(2, FUNDS_TO_DATE)
    entry.type("3.5", Key.Key_Return)
    assert entry.value("Birch") == Decimal("-0.5")
    assert entry.cell(2, FUNDS).negative
    assert entry.text(2, FUNDS) == "−0.50"


def test_a_typed_cumulative_is_blank_while_the_month_is_not_reported(entry: Driver) -> None:
    assert entry.text(2, FUNDS_TO_DATE) == "4.00"
    choose(entry, "To date")
    assert entry.text(2, FUNDS_TO_DATE) == ""
    assert entry.text(0, FUNDS_TO_DATE) == "14.50"


def test_clearing_a_cumulative_clears_the_month(entry: Driver) -> None:
    choose(entry, "To date")
    entry.go(1, FUNDS_TO_DATE)
    entry.press(Key.Key_Delete)
    assert entry.stored("Ashby") is None


def test_a_calculated_cumulative_is_edited_as_it_was_typed_but_the_month_is_not(entry: Driver) -> None:
    choose(entry, "To date")
    entry.go(1, FUNDS_TO_DATE)
    entry.type("=3+5", Key.Key_Return)
    entry.press(Key.Key_Up)
    entry.press(Key.Key_F2)
    assert entry.editor.text() == "=3+5"
    entry.press(Key.Key_Escape)
    choose(entry, "Month")
    entry.go(1, FUNDS)
    entry.press(Key.Key_F2)
    assert entry.editor.text() == "5"


def test_the_strip_tells_the_month_while_a_cumulative_is_typed(entry: Driver) -> None:
    choose(entry, "To date")
    told = entry.view.model.compare(1, FUNDS_TO_DATE, "=3+5")
    assert [(one.word, one.figure) for one in told] == [
        ("Makes", "8.00"),
        ("Month", "5.00"),
        ("To last month", "3.00"),
        ("Last year to date", "2.50"),
    ]


def test_each_indicator_begins_with_what_the_office_types_for_it(entry: Driver) -> None:
    book, live = entry.session.book, entry.session.live
    assert book is not None
    assert live is not None
    with book.change("by cumulative"):
        update_indicator(book, live.indicators[0].id, entered_by=EnteredBy.CUMULATIVE)
    assert entry.cell(1, FUNDS_TO_DATE).kind is CellKind.TYPED
    assert entry.cell(1, PROJECTS_TO_DATE).kind is CellKind.COMPUTED
    assert entry.view.bar.fill.value is None
