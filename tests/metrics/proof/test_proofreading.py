from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.metrics.proof.claim import Claim, Verdict
from tracker.metrics.proof.proofreading import proofread


def claim(text: str, month: int | None = 9) -> Claim:
    """The last claim of the text."""
    return proofread(text, month=month).claims[-1]


@pytest.mark.parametrize(
    ("text", "recomputed", "verdict"),
    [
        ("完成120.44亿元,占目标132.63亿元的90.8%", "90.8", "right"),
        ("完成24.2亿元,占目标37.0亿元的65.3%", "65.4", "rounding"),
        ("完成24.2亿元,占目标37.0亿元的66.3%", "65.4", "wrong"),
        # 327.74 of 400 is 81.935, the end of what prints as 81.93 and not in it; inputs that print so lie beside it.
        ("完成327.74亿元,占目标400亿元的81.93%", "81.94", "rounding"),
        # What was counted is exact: 958 of 1242 cannot give 77.14.
        ("签约1242个,开工958个,开工率77.14%", "77.13", "wrong"),
        ("完成1个,占目标8个的13%", "13", "right"),
        ("完成1个,占目标8个的12%", "13", "wrong"),
        # The ends: 0.5 belongs to 1 half up; 2.5 of 4 is the end of 62 that does not.
        ("完成5个,占目标8个的62%", "63", "wrong"),
        ("完成100.5%的任务,超序时进度25.5个百分点", "25.5", "right"),
        ("增长100.5%,超序时进度25.5个百分点", None, None),
        ("完成率75.0%,超序时进度0.0个百分点", "0.0", "right"),
        ("完成率74.9%,超序时进度0个百分点", "0", "right"),
        ("完成率74.9%,落后序时进度0.2个百分点", "-0.1", "rounding"),
        ("完成率74.9%,落后序时进度0.3个百分点", "-0.1", "wrong"),
        ("完成率74.9%,落后序时进度0.15个百分点", "-0.10", "rounding"),
        ("完成率74.9%,落后序时进度0.05个百分点", "-0.10", "rounding"),
        ("完成率74.9%,落后序时进度0.16个百分点", "-0.10", "wrong"),
        ("完成率74.9%,超序时进度0.1个百分点", "-0.1", "wrong"),
        ("完成629.0亿元,占计划647.4亿元的97.2%,超时间进度13.8个百分点(时间进度为83.3%)", "13.9", "rounding"),
        ("完成20亿元,占目标0亿元的80%", None, "wrong"),
        ("完成20.0亿元,占目标0.0亿元的90000%", None, "rounding"),
        ("收入37.78亿元,减少0.46亿元,下降1.21%", "-1.20", "rounding"),
        ("收入37.78亿元,减少0.46亿元,增长1.20%", "-1.20", "wrong"),
        ("收入20亿元,上年同期0亿元,同比增长5000%", None, "rounding"),
        ("开工20个,上年同期0个,同比增长100%", None, "wrong"),
        ("事故0起,同比减少3起,下降100%", "-100", "right"),
        ("事故0起,同比减少3起,下降90%", "-100", "wrong"),
        ("事故0起,同比增加3起,增长90%", None, "wrong"),
        ("收入5亿元,同比增加5亿元,增长900%", None, "rounding"),
        ("收入5亿元,同比增加9亿元,增长100%", None, "wrong"),
        ("较上年同期的37.57亿元减少3.35亿元,下降8.92%", "-8.92", "right"),
        ("较上年同期的0个增加3个,增长100%", None, "wrong"),
        ("外资1.2亿美元,同比增长1.4倍(上年同期0.5亿美元)", "1.4", "right"),
        ("外资1.2亿美元,同比增长2.4倍(上年同期0.50亿美元)", "1.4", "wrong"),
        ("收入8.09亿元,同比减少766万元,下降0.94%", "-0.94", "right"),
        ("完成27733万元,占年预算67885万元的40.9%,短平均进度34.1个百分点,短收23181万元", "-23181", "right"),
        ("完成27733万元,占年预算67885万元的40.9%,短平均进度34.1个百分点,短收23182万元", "-23181", "rounding"),
        ("完成27733万元,占年预算67885万元的40.9%,短平均进度34.1个百分点,短收23190万元", "-23181", "wrong"),
        ("总量0个,其中工业0个,占5%", None, "wrong"),
    ],
)
def test_a_claim_is_right_within_rounding_or_wrong_as_its_inputs_say(
    text: str, recomputed: str | None, verdict: str | None
) -> None:
    if verdict is None:
        assert proofread(text, month=9).claims == ()
        return
    read = claim(text)
    assert (None if read.recomputed is None else str(read.recomputed), str(read.verdict)) == (recomputed, verdict)


def test_positions_lead_back_into_the_text_that_was_given() -> None:
    text = "　全县完成 １，２３４．５ 亿元，占年度目标 ２，０００ 亿元的 ６１．７ ％。"
    read = claim(text)
    assert text[slice(*read.span)] == read.text == "全县完成 １，２３４．５ 亿元，占年度目标 ２，０００ 亿元的 ６１．７ ％"
    assert text[slice(*read.result_span)] == "６１．７ ％"
    spans = [one.span for one in read.inputs if one.span]
    assert [text[slice(*span)] for span in spans] == ["１，２３４．５ 亿元", "２，０００ 亿元"]
    assert (read.published, read.recomputed, read.verdict) == (Decimal("61.7"), Decimal("61.7"), Verdict.RIGHT)


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("到位1005136万元,完成目标80亿元的125.64%", ["1005136", "800000"], "万元"),
        ("收入629.0亿元,占目标647.4亿元的97.2%", ["629.0", "647.4"], "亿元"),
        ("改厕491441户,占目标101.5万户的48.39%", ["491441", "1015000"], "户"),
        ("改厕1.72万座,占目标25063座的68.8%", ["17200", "25063"], "座"),
        ("完成1公顷,占目标30亩的50%", ["15", "30"], "亩"),
        ("完成20平方米,占目标30亩的50%", ["20", "20000"], "平方米"),
        ("完成1.3亩,占目标7平方米的50%", ["1.3", "0.0105"], "亩"),
        ("完成1米,占目标3公里的50%", ["1", "3000"], "米"),
    ],
)
def test_inputs_are_given_in_one_unit_of_measure(text: str, values: list[str], unit: str) -> None:
    inputs = claim(text).inputs
    assert [str(one.value) for one in inputs] == values
    assert {one.unit for one in inputs} == {unit}


def test_the_month_is_among_the_inputs_of_a_gap() -> None:
    read = claim("完成率80%,超序时进度5个百分点", 9)
    assert [(one.name, str(one.value), one.span is None) for one in read.inputs] == [
        ("completion", "80", False),
        ("month", "9", True),
    ]


def test_wording_is_told_with_its_claim_and_alone_where_there_is_none() -> None:
    proof = proofread("1-9月,完成年度任务的80%,超序时进度5%,同比增长-3%。")
    assert [len(one.wording) for one in proof.claims] == [1]
    assert [remark.text for remark in proof.remarks] == ["增长-3%"]
    assert not proof.is_clean


def test_a_text_is_clean_where_nothing_is_wrong_and_no_words_want_mending() -> None:
    assert proofread("").is_clean
    assert proofread("完成24.2亿元,占目标37.0亿元的65.3%").is_clean
    assert not proofread("完成24.2亿元,占目标37.0亿元的66.3%").is_clean
    assert not proofread("1-9月,完成年度任务的80%,超序时进度5%").is_clean
    assert not proofread("外资增长-3%").is_clean


def test_what_unrounded_numbers_may_give_is_told_where_the_result_is_not_right() -> None:
    assert claim("完成1个,占目标8个的13%").possible is None
    off = claim("签约1242个,开工958个,开工率77.14%").possible
    assert off is not None
    assert off.low == off.high == Fraction(95800, 1242)
    near = claim("完成24.2亿元,占目标37.0亿元的65.3%").possible
    assert near is not None
    assert near.low < Fraction(653, 10) < near.high
    assert claim("开工20个,上年同期0个,同比增长100%").possible is None


def test_reading_tells_how_far_it_is_and_can_be_given_up() -> None:
    text, steps = "完成1个,占目标8个的13%。" * 3, []
    proofread(text, told=lambda done, of: steps.append((done, of)))
    assert steps == [(0, 3), (1, 3), (2, 3)]

    def give_up(done: int, of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        proofread(text, told=give_up)
