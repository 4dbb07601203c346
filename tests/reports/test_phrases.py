from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.amount import to_millionths
from tracker.domain.indicator import Direction, Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.metrics.proof.claim import Verdict
from tracker.metrics.proof.proofreading import proofread
from tracker.metrics.row import Inputs, Rates
from tracker.reports import phrases

MONEY = Indicator(IndicatorId(1), "SWZJ", "实际到位省外资金", "亿元", 2)
COUNT = Indicator(IndicatorId(2), "XM", "新签约亿元以上项目", "个", 0)
LIMIT = Indicator(IndicatorId(3), "TS", "企业投诉", "件", 0, direction=Direction.LOWER)
SEPTEMBER = Month(2026, 9)
EVENLY = Fraction(9, 12)


def rates_of(
    cumulative: str | None, target: str | None = "50", last_year: str | None = "37.57", pace: Fraction | None = EVENLY
) -> Rates:
    amounts = {
        name: None if amount is None else to_millionths(Decimal(amount))
        for name, amount in {"cumulative": cumulative, "target": target, "last_year": last_year}.items()
    }
    return Rates(inputs=Inputs(**amounts, pace=pace, by_month=True))


CASES = [
    (rates_of("34.22"), MONEY),
    (rates_of("62.82", "50", "37.57"), MONEY),
    (rates_of("50"), MONEY),
    (rates_of("37.5", "50", "37.5"), MONEY),
    (rates_of("34.22", pace=Fraction("0.5625")), MONEY),
    (rates_of("28.13", last_year=None, pace=Fraction("0.5626")), MONEY),
    (rates_of("34.22", None), MONEY),
    (rates_of("34.22", "0", "0"), MONEY),
    (rates_of("34.22", pace=None, last_year="-3.2"), MONEY),
    (rates_of("12", "20", "9"), COUNT),
    (rates_of("12", "20", "15"), LIMIT),
    (rates_of("22", "20", "15"), LIMIT),
    (rates_of("15", "20", "15"), LIMIT),
    (rates_of(None), MONEY),
]


def test_each_figure_is_worded_as_the_office_does(golden: Callable[[str, str], None]) -> None:
    said = [phrases.summary(of, indicator, SEPTEMBER, who="全县") for of, indicator in CASES]
    golden(
        "phrases.txt",
        "\n".join([*said, phrases.summary(rates_of("4.1", pace=Fraction(1, 12)), MONEY, Month(2026, 1), who="云溪镇")]) + "\n",
    )


def test_a_share_follows_the_parts_own_amount() -> None:
    part, whole = rates_of("8.1"), rates_of("34.22")
    said = phrases.share_words(part, whole, MONEY, of_whom="全县")
    assert said == "占全县总量34.22亿元的23.67%"
    (claim,) = proofread(f"云溪镇{phrases.amount_words(Decimal('8.1'), MONEY)}，{said}。").claims
    assert (claim.kind, claim.verdict) == ("share", Verdict.RIGHT)


def test_there_is_no_share_of_nothing() -> None:
    assert phrases.share_words(rates_of("8.1"), rates_of("0"), MONEY, of_whom="全县") == ""
    assert phrases.share_words(rates_of(None), rates_of("3"), MONEY, of_whom="全县") == ""
    assert phrases.share_words(rates_of("8.1"), rates_of(None), MONEY, of_whom="全县") == ""


def test_a_ratio_has_only_its_ratio() -> None:
    ratio = Indicator(IndicatorId(4), "KG", "项目开工率", "%", 1, Kind.RATIO)
    said = phrases.summary(Rates(quotient=Fraction(200, 3)), ratio, SEPTEMBER, who="全县")
    assert said == "1-9月，全县项目开工率66.7%。"


AMOUNTS = st.decimals("0.01", "99999", places=2)


@given(AMOUNTS, AMOUNTS, AMOUNTS, st.integers(1, 12), st.none() | st.integers(1, 10000))
def test_the_proof_reader_finds_every_claim_that_is_worded_and_all_are_right(
    cumulative: Decimal, target: Decimal, last_year: Decimal, number: int, planned: int | None
) -> None:
    pace = Fraction(number, 12) if planned is None else Fraction(planned, 10000)
    of = rates_of(str(cumulative), str(target), str(last_year), pace)
    proof = proofread(phrases.summary(of, MONEY, Month(2026, number), who="全县"))
    assert proof.is_clean
    assert {claim.verdict for claim in proof.claims} == {Verdict.RIGHT}
    level_with_pace = phrases.gap_words(of, MONEY, Month(2026, number)).startswith("与")
    level_with_base = "持平" in phrases.growth_words(of, MONEY)
    expected = ["completion"] + ["pace"] * (not level_with_pace) + ["yoy"] * (not level_with_base)
    assert [claim.kind for claim in proof.claims] == expected


@pytest.mark.parametrize(("of", "indicator"), CASES)
def test_no_wording_wants_mending(of: Rates, indicator: Indicator) -> None:
    proof = proofread(phrases.summary(of, indicator, SEPTEMBER, who="全县"))
    assert proof.is_clean
    assert all(claim.verdict is Verdict.RIGHT for claim in proof.claims)
