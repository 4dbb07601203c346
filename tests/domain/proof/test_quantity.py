from fractions import Fraction

import pytest

from tracker.domain.proof.quantity import QUANTITY, Quantity, quantity_of


def quantity(text: str) -> Quantity:
    match = QUANTITY.search(text)
    assert match, text
    return quantity_of(match)


@pytest.mark.parametrize(
    ("text", "value", "step", "dimension"),
    [
        ("34.22亿元", 3_422_000_000, 1_000_000, "CNY"),
        ("1,234,567万元", 12_345_670_000, 10_000, "CNY"),
        ("3亿2000万元", 320_000_000, 10_000, "CNY"),
        ("20亿", 2_000_000_000, 100_000_000, "CNY"),
        ("2.5万美元", 25_000, 1_000, "USD"),
        ("20.0万平方米", 200_000, 1_000, "area"),
        ("5万", 50_000, 10_000, "CNY"),
        ("63个", 63, 0, "things"),
        ("1.5个", Fraction(3, 2), Fraction(1, 10), "things"),
        ("1.72万座", 17_200, 100, "things"),
        ("45起", 45, 0, "things"),
        ("12次", 12, 0, "occasions"),
        ("5套", 5, 0, "套"),
        ("7吨", 7, 1, "吨"),
        ("8.92%", Fraction("8.92"), Fraction(1, 100), "%"),
        ("3个百分点", 3, 1, "points"),
        ("1.4倍", Fraction("1.4"), Fraction(1, 10), "times"),
        ("增长-5.0%", -5, Fraction(1, 10), "%"),
        ("78", 78, 1, ""),
    ],
)
def test_a_number_stands_for_its_value_and_was_rounded_in_its_step(
    text: str, value: Fraction, step: Fraction, dimension: str
) -> None:
    read = quantity(text)
    assert (read.value, read.step, read.dimension) == (value, step, dimension)


def test_a_number_keeps_its_printed_decimals() -> None:
    assert quantity("629.0亿元").decimals == 1
    assert str(quantity("629.0亿元").negated().printed) == "-629.0"


def test_the_unit_of_a_list_stands_at_its_end() -> None:
    assert quantity("3.2").measured_as(quantity("2.1亿元")).value == 320_000_000


@pytest.mark.parametrize("text", ["1" * 16, "1.2.", "."])
def test_what_is_too_long_or_not_whole_is_no_number(text: str) -> None:
    match = QUANTITY.search(text)
    assert match is None or match[0] != text


def test_a_run_of_digits_has_no_number_in_it() -> None:
    assert QUANTITY.search("9" * 40) is None
    assert [match[0] for match in QUANTITY.finditer("3.2.1")] == ["3.2"]
