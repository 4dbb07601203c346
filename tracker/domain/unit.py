"""A unit (单位): who reports; and its group (分组): whom it is ranked against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from tracker.domain.period import Month

UnitId = NewType("UnitId", int)
GroupId = NewType("GroupId", int)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of units that are ranked against each other; `sort` is its position."""

    id: GroupId
    name: str
    sort: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A town, street, park or department. Listed from `valid_from` to `valid_to`, both included; None is open.

    A unit that is `merged_into` another brings it its figures, targets and last year's base from the month after `valid_to`.
    `contact` says whom to call about its figures.
    """

    id: UnitId
    code: str
    name: str
    group: GroupId
    sort: int
    valid_from: Month | None = None
    valid_to: Month | None = None
    merged_into: UnitId | None = None
    contact: str = ""

    def listed_in(self, month: Month) -> bool:
        """Whether the unit has a row of its own in that month."""
        return (self.valid_from is None or self.valid_from <= month) and (self.valid_to is None or month <= self.valid_to)
