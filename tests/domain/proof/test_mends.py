import pytest

from tracker.domain.proof.mends import mends
from tracker.domain.proof.plain_text import plain_text


def told(text: str) -> list[tuple[str, str]]:
    """The words and what to write instead."""
    plain = plain_text(text).text
    return [(plain[mend.start : mend.end], mend.sentence.rpartition("write ")[2]) for mend in mends(plain)]


@pytest.mark.parametrize(
    ("words", "better"),
    [
        ("超序时进度5%", "超序时进度5个百分点"),
        ("欠进度12.92%", "欠进度12.92个百分点"),
        ("落后时间进度为3%", "落后时间进度3个百分点"),
        ("比序时进度慢了3%", "比序时进度慢了3个百分点"),
        ("超序时进度-5个百分点", "落后序时进度5个百分点"),
        ("落后序时进度-5.0%", "超序时进度5.0个百分点"),
        ("增长-8.92%", "下降8.92%"),
        ("增幅为-1,234%", "下降1,234%"),
        ("下降-3%", "下降3%"),
        ("负增长-3%", "下降3%"),
        ("提高-3个百分点", "下降3个百分点"),
    ],
)
def test_wrong_words_are_told_with_what_to_write_instead(words: str, better: str) -> None:
    assert told(f"同比{words}。") == [(words, f"“{better}”.")]


@pytest.mark.parametrize(
    ("words", "better"),
    [
        ("完成率70%,同比提高3%", "提高3个百分点"),
        ("税收占比73.5%,比上年同期上升1.2%", "上升1.2个百分点"),
        ("开工率为70%,较上月下降了3.25%", "下降了3.25个百分点"),
        ("增速比上月回落2%", "回落2个百分点"),
    ],
)
def test_what_a_rate_moves_by_is_in_percentage_points(words: str, better: str) -> None:
    ((span, said),) = told(words)
    assert words.endswith(span)
    assert said == f"“{better}”."


def test_a_fall_is_not_given_as_a_multiple() -> None:
    assert [words for words, _ in told("同比下降1.2倍")] == ["下降1.2倍"]


def test_mends_come_in_the_order_of_the_text() -> None:
    assert [words for words, _ in told("增长-3%,超序时进度5%,增长-4%")] == ["增长-3%", "超序时进度5%", "增长-4%"]


@pytest.mark.parametrize(
    "text",
    [
        "超序时进度5个百分点,同比增长8.92%,下降3%,负增长1.21%,增长1.4倍",
        "完成目标任务的125.6%",
        "高于序时进度75%的要求",
        "超序时进度(75%)5个百分点",
        "比序时进度快5%的单位",
        "1-9月增长5%",
        "完成率70%,同比增长3%",
        "完成率70%,同比提高3个百分点",
        "到位资金30亿元,同比上升3%",
        "完成率70%,落后序时进度5个百分点,同比上升3%",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert told(text) == []
