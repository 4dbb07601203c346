"""A month's lists in words: the evidence of who is named, and why nobody is."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.exemption import Exemption
from tracker.domain.indicator import IndicatorId, Kind, RankBy
from tracker.domain.light import GrowthRule
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.lists_month import ByWhat, MonthLists, OfficeRules, leading_indicator, month_lists, office_rules
from tracker.metrics.lists_named import ListKind, NamedList, named_lists
from tracker.metrics.shown import live_of
from tracker.store.exemptions import exempt
from tracker.store.indicators import add_indicator, indicator, update_indicator
from tracker.store.list_rules import set_light_rule, set_list_rules
from tracker.store.publications import publish
from tracker.store.reports import set_arrival
from tracker.store.scheme_versions import set_scheme

TODAY = date(2026, 10, 9)


def gathered(towns: Towns, by: IndicatorId | None = None, *, score: bool = False, month: Month = SEPTEMBER) -> MonthLists:
    with closing(live_of(towns.book, month)) as live:
        found = month_lists(towns.book, live, ByWhat(None if score else by or towns.money), today=TODAY)
    assert found is not None
    return found


def shown(lists: MonthLists, kind: ListKind) -> NamedList:
    return next(one for one in named_lists(lists) if one.kind is kind)


def told(of: NamedList) -> dict[str, tuple[str, str]]:
    return {one.name: (one.verdict, one.evidence) for one in of.named}


def set_rules(towns: Towns, rules: ListRules) -> None:
    with towns.book.change("rules"):
        set_list_rules(towns.book, rules)


def test_who_is_praised_and_warned_has_completion_gap_and_place_for_evidence(towns: Towns) -> None:
    set_rules(towns, ListRules(size=1))
    towns.done(90, 80, 76, 75, 60, 75)
    lists = gathered(towns)
    red, black = shown(lists, ListKind.RED), shown(lists, ListKind.BLACK)
    first = "completion 90.00%, and 15.00 percentage points ahead of the pace, and no. 1/5 in its group"
    assert told(red) == {
        "a": ("on the red list", first),
        "s": ("on the red list", "completion 75.00%, and level with the pace, and no. 1/1 in its group"),
    }
    last = "completion 60.00%, and 15.00 percentage points behind the pace, and no. 5/5 in its group"
    assert told(black) == {"e": ("on the black list", last)}
    assert (red.count, black.count, red.nobody, black.nobody, red.indicator) == (2, 1, "", "", towns.money)
    assert (black.named[0].group.name, black.rule) == ("towns", lists.red_black.black_rule)


def test_who_is_spared_is_shown_with_the_reason_and_not_counted(towns: Towns) -> None:
    set_rules(towns, ListRules(size=2))
    towns.done(90, 80, 76, 100, 60)
    with towns.book.change("exempt"):
        exempt(towns.book, Exemption(towns.unit["e"], None, Month(2026, 6), SEPTEMBER, "flood"))
        exempt(towns.book, Exemption(towns.unit["c"], towns.money, SEPTEMBER, SEPTEMBER, "moved"))
    towns.done(200, 180, 70, 160, 60)
    black = shown(gathered(towns), ListKind.BLACK)
    assert black.count == 0
    assert black.nobody == "Nobody is on it: who is among the last has fulfilled the target or is exempt."
    said = told(black)
    assert [(name, verdict) for name, (verdict, _) in said.items()] == [("c", "exempt"), ("e", "exempt")]
    assert said["e"][1].endswith("no. 5/5 in its group, and exempt from 2026-06 to 2026-09: flood")
    assert said["c"][1].endswith("exempt in 2026-09: moved")
    assert [one.exemption.reason for one in black.named if one.exemption] == ["moved", "flood"]
    towns.done(200, 180, 170, 160, 150)
    assert {name: verdict for name, (verdict, _) in told(shown(gathered(towns), ListKind.BLACK)).items()} == {
        "d": "fulfilled",
        "e": "fulfilled",
    }


def test_what_should_stay_low_is_told_as_a_limit(towns: Towns) -> None:
    set_rules(towns, ListRules(size=1))
    towns.done(10, 20, 30, 76, 100, of=towns.complaints)
    lists = gathered(towns, towns.complaints)
    assert told(shown(lists, ListKind.RED))["a"][1].startswith(
        "10.00% of the limit used, and 65.00 percentage points below the pace"
    )
    assert told(shown(lists, ListKind.BLACK))["e"][1].startswith(
        "100.00% of the limit used, and 25.00 percentage points above the pace"
    )


def test_what_the_place_goes_by_comes_first(towns: Towns) -> None:
    set_rules(towns, ListRules(size=1))
    towns.done(40, 40, 40, 40, 40, month=Month(2025, 9))
    towns.done(90, 80, 76, 75, 60)
    for rank_by, words in ((RankBy.YOY, "up 125.00% on last year, and"), (RankBy.CUMULATIVE, "to date 90.00 亿元, and")):
        with towns.book.change("rank"):
            update_indicator(towns.book, towns.money, rank_by=rank_by)
        assert told(shown(gathered(towns), ListKind.RED))["a"][1].startswith(f"{words} completion 90.00%")


def test_a_fall_is_told_never_signed(towns: Towns) -> None:
    set_rules(towns, ListRules(size=2))
    towns.done(100, 90, 80, 75, 80, month=Month(2025, 9))
    towns.done(95, 90, 70, 60, 60)
    with towns.book.change("rank"):
        update_indicator(towns.book, towns.money, rank_by=RankBy.YOY)
    red = told(shown(gathered(towns), ListKind.RED))
    assert red["b"][1].startswith("the same as last year, and completion 90.00%")
    assert red["a"][1].startswith("down 5.00% on last year, and completion 95.00%")


def test_a_level_has_no_pace(towns: Towns) -> None:
    with towns.book.change("stock"):
        update_indicator(towns.book, towns.money, kind=Kind.STOCK)
    towns.done(110, 80, 76, 75, 60)
    assert told(shown(gathered(towns), ListKind.RED))["a"][1] == "completion 110.00%, and no. 1/5 in its group"


def test_by_score_the_score_comes_first_and_reviews_go_by_it_too(towns: Towns) -> None:
    set_rules(towns, ListRules(size=1, reviews=2))
    line = SchemeLine(2026, None, towns.money, Decimal(100), Method.PROPORTIONAL, cap=Decimal(1))
    with towns.book.change("scheme"):
        set_scheme(towns.book, Scheme(2026, 7, (replace(line, from_month=7),)))
    towns.done(9, 8, 7, 6, 5, month=Month(2026, 6))
    towns.done(9, 8, 7, 6, 5, month=Month(2026, 7))
    with towns.book.change("publish"):
        publish(towns.book, Month(2026, 7), today=date(2026, 8, 8))
    towns.done(90, 60, 50, 40, 30)
    lists = gathered(towns, score=True)
    assert lists.basis is None
    red, running = shown(lists, ListKind.RED), shown(lists, ListKind.RUNNING)
    assert red.indicator is None
    assert told(red)["a"][1].startswith("score 100.00, and no. 1/5 in its group, and money: completion 108.00%, and 33.00")
    assert [month.number for month, _ in lists.running.units[0].reviews] == [9, 8, 7]
    assert told(running)["e"] == ("3 running", "month 9: no. 5/5, and month 8: no. 5/5, and month 7: no. 5/5")


def test_by_score_a_year_is_looked_at_from_its_january(towns: Towns) -> None:
    set_rules(towns, ListRules(size=1, reviews=3))
    line = SchemeLine(2026, None, towns.money, Decimal(100), Method.PROPORTIONAL, cap=Decimal(1))
    with towns.book.change("scheme"):
        set_scheme(towns.book, Scheme(2026, 1, (line,)))
    for number in (1, 2, 3):
        towns.done(9, 8, 7, 6, 5, month=Month(2026, number))
    running = gathered(towns, score=True, month=Month(2026, 3)).running
    assert [(one.unit.code, len(one.reviews)) for one in running.units] == [("e", 3)]


def test_who_is_exempt_is_shown_beside_those_who_are_last_again_and_again(towns: Towns) -> None:
    set_rules(towns, ListRules(size=1, reviews=2))
    towns.done(9, 8, 7, 6, 5, month=Month(2026, 8))
    towns.done(9, 8, 7, 6, 5)
    with towns.book.change("exempt"):
        exempt(towns.book, Exemption(towns.unit["e"], None, SEPTEMBER, SEPTEMBER, "flood"))
    running = shown(gathered(towns), ListKind.RUNNING)
    assert told(running)["e"][1].startswith("exempt in 2026-09: flood, and month 9: no. 5/5")
    assert (running.count, running.named[0].spared) == (0, True)
    assert running.nobody == "Nobody is on it: who was among the last in 2 reviews running is exempt."


def test_nothing_is_told_from_not_reported(towns: Towns) -> None:
    set_rules(towns, ListRules(zero=(ZeroRule(towns.signed, 9), ZeroRule(towns.money, 1))))
    towns.done(0, 1, 1, 1, None, 1, of=towns.signed)
    towns.done(1, 1, 1, 1, 1, None, month=Month(2026, 1))
    lists = gathered(towns)
    signed, money = (one for one in named_lists(lists) if one.kind is ListKind.ZERO)
    assert told(signed) == {
        "a": ("zero report", "month 1-9: reported as 0, and without a target"),
        "e": ("not reported", "month 1-9: no figure at all, and without a target"),
    }
    assert told(money) == {"s": ("not reported", "month 1: no figure at all, and with a target")}
    assert (signed.title, signed.rule) == ("Nothing at all: signed", "Nothing at all of signed by 2026-09.")
    towns.done(1, 1, 1, 1, 1, 1, of=towns.signed)
    assert next(one for one in named_lists(gathered(towns)) if one.indicator == towns.signed).nobody == (
        "Every unit has something of signed."
    )


def test_who_is_late_has_the_days_for_evidence(towns: Towns) -> None:
    with towns.book.change("arrivals"):
        for code in "abcd":
            set_arrival(towns.book, towns.unit[code], Month(2026, 8), date(2026, 9, 8 if code == "b" else 1))
            set_arrival(towns.book, towns.unit[code], SEPTEMBER, date(2026, 10, 7 if code == "b" else 1))
    towns.done(1, 1, 1, 1, None, 1)
    assert told(shown(gathered(towns), ListKind.LATE)) == {
        "e": ("not reported", "due by 10-05, and has not come, 4 days over"),
        "b": ("late", "due by 10-05, and came on 10-07, 2 days late, and late 2 months running"),
    }


def test_a_published_january_knows_who_was_late_in_december(towns: Towns) -> None:
    december, january = Month(2025, 12), Month(2026, 1)
    towns.done(1, 1, 1, 1, 1, 1, month=january)
    with towns.book.change("arrivals"):
        set_arrival(towns.book, towns.unit["b"], december, date(2026, 1, 9))
        set_arrival(towns.book, towns.unit["b"], january, date(2026, 2, 9))
    before = told(shown(gathered(towns, month=january), ListKind.LATE))
    assert before["b"][1].endswith("4 days late, and late 2 months running")
    with towns.book.change("publish"):
        publish(towns.book, january, today=TODAY)
    assert told(shown(gathered(towns, month=january), ListKind.LATE)) == before


def test_firsts_and_lasts_name_their_indicators_the_most_firsts_first(towns: Towns) -> None:
    towns.done(1, 2, 3, 4, 5)
    towns.done(1, 2, 3, 4, 5, of=towns.signed)
    ends = shown(gathered(towns), ListKind.ENDS)
    assert told(ends) == {
        "e": ("first 2, last 0", "first in money, signed"),
        "a": ("first 0, last 2", "last in money, signed"),
    }


def test_lights_are_counted_group_by_group(towns: Towns) -> None:
    towns.done(90, 70, 60, 50, 75, 80)
    found = shown(gathered(towns), ListKind.LIGHTS)
    assert told(found) == {
        "towns": ("2 green, 1 yellow, 2 red", "red: c, d; yellow: b"),
        "streets": ("1 green, 0 yellow, 0 red", "all green"),
    }
    assert found.named[0].lights == (("green", 2), ("yellow", 1), ("red", 2))
    assert (found.title, found.rule[:11]) == ("The lights: money", "By the gap ")
    with towns.book.change("lights"):
        set_light_rule(towns.book, GrowthRule())
    assert shown(gathered(towns), ListKind.LIGHTS).nobody.startswith("No unit has a light: there is nothing to hold money")


def test_an_empty_list_says_why(towns: Towns) -> None:
    def why(kind: ListKind, by: IndicatorId | None = None, month: Month = SEPTEMBER) -> str:
        return shown(gathered(towns, by, month=month), kind).nobody

    assert why(ListKind.RED, towns.signed) == "Nobody has a target for signed: nobody is on pace or behind it."
    assert why(ListKind.ENDS) == "Nobody is ahead of anybody yet."
    assert why(ListKind.RED) == "Nobody among the first of the groups is on pace."
    towns.done(90, 90, 90, 90, 90, 90)
    assert why(ListKind.BLACK) == "Nobody among the last of the groups is behind the pace."
    assert why(ListKind.BLACK, towns.signed) == "Nobody has a target for signed: nobody is on pace or behind it."
    assert why(ListKind.RUNNING) == "Nobody was among the last in 2 reviews running."
    assert why(ListKind.RUNNING, month=Month(2026, 1)) == "The year has had 1 of the 2 reviews that the rule needs."
    assert why(ListKind.ZERO).startswith("No rule says which indicator")
    set_rules(towns, ListRules(zero=(ZeroRule(towns.signed, 12), ZeroRule(towns.money, 11))))
    assert why(ListKind.ZERO) == "The rule looks at month 11, which has not come yet."
    assert why(ListKind.LATE) == "Everybody has reported by 10-05, as far as arrivals are noted."
    assert why(ListKind.LATE, month=Month(2026, 10)) == "Nobody is late: there is time until 11-05."
    with towns.book.change("ratio"):
        sides = {"numerator": towns.signed, "denominator": towns.money}
        ratio = add_indicator(towns.book, code="R", name="rate", unit="%", decimals=2, kind=Kind.RATIO, **sides)
        level = add_indicator(towns.book, code="L", name="level", unit="个", decimals=0, kind=Kind.STOCK)
    assert why(ListKind.RED, ratio).startswith("rate is a ratio")
    assert why(ListKind.RED, level).startswith("Nobody has a target for level")


def test_where_there_is_no_figure_nobody_can_be_ranked(towns: Towns) -> None:
    with towns.book.change("stock"):
        update_indicator(towns.book, towns.money, kind=Kind.STOCK)
        update_indicator(towns.book, towns.complaints, kind=Kind.STOCK)
    assert shown(gathered(towns), ListKind.RED).nobody == "Nobody can be ranked yet by money."
    assert shown(gathered(towns), ListKind.ENDS).nobody == "Nobody is ahead of anybody yet."
    assert leading_indicator(towns.live()) == indicator(towns.book, towns.money)


def test_the_leading_indicator_is_the_first_that_is_held_against_targets(towns: Towns) -> None:
    with towns.book.change("order"):
        update_indicator(towns.book, towns.signed, sort=0)
    towns.done(1, of=towns.signed)
    assert leading_indicator(towns.live()) == indicator(towns.book, towns.money)


def test_what_the_rules_would_do_is_seen_before_they_are_stored(towns: Towns) -> None:
    towns.done(90, 80, 76, 70, 60)
    with closing(live_of(towns.book, SEPTEMBER)) as live:
        now = office_rules(live, live.indicators[0])
        other = OfficeRules(ListRules(size=1), now.lights)
        by = ByWhat(towns.money)
        found = [month_lists(towns.book, live, by, today=TODAY, rules=rules) for rules in (None, now, other)]
        assert [len(one.red_black.red) for one in found if one] == [3, 3, 1]
        assert month_lists(towns.book, live, ByWhat(IndicatorId(99)), today=TODAY) is None


def test_a_published_month_keeps_its_rules_its_exemptions_its_lights_and_its_day(towns: Towns) -> None:
    set_rules(towns, ListRules(size=1, zero=(ZeroRule(towns.signed, 9),)))
    towns.done(90, 80, 76, 70, 60)
    with towns.book.change("exempt"):
        exempt(towns.book, Exemption(towns.unit["e"], None, SEPTEMBER, SEPTEMBER, "flood"))
    with towns.book.change("publish"):
        publish(towns.book, SEPTEMBER, today=TODAY)
    before = named_lists(gathered(towns))
    set_rules(towns, ListRules(size=2))
    with towns.book.change("later"):
        set_light_rule(towns.book, GrowthRule())
        exempt(towns.book, Exemption(towns.unit["d"], None, SEPTEMBER, SEPTEMBER, "later"))
        towns.book.write("DELETE FROM exemption WHERE reason = 'flood'", ())
        set_arrival(towns.book, towns.unit["a"], SEPTEMBER, date(2026, 12, 1))
    assert named_lists(gathered(towns)) == before
