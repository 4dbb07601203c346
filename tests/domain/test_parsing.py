"""What people type into a cell, case by case, and what no text may do to it."""

import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.amount import LARGEST, decimals_of, format_number
from tracker.domain.parsing import LONGEST, Reading, read_amount, rounded_amount

READ = [
    # plain figures
    ("亿元", 2, "1,234.5", "1234.5"),
    ("亿元", 2, "0.10", "0.1"),
    ("亿元", 2, "1.1000", "1.1"),
    ("亿元", 2, "12.", "12"),
    ("亿元", 2, ".5", "0.5"),
    ("亿元", 2, "007", "7"),
    ("亿元", 2, "0", "0"),
    ("亿元", 2, "99,999,999,999.99", "99999999999.99"),
    ("个", 0, "1.0", "1"),
    # full width, typographic, invisible
    ("个", 0, "１２３", "123"),
    ("亿元", 2, "１，２３４．５", "1234.5"),
    ("亿元", 2, "12。5", "12.5"),
    ("亿元", 2, "  12.5\u3000", "12.5"),
    ("亿元", 2, "\ufeff12\u200b.5", "12.5"),
    ("亿元", 2, "1\u2009234\u2009567", "1234567"),
    ("亿元", 2, "1\u00a0234.5", "1234.5"),
    ("亿元", 2, "12\u00a0亿元", "12"),
    # negative
    ("亿元", 2, "-3", "-3"),
    ("亿元", 2, "－3.5", "-3.5"),
    ("亿元", 2, "−3", "-3"),
    ("亿元", 2, "–3", "-3"),
    ("亿元", 2, "- 3", "-3"),
    ("亿元", 2, "负3.2亿元", "-3.2"),
    ("亿元", 2, "(12)", "-12"),
    ("亿元", 2, "（１２.５）", "-12.5"),
    ("亿元", 2, "( 1,200 )", "-1200"),
    ("亿元", 2, "(1.5亿元)", "-1.5"),
    ("亿元", 2, "(1.5) 亿元", "-1.5"),
    ("亿元", 2, "-0", "0"),
    ("亿元", 2, "+5", "5"),
    # unit and multiplier
    ("亿元", 2, "34.22亿元", "34.22"),
    ("亿元", 2, "３４．２２亿元", "34.22"),
    ("亿元", 2, "34.22 亿", "34.22"),
    ("亿元", 2, "2000万", "0.2"),
    ("亿元", 2, "2,000 万元", "0.2"),
    ("亿元", 2, "2千万", "0.2"),
    ("亿元", 2, "3亿2000万", "3.2"),
    ("亿元", 2, "3亿 2000 万元", "3.2"),
    ("亿元", 5, "3亿2000.5万", "3.20005"),
    ("亿元", 2, "5百万元", "0.05"),
    ("亿元", 2, "320000000元", "3.2"),
    ("亿元", 2, "1.5亿元人民币", "1.5"),
    ("亿元", 2, "5万亿", "50000"),
    ("万元", 2, "2000万", "2000"),
    ("万元", 4, "3万2500元", "3.25"),
    ("万元", 4, "3万2500", "3.25"),
    ("万元", 2, "5千元", "0.5"),
    ("百万元", 2, "5百万元", "5"),
    ("百万元", 2, "500万", "5"),
    ("万美元", 0, "50万", "50"),
    ("万美元", 0, "50万美元", "50"),
    ("万美元", 0, "5000000美元", "500"),
    ("个", 0, " 4 个", "4"),
    ("条", 0, " 4 条", "4"),
    ("个", 0, "8项", "8"),
    ("家", 0, "8个", "8"),
    ("个", 0, "2万", "20000"),
    ("个", 0, "3千", "3000"),
    ("次", 0, "5批次", "5"),
    ("万人", 2, "3200人", "0.32"),
    ("万亩", 2, "200公顷", "0.3"),
    ("台套", 0, "5台套", "5"),
    ("", 2, "5", "5"),
    ("", 0, "5万", "50000"),
    # currency symbols
    ("亿元", 2, "￥12", "12"),
    ("亿元", 2, "¥2000万", "0.2"),
    ("亿元", 2, "-¥3", "-3"),
    ("亿元", 2, "¥ -3", "-3"),
    ("亿元", 2, "¥(3)", "-3"),
    ("亿元", 2, "(¥3)", "-3"),
    ("万美元", 0, "$561", "561"),
    ("万美元", 0, "US$50万", "50"),
    ("万欧元", 0, "€5", "5"),
    # rates
    ("%", 2, "12.5%", "12.5"),
    ("%", 2, "１２．５％", "12.5"),
    ("%", 2, "12.5", "12.5"),
    ("%", 2, "(12%)", "-12"),
    ("%", 2, "12.5‰", "1.25"),
    ("个百分点", 2, "1.25个百分点", "1.25"),
    # numerals
    ("个", 0, "零", "0"),
    ("个", 0, "〇", "0"),
    ("个", 0, "零报告", "0"),
    ("个", 0, "十二", "12"),
    ("个", 0, "三十个", "30"),
    ("个", 0, "两家", "2"),
    ("个", 0, "三百", "300"),
    ("个", 0, "负三", "-3"),
    ("亿元", 2, "五亿元", "5"),
    ("亿元", 2, "二千万", "0.2"),
    # arithmetic
    ("亿元", 2, "=12.5+3.2*2", "18.9"),
    ("亿元", 2, "＝（1＋2）×3÷4", "2.25"),
    ("亿元", 2, "=0.1+0.2", "0.3"),
    ("亿元", 2, "=1,234.5*2", "2469"),
    ("亿元", 2, "=-(1-3)--1", "3"),
    ("亿元", 2, "=10/4/5*2", "1"),
    ("亿元", 2, "=1/3*3", "1"),
    ("亿元", 2, "= 0.52 + 0.34", "0.86"),
]
BLANK = ["", " ", "\u3000", "—", "——", "－", "-", "−", "–", "--", "/", "／", "─", "\u200b", "未报", "（未报）", "未上报"]
UNREADABLE = [
    # unit, decimals, text, a word of the reason
    ("亿元", 2, "无", "zero or not reported"),
    ("亿元", 2, "空", "zero or not reported"),
    ("亿元", 2, "N/A", "zero or not reported"),
    ("亿元", 2, "nan", "zero or not reported"),
    ("万元", 0, "约30万", "not an exact figure"),
    ("万元", 0, "30左右", "not an exact figure"),
    ("个", 0, "≥5", "not an exact figure"),
    ("亿元", 2, "近5亿", "not an exact figure"),
    ("亿元", 2, "5亿多", "not an exact figure"),
    ("个", 0, "3-5", "several figures"),
    ("个", 0, "3~5个", "several figures"),
    ("个", 0, "3至5", "several figures"),
    ("亿元", 2, "1.2.3", "more than one decimal point"),
    ("亿元", 2, "12 5", "space within the figure"),
    ("亿元", 2, "1 234", "space within the figure"),
    ("亿元", 2, "1,23", "thousands separators"),
    ("亿元", 2, "1,2345", "thousands separators"),
    ("亿元", 2, "12,34,567", "thousands separators"),
    ("亿元", 2, "1234,567", "thousands separators"),
    ("亿元", 2, "0,123", "thousands separators"),
    ("亿元", 2, "12，5", "thousands separators"),
    ("亿元", 2, "1.234,5", "thousands separators"),
    ("亿元", 2, "#REF!", "error value"),
    ("亿元", 2, "#DIV/0!", "error value"),
    ("亿元", 2, "2026-09-30", "date"),
    ("亿元", 2, "2026/9", "date"),
    ("亿元", 2, "2026-09-30 00:00:00", "date"),
    ("亿元", 2, "9月30日", "date"),
    ("亿元", 2, "2026年", "date"),
    ("亿元", 2, "1/2", "calculation begins"),
    ("亿元", 2, "3*4", "calculation begins"),
    ("亿元", 2, "12+3", "calculation begins"),
    ("亿元", 2, "1e5", "scientific notation"),
    ("亿元", 2, "1.2E+05", "scientific notation"),
    ("亿元", 2, "—5", "dash stands before"),
    ("亿元", 2, "12abc", "not understood"),
    ("亿元", 2, "减少3", "not understood"),
    ("亿元", 2, "--5", "not understood"),
    ("亿元", 2, "12-", "not understood"),
    ("亿元", 2, "(-12)", "not understood"),
    ("亿元", 2, "-(12)", "not understood"),
    ("亿元", 2, "¥(¥12)", "not understood"),
    ("亿元", 2, "((12))", "not understood"),
    ("亿元", 2, "(1)5", "not understood"),
    ("亿元", 2, "3亿2", "not understood"),
    ("亿元", 2, "3万2", "not understood"),
    ("亿元", 2, "2000万3亿", "not understood"),
    ("亿元", 2, "3亿2000", "not understood"),
    ("亿元", 2, "1.5亿2000万", "not understood"),
    ("亿元", 2, "1万万", "not understood"),
    ("亿元", 2, "12²", "not understood"),
    ("亿元", 2, "1_000", "not understood"),
    ("个", 0, "3个项目", "not understood"),
    ("千克", 0, "3吨", "not understood"),
    ("%", 2, "2万", "not understood"),
    ("亿元", 2, "½", "not a figure"),
    ("亿元", 2, "٣", "not a figure"),
    ("亿元", 2, "²", "not a figure"),
    ("亿元", 2, "abc", "not a figure"),
    ("亿元", 2, "inf", "not a figure"),
    ("亿元", 2, ".", "not a figure"),
    ("亿元", 2, "$", "not a figure"),
    ("亿元", 2, "亿元", "not a figure"),
    ("亿元", 2, "百万", "not a figure"),
    ("个", 0, "一百五", "not a figure"),
    ("个", 0, "二〇二六", "not a figure"),
    ("个", 0, "(一)", "not a figure"),
    ("万元", 2, "5千", "which unit of measure"),
    ("亿元", 2, "三百", "which unit of measure"),
    # other units of measure
    ("亿元", 2, "50万美元", "different currencies"),
    ("亿元", 2, "$5", "different currencies"),
    ("万美元", 0, "50万元", "different currencies"),
    ("万美元", 0, "￥50", "different currencies"),
    ("亿元", 2, "12.5%", "different things"),
    ("亿元", 2, "5个", "different things"),
    ("个", 0, "5人", "different things"),
    ("个", 0, "¥5", "different things"),
    ("%", 2, "12个百分点", "different things"),
    ("个百分点", 2, "1.25%", "different things"),
    # decimals and size
    ("亿元", 2, "12.345", "More decimals (3) than the indicator has (2)"),
    ("个", 0, "5.5", "More decimals (1) than the indicator has (0)"),
    ("亿元", 2, "(12.345)", "More decimals (3) than the indicator has (2)"),
    ("亿元", 2, "0." + "0" * 90 + "1", "More decimals (91) than the indicator has (2)"),
    ("亿元", 2, "34,220,000元", "This is 0.3422 亿元: more decimals (4) than the indicator has (2)"),
    ("个", 0, "=5/2", "This is 2.5 个: more decimals (1) than the indicator has (0)"),
    ("亿元", 2, "=10/3", "does not come out even within the indicator's decimals (2)"),
    ("平方米", 2, "1亩", "does not come out even"),
    ("元", 2, "100,000,000,000", "100000000000 is too large"),
    ("亿元", 2, "=99999999999*99999999999", "is too large"),
    ("亿元", 2, "1" * (LONGEST + 1), "too long for a figure: 101 characters"),
    # arithmetic
    ("亿元", 2, "=", "not complete"),
    ("亿元", 2, "=1/0", "divides by zero"),
    ("亿元", 2, "=A1+2", "only figures"),
]


@pytest.mark.parametrize(("unit", "decimals", "text", "value"), READ)
def test_a_figure_is_read_as_a_person_means_it(unit: str, decimals: int, text: str, value: str) -> None:
    reading = read_amount(text, unit=unit, decimals=decimals)
    assert reading == Reading(Decimal(value))
    assert str(reading.value) == value


@pytest.mark.parametrize("text", BLANK)
def test_what_tables_print_for_nothing_is_blank(text: str) -> None:
    assert read_amount(text, unit="亿元", decimals=2) == Reading(None, "")


@pytest.mark.parametrize(("unit", "decimals", "text", "reason"), UNREADABLE)
def test_what_cannot_be_read_has_a_reason_and_no_value(unit: str, decimals: int, text: str, reason: str) -> None:
    reading = read_amount(text, unit=unit, decimals=decimals)
    assert reading.value is None
    assert reason in reading.reason


@given(st.text(max_size=60) | st.text("0123456789.,+-*/()= 万亿元个%（）－—¥$eE年月", max_size=25))
def test_no_text_breaks_the_reader_and_every_value_fits_the_indicator(text: str) -> None:
    reading = read_amount(text, unit="亿元", decimals=2)
    if reading.value is not None:
        assert not reading.reason
        assert decimals_of(reading.value) <= 2
        assert abs(reading.value) < LARGEST
        assert any(character in "0123456789零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾" for character in text) or any(
            0xFF10 <= ord(character) <= 0xFF19 for character in text
        )


@given(st.integers(-(10**17) + 1, 10**17 - 1), st.integers(0, 6), st.booleans(), st.booleans())
def test_what_is_shown_is_read_back_exactly(millionths: int, decimals: int, signed: bool, thousands: bool) -> None:
    value = Fraction(millionths, 10**6)
    shown = format_number(value, decimals, signed=signed, thousands=thousands)
    reading = read_amount(shown, unit="亿元", decimals=decimals)
    if abs(Fraction(shown.replace(",", "").replace("−", "-"))) < Fraction(LARGEST):
        assert reading.value is not None, reading.reason
        assert format_number(reading.value, decimals, signed=signed, thousands=thousands) == shown
        assert abs(Fraction(reading.value) - value) * 2 * 10**decimals <= 1


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["", "-", "－", "−", "¥", "+"]))
def test_full_width_means_the_same_as_half_width(value: Decimal, sign: str) -> None:
    half = f"{sign}{value:,}"
    full = half.translate({code: code + 0xFEE0 for code in map(ord, "0123456789.,+-")})
    assert read_amount(full, unit="亿元", decimals=2) == read_amount(half, unit="亿元", decimals=2)
    assert read_amount(half, unit="亿元", decimals=2).value == (-value if sign in ("-", "－", "−") else value)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 10_000,
        "1," * 5_000,
        "(" * 10_000,
        "=" + "(" * 5_000 + "1" + ")" * 5_000,
        "=" + "1+" * 5_000 + "1",
        "=" + "-" * 98 + "1",
        "=" + "9*" * 49 + "9",
        "1 " * 5_000,
        "亿" * 10_000,
        " " * 10_000 + "x" * 10_000,
        "0" * 40 + "." * 40,
        "1.1,1" * 20,
        "约" * 100,
        "-" * 100,
        "一" * 100,
        "=1/" + "7" * 90,
        "=1/" + "2" * 90,
    ],
)
def test_a_long_or_nasty_text_is_refused_quickly(text: str) -> None:
    started = time.perf_counter()
    reading = read_amount(text, unit="亿元", decimals=2)
    assert time.perf_counter() - started < 0.1
    assert reading.value is None or text.startswith("=--")


@pytest.mark.parametrize(
    ("text", "decimals", "rounded"),
    [
        ("12.345", 2, "12.35"),
        ("-12.345", 2, "-12.35"),
        ("1", 2, "1"),
        ("=10/3", 2, "3.33"),
        ("2345.6万", 2, "0.23"),
        ("0.1234567891", 6, "0.123457"),
        ("0.4", 0, "0"),
        ("零报告", 2, "0"),
        ("", 2, None),
        ("—", 2, None),
        ("约30万", 2, None),
        ("30万美元", 2, None),
        ("99999999999.999", 2, None),
        ("9" * 120, 2, None),
    ],
)
def test_what_a_text_with_too_many_decimals_would_be_can_be_offered(text: str, decimals: int, rounded: str | None) -> None:
    expected = None if rounded is None else Decimal(rounded)
    assert rounded_amount(text, unit="亿元", decimals=decimals) == expected
