import pytest

from tests.domain.proof.found import found

DONE = ("completion", {"cumulative": "120.44亿元", "target": "132.63亿元"}, "90.8%")


@pytest.mark.parametrize(
    "text",
    [
        "实际到位省外资金120.44亿元,完成年度目标任务132.63亿元的90.8%。",
        "全县省外资金完成120.44亿元，占年初预算132.63亿元的90.8％",
        "年度目标132.63亿元,已完成120.44亿元,完成率90.8%",
        "到位资金120.44亿元,年度目标132.63亿元,完成90.8%",
        "省下达任务120.44亿元,完成年度目标132.63亿元的90.8%",
        "年度目标任务（132.63亿元），累计到位120.44亿元，目标完成率为90.8%",
        "完成投资120.44亿元,为年度计划投资132.63亿元的90.8%",
        "年度目标任务:到位资金132.63亿元。今年以来,全县实际完成120.44亿元,完成全年目标任务的90.8%。",
        "到位资金120.44亿元,为年预算的90.8%(年预算132.63亿元),同比增长5%",
        "完成120.44亿元,同比增收3亿元,完成市下达任务132.63亿元的90.8%",
        "累计完成120.44亿元(其中工业60亿元),占计划132.63亿元的90.8%",
        "年度计划完成投资132.63亿元,1-10月完成120.44亿元,完成进度90.8%",
        "总投资500亿元的重点项目今年计划投资132.63亿元,已完成投资120.44亿元,投资完成率达90.8%",
    ],
)
def test_what_was_done_and_its_target_are_found(text: str) -> None:
    assert found(text) == [DONE]


def test_each_target_of_several_is_held_against_what_was_done() -> None:
    text = "完成412678万元,完成省下达任务83253万元的495.69%,完成市下达任务250000万元的165.07%"
    assert [inputs["target"] for _, inputs, _ in found(text)] == ["83253万元", "250000万元"]
    assert {inputs["cumulative"] for _, inputs, _ in found(text)} == {"412678万元"}


def test_a_list_is_read_member_by_member() -> None:
    text = "城关镇、云溪镇年度目标分别为4亿元、3亿元,分别完成3.2、2.1亿元,完成率分别为80%、70%"
    assert found(text) == [
        ("completion", {"cumulative": "3.2亿元", "target": "4亿元"}, "80%"),
        ("completion", {"cumulative": "2.1亿元", "target": "3亿元"}, "70%"),
    ]
    assert len(found("分别完成3.2亿元和2.1亿元,分别占年度目标4亿元和3亿元的80%、70%")) == 2


def test_units_of_measure_may_differ_and_the_indicators_name_may_hold_an_amount() -> None:
    assert found("到位1005136万元,完成年度任务80亿元的125.64%")[0][1] == {"cumulative": "1005136万元", "target": "80亿元"}
    assert found("1亿元以上项目完成63个,完成年度目标81个的77.78%")[0][1] == {"cumulative": "63个", "target": "81个"}


@pytest.mark.parametrize(
    "text",
    [
        "完成年度目标任务的90.8%",
        "完成120.44亿元,完成年度目标任务的90.8%",
        "年度目标132.63亿元。\n完成120.44亿元,完成率90.8%",
        "省级目标5亿元、市级目标6亿元,县级目标7亿元。完成3亿元,完成目标的60%",
        "年度目标132.63万美元,完成120.44亿元,完成率90.8%",
        "完成约120亿元,占目标132.63亿元的90.8%",
        "完成120余亿元,占目标132.63亿元的90.8%",
        "完成120.44亿元,完成目标132.63亿元的约90.8%",
        "完成120.44亿元,完成目标132.63亿元的-90.8%",
        "全县完成20亿元,年度目标30亿元,其中云溪镇完成率80%",
        "全县完成20亿元,其中云溪镇完成年度任务5亿元的80%",
        "分别完成3亿元、2亿元,完成目标10亿元的50%",
        "到位资金120.44亿元,为年预算的90.8%(年预算100万美元)",
        "分别完成3.2亿元、2.1亿元,年度目标4亿元,完成率分别为80%、70%",
        "完成5亿元,的90%",
        "完成3亿元、2亿元,占目标5亿元、4亿元的80%",
        "占计划132.63亿元的90.8%",
        "计划总投资132.63亿元,完成120.44亿元,完成率90.8%",
    ],
)
def test_nothing_is_claimed_where_an_input_is_missing_not_exact_or_anothers(text: str) -> None:
    assert not [kind for kind, _, _ in found(text) if kind == "completion"]


def test_even_a_plan_may_be_what_was_done_where_it_is_said_to_be_a_part_of_a_task() -> None:
    assert found("年度计划新开工206项,占年度任务255项的80.8%") == [
        ("completion", {"cumulative": "206项", "target": "255项"}, "80.8%")
    ]
