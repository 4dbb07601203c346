import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.parsing_arithmetic import DEEPEST, evaluate
from tracker.errors import Unreadable


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5+3.2*2", Fraction(189, 10)),
        ("(12.5+3.2)*2", Fraction(314, 10)),
        ("10-4-3", Fraction(3)),
        ("8/4/2", Fraction(1)),
        ("2*3/4", Fraction(3, 2)),
        ("1/3+1/3+1/3", Fraction(1)),
        ("-2*-3", Fraction(6)),
        ("+-+2", Fraction(-2)),
        ("-(1+2)", Fraction(-3)),
        (" ( 1 + 2 ) * 3 ", Fraction(9)),
        ("1,234.5", Fraction(12345, 10)),
        (".5+5.", Fraction(11, 2)),
    ],
)
def test_equals_bind_as_in_a_spreadsheet(text: str, value: Fraction) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not complete"),
        ("1+", "not complete"),
        ("*1", "not complete"),
        ("()", "not complete"),
        ("1+*2", "not complete"),
        ("(1", "not closed"),
        ("(1 2)", "not closed"),
        ("1)", "no opening one"),
        ("2(3)", "operator is missing"),
        ("1 2", "operator is missing"),
        ("1/0", "divides by zero"),
        ("1/(2-2)", "divides by zero"),
        ("A1+2", "only figures"),
        ("SUM(1)", "only figures"),
        ("2**3x", "only figures"),
        ("1,23", "only figures"),
        ("5%", "only figures"),
        ("__import__", "only figures"),
        ("(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1), "too many parentheses"),
    ],
)
def test_a_calculation_that_makes_no_sense_says_why(text: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        evaluate(text)


def test_as_many_parentheses_as_are_allowed_are_read() -> None:
    assert evaluate("(" * DEEPEST + "1" + ")" * DEEPEST) == 1


def _expression(source: random.Random, depth: int) -> tuple[str, Fraction]:
    """A calculation and its value, put together without the reader's help."""
    if depth == 0 or source.random() < 0.3:
        whole = source.randrange(1, 10_000)
        return f"{whole / 100:.2f}", Fraction(whole, 100)
    (left, a), (right, b) = _expression(source, depth - 1), _expression(source, depth - 1)
    sign = source.choice("+-*/")
    if sign == "/" and b == 0:
        sign = "+"
    value = {"+": a + b, "-": a - b, "*": a * b}[sign] if sign != "/" else a / b
    return f"({left}){sign}({right})", value


@given(st.integers(0, 2**32))
def test_every_calculation_has_its_exact_value(seed: int) -> None:
    text, value = _expression(random.Random(seed), 4)
    assert evaluate(text) == value
