"""What a derivation is made of: steps in words, each with its result unrounded and as shown, and the figures that went in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import MINUS, MISSING, format_number
from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.metrics.rates import PERCENT_DECIMALS

DIGITS = 6
"""So many decimals of an unrounded number are written out."""


@dataclass(frozen=True, slots=True)
class Source:
    """The place of a figure that went in: by it, the journal tells who entered it and when."""

    unit: UnitId
    indicator: IndicatorId
    month: Month


@dataclass(frozen=True, slots=True)
class Term:
    """A month's amount in a sum, and the figures it is made of: more than one where a unit carries another's history on."""

    month: Month
    value: Decimal
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what it is about, a sentence with its numbers, its result unrounded, and what it adds up."""

    title: str
    text: str
    exact: Fraction | None = None
    terms: tuple[Term, ...] = ()


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
    return f"{format_number(value, indicator.decimals)} {indicator.unit}".rstrip() if value is not None else MISSING


def percent(value: Fraction | None) -> str:
    """A rate as it is printed; "—" for none."""
    return f"{format_number(value * 100, PERCENT_DECIMALS)} %" if value is not None else MISSING


def points(value: Decimal | Fraction) -> str:
    """Percentage points as they are printed, with their sign."""
    return tr("{points} points", points=format_number(value, PERCENT_DECIMALS, signed=True))


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
