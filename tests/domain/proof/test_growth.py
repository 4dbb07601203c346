import pytest

from tests.domain.proof.found import found

CHANGE = ("yoy", {"current": "61646万元", "change": "5939万元"}, "10.7%")
BASE = ("yoy", {"current": "4766.22亿元", "last_year": "3878.66亿元"}, "22.88%")
BASE_FIRST = ("yoy", {"last_year": "3878.66亿元", "current": "4766.22亿元"}, "22.88%")


@pytest.mark.parametrize(
    "text",
    [
        "收入61646万元,同比增收5939万元,增长10.7%",
        "完成61,646万元,占年初预算109466万元的56.3%,比上年同期增加5939万元,增长10.7%",
        "收入61646万元，较上年同期增加收入5939万元，增长10.7％。",
        "收入61646万元,同比增长10.7%,增收5939万元",
        "收入61646万元,同比增长10.7%,增收5939万元,高于省里3个百分点",
        "收入61646万元,环比净增5939万元,增长了10.7%",
        "一般公共预算收入完成61646万元,增加额为5939万元、增幅10.7%",
    ],
)
def test_this_years_amount_and_the_change_are_found(text: str) -> None:
    assert [one for one in found(text) if one[0] == "yoy"] == [CHANGE]


@pytest.mark.parametrize(
    "text",
    [
        "到位资金4766.22亿元,比上年同期3878.66亿元增长22.88%",
        "到位资金4766.22亿元(上年同期3878.66亿元),同比增长22.88%",
        "到位资金4766.22亿元(上年同期3878.66亿元),完成目标7000亿元的68.09%,同比增长22.88%",
        "到位资金4766.22亿元,同比增长22.88%(上年同期为3878.66亿元)",
        "到位资金由去年同期的3878.66亿元增加到4766.22亿元,增长22.88%",
        "到位资金4766.22亿元,较去年同期的3878.66亿元,增长22.88%",
    ],
)
def test_this_and_last_years_amounts_are_found(text: str) -> None:
    assert [one for one in found(text) if one[0] == "yoy"] == [BASE]


def test_last_years_amount_may_stand_first() -> None:
    assert found("上年同期3878.66亿元,今年完成4766.22亿元,同比增长22.88%") == [BASE_FIRST]
    assert found("上月3878.66亿元,本月完成4766.22亿元,环比增长22.88%") == []
    assert [kind for kind, *_ in found("本月21亿元,上月20亿元,环比增长5%")] == ["yoy"]


def test_a_fall_has_its_sign_in_change_and_rate() -> None:
    fallen = ("yoy", {"current": "14796万元", "change": "-1941万元"}, "-11.6%")
    assert found("地税14796万元,减收1941万元,下降11.6%") == [fallen]
    assert found("地税14796万元,减收1941万元,增长-11.6%") == [fallen]
    assert found("地税14796万元,减收1941万元,下降-11.6%") == [fallen]
    assert found("地税14796万元,减收1941万元,负增长11.6%") == [fallen]


def test_all_three_amounts_are_given_where_all_are_printed() -> None:
    inputs = {"current": "34.22亿元", "last_year": "37.57亿元", "change": "-3.35亿元"}
    assert found("完成34.22亿元,比上年同期37.57亿元减少3.35亿元,下降8.92%") == [("yoy", inputs, "-8.92%")]
    assert found("较上年同期的37.57亿元减少3.35亿元,下降8.92%") == [
        ("yoy", {"last_year": "37.57亿元", "change": "-3.35亿元"}, "-8.92%")
    ]


def test_a_month_is_compared_with_two_periods() -> None:
    text = "当月完成2104万元,同比减收401万元,下降16%,环比增收864万元,增长69.7%"
    assert [(inputs["change"], rate) for _, inputs, rate in found(text)] == [("-401万元", "-16%"), ("864万元", "69.7%")]


def test_growth_may_be_a_multiple() -> None:
    assert found("外资1.2亿美元,同比增长1.4倍(上年同期0.5亿美元)")[0][2] == "1.4倍"


def test_a_list_of_growths_is_read_member_by_member() -> None:
    text = "城关镇、云溪镇分别完成3.2亿元、2.1亿元,分别增加0.2亿元、0.1亿元,分别增长6.7%、5.0%"
    assert [inputs["change"] for _, inputs, _ in found(text)] == ["0.2亿元", "0.1亿元"]


@pytest.mark.parametrize(
    "text",
    [
        "到位资金4766.22亿元,同比增长22.88%",
        "收入61646万元,增长约10.7%,增收5939万元",
        "收入61646万元,比年初预算增加5939万元,增长10.7%",
        "收入61646万元,较计划增长10.7%,增收5939万元",
        "收入61646万元,其中工业增收5939万元,增长10.7%",
        "收入61646万元,其中工业同比增长10.7%,增收5939万元",
        "收入61646万元,同比增收5939万元,环比增长10.7%",
        "收入61646万元,环比增收5939万元,同比增长10.7%",
        "收入61646万元,上月55707万元,同比增长10.7%",
        "收入61646万元,同比增长10.7%,上年同期为55707户",
        "收入61646万元,同比增长10.7%(上月55707万元)",
        "收入61646万元,同比增长10.7%,增收5939万元,增长9%,",
        "收入61646万元,同比增长10.7%。增收5939万元",
        "收入-200万元,同比增收5939万元,增长10.7%",
        "增收5939万元,增长10.7%",
        "上年同期55707万元,增长10.7%",
        "上年同期5亿元,完成7亿元,又完成8亿元,同比增长60%",
        "完成5亿元,增长10.7%,上年同期5亿元、4亿元",
        "完成5亿元、6亿元,同比增长10%、20%,增收1亿元",
        "完成5亿元,增收1亿元,增长10.7%、20%",
        "实施新增5个,应减3个,增长9%",
    ],
)
def test_nothing_is_claimed_where_an_input_is_missing_or_anothers(text: str) -> None:
    assert not [one for one in found(text) if one[0] == "yoy" and one[2] == "10.7%"]
    assert len(found(text)) <= 1
