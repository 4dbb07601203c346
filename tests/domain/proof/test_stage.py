import pytest

from tests.domain.proof.found import found


def test_each_stage_is_held_against_all_that_were_signed() -> None:
    text = "签约项目1093个,总投资6129.09亿元,已开工907个,开工率82.98%,建成401个,建成率36.69%"
    assert found(text) == [
        ("share", {"part": "907个", "whole": "1093个"}, "82.98%"),
        ("share", {"part": "401个", "whole": "1093个"}, "36.69%"),
    ]


@pytest.mark.parametrize(
    "text",
    ["236个项目中,177个已开工,开工率75%", "项目236个,其中开工177个,项目开工率达75%", "受理236件,按期办结177件,按期办结率为75%"],
)
def test_the_stage_may_be_named_before_or_after_its_number(text: str) -> None:
    assert found(text)[0][2] == "75%"
    assert len(found(text)) == 1


def test_against_a_target_it_is_a_completion() -> None:
    assert found("计划20985户,已动工21410户,动工率102%") == [
        ("completion", {"cumulative": "21410户", "target": "20985户"}, "102%")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "开工率75%",
        "项目236个,开工率75%",
        "项目236个,未开工177个,开工率75%",
        "项目236个,投产177个,开工率75%",
        "项目236个,在建200个,开工177个,开工率75%",
        "投资236亿元,开工177个,开工率75%",
        "办理1699件,不满意41件,满意率97.59%",
        "商品236个,市场占有177个,占有率75%",
        "项目236个,开工3个、5个,开工率75%",
        "项目236个。开工177个,开工率75%",
    ],
)
def test_nothing_is_claimed_where_the_whole_is_not_certain(text: str) -> None:
    assert found(text) == []
