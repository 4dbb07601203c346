from __future__ import annotations

from decimal import Decimal

import pytest

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.exchange.target_block import BlockTarget, TargetBlock, read_target_block

UNITS = ["城关镇", "小㙦乡"]
FUNDS = Indicator(IndicatorId(1), "SWZJ", "实际到位省外资金", "亿元", 2)
SIGNED = Indicator(IndicatorId(2), "QY", "新签约项目", "个", 0)
RATE = Indicator(IndicatorId(3), "KGL", "开工率", "%", 1, kind=Kind.RATIO)


def read(text: str) -> TargetBlock:
    rows = [line.split("\t") for line in text.split("\n")]
    return read_target_block(rows, units=UNITS, indicators=[FUNDS, SIGNED, RATE])


WHOLE = {
    ("城关镇", "SWZJ", Decimal("12.5")),
    ("城关镇", "QY", Decimal(5)),
    ("小㙦乡", "SWZJ", Decimal(0)),
}


@pytest.mark.parametrize(
    "text",
    [
        "单位\t实际到位省外资金\t新签约项目\n城关镇\t12.5\t5\n小㙦乡\t0\t",
        "单位\t实际到位省外资金（亿元）\t新签约项目（个）\n城关镇\t12.5亿元\t5\n小㙦乡\t0\t—",
        "\tSWZJ\tqy\n城关镇\t12.5\t5\n小㙦乡\t0",
        "序号\t单位\t新签约项目\t实际到位省外资金\n1\t城 关 镇\t5\t１２．５\n2\t小㙦乡\t\t0\n\t合计\t5\t12.5",
        "\n单位\t实际到位省外资金\t新签约项目个\n\n城关镇\t12.5\t5\n小㙦乡\t0\t\n一类小计\t9\t9",
    ],
)
def test_a_block_is_matched_by_names_however_it_stands(text: str) -> None:
    block = read(text)
    assert {(one.unit, one.indicator, one.value) for one in block.targets} == WHOLE
    assert block.problems == ()


def test_the_countys_own_row_is_known() -> None:
    assert read("单位\tSWZJ\n全县\t150").targets == (BlockTarget("", "SWZJ", Decimal(150)),)


def test_what_cannot_be_matched_or_read_is_told_with_its_place() -> None:
    block = read("单位\tSWZJ\t开工率\tQY\n城关镇\tabout\t3\t1.5\n白河镇\t1\t\t1")
    assert block.targets == ()
    assert [(problem.row, problem.column) for problem in block.problems] == [
        (1, "开工率"),
        (2, "实际到位省外资金"),
        (2, "新签约项目"),
        (3, "白河镇"),
    ]
    assert "“about” is no target" in block.problems[1].what


def test_a_block_without_indicators_says_so() -> None:
    block = read("城关镇\t1")
    assert block.targets == ()
    assert "No indicator's name is in the first row" in block.problems[-1].what


@pytest.mark.parametrize("text", ["", "\n\t\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert read(text) == TargetBlock((), ())
