from __future__ import annotations

from tests.store.county import County
from tracker.domain.light import GrowthRule
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.store import groups, indicators, settings
from tracker.store.list_rules import light_rule, list_rules, set_light_rule, set_list_rules


def test_what_is_said_of_a_group_and_an_indicator_follows_their_names(county: County) -> None:
    book = county.book
    rules = ListRules(sizes={county.towns: 1, county.streets: 2}, zero=(ZeroRule(county.money, 6), ZeroRule(county.signed, 3)))
    with book.change("rules"):
        set_list_rules(book, rules)
        set_light_rule(book, GrowthRule(), indicators.indicator(book, county.money))
    with book.change("rename"):
        groups.update_group(book, county.towns, name="一类乡镇")
        indicators.update_indicator(book, county.money, code="ZJ")
        indicators.update_indicator(book, county.started, code="X")
        groups.update_group(book, county.streets, sort=9)
        indicators.update_indicator(book, county.signed, sort=9)
    assert list_rules(book) == rules
    assert light_rule(book, indicators.indicator(book, county.money)) == GrowthRule()
    assert not settings.get(book, "lights.SWZJ")
    book.undo()
    assert list_rules(book) == rules


def test_what_another_program_wrote_stays(county: County) -> None:
    with county.book.change("another program"):
        settings.put(county.book, "list_sizes", "[1]")
        groups.update_group(county.book, county.towns, name="一类乡镇")
    assert settings.get(county.book, "list_sizes") == "[1]"
