"""One figure in the words of a bulletin."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.domain.indicator import Direction, Indicator, IndicatorId
from tracker.metrics.row import Inputs, Rates
from tracker.reports.bulletin import phrases

pytestmark = pytest.mark.usefixtures("chinese")
MONEY = Indicator(IndicatorId(1), "M", "实际到位资金", "亿元", 2)
COMPLAINTS = Indicator(IndicatorId(2), "C", "企业投诉", "件", 0, direction=Direction.LOWER)


def rates(cumulative: str | None, target: str | None = None, last_year: str | None = None, pace: Fraction | None = None) -> Rates:
    def whole(text: str | None) -> int | None:
        return None if text is None else int(Decimal(text) * 10**6)

    return Rates(
        inputs=Inputs(cumulative=whole(cumulative), target=whole(target), last_year=whole(last_year), pace=pace, by_month=True)
    )


def test_completion_names_the_target_and_the_rate() -> None:
    assert phrases.completion(rates("239.95", "324"), MONEY) == "完成年度目标任务324.00亿元的74.06%"


def test_a_target_is_never_shown_rounded() -> None:
    assert phrases.completion(rates("1", "3.125"), MONEY) == "完成年度目标任务3.125亿元的32.00%"


@pytest.mark.parametrize(
    ("cumulative", "said"),
    [
        ("10.40", "完成年度目标任务10.00亿元的104.00%，超额完成全年目标任务"),
        ("10", "完成年度目标任务10.00亿元的100.00%，完成全年目标任务"),
        ("10.0004", "完成年度目标任务10.00亿元的100.00%，完成全年目标任务"),
        ("9.9996", "完成年度目标任务10.00亿元的100.00%"),
    ],
)
def test_a_target_is_surpassed_only_where_the_printed_rate_says_so(cumulative: str, said: str) -> None:
    assert phrases.completion(rates(cumulative, "10"), MONEY) == said


def test_a_limit_is_used_up_and_not_fulfilled() -> None:
    assert phrases.completion(rates("26", "40"), COMPLAINTS) == "占年度控制数40件的65.00%"
    assert phrases.completion(rates("44", "40"), COMPLAINTS) == "占年度控制数40件的110.00%，已超出控制数"


@pytest.mark.parametrize("target", [None, "0", "-1"])
def test_without_a_target_nothing_is_said_of_completion_and_pace(target: str | None) -> None:
    bare = rates("1", target, pace=Fraction(3, 4))
    assert phrases.completion(bare, MONEY) == phrases.gap(bare, MONEY) == ""


def test_the_gap_is_the_printed_completion_less_the_printed_pace() -> None:
    assert phrases.gap(rates("74", "100", pace=Fraction(2, 3)), MONEY) == "超序时进度7.33个百分点"
    assert phrases.gap(rates("59.995", "100", pace=Fraction(2, 3)), MONEY) == "落后序时进度6.67个百分点"
    assert phrases.gap(rates("66.6667", "100", pace=Fraction(2, 3)), MONEY) == "与序时进度持平"


def test_what_should_be_low_is_above_or_below_the_pace() -> None:
    assert phrases.gap(rates("34", "40", pace=Fraction(3, 4)), COMPLAINTS) == "高于序时进度10.00个百分点"
    assert phrases.gap(rates("26", "40", pace=Fraction(3, 4)), COMPLAINTS) == "低于序时进度10.00个百分点"


@pytest.mark.parametrize(
    ("cumulative", "last_year", "said"),
    [
        ("112.25", "100", "同比增长12.25%"),
        ("91.08", "100", "同比下降8.92%"),
        ("100", "100", "同比持平"),
        ("100.001", "100", "同比基本持平"),
        ("99.9999", "100", "同比基本持平"),
        ("3", "0", "上年同期为零"),
        ("0", "0", ""),
        ("3", None, ""),
        (None, "100", ""),
        ("3", "-1", ""),
    ],
)
def test_growth_is_worded_and_never_signed(cumulative: str | None, last_year: str | None, said: str) -> None:
    assert phrases.yoy(rates(cumulative, last_year=last_year)) == said


def test_a_share_says_of_what() -> None:
    part = Rates(inputs=Inputs(cumulative=1_000_000, whole=3_000_000))
    assert phrases.share(part, "全县") == "占全县总量的33.33%"
    assert phrases.share(rates("1"), "全县") == ""


def test_a_name_that_ends_in_a_digit_is_kept_apart_from_its_figure() -> None:
    assert phrases.figure("实际到位资金", "1.00亿元") == "实际到位资金1.00亿元"
    assert phrases.figure("指标2", "1.00亿元") == "指标2为1.00亿元"
