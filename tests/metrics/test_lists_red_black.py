from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.exemption import Exemption
from tracker.domain.list_rules import ListRules
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.lists_red_black import RedBlack, by_indicator, by_score
from tracker.metrics.scoring.month_scores import score_table

TWO = ListRules(size=2)


def found(towns: Towns, rules: ListRules = TWO, *exemptions: Exemption) -> RedBlack:
    return by_indicator(towns.live().table(towns.money), rules, exemptions)


def test_the_first_on_pace_are_red_and_the_last_behind_are_black(towns: Towns) -> None:
    towns.done(90, 80, 76, 70, 60, 10)
    lists = found(towns)
    assert (towns.codes(lists.red), towns.codes(lists.black), lists.spared) == (["a", "b"], ["e", "d"][::-1], ())
    assert (lists.red[0].place.rank, lists.red[0].completion, lists.red[0].gap) == (1, Decimal("0.9"), 15)
    assert lists.red_rule == "Among the first of the group (2 in each group), and on pace in money."
    assert lists.black_rule.startswith("Among the last of the group (2 in each group), and behind the pace in money.")


def test_who_is_first_but_behind_is_not_praised_and_who_is_last_but_on_pace_is_not_warned(towns: Towns) -> None:
    towns.done(74, 73, 72, 71, 70)
    assert found(towns).red == ()
    towns.done(99, 98, 97, 96, 95)
    lists = found(towns)
    assert (towns.codes(lists.red), lists.black, lists.spared) == (["a", "b"], (), ())


def test_how_many_are_named_differs_by_group(towns: Towns) -> None:
    towns.done(90, 80, 76, 70, 60, 80)
    lists = found(towns, ListRules(size=2, sizes={towns.group: 1}))
    assert (towns.codes(lists.red), towns.codes(lists.black)) == (["a", "s"], ["e"])
    assert "(towns 1, streets 2)" in lists.red_rule


def test_who_has_fulfilled_is_never_black(towns: Towns) -> None:
    towns.done(130, 120, 110, 105, 100)
    lists = found(towns)
    assert lists.black == ()
    assert [(spared.evidence.unit.code, spared.exemption) for spared in lists.spared] == [("d", None), ("e", None)]


def test_who_is_exempt_is_spared_with_the_reason(towns: Towns) -> None:
    towns.done(90, 80, 76, 70, 60)
    flood = Exemption(towns.unit["e"], towns.money, SEPTEMBER, SEPTEMBER, "flood")
    other = Exemption(towns.unit["d"], towns.signed, SEPTEMBER, SEPTEMBER, "another indicator")
    lists = found(towns, TWO, flood, other)
    assert towns.codes(lists.black) == ["d"]
    assert [spared.exemption for spared in lists.spared] == [flood]
    towns.done(90, 80, 80, 80, 76)
    assert found(towns, TWO, flood).spared == ()


def test_where_lower_is_better_too_many_are_behind(towns: Towns) -> None:
    towns.done(10, 20, 74, 76, 100, of=towns.complaints)
    lists = by_indicator(towns.live().table(towns.complaints), TWO)
    assert (towns.codes(lists.red), towns.codes(lists.black)) == (["a", "b", "s"], ["d", "e"])


def test_what_has_no_targets_has_empty_lists(towns: Towns) -> None:
    towns.done(1, 2, 3, 4, 5, of=towns.signed)
    lists = by_indicator(towns.live().table(towns.signed), TWO)
    assert (lists.red, lists.black, lists.spared) == ((), (), ())


def test_by_score_the_leading_indicator_says_who_is_on_pace(towns: Towns) -> None:
    towns.done(10, 60, 76, 80, 90)
    towns.done(9, 8, 7, 6, 5, of=towns.signed)
    live = towns.live()
    line = SchemeLine(2026, None, towns.signed, Decimal(10), Method.PER_ITEM, each=Decimal(1))
    scores = score_table(live, Scheme(2026, 1, (line,)))
    exempt = Exemption(towns.unit["a"], None, SEPTEMBER, SEPTEMBER, "all")
    lists = by_score(scores, live.table(towns.money), TWO, [exempt])
    assert (towns.codes(lists.red), towns.codes(lists.black)) == ([], [])
    towns.done(80, 60, 76, 80, 10)
    lists = by_score(scores, towns.live().table(towns.money), TWO, [replace(exempt, indicator=towns.money)])
    assert (towns.codes(lists.red), towns.codes(lists.black)) == (["a"], ["e"])
