from __future__ import annotations

from fractions import Fraction

import pytest

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.trends.heat import HeatBy, HeatMap, heat_by, heat_of_indicators, heat_of_months


def values(heat: HeatMap) -> dict[str, list[Fraction | None]]:
    return {row.unit.code: [cell.value for cell in row.cells] for row in heat.rows}


def test_each_cell_is_the_gap_to_the_pace_of_its_month_the_best_unit_first(towns: Towns) -> None:
    towns.done(10, 20, month=Month(2026, 1))
    towns.done(50, None, month=Month(2026, 2))
    heat = heat_of_months(towns.live(Month(2026, 2)), towns.money, towns.group)
    twelfth = Fraction(100, 12)
    assert values(heat) == {
        "a": [10 - twelfth, 60 - 2 * twelfth],
        "b": [20 - twelfth, None],
        "c": [None, None],
        "d": [None, None],
        "e": [None, None],
    }
    assert [row.rank for row in heat.rows] == [1, 2, 3, 3, 3]
    assert {row.group.name for row in heat.rows} == {"towns"}
    assert heat.group is not None
    assert heat.by_months
    assert [column.by for column in heat.columns] == [HeatBy.GAP] * 2
    first = heat.rows[0].cells[0]
    assert first.lean == first.value
    assert first.rates is not None
    assert first.rates.cumulative == 10


def test_where_lower_is_better_ahead_is_below(towns: Towns) -> None:
    towns.done(80, 20, of=towns.complaints)
    heat = heat_of_months(towns.live(), towns.complaints)
    assert heat.group is None
    assert [row.unit.code for row in heat.rows][:2] == ["b", "a"]
    cell = heat.rows[1].cells[-1]
    assert (cell.value, cell.lean) == (5, -5)


def test_indicators_stand_side_by_side_each_by_what_tells_its_side(county: SmallCounty) -> None:
    county.aim("a", "money", "100")
    for code, value in (("money", "50"), ("count", "3"), ("level", "7"), ("worse", "6"), ("grown", "3")):
        county.report("a", code, "2026-06", value)
    county.report("a", "grown", "2025-06", "2")
    live = Live(county.book, month=Month(2026, 6))
    codes = ("money", "grown", "level", "ratio", "count")
    heat = heat_of_indicators(live, [county.indicator[code] for code in codes], published_months=[SEPTEMBER])
    (first, *_) = heat.rows
    assert first.unit.code == "a"
    assert [(cell.value, cell.lean) for cell in first.cells] == [
        (0, 0),
        (Fraction(1, 2), 50),
        (7, None),
        (50, None),
        (None, None),
    ]
    assert [column.by for column in heat.columns] == [HeatBy.GAP, HeatBy.YOY, HeatBy.FIGURE, HeatBy.FIGURE, HeatBy.GAP]
    assert not heat.by_months
    assert heat.published == {SEPTEMBER}


def test_a_map_of_nothing_is_our_own_mistake(towns: Towns) -> None:
    with pytest.raises(ValueError, match="no indicator"):
        heat_of_indicators(towns.live(), [])


def test_two_years_of_months_and_units_that_were_not_there(county: SmallCounty) -> None:
    county.aim("e", "money", "10")
    county.report("e", "money", "2026-06", "5")
    live = Live(county.book, month=Month(2026, 6))
    streets = next(group.id for group in live.groups if group.name == "streets")
    heat = heat_of_months(live, county.indicator["money"], streets, years=2)
    assert len(heat.columns) == 18
    assert values(heat)["e"] == [None] * 17 + [Fraction(0)]
    assert heat.rows[0].cells[0].rates is None


def test_a_level_has_no_sides(county: SmallCounty) -> None:
    live = Live(county.book, month=Month(2026, 6))
    by = {indicator.code: heat_by(indicator) for indicator in live.indicators}
    assert by == {
        "money": HeatBy.GAP,
        "count": HeatBy.GAP,
        "grown": HeatBy.YOY,
        "level": HeatBy.FIGURE,
        "worse": HeatBy.GAP,
        "ratio": HeatBy.FIGURE,
    }
