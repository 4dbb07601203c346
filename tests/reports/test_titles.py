"""Titles and dates in the office's own form."""

import datetime

import pytest

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.reports.titles import (
    as_of,
    date_text,
    period,
    place_and_subject,
    sheet_title,
    sheet_title_of_one,
    sheet_title_of_scores,
    whole,
)

pytestmark = pytest.mark.usefixtures("chinese")

SEPTEMBER = Month(2026, 9)


@pytest.mark.parametrize(
    ("book", "place", "subject"),
    [
        ("云山县2026年招商引资台账", "云山县", "招商引资"),
        ("云山县招商引资工作台账", "云山县", "招商引资工作"),
        ("云山县", "云山县", "招商引资"),
        ("云山县 2026年度 工业经济台账", "云山县", "工业经济"),
        ("新市区台账", "新市区", "招商引资"),
        ("北川羌族自治县2025年招商引资台账", "北川羌族自治县", "招商引资"),
        ("高新产业园", "高新产业园", "招商引资"),
        ("", "", "招商引资"),
    ],
)
def test_the_place_and_the_subject_are_found_in_the_books_title(book: str, place: str, subject: str) -> None:
    assert place_and_subject(book) == (place, subject)


def test_the_title_of_the_month() -> None:
    assert sheet_title("云山县2026年招商引资台账", SEPTEMBER) == "云山县2026年1-9月招商引资主要指标完成情况排名表"


def test_the_title_of_one_indicator_names_it() -> None:
    money = Indicator(IndicatorId(1), "SWZJ", "实际到位省外资金", "亿元", 2)
    titled = sheet_title_of_one("云山县招商引资台账", SEPTEMBER, money, has_targets=True)
    assert titled == "云山县2026年1-9月实际到位省外资金完成情况排名表"
    assert sheet_title_of_one("云山县", SEPTEMBER, money, has_targets=False) == "云山县2026年1-9月实际到位省外资金排名表"


def test_the_title_of_the_scores_keeps_the_books_subject() -> None:
    assert sheet_title_of_scores("云山县2026年招商引资台账", SEPTEMBER) == "云山县2026年1-9月招商引资综合得分排名表"


def test_january_is_a_month_and_no_span() -> None:
    assert period(Month(2026, 1)) == "2026年1月"


def test_dates_carry_no_leading_zeros() -> None:
    assert date_text(datetime.date(2026, 1, 5)) == "2026年1月5日"
    assert as_of(Month(2024, 2)) == "（截至2024年2月29日）"


@pytest.mark.parametrize(("place", "called"), [("云山县", "全县"), ("新市区", "全区"), ("高新产业园", ""), ("", "")])
def test_the_whole_is_called_by_the_kind_of_the_place(place: str, called: str) -> None:
    assert whole(place) == called
