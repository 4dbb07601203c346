"""What the proof-reader found, in words."""

from __future__ import annotations

import pytest

from tracker.metrics.proof.proofreading import proofread
from tracker.ui.models.proof_findings import Finding, Found, findings_of


def found(text: str, month: int | None = 9) -> Found:
    """The last finding."""
    return findings_of(proofread(text, month=month))[-1]


def test_what_is_right_says_so() -> None:
    one = found("完成1个，占目标8个的13%")
    assert (one.finding, one.needs_a_look) == (Finding.RIGHT, False)
    assert one.reason == "The numbers beside it give just this."


def test_rounding_tells_what_unrounded_numbers_may_give() -> None:
    one = found("完成24.2亿元，占目标37.0亿元的65.3%")
    assert (one.finding, one.printed, one.computed) == (Finding.ROUNDING, "65.3%", "65.4%")
    assert one.reason == (
        "As printed, the numbers beside it give 65.4%.\nThey are rounded themselves: unrounded they may give 65.182% to 65.630%,"
        " and 65.3% is among it."
    )


def test_what_is_wrong_tells_what_it_can_be_at_most() -> None:
    one = found("签约1242个，开工958个，开工率77.14%")
    assert (one.finding, one.printed, one.computed) == (Finding.WRONG, "77.14%", "77.13%")
    assert one.reason.endswith("Even unrounded they can only give 77.1336% to 77.1337%; 77.14% is not among it.")


def test_a_pace_names_its_month_and_its_points() -> None:
    one = found("完成率80%，超序时进度6个百分点")
    assert (one.kind, one.printed, one.computed) == ("pace", "6个百分点", "5个百分点")
    assert one.reason.startswith("The pace is that of month 9.\nAs printed, the numbers beside it give 5个百分点.")


def test_nothing_can_be_computed_of_zero() -> None:
    one = found("完成20万美元，占目标0万美元的80%")
    assert (one.finding, one.computed) == (Finding.WRONG, "—")
    assert one.reason == "Its numbers give no such figure: what it is measured by is zero."
    beyond = found("完成20.0亿元，占目标0.0亿元的90000%")
    assert beyond.finding is Finding.ROUNDING
    assert "39900.00% or more" in beyond.reason


@pytest.mark.parametrize("text", ["外资34.22亿元，上年同期37.57亿元，同比增长-8.92%", "外资增长-3%。"])
def test_wording_is_a_finding_of_its_own(text: str) -> None:
    one = found(text)
    assert (one.finding, one.needs_a_look) == (Finding.WORDING, True)
    assert one.wording[0].startswith("A fall is not a negative growth")


def test_findings_come_in_the_order_of_the_text_with_their_inputs() -> None:
    text = "外资增长-3%；签约1242个，开工958个，开工率77.14%。"
    first, second = findings_of(proofread(text))
    assert (text[slice(*first.at)], first.inputs) == ("增长-3%", ())
    assert text[slice(*second.at)] == "77.14%"
    assert [text[slice(*span)] for span in second.inputs] == ["958个", "1242个"]
