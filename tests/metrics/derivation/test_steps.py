from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.metrics.derivation.steps import Derivation, Source, Step, Term, amount, percent, points, substituted, unrounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("651/900", "0.723333…"),
        ("-1/3", "−0.333333…"),
        ("3/4", "0.75"),
        ("12", "12"),
        ("1/10000000", "0.000000…"),
        ("-5/2", "−2.5"),
    ],
)
def test_an_unrounded_number_shows_six_decimals_and_whether_there_are_more(value: str, text: str) -> None:
    assert unrounded(Fraction(value)) == text


def test_numbers_are_shown_as_they_are_printed() -> None:
    money = Indicator(IndicatorId(1), "M", "money", "亿元", 2)
    assert (amount(Decimal("6.51"), money), amount(None, money)) == ("6.51 亿元", "—")
    assert (percent(Fraction(651, 900)), percent(None), points(Fraction(-8, 3))) == ("72.33 %", "—", "−2.67 percentage points")


def test_a_substituted_rule_has_its_result_unrounded_and_as_shown() -> None:
    step = substituted("1 ÷ 3", Fraction(1, 3), "33.33 %")
    assert (step.title, step.exact) == ("Substituted", Fraction(1, 3))
    assert step.text == "1 ÷ 3 = 0.333333…, shown rounded once, half up: 33.33 %."


def test_the_sources_of_all_steps_are_told_once() -> None:
    january = Source(UnitId(1), IndicatorId(1), Month(2026, 1))
    february = Source(UnitId(1), IndicatorId(1), Month(2026, 2))
    terms = (Term(january.month, Decimal(1), "1", (january,)), Term(february.month, Decimal(1), "1", (february, january)))
    derivation = Derivation("2", Fraction(2), (Step(title="a", text="", terms=terms), Step(title="b", text="", terms=terms[:1])))
    assert derivation.sources == (january, february)
