from __future__ import annotations

from fractions import Fraction

from tests.metrics.lists_county import Towns
from tracker.domain.light import GapRule, GrowthRule
from tracker.domain.period import Month
from tracker.metrics.lists_lights import Lights, lights


def shown(found: Lights) -> dict[str, str | None]:
    return {one.unit.code: one.light for one in found.units}


def test_lights_by_gap(towns: Towns) -> None:
    towns.done(75, 74, 65, 64)
    found = lights(towns.live().table(towns.money), GapRule.usual())
    assert shown(found) == {"a": "green", "b": "yellow", "c": "yellow", "d": "red", "e": "red", "s": "red"}
    assert found.units[1].decided_by == -1
    assert found.rule.startswith("By the gap to the pace")
    assert set(shown(lights(towns.live().table(towns.signed), GapRule.usual())).values()) == {None}


def test_where_lower_is_better_ahead_is_below(towns: Towns) -> None:
    towns.done(75, 76, 86, of=towns.complaints)
    found = shown(lights(towns.live().table(towns.complaints), GapRule.usual()))
    assert [found[code] for code in "abce"] == ["green", "yellow", "red", "green"]


def test_lights_by_growth_are_held_against_the_county(towns: Towns) -> None:
    towns.done(10, 10, 10, 10, month=Month(2025, 9))
    towns.done(20, 11, 10, 9)
    found = lights(towns.live().table(towns.money), GrowthRule())
    assert found.county == Fraction(1, 4)
    assert shown(found) == {"a": "green", "b": "yellow", "c": "yellow", "d": "red", "e": None, "s": None}


def test_where_lower_is_better_a_fall_is_green(towns: Towns) -> None:
    towns.done(10, 10, 10, month=Month(2025, 9), of=towns.complaints)
    towns.done(5, 10, 11, of=towns.complaints)
    found = shown(lights(towns.live().table(towns.complaints), GrowthRule()))
    assert [found[code] for code in "abc"] == ["green", "yellow", "red"]
