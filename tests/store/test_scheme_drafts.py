from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.store import groups, indicators
from tracker.store.faults import MonthNumberOutOfRange, YearOutOfRange
from tracker.store.publications import publish
from tracker.store.scheme_drafts import adopt_draft, draft_of, drafts, drop_draft, keep_draft
from tracker.store.scheme_faults import SchemeRefused
from tracker.store.scheme_versions import scheme_of, versions

TERMS = Terms(total=Decimal("30.5"), late=Decimal("0.5"), missing=Decimal(1), most=Decimal(5))


def draft(county: County, from_month: int = 1, *, year: int = 2026) -> Scheme:
    """Every kind of parameter, and points that do not add up."""
    said = {"year": year, "from_month": from_month}
    lines = (
        SchemeLine(
            group=county.towns,
            indicator=county.money,
            points=Decimal(20),
            method=Method.PROPORTIONAL_BONUS,
            bonus_cap=Decimal(3),
            tiers=((Decimal(100), Decimal("0.1")), (Decimal(0), Decimal("0.2"))),
            **said,
        ),
        SchemeLine(group=None, indicator=county.rate, points=Decimal(5), method=Method.EFFICACY, basis="cumulative", **said),
        SchemeLine(
            group=None,
            indicator=county.signed,
            points=Decimal(5),
            method=Method.RANK_POINTS,
            step=Decimal("0.5"),
            floor=Decimal(0),
            **said,
        ),
    )
    return Scheme(year, from_month, lines, TERMS)


def keep(county: County, *kept: Scheme) -> None:
    with county.book.change("draft"):
        for one in kept:
            keep_draft(county.book, one)


def test_a_draft_is_kept_as_it_is_faults_and_all_and_counts_for_nothing(county: County) -> None:
    keep(county, draft(county, 7), draft(county), draft(county, year=2025))
    assert drafts(county.book) == [draft(county, year=2025), draft(county), draft(county, 7)]
    assert drafts(county.book, 2026) == [draft(county), draft(county, 7)]
    assert draft_of(county.book, 2026, 7) == draft(county, 7)
    assert draft_of(county.book, 2026, 8) is None
    assert scheme_of(county.book, SEPTEMBER) is None


def test_a_draft_takes_the_place_of_the_one_of_its_version_and_goes_when_it_is_dropped(county: County) -> None:
    keep(county, draft(county), draft(county, 7), replace(draft(county), lines=(), terms=Terms()))
    assert draft_of(county.book, 2026, 1) == Scheme(2026, 1, (), Terms())
    with county.book.change("drop"):
        drop_draft(county.book, 2026, 1)
        drop_draft(county.book, 2026, 12)
    assert drafts(county.book) == [draft(county, 7)]
    with county.book.change("drop"):
        drop_draft(county.book, 2026, 7)
    assert drafts(county.book) == []
    assert county.book.rows("SELECT key FROM setting WHERE key = 'scheme_drafts'") == []


def test_a_draft_that_is_adopted_counts_and_is_no_draft_any_more(county: County) -> None:
    sound = replace(draft(county), terms=Terms())
    keep(county, sound)
    with county.book.change("adopt"):
        adopt_draft(county.book, 2026, 1)
        adopt_draft(county.book, 2026, 2)
    assert versions(county.book, 2026) == [sound]
    assert drafts(county.book) == []


def test_a_draft_that_cannot_work_is_refused_and_stays(county: County) -> None:
    keep(county, draft(county))
    with pytest.raises(SchemeRefused), county.book.change("adopt"):
        adopt_draft(county.book, 2026, 1)
    assert drafts(county.book) == [draft(county)]


def test_lines_for_what_is_gone_are_left_out_and_come_back_with_it(county: County) -> None:
    keep(county, draft(county))
    with county.book.change("remove"):
        indicators.remove_indicator(county.book, county.rate)
    assert [line.indicator for line in drafts(county.book)[0].lines] == [county.money, county.signed]
    county.book.undo()
    assert drafts(county.book) == [draft(county)]


def test_lines_of_a_group_that_is_gone_are_left_out(county: County) -> None:
    with county.book.change("group"):
        parks = groups.add_group(county.book, "园区")
    lines = draft(county).lines
    keep(county, replace(draft(county), lines=(replace(lines[0], group=parks), *lines[1:])))
    with county.book.change("remove"):
        groups.remove_group(county.book, parks)
    assert drafts(county.book)[0].lines == lines[1:]


def test_a_draft_of_no_year_or_month_is_refused(county: County) -> None:
    for wrong, fault in (
        (replace(draft(county), year=99), YearOutOfRange),
        (replace(draft(county), from_month=13), MonthNumberOutOfRange),
    ):
        with pytest.raises(fault), county.book.change("draft"):
            keep_draft(county.book, wrong)


def test_a_published_month_keeps_no_drafts(county: County) -> None:
    keep(county, draft(county))
    county.put("5")
    with county.book.change("publish"):
        publish(county.book, Month(2026, 9), today=date(2026, 10, 8))
    with county.past() as past:
        assert drafts(past) == []
