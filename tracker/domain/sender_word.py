"""What a word in the files that units send in means: told once by the office, remembered for its sender."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.unit import UnitId


class WordKind(StrEnum):
    """What the word names: a unit, an indicator, or whether a column counts the month or January to it."""

    UNIT = "unit"
    INDICATOR = "indicator"
    BASIS = "basis"


@dataclass(frozen=True, slots=True)
class SenderWord:
    """The word as it is written and what it means: a unit's or an indicator's code, "month" or "cumulative", "" to pass it over.

    `sender` is whose files it counts in; None is everybody's, as with words for units.
    """

    kind: WordKind
    text: str
    meaning: str
    sender: UnitId | None = None
