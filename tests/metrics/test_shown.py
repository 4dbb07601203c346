from __future__ import annotations

from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.metrics.live import Live
from tracker.metrics.shown import PublishedLive, document_date, live_of
from tracker.store import settings, units
from tracker.store.publications import publish, reopen

APRIL, MAY = Month(2026, 4), Month(2026, 5)
TENTH = date(2026, 5, 10)


@pytest.fixture
def published(county: SmallCounty) -> SmallCounty:
    """April is published: a has 3 of 10, c 4 of 10."""
    for unit, value in (("a", "3"), ("c", "4")):
        county.report(unit, "money", "2026-04", value)
        county.aim(unit, "money", "10")
        county.aim(unit, "money", "20", TargetSet.STRETCH)
    with county.book.change("publish"):
        publish(county.book, APRIL, today=TENTH)
    return county


def ranks(live: Live, county: SmallCounty) -> list[int | None]:
    rows = [live.table(county.indicator["money"]).row(county.unit[code]) for code in "ac"]
    return [row.rank for row in rows if row is not None]


def test_a_published_month_stays_as_it_was(published: SmallCounty) -> None:
    published.report("a", "money", "2026-03", "5")
    published.aim("c", "money", "1")
    with published.book.change("rename"):
        units.update_unit(published.book, published.unit["a"], name="another")
        settings.set_title(published.book, "Another")
    with closing(live_of(published.book, APRIL)) as live:
        assert ranks(live, published) == [2, 1]
        assert [unit.name for unit in live.units if unit.id == published.unit["a"]] == ["a"]
        assert settings.title(live.book) == "County"
        assert settings.title(live.whole) == "Another"
    with closing(Live(published.book, month=APRIL)) as live:
        assert [unit.name for unit in live.units if unit.id == published.unit["a"]] == ["another"]


def test_a_month_that_is_not_published_is_the_books_own(published: SmallCounty) -> None:
    with closing(live_of(published.book, MAY)) as live:
        assert live.book is published.book
        assert live.whole is published.book
        assert not isinstance(live, PublishedLive)
        published.report("a", "money", "2026-05", "9")
        assert ranks(live, published) == [1, 2]
    assert published.book.row("SELECT 1") == (1,), "the book stays open"


def test_what_a_correction_makes_of_a_published_month(published: SmallCounty) -> None:
    figure = (published.unit["a"], published.indicator["money"], Decimal(9))
    with closing(live_of(published.book, APRIL, corrected=[figure])) as live:
        assert ranks(live, published) == [1, 2]


def test_a_published_month_is_shown_in_both_sets_of_targets_and_alone(published: SmallCounty) -> None:
    with closing(live_of(published.book, APRIL, target_set=TargetSet.STRETCH)) as live:
        row = live.table(published.indicator["money"]).row(published.unit["a"])
        assert row is not None
        assert row.target == 20
        live.show(target_set=TargetSet.ASSIGNED)
        live.show(APRIL)
        row = live.table(published.indicator["money"]).row(published.unit["a"])
        assert row is not None
        assert row.target == 10
        with pytest.raises(ValueError, match="2026-05"):
            live.show(MAY)


def test_a_document_is_dated_when_it_was_published(published: SmallCounty) -> None:
    today = date(2027, 1, 1)
    assert document_date(published.book, APRIL, today) == TENTH
    assert document_date(published.book, MAY, today) == today
    with published.book.change("reopen"):
        reopen(published.book, APRIL, "a slip")
    assert document_date(published.book, APRIL, today) == today
