"""Who has reported: whole or in part, in time or late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.reporting import MonthReports, Standing, UnitReport, month_reports
from tracker.store import reports
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.groups import add_group
from tracker.store.indicators import add_indicator
from tracker.store.units import add_unit

SEPTEMBER = Month(2026, 9)
IN_TIME, LATE = date(2026, 10, 5), date(2026, 10, 6)


@pytest.fixture
def live(county: SmallCounty) -> Iterator[Live]:
    found = Live(county.book, month=SEPTEMBER)
    yield found
    found.close()


def of(county: SmallCounty, live: Live, unit: str, *, today: date = IN_TIME) -> UnitReport:
    found = month_reports(county.book, live, today=today)
    return next(report for report in found.reports if report.unit.id == county.unit[unit])


def names(report: UnitReport) -> list[str]:
    return [indicator.name for indicator in report.owed]


def arrive(county: SmallCounty, unit: str, month: Month, day: date) -> None:
    with county.book.change("arrival"):
        reports.set_arrival(county.book, county.unit[unit], month, day)


def test_every_listed_unit_has_a_report_by_group_and_position(county: SmallCounty, live: Live) -> None:
    found = month_reports(county.book, live, today=IN_TIME)
    assert [(report.unit.name, report.group.name) for report in found.reports] == [
        ("a", "towns"),
        ("c", "towns"),
        ("d", "streets"),
        ("e", "streets"),
    ]
    assert (found.month, found.deadline) == (SEPTEMBER, IN_TIME)
    assert found.standing(Standing.MISSING) == found.reports
    assert found.standing(Standing.COMPLETE) == ()


def test_in_a_new_book_a_unit_owes_every_indicator_that_is_no_ratio(county: SmallCounty, live: Live) -> None:
    assert names(of(county, live, "c")) == ["money", "count", "grown", "level", "worse"]
    county.report("c", "money", "2026-09", "1")
    assert of(county, live, "c").standing is Standing.IN_PART
    assert names(of(county, live, "c")) == ["count", "grown", "level", "worse"]


def test_a_unit_owes_what_it_reported_in_the_twelve_months_before(county: SmallCounty, live: Live) -> None:
    county.report("c", "money", "2025-09", "1")
    county.report("c", "count", "2025-08", "1")
    county.report("c", "level", "2026-08", "0")
    assert names(of(county, live, "c")) == ["money", "level"]
    county.report("c", "money", "2026-09", "0")
    county.report("c", "level", "2026-09", "0")
    assert of(county, live, "c").standing is Standing.COMPLETE
    assert of(county, live, "c").owed == ()


def test_in_january_the_twelve_months_are_last_years(county: SmallCounty) -> None:
    county.report("c", "money", "2025-01", "1")
    county.report("c", "count", "2025-12", "1")
    live = Live(county.book, month=Month(2026, 1))
    assert names(of(county, live, "c")) == ["money", "count"]
    live.close()


def test_a_merged_unit_brings_along_what_is_expected(county: SmallCounty, live: Live) -> None:
    county.report("b", "level", "2026-05", "3")
    assert names(of(county, live, "a")) == ["level"]


def test_an_unreadable_cell_counts_as_sent_but_is_still_owed(county: SmallCounty, live: Live) -> None:
    county.report("c", "money", "2026-08", "1")
    with county.book.change("type"):
        set_figure(county.book, Figure(county.unit["c"], county.indicator["money"], SEPTEMBER, None, typed="about 3"))
    assert of(county, live, "c").standing is Standing.IN_PART
    assert names(of(county, live, "c")) == ["money"]


def test_what_is_missing_is_late_once_the_deadline_is_over(county: SmallCounty, live: Live) -> None:
    assert not of(county, live, "c", today=IN_TIME).late
    assert of(county, live, "c", today=LATE).late


def test_what_has_come_is_late_by_the_day_it_came(county: SmallCounty, live: Live) -> None:
    county.report("c", "money", "2026-09", "1")
    assert not of(county, live, "c", today=LATE).late
    arrive(county, "c", SEPTEMBER, IN_TIME)
    assert (of(county, live, "c", today=LATE).received, of(county, live, "c", today=LATE).late) == (IN_TIME, False)
    arrive(county, "c", SEPTEMBER, LATE)
    assert of(county, live, "c").late


def test_what_has_come_but_is_not_entered_is_neither_missing_nor_there(county: SmallCounty, live: Live) -> None:
    arrive(county, "c", SEPTEMBER, IN_TIME)
    assert of(county, live, "c").standing is Standing.ARRIVED


def test_late_months_without_a_break_are_counted(county: SmallCounty, live: Live) -> None:
    august, july, june = (Month(2026, number) for number in (8, 7, 6))
    arrive(county, "c", august, date(2026, 9, 9))
    arrive(county, "c", july, date(2026, 8, 9))
    arrive(county, "c", june, date(2026, 7, 1))
    arrive(county, "d", august, date(2026, 9, 1))
    assert of(county, live, "c", today=LATE).late_running == 3
    assert of(county, live, "d", today=LATE).late_running == 1
    assert of(county, live, "c", today=IN_TIME).late_running == 0


def test_counting_ends_where_nobody_noted_arrivals_and_after_a_year(county: SmallCounty, live: Live) -> None:
    assert of(county, live, "c", today=LATE).late_running == 1
    for back in range(1, 16):
        month = SEPTEMBER.plus(-back)
        arrive(county, "c", month, month.plus(1).last_day)
    assert of(county, live, "c", today=LATE).late_running == 13


def test_in_the_first_month_there_is_nothing_before(county: SmallCounty) -> None:
    live = Live(county.book, month=Month(1900, 1))
    with county.book.change("begin"):
        county.book.write("UPDATE unit SET valid_from = NULL")
    assert of(county, live, "c", today=LATE).late_running == 1
    live.close()


def test_the_deadline_is_the_offices_own(county: SmallCounty, live: Live) -> None:
    with county.book.change("deadline"):
        reports.set_deadline_day(county.book, 3)
    assert month_reports(county.book, live, today=IN_TIME).deadline == date(2026, 10, 3)
    assert of(county, live, "c", today=IN_TIME).late


def test_without_indicators_nothing_is_owed(tmp_path: Path) -> None:
    with Book.create(tmp_path / "new.tracker") as book:
        with book.change("unit"):
            add_unit(book, code="x", name="x", group=add_group(book, "towns"))
        live = Live(book, month=SEPTEMBER)
        found = month_reports(book, live, today=IN_TIME)
        assert [(report.standing, report.owed) for report in found.reports] == [(Standing.MISSING, ())]
        live.close()


def test_a_book_without_units_has_no_reports(tmp_path: Path) -> None:
    with Book.create(tmp_path / "new.tracker") as book:
        with book.change("indicator"):
            add_indicator(book, code="x", name="x", unit="个", decimals=0)
        live = Live(book, month=SEPTEMBER)
        assert month_reports(book, live, today=IN_TIME) == MonthReports(SEPTEMBER, IN_TIME, ())
        live.close()
