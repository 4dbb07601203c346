import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.proof.plain_text import plain_text


@pytest.mark.parametrize(
    ("given_text", "plain"),
    [
        ("完成 １２．５ 亿元，增长９％；", "完成12.5亿元，增长9%;"),
        ("１，２３４万元，５", "1,234万元，5"),
        ("1\u2009234\u00a0567元", "1,234,567元"),
        ("完成\u3000\u200b 5 个", "完成5个"),
        ("12  34", "12 34"),
        (" 5 ", "5"),
        ("增长－5%", "增长-5%"),
        ("1—9月。", "1—9月。"),
    ],
)
def test_blanks_go_and_wide_characters_become_narrow(given_text: str, plain: str) -> None:
    assert plain_text(given_text).text == plain


@given(st.text(st.sampled_from(" \u3000\u200b12.，％亿元完\n"), max_size=40))
def test_every_character_is_traced_back_to_where_it_stood(given_text: str) -> None:
    read = plain_text(given_text)
    places = [read.original_span(at, at + 1) for at in range(len(read.text))]
    assert places == sorted(places)
    for character, (start, end) in zip(read.text, places, strict=True):
        assert end == start + 1
        assert plain_text(given_text[start]).text.strip() in (character, "")
