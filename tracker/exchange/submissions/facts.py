"""What a figure's row, column and sheet say of it: put together they tell which figure it is."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.sender_word import WordKind
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.words import Basis


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row, a column or a sheet says of the figures in it; None and "" are what it does not say."""

    unit: UnitId | None = None
    indicator: IndicatorId | None = None
    month: Month | None = None
    basis: Basis | None = None
    measure: str = ""

    def over(self, weaker: Facts) -> Facts:
        """These facts, and of the weaker ones what these do not say."""
        return Facts(
            weaker.unit if self.unit is None else self.unit,
            weaker.indicator if self.indicator is None else self.indicator,
            self.month or weaker.month,
            self.basis or weaker.basis,
            self.measure or weaker.measure,
        )


@dataclass(frozen=True, slots=True)
class SentFigure:
    """One cell that was understood: which figure it is, its text, and the place where it stands ("表1!C7").

    `measure` is the unit of measure that sheet, row or column gives it, "" for the indicator's own.
    """

    unit: UnitId
    indicator: IndicatorId
    month: Month
    basis: Basis
    text: str
    measure: str
    where: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of a file: the place, the reason in a sentence, the text that stands there.

    `needs_person` tells what must be looked at from what was left out in order, such as a hidden sheet. A `word` that would
    be understood once it is explained comes with what it seems to name: `unknown`.
    """

    where: str
    reason: str
    text: str = ""
    needs_person: bool = True
    word: str = ""
    unknown: WordKind | None = None
