"""The light of a row by the office's rule, and what lights stand for in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.metrics.lists_county import Towns
from tracker.domain.indicator import Direction
from tracker.domain.light import Band, GapRule, GrowthRule, Light
from tracker.domain.period import Month
from tracker.metrics.lights import light_of, light_text, light_words
from tracker.metrics.row import Inputs, Rates
from tracker.store.list_rules import set_light_rule

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


def behind(points: Fraction) -> Rates:
    """A row that far from a pace of one half."""
    done = 50_000_000 + int(points * 1_000_000)
    return Rates(inputs=Inputs(target=100_000_000, cumulative=done, pace=Fraction(1, 2), by_month=True))


@pytest.mark.parametrize(
    ("points", "direction", "colour"),
    [
        (Fraction(0), HIGHER, "green"),
        (Fraction(-1, 1000), HIGHER, "yellow"),
        (Fraction(-10), HIGHER, "yellow"),
        (Fraction(-10001, 1000), HIGHER, "red"),
        (Fraction(3), LOWER, "yellow"),
        (Fraction(-30), LOWER, "green"),
    ],
)
def test_the_usual_light_has_no_holes_and_turns_round_where_lower_is_better(
    points: Fraction, direction: Direction, colour: str
) -> None:
    assert light_of(behind(points), GapRule.usual(), lambda: None, direction) == colour


def test_what_has_no_gap_and_no_growth_has_no_light() -> None:
    for rule in (GapRule.usual(), GrowthRule()):
        assert light_of(Rates(), rule, lambda: None, HIGHER) is None


def test_where_the_county_has_no_growth_only_the_plan_counts() -> None:
    grown = Rates(inputs=Inputs(cumulative=11, last_year=10))
    assert light_of(grown, GrowthRule(Decimal(9)), lambda: None, HIGHER) is Light.GREEN
    assert light_of(grown, GrowthRule(Decimal(11)), lambda: None, HIGHER) is Light.YELLOW


def test_the_table_goes_by_the_rule_of_the_book(towns: Towns) -> None:
    towns.done(75, 70, 60, 10)
    live = towns.live()
    with towns.book.change("rule"):
        set_light_rule(towns.book, GapRule.usual(Decimal(4)))
    table = live.table(towns.money)
    assert [table.light(row) for row in table.rows[:4]] == ["green", "red", "red", "red"]
    assert table.light(table.total(None)) == "red"


def test_the_table_goes_by_an_indicators_own_rule(towns: Towns) -> None:
    towns.done(10, 10, month=Month(2025, 9))
    towns.done(20, 9)
    live = towns.live()
    with towns.book.change("rule"):
        set_light_rule(towns.book, GrowthRule(), live.table(towns.money).indicator)
    table = live.table(towns.money)
    assert [table.light(row) for row in table.rows[:3]] == ["green", "red", None]


def test_the_words_of_the_usual_lights() -> None:
    assert list(light_words(GapRule.usual(), HIGHER).values()) == [
        *("on pace", "behind by up to 10 points", "behind by more than 10 points")
    ]
    assert list(light_words(GapRule.usual(Decimal("2.5")), LOWER).values()) == [
        *("within pace", "over by up to 2.5 points", "over by more than 2.5 points")
    ]
    assert light_text(Light.RED, GapRule.usual(), HIGHER) == "Red light: behind by more than 10 points"


def test_other_bands_are_told_by_their_ends() -> None:
    five, ten, zero = Decimal(5), Decimal(-10), Decimal(0)
    bands = (Band(Light.GREEN, five), Band(Light.YELLOW, zero, five), Band(Light.RED, ten, zero, from_least=False))
    rule = GapRule((*bands, Band(Light.GREEN, None, ten, to_most=True)))
    assert light_words(rule, HIGHER) == {
        Light.GREEN: "5 ≤ gap, or gap ≤ −10",
        Light.YELLOW: "0 ≤ gap < 5",
        Light.RED: "−10 < gap < 0",
    }


def test_the_words_of_lights_by_growth() -> None:
    assert list(light_words(GrowthRule(), HIGHER).values()) == ["grows at least as the county does", "grows by less", "falls"]
    assert list(light_words(GrowthRule(), LOWER).values()) == ["falls at least as the county does", "falls by less", "grows"]
    assert light_words(GrowthRule(Decimal("8.5")), HIGHER)[Light.GREEN] == "grows by 8.5 % and as the county does"
    assert light_words(GrowthRule(Decimal(8)), LOWER)[Light.GREEN] == "falls by 8 % and as the county does"
