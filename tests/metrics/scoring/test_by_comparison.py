from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.scoring.rows import line, row
from tracker.domain.scheme import Method
from tracker.errors import ParameterMissing
from tracker.metrics.scoring.by_comparison import Span, compared, efficacy, rank_points, span_of

EFFICACY = line(Method.EFFICACY, basis="cumulative")


def test_the_lowest_gets_sixty_percent_and_the_highest_all() -> None:
    span = Span(Fraction(2), Fraction(10))
    assert [efficacy(EFFICACY, Fraction(x), span) for x in (2, 4, 10)] == [6, 7, 10]


def test_a_sole_unit_and_equal_units_get_all() -> None:
    assert efficacy(EFFICACY, Fraction(0), Span(Fraction(0), Fraction(0))) == 10


def test_the_span_is_that_of_those_who_have_a_figure() -> None:
    assert span_of(EFFICACY, [row("3"), row(None), row("-1.5")]) == Span(Fraction(-3, 2), Fraction(3))
    assert span_of(EFFICACY, [row(None)]) is None


def test_what_is_compared_is_the_lines_basis() -> None:
    figures = row("6", "8", last_year="4")
    assert [compared(line(Method.EFFICACY, basis=basis), figures) for basis in ("cumulative", "completion", "yoy")] == [
        6,
        Fraction(3, 4),
        Fraction(1, 2),
    ]
    assert compared(line(Method.EFFICACY), figures) == 6


@given(st.lists(st.fractions(), min_size=1, max_size=9))
def test_efficacy_lies_between_sixty_and_a_hundred_percent(figures: list[Fraction]) -> None:
    span = Span(min(figures), max(figures))
    points = [efficacy(EFFICACY, figure, span) for figure in figures]
    assert all(6 <= each <= 10 for each in points)
    assert max(points) == 10
    assert sorted(points) == [efficacy(EFFICACY, figure, span) for figure in sorted(figures)]


def test_each_place_costs_a_step_down_to_the_floor() -> None:
    by_rank = line(Method.RANK_POINTS, step="0.5", floor="4")
    assert [rank_points(by_rank, rank) for rank in (1, 2, 12, 13, 14)] == [10, Fraction(19, 2), Fraction(9, 2), 4, 4]
    with pytest.raises(ParameterMissing, match="step"):
        rank_points(line(Method.RANK_POINTS), 1)
