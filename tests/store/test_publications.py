from __future__ import annotations

import datetime
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County, contents
from tracker import __version__
from tracker.domain.period import Month
from tracker.domain.target import PlanShare, Target
from tracker.store import check, corrections, figures, groups, indicators, journal, months, plans, settings, targets, units
from tracker.store.book import Book
from tracker.store.corrections import Corrected
from tracker.store.faults import BookIsDamaged, BookIsReadOnly, MonthIsPublished
from tracker.store.month_faults import (
    HasCorrections,
    IsPublishedAlready,
    LaterMonthIsPublished,
    MonthIsNotPublished,
    ReasonIsBlank,
)
from tracker.store.months import MonthState
from tracker.store.publications import Publication, frozen, publication, publications, publish, publish_history, reopen
from tracker.store.snapshot import ROWS, computed
from tracker.store.undo_log import TABLES

TENTH = date(2026, 10, 10)


def publish_month(county: County, month: Month = SEPTEMBER) -> Publication:
    with county.book.change(f"publish {month}"):
        published = publish(county.book, month, today=TENTH, computed="1 2 3")
    county.book.forget_steps()
    return published


def open_again(county: County, reason: str = "a slip", month: Month = SEPTEMBER) -> None:
    with county.book.change("reopen"):
        reopen(county.book, month, reason)
    county.book.forget_steps()


def test_a_publication_tells_when_by_whom_and_with_which_program(county: County) -> None:
    with county.book.change("name the clerk"):
        settings.set_clerk(county.book, "李会计")
    before = datetime.datetime.now(datetime.UTC)
    published = publish_month(county)
    assert before <= published.at <= datetime.datetime.now(datetime.UTC)
    told = (published.month, published.number, published.dated, published.by, published.program, published.withdrawn)
    assert told == (SEPTEMBER, 1, TENTH, "李会计", __version__, "")
    assert published.withdrawn_at is None
    assert publication(county.book, SEPTEMBER) == published
    assert publications(county.book) == [published]
    assert months.state(county.book, SEPTEMBER) is MonthState.PUBLISHED
    assert publication(county.book, SEPTEMBER.plus(1)) is None
    assert check.check(county.book) == []


def test_who_has_no_name_publishes_as_the_systems_user(county: County) -> None:
    assert publish_month(county).by == county.book.user


def test_a_published_months_figures_are_locked(county: County) -> None:
    county.put("1")
    publish_month(county)
    with pytest.raises(MonthIsPublished):
        county.put("2")
    county.put("2", month=SEPTEMBER.plus(1))


def test_a_published_month_is_not_published_again(county: County) -> None:
    publish_month(county)
    with pytest.raises(IsPublishedAlready):
        publish_month(county)


def test_a_month_that_an_older_program_locked_can_be_published_and_opened(county: County) -> None:
    with county.book.change("lock"):
        months.set_state(county.book, SEPTEMBER, MonthState.PUBLISHED)
    assert frozen(county.book, SEPTEMBER) is None
    assert publish_month(county).number == 1
    open_again(county)
    with county.book.change("lock"):
        months.set_state(county.book, SEPTEMBER, MonthState.PUBLISHED)
    open_again(county)
    assert months.state(county.book, SEPTEMBER) is MonthState.OPEN


def test_a_month_that_is_opened_again_keeps_its_publication_and_gets_another_one(county: County) -> None:
    county.put("1")
    first = publish_month(county)
    open_again(county, " a slip ")
    assert months.state(county.book, SEPTEMBER) is MonthState.OPEN
    assert publication(county.book, SEPTEMBER) is None
    assert frozen(county.book, SEPTEMBER) is None
    county.put("2")
    second = publish_month(county)
    withdrawn, now = publications(county.book, SEPTEMBER)
    assert (withdrawn.id, withdrawn.number, withdrawn.withdrawn, withdrawn.digest) == (first.id, 1, "a slip", first.digest)
    assert withdrawn.withdrawn_at is not None
    assert now == second
    assert now.number == 2
    assert now.digest != first.digest
    assert check.check(county.book) == []


def test_what_cannot_be_opened_again(county: County) -> None:
    county.put("1")
    with pytest.raises(MonthIsNotPublished):
        open_again(county)
    publish_month(county)
    publish_month(county, Month(2026, 10))
    with pytest.raises(ReasonIsBlank):
        open_again(county, " ", Month(2026, 10))
    with pytest.raises(LaterMonthIsPublished, match="2026-10"):
        open_again(county)
    open_again(county, month=Month(2026, 10))
    with county.book.change("correct"):
        corrections.correct(county.book, SEPTEMBER, [(county.chengguan, county.money, Decimal(2))], "slip")
    with pytest.raises(HasCorrections):
        open_again(county)


def change_everything(county: County) -> None:
    """In a changed book nothing is as it was in September, but for the figures of September itself."""
    book = county.book
    with book.change("change everything"):
        for month in (Month(2025, 9), Month(2026, 8)):
            figures.set_figure(book, county.figure("99", month=month))
        groups.update_group(book, county.towns, name="一类乡镇")
        units.update_unit(book, county.qingshi, name="青石街道", group=county.streets)
        units.add_unit(book, code="U9", name="白河镇", group=county.towns)
        indicators.update_indicator(book, county.money, name="到位资金", decimals=3)
        targets.set_target(book, Target(2026, county.chengguan, county.money, Decimal(1)))
        plans.set_plan_share(book, PlanShare(2026, county.money, 9, Decimal(1)))
        settings.set_title(book, "别的县")
        settings.set_rank_what_is_printed(book, printed=True)


def test_what_a_month_was_published_with_stays_whatever_becomes_of_the_book(county: County) -> None:
    book = county.book
    with book.change("fill"):
        settings.set_title(book, "云山县")
        targets.set_target(book, Target(2026, county.chengguan, county.money, Decimal(30)))
        targets.set_target(book, Target(2025, county.chengguan, county.money, Decimal(20)))
        plans.set_plan_share(book, PlanShare(2026, county.money, 9, Decimal("0.7")))
        for month in (Month(2024, 12), Month(2025, 1), Month(2026, 8), SEPTEMBER, Month(2026, 10)):
            figures.set_figure(book, county.figure("7", month=month))
    publish_month(county)
    was = [read(book) for read in (groups.groups, units.units, indicators.indicators)]
    change_everything(county)
    with county.past() as past:
        assert [read(past) for read in (groups.groups, units.units, indicators.indicators)] == was
        assert targets.targets(past) == [Target(2026, county.chengguan, county.money, Decimal(30))]
        assert [share.share for share in plans.plan(past)] == [Decimal("0.7")]
        assert [figure.month for figure in figures.figures(past)] == [Month(2025, 1), Month(2026, 8), SEPTEMBER]
        assert {figure.value for figure in figures.figures(past)} == {Decimal(7)}
        assert settings.title(past) == "云山县"
        assert not settings.rank_what_is_printed(past)
        assert months.state(past, SEPTEMBER) is MonthState.PUBLISHED
        assert computed(past) == "1 2 3"


def test_a_frozen_month_can_only_be_read(county: County) -> None:
    publish_month(county)
    with county.past() as past:
        assert past.read_only
        with pytest.raises(BookIsReadOnly, match="published month"), past.change("write"):
            pass
        with pytest.raises(Exception, match="readonly"):
            past.connection.execute("DELETE FROM unit")
        assert not past.changed_elsewhere()
    assert units.units(county.book)


def test_a_correction_is_seen_on_what_was_published_before_it_is_made(county: County) -> None:
    county.put("7")
    publish_month(county)
    given: list[Corrected] = [(county.chengguan, county.money, None), (county.qingshi, county.money, Decimal("1.5"))]
    with county.past(*given) as past:
        assert [(figure.unit, figure.value) for figure in figures.figures(past)] == [(county.qingshi, Decimal("1.5"))]
    with county.past() as past:
        assert [(figure.unit, figure.value) for figure in figures.figures(past)] == [(county.chengguan, Decimal(7))]


def test_what_is_kept_of_a_publication_must_be_whole(county: County) -> None:
    publish_month(county)
    county.book.connection.execute("UPDATE blob SET content = x'00'")
    with pytest.raises(BookIsDamaged):
        frozen(county.book, SEPTEMBER)


def test_a_snapshot_has_all_that_the_office_enters_but_what_no_ranking_is_made_of() -> None:
    assert set(TABLES) - ROWS.keys() == {
        "acceptance",
        "publication",
        "correction",
        "correction_figure",
        "office_text",
        "sender_word",
        "sent_file",
    }


def test_publishing_is_in_the_journal(county: County) -> None:
    publish_month(county)
    open_again(county)
    tables = [{change.table for change in journal.changes(county.book, entry.id)} for entry in journal.entries(county.book)[-2:]]
    assert tables == [{"month_state", "publication"}, {"month_state", "publication"}]
    assert journal.verify(county.book) is None


def test_publishing_that_is_given_up_leaves_nothing(county: County) -> None:
    before = contents(county.book)
    with pytest.raises(KeyboardInterrupt), county.book.change("publish"):
        publish(county.book, SEPTEMBER, today=TENTH)
        raise KeyboardInterrupt
    assert contents(county.book) == before
    assert county.book.row("SELECT count(*) FROM blob") == (0,)


def test_a_publication_outlives_the_session(county: County) -> None:
    county.put("7")
    published = publish_month(county)
    county.book.close()
    with Book.open(county.book.path, read_only=True) as book:
        assert publication(book, SEPTEMBER) == published
        with replace(county, book=book).past() as past:
            assert [figure.value for figure in figures.figures(past)] == [Decimal(7)]


def test_the_months_that_a_book_comes_with_are_published_on_one_snapshot_of_all_of_them(county: County) -> None:
    book, history = county.book, [Month(2026, 7), Month(2025, 3), SEPTEMBER]
    with book.change("load"):
        for month in (Month(2024, 1), *history, Month(2026, 10)):
            figures.set_figure(book, county.figure("7", month=month))
            targets.set_target(book, Target(month.year, county.chengguan, county.money, Decimal(month.year)))
        publish_history(book, [], today=TENTH)
        publish_history(book, history, today=TENTH)
    assert [(one.month, one.number, one.dated) for one in publications(book)] == [(month, 1, TENTH) for month in sorted(history)]
    assert len({one.digest for one in publications(book)}) == 1
    change_everything(county)
    for month in history:
        with county.past(month=month) as past:
            assert {figure.value for figure in figures.figures(past)} == {Decimal(7)}
            assert [target.value for target in targets.targets(past)] == [2025, 2026]
            assert figures.last_month(past) == SEPTEMBER
    before = publications(book)
    with book.change("load again"):
        publish_history(book, history, today=date(2027, 1, 1))
    assert publications(book) == before


def test_a_publication_of_an_empty_book_is_one_too(book: Book) -> None:
    with book.change("publish"):
        publish(book, SEPTEMBER, today=TENTH)
    past = frozen(book, SEPTEMBER)
    assert past is not None
    assert units.units(past) == []
    past.close()
