"""Rules of lights leave no point of the line without a light, and none with two."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.light import Band, GapRule, GrowthRule, Light, LightsUndefined

ZERO, TEN = Decimal(0), Decimal(-10)
GREEN = Band(Light.GREEN, ZERO)


def test_the_usual_rule_is_green_on_pace_and_yellow_down_to_ten_points() -> None:
    rule = GapRule.usual()
    assert [rule.light(Fraction(points)) for points in ("5", "0", "-1/100", "-10", "-1001/100")] == [
        *("green", "green", "yellow", "yellow", "red"),
    ]
    assert rule.text == "By the gap to the pace, in percentage points. green: 0 ≤ gap; yellow: −10 ≤ gap < 0; red: gap < −10."
    assert GapRule.usual(Decimal("7.5")).light(Fraction(-8)) is Light.RED


def test_a_border_belongs_to_the_band_that_says_so() -> None:
    rule = GapRule((GREEN, Band(Light.YELLOW, TEN, ZERO, from_least=False), Band(Light.RED, None, TEN, to_most=True)))
    assert rule.light(Fraction(-10)) is Light.RED
    assert "red: gap ≤ −10" in rule.text
    assert "yellow: −10 < gap < 0" in rule.text


@pytest.mark.parametrize(
    ("bands", "reason"),
    [
        ((), "No light is said for the largest gaps."),
        ((Band(Light.RED, None, ZERO),), "No light is said for the largest gaps."),
        ((GREEN,), "No light is said for gaps below 0."),
        ((GREEN, Band(Light.RED, None, TEN)), "No light is said for gaps between −10 and 0."),
        (
            (Band(Light.GREEN, ZERO, from_least=False), Band(Light.RED, None, ZERO)),
            "No light is said for the gap 0.",
        ),
        ((GREEN, Band(Light.RED, None, ZERO, to_most=True)), "The gap 0 has two lights."),
        ((GREEN, Band(Light.RED, None, Decimal(5))), "Two bands overlap: green: 0 ≤ gap and red: gap < 5."),
        ((GREEN, Band(Light.YELLOW), Band(Light.RED, None, ZERO)), "Two bands overlap: green: 0 ≤ gap and yellow: gap."),
    ],
)
def test_holes_and_overlaps_are_refused(bands: tuple[Band, ...], reason: str) -> None:
    with pytest.raises(LightsUndefined) as refused:
        GapRule(bands)
    assert str(refused.value) == reason


BORDERS = st.lists(st.integers(-20, 20).map(Decimal), min_size=1, max_size=4, unique=True).map(sorted)


@given(BORDERS, st.data())
def test_every_gap_has_exactly_one_light_in_a_rule_that_is_accepted(borders: list[Decimal], data: st.DataObject) -> None:
    included = [data.draw(st.booleans()) for _ in borders]
    ends = [None, *borders, None]
    bands = tuple(
        Band(
            data.draw(st.sampled_from(Light)),
            ends[at],
            ends[at + 1],
            from_least=at > 0 and included[at - 1],
            to_most=at < len(borders) and not included[at],
        )
        for at in range(len(borders) + 1)
    )
    rule = GapRule(bands)
    points = data.draw(st.sampled_from(borders).map(Fraction) | st.fractions(-25, 25))
    assert sum(band.holds(points) for band in rule.bands) == 1


@pytest.mark.parametrize(
    ("plan", "growth", "county", "light"),
    [
        ("10", "12", "11", Light.GREEN),
        ("10", "10", "10", Light.GREEN),
        ("10", "12", "13", Light.YELLOW),
        ("10", "9", "5", Light.YELLOW),
        ("10", "0", "5", Light.YELLOW),
        ("10", "-1", "-5", Light.RED),
        (None, "3", "2", Light.GREEN),
        (None, "-3", "-5", Light.RED),
        (None, "0", "-5", Light.GREEN),
        (None, "3", None, Light.YELLOW),
        ("10", "12", None, Light.GREEN),
    ],
)
def test_growth_is_held_against_the_plan_and_the_county(plan: str | None, growth: str, county: str | None, light: Light) -> None:
    rule = GrowthRule(None if plan is None else Decimal(plan))
    assert rule.light(Fraction(growth) / 100, None if county is None else Fraction(county) / 100) is light


def test_a_growth_rule_says_its_plan() -> None:
    assert "planned 10 %" in GrowthRule(Decimal(10)).text
    assert "planned" not in GrowthRule().text
