"""Where a bulletin's text names a unit or an indicator, so that a click on it leads to its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph. What is named in it: a unit with the indicator that the sentence speaks of, or that alone."""

    text: str
    unit: UnitId | None = None
    indicator: IndicatorId | None = None

    @property
    def leads_somewhere(self) -> bool:
        """Whether it names anything."""
        return self.unit is not None or self.indicator is not None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a month's units and indicators, as they are written in its bulletin."""

    units: Mapping[str, UnitId] = field(default_factory=dict)
    indicators: Mapping[str, IndicatorId] = field(default_factory=dict)

    def pieces(self, paragraph: str) -> Iterator[Piece]:
        """The paragraph in parts that together are the whole of it; the longest name counts."""
        indicator, at = None, 0
        for found in self._pattern().finditer(paragraph):
            name = found[0]
            if found.start() > at:
                yield Piece(paragraph[at : found.start()])
            indicator = self.indicators.get(name, indicator)
            yield Piece(name, self.units.get(name), indicator)
            at = found.end()
        if at < len(paragraph):
            yield Piece(paragraph[at:])

    def _pattern(self) -> re.Pattern[str]:
        names = sorted({*self.units, *self.indicators} - {""}, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, names)) or r"(?!)")
