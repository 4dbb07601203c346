"""Arithmetic in a cell, =12.5+3.2*2, in exact fractions: + − × ÷ and parentheses, nothing else."""

from __future__ import annotations

import re
from fractions import Fraction

from tracker.errors import Unreadable
from tracker.i18n import tr

NUMBER = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+")
"""A figure in half width, its thousands separated in the right places or not at all: 1,234.5 · 1234.5 · .5 · 12."""

DEEPEST = 20
"""Parentheses within parentheses; each costs a few frames of the stack."""

_TOKEN = re.compile(rf" *({NUMBER.pattern}|[-+*/()])")


def number(text: str) -> Fraction:
    """The value of a text that NUMBER matched."""
    whole, _, places = text.replace(",", "").partition(".")
    return Fraction(int((whole or "0") + places), 10 ** len(places))


def evaluate(text: str) -> Fraction:
    """The exact result of a calculation in half width, without its "="; raises Unreadable with the reason in words.

    × and ÷ bind before + and −, equals from left to right, as in a spreadsheet.
    """
    calculation = _Calculation(_tokens(text))
    result = calculation.sum(0)
    if calculation.ahead == ")":
        raise Unreadable(tr("A closing parenthesis has no opening one."))
    if calculation.ahead:
        raise Unreadable(tr("An operator is missing between two figures of the calculation."))
    return result


def _tokens(text: str) -> list[str]:
    tokens, position, stripped = [], 0, text.strip()
    while position < len(stripped):
        match = _TOKEN.match(stripped, position)
        if not match:
            raise Unreadable(tr("After “=” only figures, + − × ÷ and parentheses can stand."))
        tokens.append(match[1])
        position = match.end()
    return tokens


class _Calculation:
    """Recursive descent over the tokens; `ahead` is the one not yet used, "" at the end."""

    def __init__(self, tokens: list[str]) -> None:
        self._rest = iter(tokens)
        self.ahead = next(self._rest, "")

    def _take(self) -> str:
        taken, self.ahead = self.ahead, next(self._rest, "")
        return taken

    def sum(self, depth: int) -> Fraction:
        result = self._product(depth)
        while self.ahead in ("+", "-"):
            result = result + self._product(depth) if self._take() == "+" else result - self._product(depth)
        return result

    def _product(self, depth: int) -> Fraction:
        result = self._factor(depth)
        while self.ahead in ("*", "/"):
            if self._take() == "*":
                result *= self._factor(depth)
                continue
            divisor = self._factor(depth)
            if not divisor:
                raise Unreadable(tr("The calculation divides by zero."))
            result /= divisor
        return result

    def _factor(self, depth: int) -> Fraction:
        sign = 1
        while self.ahead in ("+", "-"):
            sign = sign if self._take() == "+" else -sign
        if self.ahead == "(":
            return sign * self._parenthesis(depth + 1)
        if not self.ahead or self.ahead in "*/)":
            raise Unreadable(tr("The calculation is not complete."))
        return sign * number(self._take())

    def _parenthesis(self, depth: int) -> Fraction:
        if depth > DEEPEST:
            raise Unreadable(tr("The calculation has too many parentheses within each other."))
        self._take()
        result = self.sum(depth)
        if self.ahead != ")":
            raise Unreadable(tr("A parenthesis of the calculation is not closed."))
        self._take()
        return result
