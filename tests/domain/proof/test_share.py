import pytest

from tests.domain.proof.found import found

SHARE = ("share", {"part": "28.1亿元", "whole": "38.3亿元"}, "73.5%")


@pytest.mark.parametrize(
    "text",
    [
        "税收28.1亿元,占财政收入38.3亿元的73.5%",
        "税收28.1亿元,占财政总收入38.3亿元的比重为73.5%",
        "财政收入38.3亿元,其中税收28.1亿元,占73.5%",
        "财政收入38.3亿元,其中:税收28.1亿元,占比73.5%",
        "财政收入38.3亿元,其中税收28.1亿元,占总量的73.5%",
        "财政收入38.3亿元,其中税收收入28.1亿元,税收占比为73.5%",
        "财政收入38.3亿元,税收28.1亿元,税收占财政收入的比重为73.5%",
    ],
)
def test_part_and_whole_are_found(text: str) -> None:
    assert found(text) == [SHARE]


def test_several_parts_share_one_whole() -> None:
    text = "受理来电1258件,其中城市管理类337件,占26.8%,物业类259件,占20.6%"
    assert [inputs["part"] for _, inputs, _ in found(text)] == ["337件", "259件"]
    listed = "总量10亿元,其中城关镇、云溪镇分别为3亿元、2亿元,分别占30%、20%"
    assert [(inputs["part"], inputs["whole"]) for _, inputs, _ in found(listed)] == [("3亿元", "10亿元"), ("2亿元", "10亿元")]


@pytest.mark.parametrize(
    "text",
    [
        "税收占比73.5%",
        "税收28.1亿元,占比73.5%",
        "财政收入38.3亿元,税收28.1亿元,占73.5%",
        "财政收入38.3亿元,其中税收28.1亿元,工业占73.5%",
        "财政收入38.3亿元,其中税收28.1亿元,占GDP的73.5%",
        "财政收入38.3亿元,财政支出50亿元,税收28.1亿元,税收占财政的比重为73.5%",
        "项目38个,其中投资28.1亿元,占73.5%",
        "其中税收28.1亿元,占73.5%",
        "财政收入38.3亿元,其中税收28.1亿元,占财政收入38.3亿元的-73.5%",
        "全县28.1亿元,工业占总量38.3亿元的73.5%",
        "占财政收入38.3亿元的73.5%",
        "分别为3亿元、2亿元,占总量10亿元的30%",
        "总量10亿元,其中两镇分别为3亿元、2亿元,占30%",
        "财政收入5亿元、6亿元,其中税收28.1亿元,占73.5%",
    ],
)
def test_nothing_is_claimed_where_part_or_whole_is_missing_or_not_certain(text: str) -> None:
    assert found(text) == []
