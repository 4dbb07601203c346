from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.target import PlanShare
from tracker.domain.unit import GroupId
from tracker.store.faults import MonthNumberOutOfRange, UnknownGroup, UnknownIndicator, YearOutOfRange
from tracker.store.plans import set_plan_share
from tracker.store.scheme_faults import SchemeHasNoLines, SchemeRefused
from tracker.store.scheme_versions import faults_of, remove_scheme, scheme_of, set_scheme, set_terms, terms, versions
from tracker.store.schemes import scheme_lines, set_scheme_lines

TERMS = Terms(total=Decimal(30), late=Decimal("0.5"), missing=Decimal(1), most=Decimal(5))


def scheme(county: County, from_month: int = 1, *, points: int = 30, stated: Terms = TERMS, year: int = 2026) -> Scheme:
    line = SchemeLine(year, None, county.money, Decimal(points), Method.PROPORTIONAL, cap=Decimal(1), from_month=from_month)
    return Scheme(year, from_month, (line,), stated)


def store(county: County, *schemes: Scheme) -> None:
    with county.book.change("scheme"):
        for each in schemes:
            set_scheme(county.book, each)


def test_a_version_is_in_force_until_the_next_one_is(county: County) -> None:
    first, second = scheme(county, 3), scheme(county, 7, points=40, stated=Terms())
    store(county, second, first)
    assert versions(county.book, 2026) == [first, second]
    assert [scheme_of(county.book, Month(2026, number)) for number in (2, 3, 6, 7, 12)] == [None, first, first, second, second]
    assert versions(county.book, 2025) == []


def test_a_version_is_replaced_with_its_terms_and_the_others_stay(county: County) -> None:
    store(county, scheme(county), scheme(county, 7))
    changed = scheme(county, 7, points=20, stated=Terms(total=Decimal(20)))
    store(county, changed)
    assert versions(county.book, 2026) == [scheme(county), changed]
    store(county, scheme(county, 7, stated=Terms()))
    assert terms(county.book) == [(2026, 1, TERMS)]


def test_without_a_version_the_one_before_it_stays_in_force(county: County) -> None:
    store(county, scheme(county), scheme(county, 7))
    with county.book.change("remove"):
        remove_scheme(county.book, 2026, 7)
        remove_scheme(county.book, 2026, 9)
    assert scheme_of(county.book, SEPTEMBER) == scheme(county)
    with county.book.change("remove"):
        set_scheme_lines(county.book, 2026, [])
    assert terms(county.book) == []


def test_a_scheme_that_cannot_work_is_refused_with_every_reason(county: County) -> None:
    with pytest.raises(SchemeRefused) as refused:
        store(county, scheme(county, points=20))
    assert refused.value.reasons == ("The lines add up to 20 points; the scheme says 30.",)
    assert str(refused.value).startswith("The scheme cannot work like this: The lines add up to 20 points")
    assert scheme_lines(county.book) == []


def test_a_pace_of_zero_matters_in_the_months_in_question(county: County) -> None:
    with county.book.change("plan"):
        set_plan_share(county.book, PlanShare(2026, county.money, 1, Decimal(0)))
    line = SchemeLine(2026, None, county.money, Decimal(10), Method.PACE, cap=Decimal(1), from_month=2)
    from_february = Scheme(2026, 2, (line,))
    assert faults_of(county.book, from_february) == []
    assert [fault.line for fault in faults_of(county.book, from_february, months=[1])] == [line]


def test_what_a_version_cannot_be(county: County) -> None:
    good = scheme(county)
    (line,) = good.lines
    for wrong, fault in (
        (Scheme(2026, 1, ()), SchemeHasNoLines),
        (Scheme(2026, 2, (line,)), ValueError),
        (Scheme(1, 1, (line,)), YearOutOfRange),
        (Scheme(2026, 13, (line,)), MonthNumberOutOfRange),
        (Scheme(2026, 1, (SchemeLine(2026, GroupId(99), county.money, Decimal(1), Method.ALL_OR_NOTHING),)), UnknownGroup),
        (Scheme(2026, 1, (SchemeLine(2026, None, IndicatorId(99), Decimal(1), Method.ALL_OR_NOTHING),)), UnknownIndicator),
    ):
        with pytest.raises(fault):
            store(county, wrong)
    with pytest.raises(MonthNumberOutOfRange), county.book.change("terms"):
        set_terms(county.book, 2026, 0, TERMS)
