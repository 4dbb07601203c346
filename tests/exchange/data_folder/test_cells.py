import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.amount import from_millionths
from tracker.exchange.data_folder.cells import read_millionths
from tracker.exchange.data_folder.writing import millionths_text

AMOUNTS = st.integers(-(10**17) + 1, 10**17 - 1)


@given(AMOUNTS)
def test_what_is_written_is_read_again(millionths: int) -> None:
    assert read_millionths(millionths_text(millionths), 6) == millionths
    assert millionths_text(millionths) == format(from_millionths(millionths), "f")


@pytest.mark.parametrize(
    ("text", "millionths"),
    [
        ("12.50", 12_500_000),
        ("-3", -3_000_000),
        ("+.5", 500_000),
        ("7.", 7_000_000),
        ("000000000000001", 1_000_000),
        ("-0.00", 0),
    ],
)
def test_plain_decimals_are_read(text: str, millionths: int) -> None:
    assert read_millionths(text, 2) == millionths


@pytest.mark.parametrize(
    "text", ["", " ", "-", ".", "1,234", "1e3", "0x1", "１２", "1_0", "--1", "1.2.3", "NaN", "inf", "12 ", "−3"]
)
def test_other_texts_are_not_plain_numbers(text: str) -> None:
    assert read_millionths(text, 6) == f"“{text}” is not a plain number."


def test_digits_past_any_decimal_are_seen() -> None:
    assert read_millionths("0." + "0" * 40 + "1", 6) == "0." + "0" * 40 + "1 has more than 6 decimals."
    assert read_millionths("1." + "0" * 40, 0) == 1_000_000
