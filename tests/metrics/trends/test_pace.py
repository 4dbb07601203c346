from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import Towns
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.metrics.forecast import forecast
from tracker.metrics.live import Live
from tracker.metrics.trends.pace import Measure, Projection, pace_trend
from tracker.metrics.trends.subject import COUNTY, Subject
from tracker.store.figures import set_figure
from tracker.store.months import MonthState, set_state

MARCH = Month(2026, 3)


def town(live: Live, code: str) -> Subject:
    return Subject(unit=next(unit for unit in live.units if unit.code == code))


def test_a_units_course_is_its_share_of_the_target_month_by_month(towns: Towns) -> None:
    for number, amount in ((1, 10), (2, 20), (3, 5)):
        towns.done(amount, month=Month(2026, number))
    trend = pace_trend(towns.live(MARCH), towns.money, town(towns.live(MARCH), "a"))
    assert trend.measure is Measure.COMPLETION
    assert [point.value for point in trend.points] == [Fraction(1, 10), Fraction(3, 10), Fraction(7, 20)]
    assert [point.month.number for point in trend.points] == [1, 2, 3]
    assert trend.pace == tuple(Fraction(number, 12) for number in range(1, 13))
    assert (trend.goal, trend.rank, trend.ranked) == (100, 1, 5)
    assert trend.last.rates is not None
    assert trend.last.rates.month_value == 5


def test_a_month_without_a_figure_is_a_gap_and_no_zero(towns: Towns) -> None:
    towns.done(10, month=Month(2026, 1))
    towns.done(0, month=MARCH)
    live = towns.live(MARCH)
    trend = pace_trend(live, towns.money, town(live, "a"))
    assert [point.value for point in trend.points] == [Fraction(1, 10), None, Fraction(1, 10)]
    assert [point.value for point in pace_trend(live, towns.money, town(live, "b")).points] == [None, None, None]


def test_last_year_runs_to_december_in_shares_of_this_years_target(towns: Towns) -> None:
    towns.done(40, month=Month(2025, 2))
    towns.done(10, month=Month(2025, 11))
    live = towns.live(MARCH)
    trend = pace_trend(live, towns.money, town(live, "a"))
    told = {number: value for number, value in enumerate(trend.last_year, start=1) if value is not None}
    assert told == {2: Fraction(2, 5), 11: Fraction(1, 2)}


def test_december_is_where_the_forecast_ends(towns: Towns) -> None:
    towns.done(10, 20, month=Month(2026, 1))
    for number, amount in ((1, 10), (6, 30)):
        towns.done(amount, month=Month(2025, number))
    live = towns.live(Month(2026, 1))
    told = forecast(live.table(towns.money), towns.unit["a"])
    assert told is not None
    assert told.highest is not None
    trend = pace_trend(live, towns.money, town(live, "a"))
    assert trend.projection == Projection(told.year_end / 100, told.highest / 100, told.highest / 100)
    county = pace_trend(live, towns.money)
    assert county.projection is not None
    assert county.projection.year_end == Fraction(30 * 12, 600)
    assert county.projection.lowest == county.projection.year_end * Fraction(40, 120)


def test_beside_a_unit_stand_its_groups_others_and_beside_the_county_the_groups(towns: Towns) -> None:
    towns.done(10, 20, 30, month=MARCH)
    live = towns.live(MARCH)
    of_unit = pace_trend(live, towns.money, town(live, "b"))
    assert [(other.subject.name, other.values[-1]) for other in of_unit.others] == [
        ("a", Fraction(1, 10)),
        ("c", Fraction(3, 10)),
        ("d", None),
        ("e", None),
    ]
    of_county = pace_trend(live, towns.money)
    assert [(other.subject.name, other.values[-1]) for other in of_county.others] == [
        ("towns", Fraction(3, 25)),
        ("streets", None),
    ]
    assert of_county.subject is COUNTY
    assert [point.value for point in of_county.points] == [None, None, Fraction(1, 10)]
    (group, _) = live.roster.groups
    of_group = pace_trend(live, towns.money, Subject(group=group))
    assert [other.subject.name for other in of_group.others] == ["streets"]
    assert (of_group.last.value, of_group.rank) == (Fraction(3, 25), None)


def test_the_others_of_a_unit_are_held_against_their_own_targets_and_months(county: SmallCounty) -> None:
    county.aim("d", "money", "10")
    county.aim("e", "money", "20")
    county.report("d", "money", "2026-04", "1")
    county.report("e", "money", "2026-06", "5")
    live = Live(county.book, month=Month(2026, 6))
    trend = pace_trend(live, county.indicator["money"], town(live, "d"))
    assert [other.values for other in trend.others] == [(None, None, None, None, None, Fraction(1, 4))]
    late = pace_trend(live, county.indicator["money"], town(live, "e"))
    assert [point.rates is None for point in late.points] == [True] * 4 + [False] * 2
    assert late.last_year == (None,) * 12


def test_a_group_has_no_course_in_months_in_which_it_has_no_unit(county: SmallCounty) -> None:
    with county.book.change("start later"):
        county.book.write("UPDATE unit SET valid_from = 202605 WHERE code = 'd'")
    live = Live(county.book, month=Month(2026, 6))
    streets = next(group for group in live.groups if group.name == "streets")
    trend = pace_trend(live, county.indicator["money"], Subject(group=streets))
    assert [point.rates is None for point in trend.points] == [True] * 4 + [False] * 2


def test_without_a_target_amounts_are_drawn_and_no_pace(county: SmallCounty) -> None:
    county.report("a", "money", "2026-01", "1.5")
    county.report("a", "money", "2026-03", "1")
    live = Live(county.book, month=MARCH)
    trend = pace_trend(live, county.indicator["money"], town(live, "a"))
    assert (trend.measure, trend.goal, set(trend.pace)) == (Measure.AMOUNT, None, {None})
    assert [point.value for point in trend.points] == [Fraction(3, 2), None, Fraction(5, 2)]
    assert trend.projection == Projection(Fraction(10), None, None)


def test_a_level_and_a_ratio_have_no_projection(county: SmallCounty) -> None:
    for month in ("2025-02", "2026-02"):
        county.report("a", "count", month, "3")
        county.report("a", "worse", month, "6")
        county.report("a", "level", month, "7")
    live = Live(county.book, month=MARCH)
    level = pace_trend(live, county.indicator["level"], town(live, "a"))
    assert [point.value for point in level.points] == [None, 7, None]
    assert (level.last_year[1], level.projection) == (7, None)
    ratio = pace_trend(live, county.indicator["ratio"], town(live, "a"))
    assert [point.value for point in ratio.points] == [None, 50, 50]
    assert (ratio.last_year[:3], ratio.projection, ratio.measure) == ((None, 50, 50), None, Measure.AMOUNT)


def test_published_months_are_told(towns: Towns) -> None:
    towns.done(1, month=MARCH)
    with towns.book.change("publish"):
        set_state(towns.book, Month(2026, 1), MonthState.PUBLISHED)
    live = towns.live(MARCH)
    assert pace_trend(live, towns.money).published == {Month(2026, 1)}
    assert pace_trend(live, towns.money, published_months=[MARCH]).published == {MARCH}


def test_an_unknown_indicator_is_refused(towns: Towns) -> None:
    with pytest.raises(KeyError):
        pace_trend(towns.live(), towns.money.__class__(99))


def test_last_years_base_comes_with_a_merged_unit(county: SmallCounty) -> None:
    county.aim("a", "money", "10")
    with county.book.change("enter"):
        for code, value in (("a", 1), ("b", 2)):
            set_figure(county.book, Figure(county.unit[code], county.indicator["money"], Month(2025, 7), Decimal(value)))
    live = Live(county.book, month=Month(2026, 7))
    trend = pace_trend(live, county.indicator["money"], town(live, "a"))
    assert trend.last_year[6] == Fraction(3, 10)
