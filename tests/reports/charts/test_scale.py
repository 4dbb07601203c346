"""Chinese here is data: units of measure."""

from __future__ import annotations

import pytest

from tracker.reports.charts.scale import larger_unit, scale_of


def test_ticks_are_round_and_hold_zero_and_all_values() -> None:
    found = scale_of([0.3, 0.87, float("nan")], per=0.01)
    assert [found.text(tick) for tick in found.ticks] == ["0", "20", "40", "60", "80", "100"]
    below = scale_of([-3, 8])
    assert (below.low, below.high) == (-5, 10)
    assert [below.text(tick) for tick in below.ticks] == ["−5.0", "−2.5", "0.0", "2.5", "5.0", "7.5", "10.0"]
    assert scale_of([]).ticks[0] == 0
    assert [scale_of([12_000], most=3).text(tick) for tick in (5000, 10000)] == ["5,000", "10,000"]


@pytest.mark.parametrize(
    ("unit", "largest", "larger"),
    [
        ("万元", 120_000, ("亿元", 10_000)),
        ("万元", 20_000, ("万元", 1)),
        ("亿元", 120, ("亿元", 1)),
        ("元", 250_000, ("万元", 10_000)),
        ("人次", 3_000_000, ("万人次", 10_000)),
        ("%", 10**9, ("%", 1)),
        ("t", 10**9, ("t", 1)),
        ("万亿元", 10**9, ("万亿元", 1)),
    ],
)
def test_a_large_amount_is_told_in_a_larger_unit_of_measure(unit: str, largest: float, larger: tuple[str, int]) -> None:
    assert larger_unit(unit, largest) == larger
