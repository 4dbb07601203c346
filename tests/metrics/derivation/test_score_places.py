from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.adjustment import Adjustment
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.derivation.score_places import (
    derive_by_hand,
    derive_forms,
    derive_full,
    derive_score_change,
    derive_score_rank,
    score_reasons,
)
from tracker.metrics.derivation.steps import Derivation
from tracker.metrics.scoring.forms import Forms
from tracker.metrics.scoring.month_scores import Beside, score_table
from tracker.metrics.scoring.score import GroupScores, Score


def scored(towns: Towns, beside: Beside | None = None) -> GroupScores:
    line = SchemeLine(2026, None, towns.signed, Decimal(10), Method.PER_ITEM, each=Decimal(1))
    return score_table(towns.live(), Scheme(2026, 1, (line,)), beside=beside).groups[0]


def of(scores: GroupScores, unit: int) -> Score:
    return scores.rows[unit]


def told(derivation: Derivation) -> list[str]:
    return [f"{step.title}: {step.text}" for step in derivation.steps]


def test_a_rank_by_score_tells_who_is_ahead_equal_and_next(towns: Towns) -> None:
    towns.done(6, 5, 5, 4, 3, of=towns.signed)
    scores = scored(towns)
    found = derive_score_rank(of(scores, 1), scores, as_printed=False)
    assert (found.shown, found.exact) == ("2 of 5", 2)
    assert told(found) == [
        "Rule: Rank = 1 + how many of the group have a higher score (unrounded); equal ones share a rank.",
        "Rank: Ahead of its 5.00: 1, hence rank 2.\nEqual: c 5.00\nNext above: a 6.00\nNext below: d 4.00",
    ]
    first = derive_score_rank(of(scores, 0), scores, as_printed=True)
    assert "as printed" in told(first)[0]
    assert told(first)[1] == "Rank: Ahead of its 6.00: 0, hence rank 1.\nNext below: b 5.00, c 5.00"


def test_a_change_of_rank_by_score(towns: Towns) -> None:
    towns.done(6, 5, 4, of=towns.signed)
    scores = scored(towns, Beside(ranks_before={towns.unit["a"]: 2, towns.unit["b"]: 1, towns.unit["c"]: 3}))
    assert [derive_score_change(of(scores, at), scores).shown for at in range(4)] == ["+1", "−1", "0", "—"]
    assert told(derive_score_change(of(scores, 1), scores))[1] == "Substituted: 1 − 2 = −1"


def test_without_a_score_there_is_no_place(towns: Towns) -> None:
    scores = scored(towns)
    nobody = replace(of(scores, 0), rank=None)
    assert told(derive_score_rank(nobody, scores, as_printed=False))[1].endswith("No line of the scheme counts for the unit.")
    assert told(derive_score_change(nobody, scores))[1].startswith("No figure: It had no rank last month")


def test_what_is_beside_the_lines_has_its_reason_and_document(towns: Towns) -> None:
    entry = Adjustment(towns.unit["a"], SEPTEMBER, Decimal("0.5"), "表彰", "3号")
    forms = {towns.unit["a"]: Forms((Month(2026, 3),), (), Fraction(-1))}
    scores = scored(towns, Beside([entry], forms))
    by_hand, lost = derive_by_hand(of(scores, 0)), derive_forms(of(scores, 0))
    assert (by_hand.shown, told(by_hand)[1]) == ("+0.50", "By hand: +0.50: 表彰 (3号)")
    assert (lost.shown, told(lost)[1]) == ("−1.00", "Monthly forms: −1.00: late 2026-03; missing none")
    assert [derive(of(scores, 1)).shown for derive in (derive_by_hand, derive_forms)] == ["—", "—"]


def test_a_score_is_told_with_where_it_puts_the_unit(towns: Towns) -> None:
    towns.done(6, 5, of=towns.signed)
    scores, known = scored(towns), {indicator.id: indicator for indicator in towns.live().indicators}
    found = score_reasons(of(scores, 1), scores, known)
    assert (found.shown, told(found)[-1].split("\n")[0]) == ("5.00", "Rank: Ahead of its 5.00: 1, hence rank 2.")
    assert [step.title for step in score_reasons(replace(of(scores, 1), rank=None), scores, known).steps][-1] != "Rank"


def test_a_groups_full_points(towns: Towns) -> None:
    found = derive_full(scored(towns))
    assert (found.shown, found.exact) == ("10", 10)
