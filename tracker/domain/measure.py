"""Units of measure (计量单位) and exact conversion between them: 1 亿元 = 10,000 万元; never between currencies.

Chinese here is data: the names of units of measure, as indicators and reports write them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from tracker.domain.parsing_width import fold
from tracker.errors import DifferentCurrencies, DifferentMeasures

MULTIPLIERS = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
"""The words that multiply what follows them: 万 in 2000万 and in 万美元."""

# Longest first; 百分 begins a word of its own (百分点).
MULTIPLIER = re.compile("(?:" + "|".join(sorted(MULTIPLIERS, key=len, reverse=True)) + ")(?!分)")

_MONEY = {
    "CNY": ("元", "人民币", "元人民币", "人民币元", "RMB", "CNY"),
    "USD": ("美元", "美金", "USD"),
    "EUR": ("欧元", "EUR"),
    "HKD": ("港元", "港币", "HKD"),
    "TWD": ("新台币", "台币", "TWD"),
    "JPY": ("日元", "JPY"),
    "GBP": ("英镑", "GBP"),
}
SYMBOLS = {
    "US$": ("USD",),
    "HK$": ("HKD",),
    "NT$": ("TWD",),
    "$": ("USD", "HKD", "TWD"),
    "¥": ("CNY", "JPY"),
    "€": ("EUR",),
    "£": ("GBP",),
}
"""The signs that may stand before an amount, and the currencies each may mean."""

# General counters count the same things: 3家 or 3项 typed for an indicator in 个 is 3. People, visits and days are other things.
_COUNTERS = {
    "things": ("个", "件", "项", "家", "户", "条", "宗", "处", "起", "座", "份"),
    "people": ("人", "名", "位"),
    "times": ("次", "批次", "批", "场次", "场"),
    "visits": ("人次",),
    "days": ("天", "日"),
}
_OTHERS: dict[str, tuple[str, Fraction]] = {
    "%": ("percent", Fraction(1)),
    "‰": ("percent", Fraction(1, 10)),
    "个百分点": ("points", Fraction(1)),
    "百分点": ("points", Fraction(1)),
    "个点": ("points", Fraction(1)),
    "平方米": ("area", Fraction(1)),
    "平米": ("area", Fraction(1)),
    "㎡": ("area", Fraction(1)),
    "平方公里": ("area", Fraction(10**6)),
    "公顷": ("area", Fraction(10**4)),
    "亩": ("area", Fraction(2000, 3)),
    "公里": ("length", Fraction(1000)),
    "米": ("length", Fraction(1)),
}
_BASES: dict[str, tuple[str, Fraction]] = {
    **{name: (currency, Fraction(1)) for currency, names in _MONEY.items() for name in names},
    **{name: (kind, Fraction(1)) for kind, names in _COUNTERS.items() for name in names},
    **_OTHERS,
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure: `name` as written, the `dimension` it belongs to, and how many of that dimension's base unit it is."""

    name: str
    dimension: str
    factor: Fraction

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in some currency."""
        return self.dimension in _MONEY


@lru_cache(maxsize=512)
def measure(name: str) -> Measure:
    """The unit of measure of that name, a multiplier in front understood: 万美元, 百万元, 亿元, 万平方米.

    A name that is not known (台套) is a dimension of its own, so that it converts to itself and to its multiples (万台套) only.
    """
    text = fold(name).replace(" ", "")
    if text in _BASES:
        return Measure(text, *_BASES[text])
    match = MULTIPLIER.match(text)
    multiplier, base = (MULTIPLIERS[match[0]], text[match.end() :]) if match else (1, text)
    dimension, factor = _BASES.get(base, (base, Fraction(1)))
    return Measure(text, dimension, factor * multiplier)


def is_known(name: str) -> bool:
    """Whether the name, with or without a multiplier, is one of the units that are listed here."""
    text = fold(name).replace(" ", "")
    match = MULTIPLIER.match(text)
    return text in _BASES or bool(match and text[match.end() :] in _BASES)


def convert(value: Decimal | Fraction | int, given: str, wanted: str) -> Fraction:
    """`value` of unit `given` in unit `wanted`, exactly: convert(20000, "万元", "亿元") is 2.

    Raises DifferentCurrencies between money of two currencies, DifferentMeasures between other things that don't convert.
    """
    source, target = measure(given), measure(wanted)
    if source.dimension != target.dimension:
        raise refusal(source, target)
    return Fraction(value) * source.factor / target.factor


def refusal(given: Measure, wanted: Measure) -> DifferentMeasures:
    """Why the one does not convert into the other."""
    if given.is_money and wanted.is_money:
        return DifferentCurrencies(given.name, wanted.name)
    return DifferentMeasures(given.name, wanted.name)
