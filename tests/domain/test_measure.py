from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.measure import convert, is_known, measure
from tracker.errors import DifferentCurrencies, DifferentMeasures

MONEY = ["元", "千元", "万元", "百万元", "千万元", "亿元", "十亿元", "万亿元"]


@pytest.mark.parametrize(
    ("value", "given_unit", "wanted", "result"),
    [
        (1, "亿元", "万元", 10_000),
        (374800, "万元", "亿元", Fraction("37.48")),
        (2, "百万元", "万元", 200),
        (5, "千元", "元", 5000),
        (3, "亿美元", "万美元", 30_000),
        (7, "万欧元", "欧元", 70_000),
        (1, "人民币元", "元", 1),
        (3, "万人", "人", 30_000),
        (4, "家", "个", 4),
        (4, "件", "项", 4),
        (3, "亩", "平方米", 2000),
        (1, "公顷", "亩", 15),
        (1, "平方公里", "公顷", 100),
        (2, "万平方米", "公顷", 2),
        (25, "‰", "%", Fraction(5, 2)),
        (1, "百分点", "个百分点", 1),
        (3, "万台套", "台套", 30_000),
        (5, "％", "%", 5),
        (5, " 亿 元 ", "亿元", 5),
        (2, "万", "", 20_000),
    ],
)
def test_amounts_convert_exactly(value: int, given_unit: str, wanted: str, result: Fraction) -> None:
    assert convert(value, given_unit, wanted) == result


@pytest.mark.parametrize(("given_unit", "wanted"), [("万美元", "万元"), ("元", "日元"), ("万欧元", "亿美元"), ("港元", "新台币")])
def test_money_of_different_currencies_never_converts(given_unit: str, wanted: str) -> None:
    with pytest.raises(DifferentCurrencies, match="different currencies"):
        convert(1, given_unit, wanted)


@pytest.mark.parametrize(
    ("given_unit", "wanted"),
    [("个", "亿元"), ("亩", "公里"), ("%", "个百分点"), ("人", "人次"), ("台套", "个"), ("元", ""), ("次", "个")],
)
def test_different_things_never_convert(given_unit: str, wanted: str) -> None:
    with pytest.raises(
        DifferentMeasures, match=f"“{given_unit}” cannot be converted to “{wanted}”: they measure different things"
    ):
        convert(1, given_unit, wanted)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.sampled_from(MONEY), st.sampled_from(MONEY))
def test_there_and_back_is_the_same(value: Decimal, there: str, back: str) -> None:
    assert convert(convert(value, there, back), back, there) == Fraction(value)


@pytest.mark.parametrize("name", ["亿元", "万美元", "个", "%", "个百分点", "万平方米", "百分点", "人"])
def test_listed_units_are_known_with_and_without_a_multiplier(name: str) -> None:
    assert is_known(name)


@pytest.mark.parametrize("name", ["", "台套", "左右", "个项目", "万", "百"])
def test_other_words_are_not(name: str) -> None:
    assert not is_known(name)


def test_a_percentage_point_is_not_a_hundred_of_something() -> None:
    assert measure("百分点").dimension == measure("个百分点").dimension == "points"


def test_money_is_told_from_other_things() -> None:
    assert measure("万美元").is_money
    assert not measure("个").is_money
