"""A hint (提示): why a figure deserves a second look, how seriously, and by which rule; and the bounds that an office can set."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId


class Rule(StrEnum):
    """What is wrong with a figure, or unusual about it; in the order in which the rules of one cell are told.

    unreadable: a text that is no figure. decimals: finer than the indicator. slip: ten or ten thousand times what the unit
    reports, or that part of it. fall: the cumulative is below last month's. negative: below zero. percent: a rate over 100 %.
    outlier: far from the unit's own months. blank: nothing, where last month had a figure.
    """

    UNREADABLE = "unreadable"
    DECIMALS = "decimals"
    SLIP = "slip"
    FALL = "fall"
    NEGATIVE = "negative"
    PERCENT = "percent"
    OUTLIER = "outlier"
    BLANK = "blank"


class Level(IntEnum):
    """How serious a hint is: worth asking about, probably wrong, or no figure at all."""

    UNUSUAL = 1
    LIKELY = 2
    UNREADABLE = 3


@dataclass(frozen=True, slots=True)
class Hint:
    """One reason to look again at a unit's figure of an indicator, in a sentence with its numbers.

    `value` is the stored figure, None where there is none; a ratio's is rounded to its decimals. `suggestion` is the figure
    that may be meant, None where nobody can tell; both are the month's own value, also where the cumulative is what is typed.
    """

    unit: UnitId
    indicator: IndicatorId
    month: Month
    rule: Rule
    level: Level
    value: Decimal | None
    reason: str
    suggestion: Decimal | None = None
    typed: str = ""
    """What stands in the cell, where it could not be read."""

    @property
    def acceptable(self) -> bool:
        """Whether it can be left as it is with a note; what could not be read is no figure yet."""
        return self.level is not Level.UNREADABLE


FEWEST_MONTHS, MOST_MONTHS = 3, 24
"""How far back a unit's own history goes: less tells nothing, and older figures tell of other times."""
TOLERANCES = Decimal("1.1"), Decimal(5)
SCORES = Decimal(1), Decimal(100)
"""The smallest and the largest bound that can be set."""


@dataclass(frozen=True, slots=True)
class HintRules:
    """Which rules are switched off, and the bounds of those that compare with a unit's own months.

    `tolerance`: a slip is a factor of 10 between 10 ÷ tolerance and 10 × tolerance, clear of every other month by the tolerance.
    `score`: over this robust z-score a figure is an outlier. `months`: how many months before are looked at. `least`: how many
    of them must have figures before anything is compared.
    """

    off: frozenset[Rule] = frozenset()
    tolerance: Decimal = Decimal(2)
    score: Decimal = Decimal("3.5")
    months: int = MOST_MONTHS
    least: int = 6

    def has(self, rule: Rule) -> bool:
        """Whether the rule is in force; what cannot be read is always told."""
        return rule not in self.off or rule is Rule.UNREADABLE
