"""What the journal says of each table's rows."""

from decimal import Decimal

import pytest

from tracker.domain.figure import Figure
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.target import PlanShare, Target, TargetSet
from tracker.store import figures, groups, indicators, journal, plans, schemes, settings, targets, undo_log, units
from tracker.store.book import Book
from tracker.store.scheme_drafts import drop_draft, keep_draft
from tracker.ui.models.journal_names import Names
from tracker.ui.models.journal_tables import TABLES
from tracker.ui.models.journal_words import lines_of

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def book(book_path):
    with Book.open(book_path) as opened:
        yield opened


def told(book, names=None):
    """The newest entry, line by line."""
    changes = journal.changes(book, journal.entries(book, newest_first=True, limit=1)[0].id)
    known = names or Names(book)
    known.learn(changes)
    return [str(line) for change in changes for line in lines_of(change, known, TABLES)]


def test_every_table_of_the_journal_has_its_words():
    assert set(TABLES) == set(undo_log.TABLES)


def test_a_figure_is_told_from_old_to_new(book):
    with book.change("enter"):
        figures.set_figure(book, Figure(1, 1, SEPTEMBER, Decimal("0.86")))
    assert told(book) == ["Ashby · Funds · 2026-09: 9.00 → 0.86"]


def test_what_was_typed_is_told_where_it_is_not_the_plain_figure(book):
    with book.change("enter"):
        figures.set_figure(book, Figure(1, 1, SEPTEMBER, Decimal("0.86"), typed="=0.52+0.34"))
        figures.set_figure(book, Figure(2, 1, SEPTEMBER, Decimal(1234), typed="1,234"))
    assert told(book) == [
        "Ashby · Funds · 2026-09: 9.00 → 0.86 (typed =0.52+0.34)",
        "Birch · Funds · 2026-09: 6.00 → 1,234.00",
    ]


def test_blank_and_unreadable_figures_are_told_as_such(book):
    with book.change("clear"):
        figures.set_figure(book, Figure(1, 1, SEPTEMBER, None))
        figures.set_figure(book, Figure(2, 1, SEPTEMBER, None, typed="about 6"))
    assert told(book) == ["Ashby · Funds · 2026-09: 9.00 → —", "Birch · Funds · 2026-09: 6.00 → “about 6” (unreadable)"]


def test_a_note_is_a_line_of_its_own(book):
    with book.change("note"):
        figures.set_note(book, 1, 1, SEPTEMBER, note="asked by telephone")
    assert told(book) == ["Ashby · Funds · 2026-09 · note: — → asked by telephone"]


def test_targets_and_paces_name_their_year_and_set(book):
    with book.change("aim"):
        targets.set_target(book, Target(2026, 1, 1, Decimal("11.5")))
        targets.set_target(book, Target(2026, None, 2, Decimal(100), TargetSet.STRETCH))
        plans.set_plan_share(book, PlanShare(2026, 1, 9, Decimal("0.7")))
    assert told(book) == [
        "Year 2026 · Ashby · Funds · target: 12.00 → 11.50",
        "Year 2026 · Whole county · Projects · stretch target: — → 100",
        "Year 2026 · Funds · pace by month 9: — → 70.00 %",
    ]


def test_a_unit_is_told_field_by_field(book):
    with book.change("rename"):
        units.update_unit(book, 1, name="Ashton", group=2, valid_to=SEPTEMBER, contact="ext. 6217")
    assert told(book) == [
        "Unit Ashton · name: Ashby → Ashton",
        "Unit Ashton · group: Towns → Parks",
        "Unit Ashton · last month: — → 2026-09",
        "Unit Ashton · contact: — → ext. 6217",
    ]


def test_what_is_added_or_removed_is_one_line(book):
    with book.change("add"):
        elm = units.add_unit(book, code="El", name="Elm", group=1, sort=9)
    assert told(book) == ["Unit Elm: — → code El, name Elm, group Towns, position 9"]
    names = Names(book)
    with book.change("remove"):
        units.remove_unit(book, elm)
    assert told(book, names) == ["Unit Elm: code El, name Elm, group Towns, position 9 → —"]


def test_names_that_are_gone_are_learned_from_what_is_shown(book):
    with book.change("group"):
        fresh = groups.add_group(book, "Villages", sort=3)
    with book.change("no more"):
        groups.remove_group(book, fresh)
    names = Names(book)
    assert names.group(fresh) == f"(removed, no. {fresh})"
    assert told(book, names) == ["Group Villages: name Villages, position 3 → —"]
    assert names.group(fresh) == "Villages"
    assert (names.decimals(1), names.decimals(99)) == (2, None)


def test_an_indicators_codes_are_words(book):
    with book.change("ratio"):
        indicators.add_indicator(
            book, code="r", name="Rate", unit="%", decimals=2, kind=Kind.RATIO, numerator=2, denominator=1, factor=Decimal(100)
        )
    line = told(book)[0]
    assert line.startswith(
        "Indicator Rate: — → code r, name Rate, unit of measure %, decimals 2, kind ratio, direction higher is better"
    )
    assert "numerator Projects, denominator Funds, factor 100" in line


def test_a_scheme_line_and_a_setting(book):
    with book.change("rules"):
        schemes.set_scheme_lines(book, 2026, [SchemeLine(2026, None, 1, Decimal(40), Method.PACE, cap=Decimal("1.2"))])
        settings.set_clerk(book, "Clerk A")
        settings.put(book, "something", "else")
    assert told(book) == [
        "Year 2026 · All groups · Funds: — → points 40, method by pace, cap 1.2",
        "Clerk: — → Clerk A",
        "something: — → else",
    ]


def test_a_months_course_is_told(book):
    from datetime import date

    from tracker.store import acceptances, corrections, publications, reports

    with book.change("course"):
        reports.set_arrival(book, 1, SEPTEMBER, date(2026, 10, 3))
        acceptances.accept(book, acceptances.Acceptance(1, 1, SEPTEMBER, "jump", Decimal(9), "is right"))
        publications.publish(book, SEPTEMBER, today=date(2026, 10, 8))
    lines = told(book)
    assert lines[0] == "Ashby · 2026-09: — → received 2026-10-03"
    assert lines[1] == "Ashby · Funds · 2026-09: — → accepted 9.00, because is right"
    assert lines[2] == "2026-09: — → published"
    assert lines[3].startswith("2026-09 · Publication no. 1: — → published on 2026-10-08, by ")
    with book.change("correct"):
        corrections.correct(book, SEPTEMBER, [(1, 1, Decimal(8))], "typing mistake")
    lines = told(book)
    assert lines[0].startswith("2026-09 · Correction no. 1: — → because typing mistake, by ")
    assert "Ashby · Funds · 2026-09: 9.00 → 8.00" in lines
    assert "Ashby · Funds: — → published as 9.00, corrected to 8.00" in lines


def test_a_draft_of_a_scheme_is_told_in_words(book):
    lines = (
        SchemeLine(2026, 1, 1, Decimal(60), Method.TIERS, tiers=((Decimal("0.8"), Decimal(100)),), from_month=7),
        SchemeLine(2026, None, 2, Decimal(40), Method.EFFICACY, basis="yoy", from_month=7),
    )
    with book.change("draft"):
        keep_draft(book, Scheme(2026, 7, lines, Terms(total=Decimal(100), late=Decimal(1))))
    assert told(book) == [
        (
            "Drafts of the scheme: — → 2026, from month 7 on: total points 100, points off for a late form 1, "
            "Funds Towns 60 by tiers 0.8:100, Projects 40 efficacy coefficient the growth on last year"
        )
    ]
    with book.change("draft"):
        drop_draft(book, 2026, 7)
    assert told(book)[0].endswith(" → —")
