from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County, contents
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store import check, corrections, figures, groups, indicators, journal, publications, reports, units
from tracker.store.journal import EntryKind
from tracker.store.month_faults import EntryCannotBeReverted
from tracker.store.reverting import revert_entry

AUGUST = Month(2026, 8)
THIRD = date(2026, 10, 3)


def last(county: County) -> int:
    return journal.entries(county.book, newest_first=True, limit=1)[0].id


def refuse(county: County, entry: int, match: str) -> None:
    before, entries = contents(county.book), last(county)
    with pytest.raises(EntryCannotBeReverted, match=match):
        revert_entry(county.book, entry)
    assert (contents(county.book), last(county)) == (before, entries)


def test_an_entry_is_turned_back_behind_others_as_an_entry_that_can_be_undone(county: County) -> None:
    county.put("1")
    county.put("2", typed="2")
    entry = last(county)
    county.put("5", month=AUGUST)
    county.book.forget_steps()
    after = contents(county.book)
    assert revert_entry(county.book, entry) == "type"
    assert county.stored() == county.figure("1")
    assert county.stored(AUGUST) == county.figure("5", month=AUGUST)
    made = journal.entries(county.book)[-1]
    assert (made.kind, made.reverts, made.label) == (EntryKind.REVERT, entry, "type")
    assert county.book.undo_label == "turned back: type"
    assert county.book.undo() == "turned back: type"
    assert contents(county.book) == after
    county.book.redo()
    assert county.stored() == county.figure("1")
    assert check.check(county.book) == []


def test_what_was_turned_back_can_be_turned_back_in_its_turn_and_redo_ends(county: County) -> None:
    county.put("1")
    entry = last(county)
    county.put("7", month=AUGUST)
    county.book.undo()
    assert county.book.redo_label == "type"
    revert_entry(county.book, entry)
    assert county.book.redo_label is None
    assert county.stored() is None
    revert_entry(county.book, last(county))
    assert county.stored() == county.figure("1")


def test_what_has_been_changed_since_is_left_alone(county: County) -> None:
    county.put("1")
    entry = last(county)
    county.put("2")
    refuse(county, entry, "changed again")
    county.put("1")
    revert_entry(county.book, entry)
    assert county.stored() is None
    refuse(county, entry, "changed again")


def test_an_entry_that_is_not_there(county: County) -> None:
    refuse(county, 99, "no entry 99")


def test_what_was_entered_since_in_the_same_place_or_belongs_to_it_stands_against_it(county: County) -> None:
    county.put("1")
    with county.book.change("clear"):
        figures.set_figure(county.book, county.figure(None))
    cleared = last(county)
    with county.book.change("another"):
        figures.set_figure(county.book, Figure(county.qingshi, county.money, SEPTEMBER, Decimal(1)))
    county.put("3")
    refuse(county, cleared, "changed again|stands in its place")
    with county.book.change("new group"):
        parks = groups.add_group(county.book, "园区")
    added = last(county)
    with county.book.change("new unit"):
        units.add_unit(county.book, code="U9", name="开发区", group=parks)
    refuse(county, added, "entered later")


def test_what_would_break_a_rule_of_the_book_is_told_with_the_place(county: County) -> None:
    with county.book.change("finer"):
        indicators.update_indicator(county.book, county.money, decimals=4)
    finer = last(county)
    county.put("1.2345")
    refuse(county, finer, r"figure · 城关镇 · 实际到位省外资金 · 2026-09: It has more decimals")


def test_a_published_month_is_not_changed_nor_its_publication_turned_back(county: County) -> None:
    county.put("1")
    typed = last(county)
    with county.book.change("publish"):
        publications.publish(county.book, SEPTEMBER, today=date(2026, 10, 10))
    published = last(county)
    with county.book.change("correct"):
        corrections.correct(county.book, SEPTEMBER, [(county.qingshi, county.money, Decimal(2))], "a slip")
    refuse(county, typed, "2026-09 is published")
    refuse(county, published, "published, opened again or corrected")
    refuse(county, last(county), "published, opened again or corrected")


def put(county: County, figure: Figure) -> int:
    with county.book.change("type"):
        figures.set_figure(county.book, figure)
        reports.note_arrivals(county.book, [figure], THIRD)
    return last(county)


def test_a_report_has_arrived_as_long_as_figures_of_it_are_there(county: County) -> None:
    first = put(county, county.figure("1"))
    second = put(county, Figure(county.chengguan, county.signed, SEPTEMBER, Decimal(2)))
    revert_entry(county.book, first)
    assert reports.reports(county.book, SEPTEMBER)[county.chengguan].received == THIRD
    revert_entry(county.book, second)
    assert set(reports.reports(county.book, SEPTEMBER)) == {county.chengguan}


def test_a_report_whose_only_figures_are_turned_back_has_not_arrived(county: County) -> None:
    revert_entry(county.book, put(county, county.figure("1")))
    assert reports.reports(county.book, SEPTEMBER) == {}


def test_the_clerks_own_word_on_an_arrival_is_turned_back_with_figures_or_without(county: County) -> None:
    county.put("1")
    with county.book.change("arrived"):
        reports.set_arrival(county.book, county.chengguan, SEPTEMBER, THIRD)
    revert_entry(county.book, last(county))
    assert reports.reports(county.book, SEPTEMBER) == {}
