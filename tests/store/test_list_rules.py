from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import County
from tracker.domain.indicator import IndicatorId
from tracker.domain.light import Band, GapRule, GrowthRule, Light
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.domain.unit import GroupId
from tracker.store import indicators, settings
from tracker.store.faults import MonthNumberOutOfRange, UnknownGroup, UnknownIndicator
from tracker.store.list_faults import ListSizeOutOfRange
from tracker.store.list_rules import light_rule, list_rules, set_light_rule, set_list_rules


def store(county: County, rules: ListRules) -> None:
    with county.book.change("rules"):
        set_list_rules(county.book, rules)


def test_nothing_set_is_the_usual(county: County) -> None:
    assert list_rules(county.book) == ListRules()
    assert (ListRules().size_of(county.towns), ListRules().reviews) == (3, 2)


def test_rules_are_kept_and_the_usual_ones_leave_no_trace(county: County) -> None:
    rules = ListRules(size=5, sizes={county.streets: 1}, reviews=3, zero=(ZeroRule(county.signed, 6), ZeroRule(county.money, 3)))
    store(county, rules)
    assert list_rules(county.book) == rules
    assert (rules.size_of(county.streets), rules.size_of(county.towns)) == (1, 5)
    store(county, ListRules())
    assert not [key for (key,) in county.book.rows("SELECT key FROM setting") if key.startswith("list")]


def test_what_rules_cannot_be(county: County) -> None:
    for wrong, fault in (
        (ListRules(size=0), ListSizeOutOfRange),
        (ListRules(sizes={county.towns: 101}), ListSizeOutOfRange),
        (ListRules(reviews=13), ListSizeOutOfRange),
        (ListRules(sizes={GroupId(99): 1}), UnknownGroup),
        (ListRules(zero=(ZeroRule(IndicatorId(99), 1),)), UnknownIndicator),
        (ListRules(zero=(ZeroRule(county.money, 13),)), MonthNumberOutOfRange),
    ):
        with pytest.raises(fault):
            store(county, wrong)


@pytest.mark.parametrize("text", ["x", "[1]", '{"村": 1}', '{"街道": "3"}', '{"街道": 0}', '{"SWZJ": 13}', "-1", "１"])
def test_what_cannot_be_read_counts_as_not_set(county: County, text: str) -> None:
    with county.book.change("another program"):
        for key in ("list_size", "list_sizes", "list_reviews", "list_zero", "lights"):
            settings.put(county.book, key, text)
    assert list_rules(county.book) == ListRules()
    assert light_rule(county.book, indicators.indicator(county.book, county.money)) == GapRule.usual()


def test_an_indicators_own_lights_come_before_the_books(county: County) -> None:
    money, signed = (indicators.indicator(county.book, of) for of in (county.money, county.signed))
    seven = Decimal(-7)
    bands = (Band(Light.GREEN, seven), Band(Light.RED, None, seven))
    for rule in (GrowthRule(Decimal("12.5")), GrowthRule(), GapRule(bands), GapRule.usual(Decimal(5))):
        with county.book.change("lights"):
            set_light_rule(county.book, rule, money)
            set_light_rule(county.book, GapRule.usual(Decimal(20)))
        assert light_rule(county.book, money) == rule
        assert light_rule(county.book, signed) == GapRule.usual(Decimal(20))
    with county.book.change("back"):
        set_light_rule(county.book, None, money)
        set_light_rule(county.book, None)
    assert light_rule(county.book, money) == GapRule.usual()


@pytest.mark.parametrize(
    "text", ['{"by": "gap", "bands": [["green", "0", null, true, false]]}', '{"by": "gap"}', '{"by": "growth", "plan": "x"}']
)
def test_lights_that_leave_holes_count_as_not_set(county: County, text: str) -> None:
    with county.book.change("another program"):
        settings.put(county.book, "lights", text)
    assert light_rule(county.book, indicators.indicator(county.book, county.money)) == GapRule.usual()
