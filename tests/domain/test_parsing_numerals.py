import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.parsing_numerals import chinese_number, spell


@given(st.integers(0, 10**12 - 1))
def test_every_number_that_is_spelt_is_read_back(number: int) -> None:
    assert chinese_number(spell(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("一十", 10),
        ("十五", 15),
        ("一百零五", 105),
        ("一百一十五", 115),
        ("两", 2),
        ("两百", 200),
        ("二百", 200),
        ("一万零二百零三", 10203),
        ("三百零五万", 3050000),
        ("三亿零五百", 300000500),
        ("一亿二千万", 120000000),
        ("壹拾伍", 15),
        ("叁佰万", 3000000),
    ],
)
def test_correct_spellings_are_numbers(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "百",
        "万",
        "一百五",
        "一万二",
        "二〇二六",
        "三五",
        "两十",
        "一百十五",
        "零五",
        "零百",
        "三亿亿",
        "三千万亿",
        "一千零两",
        "十A",
    ],
)
def test_short_forms_and_strings_of_digits_are_none(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("number", "text"), [(0, "零"), (10, "一十"), (1001, "一千零一"), (100010, "一十万零一十"), (100000000, "一亿")]
)
def test_zeros_within_are_said_once(number: int, text: str) -> None:
    assert spell(number) == text
