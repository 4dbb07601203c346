"""A scheme that cannot work is refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.scheme_rules import Setting, faults
from tracker.domain.target import PlanShare
from tracker.domain.unit import Group, GroupId

MONEY, LEVEL, RATE = (
    Indicator(IndicatorId(at), name, name, "", 2, kind=kind)
    for at, (name, kind) in enumerate((("money", Kind.FLOW), ("level", Kind.STOCK), ("rate", Kind.RATIO)))
)
NO_TERMS = Terms()
TOWNS, STREETS = Group(GroupId(1), "乡镇", 1), Group(GroupId(2), "街道", 2)


def line(method: Method, of: Indicator = MONEY, *, tiers: str = "", basis: str | None = None, **numbers: str) -> SchemeLine:
    pairs = (pair.split(":") for pair in tiers.split(";") if pair)
    given = {name: Decimal(text) for name, text in numbers.items()}
    points = given.pop("points", Decimal(10))
    read = tuple((Decimal(least), Decimal(value)) for least, value in pairs)
    return SchemeLine(2026, None, of.id, points, method, tiers=read, basis=basis, **given)


def told(*lines: SchemeLine, terms: Terms = NO_TERMS, plan: Sequence[PlanShare] = ()) -> list[str]:
    setting = Setting({of.id: of for of in (MONEY, LEVEL, RATE)}, [TOWNS, STREETS], plan, range(1, 13))
    return [fault.text for fault in faults(Scheme(2026, 1, lines, terms), setting)]


NO_TARGET = "A ratio has no target, so that nothing of it can be completed. Choose another method."
SOUND = (
    line(Method.PROPORTIONAL, cap="1.2"),
    line(Method.PROPORTIONAL_BONUS, bonus="0.1", bonus_cap="3"),
    line(Method.PROPORTIONAL_BONUS, bonus_cap="3", tiers="100:0.05;0:0.1"),
    line(Method.PACE, cap="1"),
    line(Method.EFFICACY, basis="yoy"),
    line(Method.EFFICACY, RATE, basis="cumulative"),
    line(Method.RANK_POINTS, RATE, step="0.5", floor="4"),
    line(Method.TIERS, tiers="0.8:100;0.5:75"),
    line(Method.PER_ITEM, LEVEL, each="0.5"),
    line(Method.ALL_OR_NOTHING, LEVEL),
)


def test_a_sound_scheme_is_accepted() -> None:
    assert told(*SOUND) == []
    assert told(*SOUND, terms=Terms(total=Decimal(100), late=Decimal(1), missing=Decimal(1), most=Decimal(5))) == []


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (line(Method.PROPORTIONAL), "“cap” is missing."),
        (line(Method.PROPORTIONAL_BONUS, bonus="1"), "“bonus cap” is missing."),
        (line(Method.PROPORTIONAL_BONUS, bonus_cap="1"), "“bonus” is missing."),
        (
            line(Method.PROPORTIONAL_BONUS, bonus_cap="1", tiers="100:0.1"),
            "Small targets have no bonus: “bonus” is missing, and no size begins at 0.",
        ),
        (line(Method.TIERS), "“tiers” is missing."),
        (line(Method.EFFICACY), "“basis” is missing."),
        (line(Method.PER_ITEM), "“each” is missing."),
        (
            line(Method.EFFICACY, basis="target"),
            "“target” is nothing that can be compared; choose one of cumulative, completion, yoy.",
        ),
        (line(Method.RANK_POINTS, step="-1", floor="0"), "“step” is below zero: -1."),
        (line(Method.ALL_OR_NOTHING, points="-1"), "“points” is below zero: -1."),
        (line(Method.RANK_POINTS, step="1", floor="11"), "The fewest points, 11, are more than the full ones."),
        (line(Method.TIERS, tiers="0.8:100;0.8:75"), "Two tiers begin at 80 %; one place can have one value only."),
        (line(Method.TIERS, tiers="0.8:50;0.5:75"), "Who reaches 80 % would get less than who reaches 50 %."),
        (
            line(Method.PROPORTIONAL_BONUS, bonus="1", bonus_cap="1", tiers="100:0.1;100:0.2"),
            "Two tiers begin at 100; one place can have one value only.",
        ),
        (line(Method.TIERS, tiers="0.8:120"), "A tier's value, 120, is outside of what is possible."),
        (
            line(Method.PROPORTIONAL_BONUS, bonus_cap="1", tiers="0:-1"),
            "A tier's value, -1, is outside of what is possible.",
        ),
        (
            line(Method.ALL_OR_NOTHING, RATE),
            NO_TARGET,
        ),
        (
            line(Method.EFFICACY, RATE, basis="completion"),
            NO_TARGET,
        ),
        (line(Method.EFFICACY, RATE, basis="yoy"), "A ratio has no growth. Compare its own value (cumulative)."),
        (line(Method.PACE, LEVEL, cap="1"), "A level at month's end has no pace. Choose another method."),
    ],
)
def test_what_is_wrong_with_a_line_is_told(wrong: SchemeLine, reason: str) -> None:
    assert told(wrong) == [reason]


def test_a_pace_of_zero_is_nothing_to_divide_by() -> None:
    plan = [PlanShare(year, MONEY.id, month, Decimal(0)) for year, month in ((2026, 1), (2026, 2), (2025, 3))]
    (reason,) = told(line(Method.PACE, cap="1"), plan=plan)
    assert reason.startswith("Nothing is due by month 2, and nothing can be divided by a pace of 0.")
    assert told(line(Method.PROPORTIONAL, cap="1"), plan=plan) == []


def test_points_must_add_up_to_what_the_scheme_says_in_every_group() -> None:
    own = SchemeLine(2026, STREETS.id, MONEY.id, Decimal(5), Method.ALL_OR_NOTHING)
    assert told(line(Method.ALL_OR_NOTHING), own, terms=Terms(total=Decimal(10))) == [
        "The lines for 街道 add up to 15 points; the scheme says 10."
    ]


def test_points_that_add_up_to_the_same_in_every_group_are_told_once() -> None:
    assert told(line(Method.ALL_OR_NOTHING), terms=Terms(total=Decimal(100))) == [
        "The lines add up to 10 points; the scheme says 100."
    ]
    own = [SchemeLine(2026, group.id, MONEY.id, Decimal(5), Method.ALL_OR_NOTHING) for group in (TOWNS, STREETS, STREETS)]
    assert told(*own, terms=Terms(total=Decimal(20))) == [
        "The lines for 乡镇 add up to 5 points; the scheme says 20.",
        "The lines for 街道 add up to 10 points; the scheme says 20.",
    ]


def test_totals_and_deductions_are_not_below_zero() -> None:
    assert told(terms=Terms(late=Decimal(-1), most=Decimal(-2))) == [
        "A total or a deduction cannot be below zero: -1.",
        "A total or a deduction cannot be below zero: -2.",
    ]
