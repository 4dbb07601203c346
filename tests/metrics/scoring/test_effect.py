from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.metrics.conftest import SmallCounty
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.metrics.live import Live
from tracker.metrics.scoring.effect import Effect, effect
from tracker.metrics.scoring.guards import Guard
from tracker.metrics.shown import live_of
from tracker.store.indicators import add_indicator
from tracker.store.publications import publish

SEPTEMBER, TODAY = Month(2026, 9), date(2026, 11, 25)


def scheme(county: SmallCounty, each: str = "1", **terms: Decimal) -> Scheme:
    line = SchemeLine(2026, None, county.indicator["count"], Decimal(100), Method.PER_ITEM, each=Decimal(each))
    return Scheme(2026, 1, (line,), Terms(**terms))


def of(county: SmallCounty, before: Scheme | None, after: Scheme | None) -> Effect:
    return effect(Live(county.book, month=SEPTEMBER), before, after, today=TODAY)


def by_efficacy(county: SmallCounty) -> Scheme:
    (line,) = scheme(county).lines
    return Scheme(2026, 1, (replace(line, method=Method.EFFICACY, each=None, basis="cumulative"),))


def report(county: SmallCounty) -> None:
    for unit, count in (("a", "4"), ("c", "3")):
        county.report(unit, "count", "2026-09", count)


def test_both_versions_score_the_month_each_by_its_own_terms(county: SmallCounty) -> None:
    report(county)
    found = of(county, scheme(county), scheme(county, "2", missing=Decimal(1)))
    by_code = {row.unit.code: (row.before.value, row.after.value) for row in found.rows}
    assert by_code["a"] == (4, 8)
    assert by_code["d"] == (0, -1)  # its form of September never came
    assert (found.month, found.hindrances, found.cautions) == (SEPTEMBER, (), [])


def test_who_changes_place_is_counted(county: SmallCounty) -> None:
    report(county)
    county.report("c", "worse", "2026-09", "9")
    other = Scheme(2026, 1, (replace(scheme(county).lines[0], indicator=county.indicator["worse"]),))
    assert of(county, scheme(county), other).changing == 2


def test_what_compares_comes_with_its_cautions(county: SmallCounty) -> None:
    county.report("a", "count", "2026-09", "4")
    assert [caution.guard for caution in of(county, None, by_efficacy(county)).cautions] == [Guard.SOLE]


def test_a_version_alone_stands_for_the_other_too(county: SmallCounty) -> None:
    report(county)
    one = of(county, None, scheme(county))
    assert one.before is None
    assert [row.before.value for row in one.rows] == [row.after.value for row in one.rows] == [4, 3, 0, 0]
    assert of(county, scheme(county), None).after is None
    assert of(county, None, None).rows == []
    assert (of(county, None, None).changing, of(county, None, None).hindrances) == (0, ())


def test_a_version_that_cannot_work_says_why_and_leaves_the_other_in_sight(county: SmallCounty) -> None:
    report(county)
    broken = Scheme(2026, 1, (replace(scheme(county).lines[0], each=None),))
    found = of(county, scheme(county), broken)
    assert found.after is None
    assert found.hindrances == ["count: “each” is missing."]
    assert [row.after.value for row in found.rows] == [4, 3, 0, 0]
    assert of(county, broken, scheme(county)).before is None
    assert of(county, None, Scheme(2026, 1, ())).hindrances == ["The scheme has no lines yet."]


def test_points_that_do_not_add_up_are_computed_all_the_same(county: SmallCounty) -> None:
    report(county)
    found = of(county, None, scheme(county, total=Decimal(120)))
    assert found.after is not None
    assert found.hindrances == ()


def test_a_published_month_cannot_be_computed_by_what_came_later(county: SmallCounty) -> None:
    report(county)
    with county.book.change("publish"):
        publish(county.book, SEPTEMBER, today=TODAY)
    with county.book.change("add"):
        later: IndicatorId = add_indicator(county.book, code="later", name="later", unit="个", decimals=0)
    newer = Scheme(2026, 1, (replace(scheme(county).lines[0], indicator=later),))
    with closing(live_of(county.book, SEPTEMBER)) as live:
        assert effect(live, scheme(county), newer, today=TODAY).hindrances == [
            "2026-09 was published before one of the indicators was there."
        ]
