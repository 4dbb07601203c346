import pytest

from tests.domain.proof.found import found

GAP = ",完成率80%,超序时进度5个百分点。"


def month(text: str, given: int | None = None) -> str | None:
    return next((inputs["month"] for _, inputs, _ in found(text, given)), None)


@pytest.mark.parametrize(
    ("period", "number"),
    [
        ("1-9月", "9"),
        ("1—9月份", "9"),
        ("1至9月", "9"),
        ("2026年1-9月", "9"),
        ("元至5月", "5"),
        ("一至十一月", "11"),
        ("1月至10月", "10"),
        ("截至8月底", "8"),
        ("截止8月末", "8"),
        ("截至2026年9月30日", "9"),
        ("至9月底", "9"),
        ("上半年", "6"),
        ("一季度", "3"),
        ("第一季度", "3"),
        ("前三季度", "9"),
        ("1-3季度", "9"),
        ("9月份", "9"),
    ],
)
def test_the_period_says_the_month(period: str, number: str) -> None:
    assert month(period + GAP) == number


@pytest.mark.parametrize("period", ["截至9月5日", "截至13月底", "9月5日", "11月底前", "2026年", "9月度", "本月"])
def test_what_is_no_period_says_none(period: str) -> None:
    assert month(period + GAP) is None


def test_the_period_before_the_number_counts() -> None:
    text = "1-9月内资完成年度任务的80%,超序时进度5个百分点;截至8月底,外资完成率80%,超序时进度5个百分点"
    assert [inputs["month"] for _, inputs, _ in found(text)] == ["9", "8"]
    assert month("完成率80%,超序时进度5个百分点(1-9月)") == "9"


def test_the_paragraphs_own_period_comes_before_what_is_given_and_that_before_the_texts() -> None:
    assert month("截至8月底" + GAP, 9) == "8"
    assert month("1-8月\n全县" + GAP, 9) == "9"
    assert month("1-8月情况\n全县" + GAP) == "8"
    assert month("9月5日,1-8月情况\n9月份" + GAP) == "8"
    assert month("9月份情况\n全县" + GAP) == "9"


def test_a_text_that_names_several_months_says_none_for_a_paragraph_without() -> None:
    assert month("1-8月情况\n1-9月情况\n全县" + GAP) is None
