from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.metrics.proof.interval import Interval, above_zero, exactly, quotient, rounded

HALF = Fraction(1, 2)
ONE = Fraction(1)
NUMBERS = st.fractions(-5, 5, max_denominator=8)
STEPS = st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1)])


def test_half_up_leaves_the_end_away_from_zero_out() -> None:
    assert rounded(Fraction(3), ONE) == Interval(Fraction(5, 2), Fraction(7, 2), high_belongs=False)
    assert rounded(Fraction(-3), ONE) == Interval(Fraction(-7, 2), Fraction(-5, 2), low_belongs=False)
    assert rounded(Fraction(0), ONE) == Interval(-HALF, HALF, low_belongs=False, high_belongs=False)
    assert rounded(Fraction(3), Fraction(0)) == exactly(Fraction(3))


def test_intervals_that_only_touch_meet_where_the_end_belongs_to_both() -> None:
    open_end = Interval(Fraction(0), ONE, high_belongs=False)
    assert exactly(ONE).meets(Interval(Fraction(0), ONE))
    assert not exactly(ONE).meets(open_end)
    assert not open_end.meets(exactly(ONE))
    assert open_end.meets(exactly(Fraction(0)))
    assert not exactly(Fraction(2)).meets(open_end)


def test_the_part_above_zero_is_open_there() -> None:
    assert above_zero(rounded(Fraction(0), ONE)) == Interval(Fraction(0), HALF, low_belongs=False, high_belongs=False)
    assert above_zero(exactly(ONE)) == exactly(ONE)
    assert above_zero(exactly(Fraction(0))) is None
    assert above_zero(Interval(-ONE, Fraction(0))) is None


def test_a_quotient_by_what_may_be_next_to_zero_or_beyond_all_bounds_has_no_bound_or_none_but_zero() -> None:
    next_to_zero = Interval(Fraction(0), ONE, low_belongs=False)
    assert quotient(Interval(-ONE, ONE), next_to_zero) == Interval(-inf, inf, low_belongs=False, high_belongs=False)
    assert quotient(exactly(Fraction(0)), next_to_zero) == exactly(Fraction(0))
    unbounded = Interval(ONE, inf, high_belongs=False)
    assert quotient(exactly(ONE), unbounded) == Interval(Fraction(0), ONE, low_belongs=False)


def members(of: Interval) -> list[Fraction]:
    """Some numbers of an interval with bounds, its ends where they belong to it."""
    width = of.high - of.low
    inner = [of.low + width * Fraction(part, 8) for part in range(1, 8)] if width else []
    return inner + [of.low] * of.low_belongs + [of.high] * of.high_belongs


@given(NUMBERS, STEPS, NUMBERS, STEPS)
def test_sums_and_quotients_hold_every_result_and_their_ends_are_results(
    top: Fraction, top_step: Fraction, bottom: Fraction, bottom_step: Fraction
) -> None:
    first, second = rounded(top, top_step), rounded(bottom, bottom_step)
    total = first + -second
    results = [x - y for x in members(first) for y in members(second)]
    assert all(total.meets(exactly(one)) for one in results)
    assert total.low == first.low - second.high
    positive = above_zero(second)
    if positive is None or positive.low == 0:
        return
    divided = quotient(first, positive)
    results = [x / y for x in members(first) for y in members(positive)]
    assert all(divided.meets(exactly(one)) for one in results)
    assert divided.low in results or not divided.low_belongs
    assert divided.high in results or not divided.high_belongs


@pytest.mark.parametrize("factor", [Fraction(1, 12), Fraction(100)])
def test_a_factor_keeps_which_ends_belong(factor: Fraction) -> None:
    assert rounded(Fraction(3), ONE).times(factor) == Interval(factor * 5 / 2, factor * 7 / 2, high_belongs=False)
