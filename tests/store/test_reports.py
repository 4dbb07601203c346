from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store import settings
from tracker.store.faults import UnknownUnit
from tracker.store.month_faults import DayOutOfRange
from tracker.store.reports import (
    DEADLINE_DAY,
    Report,
    deadline,
    deadline_day,
    note_arrival,
    note_arrivals,
    reports,
    set_arrival,
    set_deadline_day,
)

THIRD, FOURTH = date(2026, 10, 3), date(2026, 10, 4)


def test_the_first_figure_of_a_unit_notes_when_its_report_arrived(county: County) -> None:
    with county.book.change("type"):
        note_arrival(county.book, county.chengguan, SEPTEMBER, THIRD)
        note_arrival(county.book, county.chengguan, SEPTEMBER, FOURTH)
    assert reports(county.book, SEPTEMBER) == {county.chengguan: Report(county.chengguan, SEPTEMBER, THIRD)}
    assert reports(county.book, SEPTEMBER.plus(1)) == {}


def test_figures_note_the_arrival_of_each_unit_and_month_they_are_of_but_blank_ones_do_not(county: County) -> None:
    given = [
        county.figure("1"),
        county.figure(None, typed="thirty or so", month=SEPTEMBER.plus(-1)),
        Figure(county.qingshi, county.money, SEPTEMBER, None),
        Figure(county.yunfeng, county.money, SEPTEMBER, Decimal(0)),
    ]
    with county.book.change("paste"):
        note_arrivals(county.book, given, THIRD)
    assert set(reports(county.book, SEPTEMBER)) == {county.chengguan, county.yunfeng}
    assert set(reports(county.book, SEPTEMBER.plus(-1))) == {county.chengguan}


def test_the_clerks_own_word_counts_and_takes_it_back(county: County) -> None:
    with county.book.change("arrival"):
        note_arrival(county.book, county.chengguan, SEPTEMBER, FOURTH)
        set_arrival(county.book, county.chengguan, SEPTEMBER, THIRD)
    assert reports(county.book, SEPTEMBER)[county.chengguan].received == THIRD
    with county.book.change("not yet"):
        set_arrival(county.book, county.chengguan, SEPTEMBER, None)
    assert reports(county.book, SEPTEMBER) == {}


def test_nobody_reports_who_is_no_unit(county: County) -> None:
    with pytest.raises(UnknownUnit), county.book.change("arrival"):
        note_arrival(county.book, UnitId(99), SEPTEMBER, THIRD)


def test_reports_are_due_on_the_fifth_of_the_next_month_unless_the_office_says_otherwise(county: County) -> None:
    assert (deadline_day(county.book), deadline(county.book, SEPTEMBER)) == (5, date(2026, 10, 5))
    with county.book.change("due"):
        set_deadline_day(county.book, 31)
    assert deadline(county.book, SEPTEMBER) == date(2026, 10, 31)
    assert deadline(county.book, Month(2026, 12)) == date(2027, 1, 31)
    assert deadline(county.book, Month(2027, 1)) == date(2027, 2, 28)


@pytest.mark.parametrize("day", [0, 32, -1])
def test_a_day_that_no_month_has_is_refused(county: County, day: int) -> None:
    with pytest.raises(DayOutOfRange), county.book.change("due"):
        set_deadline_day(county.book, day)


def test_a_day_that_a_data_folder_brought_and_that_is_none_is_the_usual_one(county: County) -> None:
    with county.book.change("load"):
        settings.put(county.book, DEADLINE_DAY, "soon")
    assert deadline_day(county.book) == 5
