import sqlite3
import subprocess
import sys
from decimal import Decimal

import pytest

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.errors import BookError
from tracker.store import figures, months
from tracker.store.book import Book
from tracker.store.faults import BookMissing
from tracker.store.figures import figure
from tracker.ui.session import this_month

SEPTEMBER = Month(2026, 9)


def type_figure(session, value, *, unit=None):
    unit, indicator = unit or session.live.units[0].id, session.live.indicators[0].id
    with session.book.change("Ashby Funds"):
        figures.set_figure(session.book, Figure(unit, indicator, session.month, Decimal(value)))


def test_an_opened_book_shows_its_newest_month_with_figures(session, book_path, qtbot):
    with qtbot.waitSignal(session.book_changed):
        session.open(book_path)
    assert session.month == SEPTEMBER
    assert session.live.month == SEPTEMBER
    assert session.writable
    assert session.settings.last_book == book_path


def test_a_book_without_figures_shows_this_month(session, tmp_path):
    session.new(tmp_path / "new.tracker", title="New")
    assert session.month == this_month()


def test_what_cannot_be_opened_leaves_what_is_open(session, book_path, tmp_path):
    session.open(book_path)
    before = session.book
    with pytest.raises(BookMissing):
        session.open(tmp_path / "missing.tracker")
    assert session.book is before
    type_figure(session, 3)


def test_when_a_change_is_announced_the_live_figures_have_it_already(session, book_path):
    session.open(book_path)
    unit, indicator, seen = session.live.units[0].id, session.live.indicators[0].id, []
    session.data_changed.connect(lambda _changed: seen.append(session.live.table(indicator).row(unit).month_value))
    type_figure(session, "3.5")
    session.undo()
    session.redo()
    assert seen == [Decimal("3.5"), Decimal(9), Decimal("3.5")]


def test_undo_and_redo_name_what_they_do(session, book_path):
    session.open(book_path)
    assert (session.undo_label, session.redo_label) == (None, None)
    type_figure(session, 3)
    assert (session.undo_label, session.redo_label) == ("Ashby Funds", None)
    session.undo()
    assert (session.undo_label, session.redo_label) == (None, "Ashby Funds")
    session.undo()
    session.redo()
    session.redo()
    assert session.undo_label == "Ashby Funds"


def test_another_month_is_announced_once(session, book_path):
    session.open(book_path)
    seen = []
    session.month_changed.connect(lambda: seen.append(session.live.month))
    session.set_month(Month(2026, 8))
    session.set_month(Month(2026, 8))
    assert seen == [Month(2026, 8)]
    session.show_newest_month()
    assert session.month == SEPTEMBER


def test_closing_lets_go_of_the_book(session, book_path, qtbot):
    session.open(book_path)
    with qtbot.waitSignal(session.book_changed):
        session.close()
    assert (session.book, session.live, session.writable) == (None, None, False)
    with Book.open(book_path) as free:
        assert not free.read_only
    session.close()
    session.undo()
    session.set_month(Month(2026, 1))


def test_another_book_takes_the_place_of_the_first(session, book_path, tmp_path):
    session.open(book_path)
    session.new(tmp_path / "other.tracker", title="Other")
    assert session.book.path.name == "other.tracker"
    with Book.open(book_path) as free:
        assert not free.read_only


def test_opening_the_open_book_again_changes_nothing(session, book_path):
    session.open(book_path)
    before = session.book
    session.open(book_path)
    assert session.book is before


def test_saved_at_is_the_time_of_the_last_change(session, book_path):
    session.open(book_path)
    opened = session.saved_at
    type_figure(session, 3)
    assert session.saved_at > opened


HOLD = """
import sys
from decimal import Decimal
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store import figures
from tracker.store.book import Book
with Book.open(sys.argv[1]) as book:
    print("held", flush=True)
    for line in sys.stdin:
        with book.change("elsewhere"):
            figures.set_figure(book, Figure(1, 1, Month(2026, 9), Decimal(line)))
        print("written", flush=True)
"""


@pytest.fixture
def holder(book_path):
    """Another program that has the book open; each line sent to it becomes the figure of unit 1 in September."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(book_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.stdin.close()
        process.wait(10)


def test_a_book_that_somebody_has_opens_read_only_and_says_who(session, book_path, holder):
    session.open(book_path)
    assert not session.writable
    assert session.book.holder.pid == holder.pid
    assert session.undo_label is None
    with pytest.raises(BookError):
        type_figure(session, 3)


def test_a_read_only_book_follows_what_its_writer_does(session, book_path, holder, qtbot):
    session.open(book_path)
    session.set_month(Month(2026, 8))
    holder.stdin.write("77\n")
    holder.stdin.flush()
    assert holder.stdout.readline() == "written\n"
    with qtbot.waitSignal(session.reread, timeout=10_000):
        pass
    assert session.month == Month(2026, 8)
    session.set_month(SEPTEMBER)
    assert session.live.table(session.live.indicators[0].id).row(1).month_value == Decimal(77)


def test_while_the_writer_is_writing_it_says_so_and_looks_again(session, book_path, holder, qtbot):
    session.open(book_path)
    session.book.connection.execute("PRAGMA busy_timeout = 0")
    said, reread = [], []
    session.said.connect(said.append)
    session.reread.connect(lambda: reread.append(True))
    holder.stdin.write("77\n")
    holder.stdin.flush()
    assert holder.stdout.readline() == "written\n"
    with sqlite3.connect(book_path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        session._look_again()
        other.execute("ROLLBACK")
    other.close()
    assert "Another program is using" in said[0]
    assert reread == []
    session._look_again()
    assert reread == [True]


def test_once_the_writer_is_gone_the_book_can_be_written(session, book_path, holder, qtbot):
    session.open(book_path)
    session.set_month(Month(2026, 8))
    assert not session.try_to_write()
    holder.stdin.close()
    holder.wait(10)
    with qtbot.waitSignal(session.book_changed):
        assert session.try_to_write()
    assert session.writable
    assert session.month == Month(2026, 8)
    type_figure(session, 3)


def test_a_published_month_refuses_figures_and_can_be_opened_again(session, book_path):
    session.open(book_path)
    with session.book.change("publish"):
        months.set_state(session.book, SEPTEMBER, months.MonthState.PUBLISHED)
    with pytest.raises(Exception, match="published"):
        type_figure(session, 3)
    session.undo()
    type_figure(session, 3)
    assert figure(session.book, session.live.units[0].id, session.live.indicators[0].id, SEPTEMBER).value == 3
