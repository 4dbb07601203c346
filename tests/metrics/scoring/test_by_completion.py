from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.scoring.rows import line, row
from tracker.domain.scheme import BY_COMPLETION, Method
from tracker.errors import ParameterMissing
from tracker.metrics.scoring.award import ALONE

GIVE = {method: ALONE[method] for method in BY_COMPLETION}
LINES = {
    Method.PROPORTIONAL: line(Method.PROPORTIONAL, cap="1.2"),
    Method.PROPORTIONAL_BONUS: line(Method.PROPORTIONAL_BONUS, bonus="0.1", bonus_cap="3"),
    Method.PACE: line(Method.PACE, cap="1"),
    Method.TIERS: line(Method.TIERS, tiers="0.8:100;0.5:75;0.2:50"),
    Method.ALL_OR_NOTHING: line(Method.ALL_OR_NOTHING),
}


@pytest.mark.parametrize(
    ("method", "done", "points"),
    [
        (Method.PROPORTIONAL, "50", 5),
        (Method.PROPORTIONAL, "119.99", Fraction(11999, 1000)),
        (Method.PROPORTIONAL, "130", 12),
        (Method.PROPORTIONAL_BONUS, "99.99", Fraction(9999, 1000)),
        (Method.PROPORTIONAL_BONUS, "100", 10),
        (Method.PROPORTIONAL_BONUS, "110", 11),
        (Method.PROPORTIONAL_BONUS, "500", 13),
        (Method.PACE, "60", 8),
        (Method.PACE, "75", 10),
        (Method.PACE, "100", 10),
        (Method.TIERS, "19.99", 0),
        (Method.TIERS, "20", 5),
        (Method.TIERS, "79.99", Fraction(15, 2)),
        (Method.TIERS, "80", 10),
        (Method.ALL_OR_NOTHING, "99.99", 0),
        (Method.ALL_OR_NOTHING, "100", 10),
    ],
)
def test_points_are_exactly_what_the_rule_says(method: Method, done: str, points: Fraction) -> None:
    assert GIVE[method](LINES[method], row(done, "100")) == points


@pytest.mark.parametrize("method", sorted(BY_COMPLETION))
def test_nothing_done_gives_nothing(method: Method) -> None:
    assert GIVE[method](LINES[method], row(None, "100")) == 0


def test_the_bonus_may_differ_by_the_size_of_the_target() -> None:
    by_size = line(Method.PROPORTIONAL_BONUS, bonus="0.1", bonus_cap="3", tiers="20:0.3;10:0.2")
    for target, done, points in (("20", "22", 13), ("19.99", "21.989", 12), ("9.99", "10.989", 11)):
        assert GIVE[Method.PROPORTIONAL_BONUS](by_size, row(done, target)) == points


@pytest.mark.parametrize(
    ("method", "parameter"), [(Method.PROPORTIONAL, "cap"), (Method.PACE, "cap"), (Method.PROPORTIONAL_BONUS, "bonus")]
)
def test_a_missing_parameter_is_named(method: Method, parameter: str) -> None:
    with pytest.raises(ParameterMissing, match=f"{method} needs “{parameter}”"):
        GIVE[method](line(method, bonus_cap="3"), row("120", "100"))


@given(st.sampled_from(sorted(BY_COMPLETION)), st.integers(0, 300), st.integers(0, 300))
def test_who_has_done_more_never_gets_less(method: Method, some: int, more: int) -> None:
    less, greater = sorted((some, more))
    give = GIVE[method]
    assert give(LINES[method], row(str(less), "100")) <= give(LINES[method], row(str(greater), "100"))
