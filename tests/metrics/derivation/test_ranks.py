from __future__ import annotations

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.metrics.derivation.ranks import derive_rank
from tracker.metrics.derivation.steps import Derivation
from tracker.metrics.live import Live
from tracker.store.settings import set_rank_what_is_printed

RULE = "Rule: Rank = 1 + how many of the group are ahead, by completion ({what}), the highest first; equal ones share a rank."


def rank(towns: Towns, unit: str) -> Derivation:
    return derive_rank(towns.live().table(towns.money), towns.unit[unit])


def told(derivation: Derivation) -> list[str]:
    return [f"{step.title}: {step.text}" for step in derivation.steps]


def test_a_rank_tells_who_is_ahead_equal_and_next(towns: Towns) -> None:
    towns.done(90, 80, 70, 70, 10)
    found = rank(towns, "c")
    assert (found.shown, found.exact) == ("3 of 5", 3)
    assert told(found)[:4] == [
        RULE.format(what="unrounded"),
        "Rank: Ahead of its 70.00 %: 2, hence rank 3. Equal: d.",
        "Next above: b 80.00 %",
        "Next below: e 10.00 %",
    ]
    assert told(found)[4].startswith("Substituted: 70.00 亿元 ÷ 100.00 亿元")
    with towns.book.change("as printed"):
        set_rank_what_is_printed(towns.book, True)
    assert told(rank(towns, "c"))[0] == RULE.format(what="as printed")


def test_the_first_has_nobody_above_and_the_last_nobody_below(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 10)
    assert [step.title for step in rank(towns, "a").steps[:3]] == ["Rule", "Rank", "Next below"]
    assert [step.title for step in rank(towns, "e").steps[:4]] == ["Rule", "Rank", "Next above", "Substituted"]


def test_lower_is_better_and_amounts_have_their_own_words(towns: Towns) -> None:
    towns.done(3, 5, of=towns.complaints)
    towns.done(3, 5, of=towns.signed)
    live = towns.live()
    assert "the lowest first" in told(derive_rank(live.table(towns.complaints), towns.unit["a"]))[0]
    by_amount = told(derive_rank(live.table(towns.signed), towns.unit["a"]))
    assert "by cumulative" in by_amount[0]
    assert by_amount[1:3] == ["Rank: Ahead of its 3 个: 1, hence rank 2.", "Next above: b 5 个"]


def test_a_unit_without_the_figure_has_no_rank_and_the_reason(towns: Towns, county: SmallCounty) -> None:
    found = derive_rank(towns.live().table(towns.signed), towns.unit["a"])
    assert (found.shown, found.exact) == ("—", None)
    assert told(found)[1].startswith("No figure: A unit without that figure")
    county.report("c", "count", "2026-09", "1")
    county.report("c", "worse", "2026-09", "3")
    ratio = Live(county.book, month=SEPTEMBER).table(county.indicator["ratio"])
    assert told(derive_rank(ratio, county.unit["c"]))[1] == "Rank: Ahead of its 33.33 %: 0, hence rank 1."
