import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.period import Month
from tracker.errors import BadMonth

months = st.builds(Month, st.integers(1950, 2150), st.integers(1, 12))


@pytest.mark.parametrize("text", ["2026-09", " 2026-09 ", "2026-9"])
def test_a_month_is_read(text: str) -> None:
    assert Month.parse(text) == Month(2026, 9)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "26-09", "2026/09", "2026-09-30", "2026年9月", "9999999-01", "0001-01"]
)
def test_anything_else_is_no_month(text: str) -> None:
    with pytest.raises(BadMonth, match="is not a month"):
        Month.parse(text)


@pytest.mark.parametrize("text", ["２０２６-09", "2026-٠٩"])
def test_only_plain_digits_make_a_month(text: str) -> None:
    with pytest.raises(BadMonth):
        Month.parse(text)


@pytest.mark.parametrize(("year", "number"), [(1899, 12), (10000, 1), (2026, 0), (2026, 13)])
def test_a_month_beyond_the_calendar_is_refused(year: int, number: int) -> None:
    with pytest.raises(BadMonth):
        Month(year, number)


@given(months)
def test_a_month_comes_back_from_its_text_and_its_key(month: Month) -> None:
    assert Month.parse(str(month)) == month
    assert Month.from_key(month.key) == month


@given(months, st.integers(-500, 500))
def test_as_many_months_later_are_as_many_months_until(month: Month, count: int) -> None:
    later = month.plus(count)
    assert month.until(later) == count
    assert later.plus(-count) == month
    assert (later > month) == (count > 0)


@given(months, months)
def test_months_are_ordered_as_their_keys(one: Month, other: Month) -> None:
    assert (one < other) == (one.key < other.key)


@pytest.mark.parametrize(("text", "day"), [("2026-09", 30), ("2026-12", 31), ("2024-02", 29), ("2026-02", 28), ("2100-02", 28)])
def test_the_last_day_knows_leap_years(text: str, day: int) -> None:
    month = Month.parse(text)
    assert month.last_day == datetime.date(month.year, month.number, day)


def test_december_is_followed_by_january() -> None:
    assert Month(2025, 12).plus(1) == Month(2026, 1)
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
