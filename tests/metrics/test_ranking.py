"""Ranks are standard competition ranks, and exact where floating numbers cannot tell."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.amount import to_millionths
from tracker.domain.indicator import Direction
from tracker.metrics.basis import Basis
from tracker.metrics.ranking import competition_ranks


def ranks(
    fractions: list[tuple[int, int]], *, lower: bool = False, groups: list[int] | None = None, skip: frozenset[int] = frozenset()
) -> list[int]:
    top = np.array([numerator for numerator, _ in fractions], np.int64)
    bottom = np.array([denominator for _, denominator in fractions], np.int64)
    ranked = np.array([at not in skip for at in range(len(fractions))], np.bool_)
    group = np.array(groups or [0] * len(fractions), np.int64)
    return competition_ranks(Basis(top, bottom, ranked), group, Direction.LOWER if lower else Direction.HIGHER).tolist()


def test_equal_figures_share_a_place_and_the_next_counts_on() -> None:
    assert ranks([(5, 1), (7, 1), (5, 1), (1, 1)]) == [2, 1, 2, 4]


def test_lower_is_better_turns_the_order_round() -> None:
    assert ranks([(5, 1), (7, 1), (5, 1), (1, 1)], lower=True) == [2, 4, 2, 1]


def test_each_group_has_its_own_first() -> None:
    assert ranks([(1, 1), (2, 1), (3, 1), (4, 1)], groups=[0, 0, 1, 1]) == [2, 1, 2, 1]


def test_units_that_are_not_ranked_have_none_and_move_nobody() -> None:
    assert ranks([(9, 1), (5, 1), (7, 1)], skip=frozenset({0})) == [0, 2, 1]
    assert ranks([(9, 1)], skip=frozenset({0})) == [0]
    assert ranks([]) == []


def test_different_terms_of_one_fraction_tie() -> None:
    assert ranks([(10, 30), (1, 3), (2, 6), (1, 4)]) == [1, 1, 1, 4]


def test_fractions_closer_than_floating_numbers_can_tell_are_told_apart() -> None:
    big = 3 * 10**17
    close = [(big, big + 1), (big + 1, big + 2), (big - 1, big)]
    assert len({top / bottom for top, bottom in close}) == 1
    assert ranks(close) == [2, 1, 3]
    assert ranks(close, lower=True) == [2, 3, 1]
    assert ranks([*close, (2, 1)]) == [3, 2, 4, 1]


amounts = st.integers(-(10**17), 10**17) | st.integers(-5, 5) | st.integers(10**17 - 3, 10**17)
targets = st.integers(1, 10**17) | st.integers(1, 4) | st.integers(10**17 - 3, 10**17)


@given(st.lists(st.tuples(st.tuples(amounts, targets), st.integers(0, 2)), max_size=25), st.booleans())
def test_ranks_equal_a_count_of_those_that_are_better(rows: list[tuple[tuple[int, int], int]], lower: bool) -> None:
    sign = 1 if lower else -1
    expected = [
        1 + sum(1 for other, its in rows if its == group and sign * Fraction(*other) < sign * Fraction(*mine))
        for mine, group in rows
    ]
    assert ranks([mine for mine, _ in rows], lower=lower, groups=[group for _, group in rows]) == expected


def test_published_ranking_tables_are_reproduced(shared_data) -> None:  # type: ignore[no-untyped-def]
    checked = 0
    for case in json.loads((shared_data / "published.json").read_text("utf-8")):
        if case["kind"] != "table" or not case["agrees"]:
            continue
        columns, rows = case["inputs"]["columns"], case["inputs"]["rows"]
        for check in case["checks"]:
            name, _, rule = check["check"].partition(" from ")
            if "competition ranking" not in rule:
                continue
            figure = rule[: rule.index("(")].strip()
            values = [(to_millionths(Decimal(row[columns.index(figure)])), 1) for row in rows]
            assert ranks(values, lower="low is better" in rule) == [int(row[columns.index(name)]) for row in rows], case["id"]
            checked += 1
    assert checked >= 9
