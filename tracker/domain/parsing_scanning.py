"""The pieces of a typed amount: sign, currency symbol, figures with their 万 and 亿, the unit of measure named after them.

Chinese here is data: the words of amounts.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.measure import MULTIPLIER, MULTIPLIERS, SYMBOLS
from tracker.domain.parsing_arithmetic import NUMBER, number
from tracker.domain.parsing_numerals import NUMERALS, chinese_number

_SYMBOL = re.compile("|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True)))
_SIGN = re.compile("[-+负]")
_IN_PARENTHESES = re.compile(r"\( *([^() ][^()]*)\) *([^()0-9.,]*)")


@dataclass(frozen=True, slots=True)
class Scanned:
    """An amount as it stands: its `value` with the multiplier words worked in, the largest of them, the unit's name after it."""

    value: Fraction
    multiplier: int
    unit: str
    symbol: str = ""


def scan(text: str) -> Scanned | None:
    """The pieces of a folded text such as -¥34.22亿元, (12) for −12, 3亿2000万, 三百个; None where it is not made of such."""
    sign, symbol, rest = _head(text)
    enclosed = None if sign else _IN_PARENTHESES.fullmatch(rest)
    if enclosed:  # an accountant's negative: (12), ¥(12), (¥12)万
        inner, within, rest = _head(enclosed[1] + enclosed[2])
        if inner or (symbol and within):
            return None
        sign, symbol = "-", symbol or within
    found = _figures(rest) or (None if enclosed else _numerals(rest))
    if found is None:
        return None
    return Scanned(-found.value if sign in ("-", "负") else found.value, found.multiplier, found.unit, symbol)


def _head(text: str) -> tuple[str, str, str]:
    """The sign and the currency's symbol that stand before a figure, in either order, and the rest."""
    sign = symbol = ""
    for _ in range(2):
        if not sign and (match := _SIGN.match(text)):
            sign, text = match[0], text[match.end() :].lstrip()
        if not symbol and (match := _SYMBOL.match(text)):
            symbol, text = match[0], text[match.end() :].lstrip()
    return sign, symbol, text


def _figures(text: str) -> Scanned | None:
    """Figures with their multipliers, and the unit: 34.22亿元, 3亿2000万, 5 件; None where there is none or it is not certain."""
    parts: list[tuple[str, int]] = []
    position = 0
    while match := NUMBER.match(text, position):
        word = MULTIPLIER.match(text, _past_spaces(text, match.end()))
        parts.append((match[0], MULTIPLIERS[word[0]] if word else 1))
        position = _past_spaces(text, (word or match).end())
        if not word or "." in match[0]:
            break
    if not parts or not all(_continues(lower, upper[1]) for upper, lower in itertools.pairwise(parts)):
        return None
    total = sum((number(digits) * multiplier for digits, multiplier in parts), Fraction(0))
    return Scanned(total, max(multiplier for _, multiplier in parts), text[position:])


def _continues(part: tuple[str, int], above: int) -> bool:
    """Whether a lower part certainly belongs below the multiplier before it: 3亿2000万 and 3万2500 do; 3万2 is 32,000 to some."""
    digits, multiplier = part
    if multiplier > 1:
        return number(digits) * multiplier < above
    return bool(re.fullmatch(r"[0-9]+(\.[0-9]*)?", digits)) and 10 ** len(digits.partition(".")[0]) == above


def _past_spaces(text: str, position: int) -> int:
    while text.startswith(" ", position):
        position += 1
    return position


def _numerals(text: str) -> Scanned | None:
    """A whole number in Chinese numerals with its unit: 三百个, 五亿元, 两家; None for anything else."""
    match = NUMERALS.match(text)
    value = chinese_number(match[0]) if match else None
    if match is None or value is None:
        return None
    multiplier = next((size for size in (10**8, 10**4, 10**3, 10**2) if value >= size), 1)
    return Scanned(Fraction(value), multiplier, text[match.end() :].strip())
