import pytest

from tracker.domain.parsing_width import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２，３４５．６％", "12,345.6%"),
        ("－１", "-1"),
        ("−1–2‐3‑4‒5﹣6", "-1-2-3-4-5-6"),
        ("（×÷＝￥）", "(*/=¥)"),
        ("1\u2009234\u202f567", "1,234,567"),
        ("1\u00a02", "1 2"),
        ("1\u00a02345", "1 2345"),
        ("\u3000１\u3000２ ", "1 2"),
        ("\ufeff1\u200b2\u00ad", "12"),
        ("12。5", "12.5"),
        ("—", "—"),
    ],
)
def test_typed_characters_are_folded_to_the_plain_ones(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["12²", "½", "⑴", "㈠", "①", "٣", "Ⅲ"])
def test_characters_that_look_like_digits_stay_what_they_are(text: str) -> None:
    assert fold(text) == text
