import pytest

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.live_hints import LiveHints
from tracker.store import figures, months, units
from tracker.store.book import Book
from tracker.ui.summary import summary_of

SEPTEMBER = Month(2026, 9)


def summary(book):
    """September's summary, from figures fresh from the book."""
    live = Live(book, month=SEPTEMBER)
    hints = LiveHints(book, live)
    made = summary_of(book, live, hints)
    hints.close()
    live.close()
    return made


@pytest.fixture
def book(book_path):
    with Book.open(book_path) as opened:
        yield opened


def test_a_unit_has_reported_as_soon_as_one_cell_holds_anything(book):
    september = summary(book)
    assert (september.reported, september.listed) == (3, 4)
    assert [(unit.name, group.name) for unit, group in september.missing] == [("Dune Park", "Parks")]
    with book.change("type"):
        figures.set_figure(book, Figure(4, 1, SEPTEMBER, None, typed="soon"))
    assert summary(book).reported == 4


def test_a_note_alone_is_no_report(book):
    with book.change("note"):
        figures.set_figure(book, Figure(4, 1, SEPTEMBER, None, note="they are late"))
    assert summary(book).reported == 3


def test_only_the_months_own_units_count(book):
    with book.change("end"):
        units.update_unit(book, 1, valid_to=Month(2026, 8))
    september = summary(book)
    assert (september.reported, september.listed) == (2, 3)
    assert september.unreadable == 0


def test_hints_come_in_the_order_of_the_grid_and_unreadable_cells_are_counted_among_them(book):
    with book.change("junk"):
        for unit, indicator in ((3, 1), (2, 2), (2, 1)):
            figures.set_figure(book, Figure(unit, indicator, SEPTEMBER, None, typed="?"))
    september = summary(book)
    assert [(hint.unit, hint.indicator) for hint in september.hints] == [(1, 2), (2, 1), (2, 2), (3, 1), (3, 2)]
    assert september.unreadable == 4


def test_a_published_month_is_told(book):
    assert not summary(book).published
    with book.change("publish"):
        months.set_state(book, SEPTEMBER, months.MonthState.PUBLISHED)
    assert summary(book).published
