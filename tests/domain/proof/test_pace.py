import pytest

from tests.domain.proof.found import found
from tracker.domain.proof import statements
from tracker.domain.proof.plain_text import plain_text

AHEAD = ("pace", {"completion": "80%", "month": "9"}, "5个百分点")
BEHIND = ("pace", {"completion": "70%", "month": "9"}, "-5个百分点")


@pytest.mark.parametrize(
    "text",
    [
        "1-9月,全县完成年度任务的80%,超序时进度5个百分点",
        "截至9月底,完成率80%,高于时间进度5个百分点",
        "前三季度完成投资进度80%,快于平均进度5个百分点",
        "元至9月完成全年计划的80%,同比增长3%,比序时进度快5个百分点",
        "截止9月30日,支出进度80%,超过时序进度了5个百分点",
        "一至九月,资金到位率为80%,领先序时进度5个百分点",
        "1-9月完成率80%,超序时5个百分点",
        "1-9月,到位资金已完成80%,超序时进度5个百分点",
    ],
)
def test_a_gap_ahead_is_found_with_the_rate_and_the_month(text: str) -> None:
    assert found(text) == [AHEAD]


@pytest.mark.parametrize(
    "words", ["落后序时进度", "低于时序进度", "慢于时间进度", "短平均进度", "欠进度", "比序时进度慢了", "滞后于序时进度"]
)
def test_a_gap_behind_is_below_zero(words: str) -> None:
    assert found(f"1-9月完成年度任务的70%,{words}5个百分点") == [BEHIND]


@pytest.mark.parametrize(
    "text",
    [
        "完成年度任务的80%,快于序时进度(75%)5个百分点",
        "1-8月完成年度任务的80%,高于75%的序时进度5个百分点",
        "完成年度任务的80%,较序时进度75%快5个百分点",
        "完成年度任务的80%,较75%的序时进度快5个百分点",
        "1-8月序时进度为75%,全县完成率80%,超序时进度5个百分点",
        "完成年度任务的80%,超序时进度5个百分点(序时进度为75%)",
    ],
)
def test_a_pace_that_the_text_states_wins_over_the_month(text: str) -> None:
    assert found(text, 9) == [("pace", {"completion": "80%", "pace": "75%"}, "5个百分点")]


def test_a_list_of_gaps_is_read_member_by_member() -> None:
    text = "1-9月,城关镇、云溪镇完成率分别为80%、70%,分别超序时进度5个、-5个百分点"
    assert found(text) == [AHEAD, ("pace", {"completion": "70%", "month": "9"}, "-5个百分点")]
    stated = "序时进度为75%,两镇完成率分别为80%、70%,分别超序时进度5、-5个百分点"
    assert [inputs["pace"] for _, inputs, _ in found(stated)] == ["75%", "75%"]


def test_what_is_short_in_money_is_held_against_the_target() -> None:
    text = "1-9月,完成27733万元,占年预算67885万元的40.9%,短平均进度34.1个百分点,短收23181万元"
    assert found(text)[-1] == ("pace", {"cumulative": "27733万元", "target": "67885万元", "month": "9"}, "-23181万元")
    ahead = "1-9月,完成27733万元,占年预算30000万元的92.4%,超序时进度17.4个百分点,超收5233万元"
    assert found(ahead)[-1][2] == "5233万元"


@pytest.mark.parametrize(
    "text",
    [
        "完成年度任务的80%,超序时进度5个百分点",
        "1-9月,超序时进度5个百分点",
        "1-9月,同比增长80%,超序时进度5个百分点",
        "1-9月,完成率80%。超序时进度5个百分点",
        "1-9月,全县完成率80%,其中云溪镇超序时进度5个百分点",
        "1-9月,完成率80%,高于全省平均水平5个百分点",
        "1-9月,完成率80%,超序时进度约5个百分点",
        "1-9月,完成率80%(超序时进度)5个百分点",
        "1-9月,完成率分别为80%、70%,超序时进度5个百分点",
        "1-9月,完成27733万元,占年预算67885万元的40.9%,短收23181万元",
        "1-9月,完成27733万元,占序时进度的40.9%,短收23181万元",
        "完成27733万元,占年预算67885万元的40.9%,落后序时进度,短收23181万元",
        "截至9月5日,完成率80%,超序时进度5个百分点",
    ],
)
def test_nothing_is_claimed_where_an_input_is_missing_or_anothers(text: str) -> None:
    assert not [one for one in found(text) if one[0] == "pace"]


@pytest.mark.parametrize("text", ["比序时进度,80%,5个百分点", "完成率80%,75%的序时进度5个百分点", "完成率80%,75%的5个百分点"])
def test_a_number_after_a_percentage_is_no_gap_without_a_direction(text: str) -> None:
    assert found(text, 9) == []


def test_an_input_is_asked_for_by_name() -> None:
    text = plain_text("1-9月,完成年度任务的80%,超序时进度5个百分点").text
    (statement,) = statements(text)
    assert statement.input("completion") is not None
    assert statement.input("pace") is None
