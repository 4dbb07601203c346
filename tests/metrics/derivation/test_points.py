"""Every method's points are derived to what the line gives."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.indicator import IndicatorId
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.target import PlanShare
from tracker.domain.unit import UnitId
from tracker.metrics.derivation.points import RULES, derive_points, points_text
from tracker.metrics.derivation.steps import Derivation
from tracker.metrics.scoring.award import awards
from tracker.store.plans import set_plan_share


def derived(towns: Towns, unit: str, method: Method, *, of: IndicatorId | None = None, **fields: object) -> Derivation:
    line = SchemeLine(2026, None, of or towns.money, Decimal(10), method, **fields)  # type: ignore[arg-type]
    table = towns.live().table(line.indicator)
    award = awards(line, table)[towns.unit[unit]]
    found = derive_points(award, table, towns.unit[unit])
    assert found.exact == award.points
    return found


ONE = Decimal(1)
TIERS = ((Decimal("0.8"), Decimal(100)), (Decimal("0.5"), Decimal(75)))


@pytest.mark.parametrize(
    ("method", "fields", "formula"),
    [
        (Method.PROPORTIONAL, {"cap": Decimal("1.2")}, "10 × min(0.7, 1.2) = 7,"),
        (Method.PROPORTIONAL_BONUS, {"bonus": Decimal("0.1"), "bonus_cap": Decimal(3)}, "10 × 0.7 = 7,"),
        (Method.PACE, {"cap": ONE}, "10 × min(0.7 ÷ 0.75, 1) = 9.333333…,"),
        (Method.EFFICACY, {"basis": "cumulative"}, "10 × (60 + 40 × (70 − 10) ÷ (110 − 10)) ÷ 100 = 8.4,"),
        (Method.RANK_POINTS, {"step": Decimal("0.5"), "floor": Decimal(4)}, "max(10 − 0.5 × (3 − 1), 4) = 9,"),
        (Method.TIERS, {"tiers": TIERS}, "10 × 75 ÷ 100 = 7.5,"),
        (Method.PER_ITEM, {"each": Decimal("0.1")}, "min(0.1 × 70, 10) = 7,"),
        (Method.ALL_OR_NOTHING, {}, "10 × 0 = 0,"),
    ],
)
def test_each_method_is_told_with_its_numbers(towns: Towns, method: Method, fields: dict[str, object], formula: str) -> None:
    towns.done(110, 80, 70, 60, 10)
    found = derived(towns, "c", method, **fields)
    assert found.steps[0].text == RULES[method]
    assert found.steps[1].text.startswith(formula)
    assert found.sources


def test_a_bonus_tells_the_points_over(towns: Towns) -> None:
    towns.done(110)
    found = derived(towns, "a", Method.PROPORTIONAL_BONUS, bonus=Decimal("0.1"), bonus_cap=Decimal(3))
    assert found.steps[1].text.startswith("10 + min(10 × 0.1, 3) = 11,")
    assert derived(towns, "a", Method.ALL_OR_NOTHING).shown == "10.00"


def test_below_the_lowest_tier_and_with_nobody_to_compare_with(towns: Towns) -> None:
    towns.done(10, 10, 10, 10, 10)
    assert derived(towns, "a", Method.TIERS, tiers=TIERS).steps[1].text.startswith("10 × 0 ÷ 100 = 0,")
    equal = derived(towns, "a", Method.EFFICACY, basis="completion")
    assert (equal.exact, equal.steps[1].text) == (
        Fraction(10),
        "10 × 100 % (nobody to be told apart from) = 10, shown rounded once, half up: 10.00.",
    )


def test_what_does_not_count_says_why(towns: Towns) -> None:
    found = derived(towns, "a", Method.ALL_OR_NOTHING, of=towns.signed)
    assert (found.shown, found.exact) == ("—", None)
    assert found.steps[1].text.startswith("The unit has no target for it")
    missing = derived(towns, "a", Method.PER_ITEM, each=ONE)
    assert (missing.shown, missing.steps[1].text) == ("0.00", "The unit has no figure to count or to compare.")
    with towns.book.change("plan"):
        set_plan_share(towns.book, PlanShare(2026, towns.money, SEPTEMBER.number, Decimal(0)))
    assert derived(towns, "a", Method.PACE, cap=ONE).steps[1].text.startswith("Nothing is due yet")
    assert points_text(None) == "—"


def test_a_unit_that_is_not_listed_is_an_error(towns: Towns) -> None:
    line = SchemeLine(2026, None, towns.money, Decimal(10), Method.ALL_OR_NOTHING)
    table = towns.live().table(towns.money)
    with pytest.raises(KeyError):
        derive_points(awards(line, table)[towns.unit["a"]], table, UnitId(99))
