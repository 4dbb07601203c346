from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tracker.metrics.scoring.places import places


def test_equal_numbers_share_a_place_and_the_next_counts_on() -> None:
    assert places({"a": Fraction(5), "b": Fraction(7), "c": Fraction(10, 2), "d": Fraction(1)}) == {
        "b": 1,
        "a": 2,
        "c": 2,
        "d": 4,
    }
    assert places({}) == {}


@given(st.lists(st.fractions() | st.sampled_from([Fraction(1, 3), Fraction(2, 3)]), max_size=12))
def test_a_place_is_one_more_than_how_many_are_better(values: list[Fraction]) -> None:
    found = places(dict(enumerate(values)))
    assert found == {at: 1 + sum(other > value for other in values) for at, value in enumerate(values)}
