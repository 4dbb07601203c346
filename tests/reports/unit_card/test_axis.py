from fractions import Fraction

import pytest

from tracker.reports.unit_card.axis import ticks


@pytest.mark.parametrize(
    ("lowest", "highest", "texts"),
    [
        (0, 100, ["0", "25", "50", "75", "100"]),
        (0, 104, ["0", "25", "50", "75", "100"]),
        (0, 130, ["0", "50", "100", "150"]),
        (0, 0, ["0.000000", "0.000001"]),
        (0, Fraction(621, 100), ["0", "2", "4", "6"]),
        (Fraction(-3, 10), 2, ["−1", "0", "1", "2"]),
        (-80, -40, ["−80", "−60", "−40", "−20", "0"]),
        (0, 1234567, ["0", "500,000", "1,000,000", "1,500,000"]),
    ],
)
def test_an_axis_has_few_round_ticks_and_zero_among_them(lowest: int, highest: int, texts: list[str]) -> None:
    assert [text for _, text in ticks(Fraction(lowest), Fraction(highest))] == texts


def test_no_value_is_further_outside_than_a_sixth_of_a_step() -> None:
    for highest in range(1, 400):
        found = [value for value, _ in ticks(Fraction(0), Fraction(highest, 7))]
        step = found[1] - found[0]
        assert 2 <= len(found) <= 5
        assert highest / 7 <= found[-1] + step / 6 + 1e-9
