import pytest

from tracker.domain.month_text import read_month
from tracker.domain.period import Month
from tracker.errors import BadMonth


@pytest.mark.parametrize(
    "text",
    ["2026-09", "2026-9", "2026.9", "2026.09", "2026/9", "2026年9月", "2026年09月", "202609", " ２０２６－０９ ", "2026 年 9 月"],
)
def test_a_month_is_read_in_every_form_that_people_write(text):
    assert read_month(text) == Month(2026, 9)


@pytest.mark.parametrize("text", ["", "  ", "　"])
def test_a_blank_is_no_month(text):
    assert read_month(text) is None


@pytest.mark.parametrize("text", ["9月", "2026", "2026-13", "2026-0", "26-9", "9/2026", "soon", "2026-9-1"])
def test_anything_else_is_refused_in_its_own_words(text):
    with pytest.raises(BadMonth, match="not a month"):
        read_month(text)
