from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.proof.oracle import verdict
from tests.metrics.proof.sentences import CHANGE, COMPLETION, LAST_YEAR, PACE, SHARE, factor_of, printed
from tracker.domain.amount import round_half_up
from tracker.metrics.proof.claim import Claim
from tracker.metrics.proof.proofreading import proofread

UNITS = st.sampled_from(["亿元", "万元", "万美元", "个", "万平方米", "户"])
AMOUNTS = st.decimals("0.1", "99999", places=2) | st.integers(1, 999999).map(Decimal)
PLACES = st.integers(0, 2)
SLIPS = st.sampled_from([Decimal(0), Decimal(0), Decimal("0.01"), Decimal("-0.3"), Decimal(5)])
MONTHS = st.integers(2, 12)


def rate(exact: Fraction, places: int, slip: Decimal) -> Decimal:
    """What is printed: the rate of unrounded numbers, or one with a slip."""
    return round_half_up(exact + Fraction(slip), places)


def the_claim(text: str, kind: str, published: Decimal) -> Claim:
    claims = [one for one in proofread(text).claims if one.kind == kind and one.published == published]
    assert len(claims) == 1, text
    return claims[0]


def check(text: str, kind: str, published: Decimal, inputs: dict[str, tuple[str, str]], month: int) -> None:
    claim = the_claim(text, kind, published)
    exact = {name: printed(*one) for name, one in inputs.items()}
    found = {one.name: Fraction(one.value) * factor_of(one.unit) for one in claim.inputs if one.name != "month"}
    assert found == {name: value for name, (value, _) in exact.items()}, text
    assert claim.verdict == verdict(kind, exact, str(published), month), text


@given(st.data(), AMOUNTS, AMOUNTS, UNITS, MONTHS)
def test_completions_and_shares_are_found_and_judged(
    data: st.DataObject, first: Decimal, second: Decimal, unit: str, month: int
) -> None:
    published = rate(Fraction(first) / Fraction(second) * 100, data.draw(PLACES), data.draw(SLIPS))
    if published < 0:
        return
    words = {"what": "到位资金", "month": month, "rate": published}
    text = data.draw(st.sampled_from(COMPLETION)).format(cumulative=f"{first}{unit}", target=f"{second}{unit}", **words)
    check(text, "completion", published, {"cumulative": (str(first), unit), "target": (str(second), unit)}, month)
    text = data.draw(st.sampled_from(SHARE)).format(part=f"{first}{unit}", whole=f"{second}{unit}", **words)
    check(text, "share", published, {"part": (str(first), unit), "whole": (str(second), unit)}, month)


@given(st.data(), AMOUNTS, st.decimals("0.01", "0.99", places=2), UNITS, MONTHS)
def test_growth_is_found_and_judged(data: st.DataObject, current: Decimal, part: Decimal, unit: str, month: int) -> None:
    places = -int(current.as_tuple().exponent)
    change = round_half_up(current * part, places) * data.draw(st.sampled_from([1, -1]))
    base = current - change
    if not change or current - abs(change) < 2 * Decimal(1).scaleb(-places):
        return  # a base that may be zero is for tests of its own
    published = rate(Fraction(change) / Fraction(base) * 100, data.draw(PLACES), Decimal(0))
    fall = change < 0
    words = {"grow": "减", "add": "减少", "rise": "下降"} if fall else {"grow": "增", "add": "增加", "rise": "增长"}
    shown = {"what": "到位资金", "current": f"{current}{unit}", "rate": abs(published), "month": month, **words}
    text = data.draw(st.sampled_from(CHANGE)).format(change=f"{abs(change)}{unit}", **shown)
    check(text, "yoy", published, {"current": (str(current), unit), "change": (str(change), unit)}, month)
    text = data.draw(st.sampled_from(LAST_YEAR)).format(last_year=f"{base}{unit}", **shown)
    check(text, "yoy", published, {"current": (str(current), unit), "last_year": (str(base), unit)}, month)


@given(st.data(), st.decimals("0", "300", places=2), MONTHS)
def test_gaps_are_found_and_judged(data: st.DataObject, completion: Decimal, month: int) -> None:
    published = rate(Fraction(completion) - Fraction(month * 100, 12), data.draw(PLACES), data.draw(SLIPS))
    behind = published < 0
    words = {"verb": "落后", "quick": "慢", "short": "短"} if behind else {"verb": "超", "quick": "快", "short": "超"}
    template = data.draw(st.sampled_from(PACE))
    text = template.format(what="到位资金", completion=completion, gap=abs(published), month=month, **words)
    check(text, "pace", published, {"completion": (str(completion), "")}, month)
