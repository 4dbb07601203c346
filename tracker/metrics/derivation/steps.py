"""What a derivation is made of: steps in words, each with its result unrounded and as shown, and the figures that went in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import MINUS, MISSING, format_number
from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.scheme import SchemeLine
from tracker.domain.target import TargetSet
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.metrics.rates import PERCENT_DECIMALS
from tracker.metrics.whose import Whose

DIGITS = 6
"""So many decimals of an unrounded number are written out."""


@dataclass(frozen=True, slots=True)
class Source:
    """The place of a figure that went in: by it, the journal tells who entered it and when."""

    unit: UnitId
    indicator: IndicatorId
    month: Month


@dataclass(frozen=True, slots=True)
class TargetSource:
    """The place of a target that went in: by it, the journal tells who set it and when. `unit` is None for the county's own.

    It is shown with so many `decimals`.
    """

    year: int
    unit: UnitId | None
    indicator: IndicatorId
    set: TargetSet
    decimals: int


@dataclass(frozen=True, slots=True)
class Term:
    """A month's amount in a sum, as it is shown too, and the figures it is made of.

    They are more than one where a unit carries another's history on, and none where the sum is of many units.
    """

    month: Month
    value: Decimal
    shown: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Who goes into a sum of units or of groups, or a line of the scheme, and its amount as it is shown; "—" for none.

    `note` is what is to be known beside it.
    """

    name: str
    whose: Whose | SchemeLine
    shown: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what it is about, a sentence with its numbers, its result unrounded, and what it adds up.

    `total` is what terms or parts come to, "" where they are not added up. `goals` are the targets in it.
    """

    title: str
    text: str
    exact: Fraction | None = None
    terms: tuple[Term, ...] = ()
    parts: tuple[Part, ...] = ()
    total: str = ""
    goals: tuple[TargetSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """A number as it is shown ("—" for none), unrounded (None for none), and its steps in order, the rule in words first."""

    shown: str
    exact: Fraction | None
    steps: tuple[Step, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every figure that went in, once, in the order of the steps."""
        every = (source for step in self.steps for term in step.terms for source in term.sources)
        return tuple(dict.fromkeys(every))


def unrounded(value: Fraction) -> str:
    """The number with six decimals, the rest cut off and shown by "…"; fewer where it has no more."""
    whole = abs(value) * 10**DIGITS
    digits = f"{int(whole) // 10**DIGITS}.{int(whole) % 10**DIGITS:0{DIGITS}d}"
    text = digits + "…" if whole.denominator != 1 else digits.rstrip("0").rstrip(".")
    return MINUS + text if value < 0 else text


def amount(value: Decimal | Fraction | None, indicator: Indicator) -> str:
    """An amount as it is printed, with its unit of measure; "—" for none."""
    if value is None:
        return MISSING
    number = format_number(value, indicator.decimals)
    return tr("{rate} %", rate=number) if indicator.unit == "%" else f"{number} {indicator.unit}".rstrip()


def percent(value: Fraction | None) -> str:
    """A rate as it is printed; "—" for none."""
    return tr("{rate} %", rate=format_number(value * 100, PERCENT_DECIMALS)) if value is not None else MISSING


def points(value: Decimal | Fraction) -> str:
    """Percentage points as they are printed, with their sign."""
    return tr("{points} percentage points", points=format_number(value, PERCENT_DECIMALS, signed=True))


def rule(text: str) -> Step:
    """The first step: the rule in words."""
    return Step(title=tr("Rule"), text=text)


def substituted(formula: str, exact: Fraction, shown: str) -> Step:
    """The rule with its numbers: the result unrounded, then rounded once, as it is shown."""
    text = tr("{formula} = {exact}, shown rounded once, half up: {shown}.", formula=formula, exact=unrounded(exact), shown=shown)
    return Step(title=tr("Substituted"), text=text, exact=exact)


def nothing(text: str) -> Step:
    """Why there is no such number."""
    return Step(title=tr("No figure"), text=text)
