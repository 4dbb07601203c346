from collections.abc import Callable

from tracker.exchange.proof.as_text import findings_text, proof_text
from tracker.i18n import use_language
from tracker.metrics.proof.proofreading import proofread

BULLETIN = """云山县9月份招商引资工作通报
1-9月，全县实际到位省外资金34.22亿元，完成年度目标任务50亿元的68.9%，落后序时进度6.6%，同比增长-8.92%（上年同期37.57亿元）。
新签约亿元以上项目1242个，开工958个，开工率77.14%；外资增长-3%。
利用外资20万美元，完成年度目标0万美元的80%，完成率80%，超序时进度6个百分点。
"""


def written(text: str) -> str:
    return "".join(proof_text(proofread(text)))


def test_each_claim_has_its_line_and_what_to_mend_stands_below(golden: Callable[[str, str], None]) -> None:
    golden("proof-en.txt", written(BULLETIN))


def test_an_office_reads_it_in_chinese(golden: Callable[[str, str], None]) -> None:
    use_language("zh_CN")
    golden("proof-zh.txt", written(BULLETIN))


def test_a_text_without_claims_has_its_sum_alone() -> None:
    assert written("9月15日开会。") == "0 claims: 0 right, 0 within rounding, 0 wrong; 0 wordings to mend.\n"


def test_the_author_gets_what_is_to_be_mended_alone() -> None:
    told = "".join(findings_text(proofread(BULLETIN))).splitlines()
    assert [line[:2] for line in told if line[0].isdigit()] == ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "7 "]
    assert "68.9%，落后" in told[0], "what is within rounding is no fault of the author"
    assert told[-1] == "7 claims: 1 right, 1 within rounding, 5 wrong; 3 wordings to mend."
    assert "".join(findings_text(proofread("完成1个，占目标8个的13%"))).count("\n") == 1
