"""The office's rules for its lists (红黑榜、连续靠后、零报告): how many are named, over how many reviews, what by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId

USUAL_SIZE = 3
USUAL_REVIEWS = 2


@dataclass(frozen=True, slots=True)
class ZeroRule:
    """By the end of this month of the year (1 to 12), a unit has something of the indicator, or is named."""

    indicator: IndicatorId
    month: int


@dataclass(frozen=True, slots=True)
class ListRules:
    """`size`: how many are named at either end of a group, unless `sizes` says otherwise for it. `reviews`: in how many reviews
    running a unit must be among the last to be named for it. `zero`: what must not be nothing.
    """

    size: int = USUAL_SIZE
    sizes: Mapping[GroupId, int] = field(default_factory=dict)
    reviews: int = USUAL_REVIEWS
    zero: tuple[ZeroRule, ...] = ()

    def size_of(self, group: GroupId) -> int:
        """How many are named at either end of a group."""
        return self.sizes.get(group, self.size)
