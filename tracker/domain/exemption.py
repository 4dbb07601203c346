"""An exemption (免责): why a unit is neither put on the black list nor named for being last again, and for which months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId

ExemptionId = NewType("ExemptionId", int)


@dataclass(frozen=True, slots=True)
class Exemption:
    """For one indicator, or for all and the score (None), from `first` to `last`, both included; `id` is 0 until it is stored."""

    unit: UnitId
    indicator: IndicatorId | None
    first: Month
    last: Month
    reason: str
    id: ExemptionId = ExemptionId(0)

    def covers(self, indicator: IndicatorId | None, month: Month) -> bool:
        """Whether the unit is exempt in that month from the list of that indicator, or of the score (None)."""
        return self.first <= month <= self.last and self.indicator in (None, indicator)


def exempt_units(exemptions: Iterable[Exemption], indicator: IndicatorId | None, month: Month) -> frozenset[UnitId]:
    """Who is exempt in that month from the lists of that indicator, or of the score (None)."""
    return frozenset(one.unit for one in exemptions if one.covers(indicator, month))
