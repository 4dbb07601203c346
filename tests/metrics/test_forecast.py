from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import Towns
from tracker.domain.period import Month
from tracker.metrics.forecast import Forecast, forecast
from tracker.metrics.live import Live

JUNE = Month(2026, 6)


def of(towns: Towns, month: Month = JUNE) -> Forecast | None:
    return forecast(towns.live(month).table(towns.money), towns.unit["a"])


def test_the_year_ends_as_the_mean_of_its_months_goes_on(towns: Towns) -> None:
    towns.done(20, month=Month(2026, 1))
    towns.done(10, month=JUNE)
    found = of(towns)
    assert found is not None
    assert (found.done, found.year_end, found.completion) == (30, 60, Fraction(3, 5))
    assert (found.seasons, found.lowest, found.highest) == ((), None, None)
    assert found.text == ("An estimate: the remaining months as the mean of the 6 so far. No past year tells of its spread.")


def test_a_mean_month_is_what_is_done_over_the_months_so_far(towns: Towns) -> None:
    towns.done(90)
    live = towns.live()
    found = forecast(live.table(towns.money), towns.unit["a"])
    assert found is not None
    assert found.mean_month == found.done / 9 == found.year_end / 12


def test_its_spread_is_how_the_last_years_went_on_from_the_same_month(towns: Towns) -> None:
    for year, before, after in ((2024, 10, 5), (2025, 10, 20)):
        towns.done(before, month=Month(year, 3))
        towns.done(after, month=Month(year, 11))
    towns.done(30, month=JUNE)
    found = of(towns)
    assert found is not None
    assert [(season.year, season.factor, season.year_end) for season in found.seasons] == [
        (2025, Fraction(3, 2), 90),
        (2024, Fraction(3, 4), 45),
    ]
    assert (found.lowest, found.year_end, found.highest) == (45, 60, 90)
    assert found.text.endswith("its spread is how 2025, 2024 went on from here.")


def test_years_that_tell_nothing_are_left_out(towns: Towns) -> None:
    towns.done(10, month=Month(2024, 3))
    towns.done(-5, month=Month(2025, 3))
    towns.done(50, month=Month(2025, 11))
    towns.done(30, month=JUNE)
    found = of(towns)
    assert found is not None
    assert found.seasons == ()


def test_in_december_the_year_ends_where_it_is(towns: Towns) -> None:
    towns.done(30, month=Month(2025, 3))
    towns.done(40, month=Month(2026, 12))
    found = of(towns, Month(2026, 12))
    assert found is not None
    assert (found.year_end, found.lowest, found.highest) == (40, 40, 40)


def test_what_does_not_add_up_has_no_forecast(county: SmallCounty) -> None:
    county.report("a", "level", "2026-06", "3")
    county.report("a", "grown", "2026-06", "3")
    live = Live(county.book, month=JUNE)
    assert {
        code: forecast(live.table(county.indicator[code]), county.unit["a"]) for code in ("level", "ratio", "money")
    } == dict.fromkeys(("level", "ratio", "money"))
    without_target = forecast(live.table(county.indicator["grown"]), county.unit["a"])
    assert without_target is not None
    assert (without_target.year_end, without_target.target, without_target.completion) == (Decimal(6), None, None)
    live.show(Month(2026, 9))
    assert forecast(live.table(county.indicator["money"]), county.unit["b"]) is None
