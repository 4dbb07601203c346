from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.amount import (
    LARGEST,
    decimals_of,
    exact_decimal,
    format_number,
    from_millionths,
    plain,
    round_half_up,
    to_millionths,
)
from tracker.errors import AmountTooLarge, TooManyDecimals

amounts = st.integers(-(10**17) + 1, 10**17 - 1).map(from_millionths)


@given(amounts)
def test_an_amount_comes_back_from_its_millionths_as_it_was(value: Decimal) -> None:
    assert from_millionths(to_millionths(value)) == value


def test_a_tenth_and_two_tenths_tie_with_three_tenths() -> None:
    assert to_millionths(Decimal("0.10")) + to_millionths(Decimal("0.20")) == to_millionths(Decimal("0.30"))


@pytest.mark.parametrize("text", ["100000000000", "-100000000000", "1E+30", "1E+999999"])
def test_an_amount_beyond_the_largest_is_refused(text: str) -> None:
    with pytest.raises(AmountTooLarge, match="is too large for a figure"):
        to_millionths(Decimal(text))


def test_the_largest_amount_is_stored() -> None:
    assert to_millionths(LARGEST - Decimal("0.000001")) == 10**17 - 1


@pytest.mark.parametrize("text", ["0.0000001", "99999999999.9999999", "1E-40", "0.10000000000000000000000000000000000001"])
def test_a_seventh_decimal_is_refused_not_rounded(text: str) -> None:
    with pytest.raises(TooManyDecimals, match="more than 6 decimals"):
        to_millionths(Decimal(text))


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("1.50", "1.5"),
        ("1E+2", "100"),
        ("100", "100"),
        ("0.00", "0"),
        ("-0.0", "0"),
        ("-1.10", "-1.1"),
        ("1E+30", "1" + "0" * 30),
    ],
)
def test_a_plain_number_has_no_trailing_zeros_and_no_exponent(given_text: str, shown: str) -> None:
    assert str(plain(Decimal(given_text))) == shown


def test_a_plain_number_keeps_every_digit() -> None:
    long = "0.1234567890123456789012345678901234567891"
    assert str(plain(Decimal(long))) == long


@pytest.mark.parametrize(("text", "places"), [("1.50", 1), ("1", 0), ("1E+3", 0), ("0.000001", 6), ("-2.25", 2), ("0.00", 0)])
def test_the_decimals_of_a_number_are_those_it_needs(text: str, places: int) -> None:
    assert decimals_of(Decimal(text)) == places


@pytest.mark.parametrize("text", ["12.50", "-3", " 7 ", "0", ".5", "5.", "+1"])
def test_a_plain_decimal_of_a_file_is_read(text: str) -> None:
    assert exact_decimal(text) == Decimal(text.strip())


@pytest.mark.parametrize(
    "text", ["", " ", "abc", "1_000", "NaN", "Infinity", "-inf", "sNaN", "1,234", "１２", "٣", "1e5", "0x10", "1 2", "--1", "."]
)
def test_anything_else_is_no_decimal_of_a_file(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        exact_decimal(text)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("12.345", 2, "12.35"),
        ("-12.345", 2, "-12.35"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("0.004", 2, "0.00"),
        ("-0.004", 2, "0.00"),
        ("94.315", 2, "94.32"),
        ("1", 2, "1.00"),
    ],
)
def test_numbers_are_rounded_half_up(value: str, decimals: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(value), decimals)) == rounded
    assert str(round_half_up(Fraction(value), decimals)) == rounded


@given(st.fractions(max_denominator=10**9), st.integers(0, 6))
def test_a_rounded_number_is_the_nearest_and_a_half_goes_away_from_zero(value: Fraction, decimals: int) -> None:
    rounded = Fraction(round_half_up(value, decimals))
    distance = abs(rounded - value) * 10**decimals
    assert distance <= Fraction(1, 2)
    assert distance < Fraction(1, 2) or abs(rounded) > abs(value)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [("1234567.5", 2, "1,234,567.50"), ("-0.35", 2, "−0.35"), ("0", 2, "0.00"), ("1234", 0, "1,234"), ("-0.001", 2, "0.00")],
)
def test_numbers_are_shown_with_thousands_separated_and_a_true_minus(value: str, decimals: int, shown: str) -> None:
    assert format_number(Decimal(value), decimals) == shown


@pytest.mark.parametrize(("value", "shown"), [("12", "+12.00"), ("-12", "−12.00"), ("0", "0.00"), ("0.001", "0.00")])
def test_gaps_and_growth_carry_their_sign(value: str, shown: str) -> None:
    assert format_number(Decimal(value), 2, signed=True) == shown


def test_without_thousands_the_digits_stand_together() -> None:
    assert format_number(1234567, 1, thousands=False) == "1234567.0"


def test_nothing_is_shown_for_none() -> None:
    assert format_number(None, 2) == ""
