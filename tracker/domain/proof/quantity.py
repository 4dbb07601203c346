"""A number as a bulletin prints it: what it stands for, and how finely it was rounded.

Chinese here is data: units of measure and the words that multiply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from tracker.domain.measure import MULTIPLIERS, measure

# Long runs of digits are no amounts, and the bounds keep every search linear.
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])(?!,[0-9]{3})|[0-9]{1,15}(?![0-9]))(?:\.[0-9]{1,10}(?![0-9]))?"
_SCALES = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))
_UNITS = (
    "个百分点|百分点|个点|%|‰|倍"
    "|人民币元|元人民币|人民币|美元|美金|欧元|港元|港币|新台币|台币|日元|英镑|元"
    "|平方公里|平方米|平米|立方米|公顷|公里|公斤|千瓦时|千瓦|标箱|㎡|亩|吨|斤|米"
    "|批次|场次|人次|个|件|项|家|户|条|宗|处|起|座|份|人|名|位|批|次|场|套|台|辆|头|只|株"
)
QUANTITY = re.compile(
    rf"(?P<sign>(?<![0-9%])-)?(?<![0-9.])(?:(?P<above>[0-9]{{1,6}})亿(?=[0-9.]{{1,8}}万))?(?P<number>{_NUMBER})"
    rf"(?:(?P<scale>{_SCALES})(?!分))?(?P<unit>{_UNITS})?"
)
"""A number with its multiplier and its unit of measure, in plain text."""

RATES = ("%", "points", "times")
_RESULT_UNITS = {"%": "%", "个百分点": "points", "百分点": "points", "个点": "points", "倍": "times"}
# What is counted one by one is printed whole, not rounded.
_COUNTED = ("things", "people", "occasions", "visits", "套", "台", "辆", "头", "只", "株")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed (亿元, %, 个百分点), the dimension it measures, and how many of that dimension's base unit it is."""

    name: str
    dimension: str
    factor: Fraction
    counted: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is `printed`, with its decimals; `start` and `end` are positions in the plain text.

    A percentage, points and 倍 are their own dimensions "%", "points" and "times".
    """

    start: int
    end: int
    printed: Decimal
    unit: Unit

    @property
    def value(self) -> Fraction:
        """In the base unit of the dimension: 34.22亿元 is 3,422,000,000."""
        return Fraction(self.printed) * self.unit.factor

    @property
    def step(self) -> Fraction:
        """One in the last printed place, in the base unit: 1,000,000 for 34.22亿元. 0 for what was counted, not rounded."""
        if self.unit.counted and not self.decimals:
            return Fraction(0)
        return self.unit.factor * Fraction(1, 10**self.decimals)

    @property
    def dimension(self) -> str:
        return self.unit.dimension

    @property
    def is_rate(self) -> bool:
        """Whether it may be a result: a percentage, points, a multiple."""
        return self.unit.dimension in RATES

    @property
    def is_negative(self) -> bool:
        return self.printed < 0

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        return max(0, -int(self.printed.as_tuple().exponent))

    def negated(self) -> Quantity:
        """The same number below zero: a fall that was printed as what it fell by."""
        return replace(self, printed=-self.printed)

    def measured_as(self, other: Quantity) -> Quantity:
        """The same number with the other's unit, which stands once at the end of a list: 3.2、2.1亿元."""
        return replace(self, unit=other.unit)


def quantity_of(match: re.Match[str]) -> Quantity:
    """The quantity that QUANTITY matched."""
    printed = Decimal(match["number"].replace(",", ""))
    if match["above"]:  # 3亿2000万元 is 32000万元
        printed += int(match["above"]) * 10**4
    unit = _unit((match["scale"] or "") + (match["unit"] or ""))
    return Quantity(match.start(), match.end(), -printed if match["sign"] else printed, unit)


@lru_cache(maxsize=512)
def _unit(name: str) -> Unit:
    if name in _RESULT_UNITS:
        return Unit(name, _RESULT_UNITS[name], Fraction(1), counted=False)
    known = measure(name)
    # 次 counts occasions, while "times" are multiples here. A bare multiplier (20亿) is money, as everywhere in bulletins.
    dimension = "occasions" if known.dimension == "times" else known.dimension
    if name and not dimension:
        dimension = "CNY"
    return Unit(name, dimension, known.factor, counted=known.factor == 1 and dimension in _COUNTED)
