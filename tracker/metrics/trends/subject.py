"""Whose figures a line or a bar shows: a unit's, a group's, or the county's."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.unit import Group, GroupId, Unit, UnitId
from tracker.metrics.row import Rates
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class Subject:
    """A unit, a group, or the county where neither is given."""

    unit: Unit | None = None
    group: Group | None = None

    @property
    def name(self) -> str:
        """The unit's or the group's name; "" for the county, which is worded where it is shown."""
        owner = self.unit or self.group
        return owner.name if owner is not None else ""

    @property
    def unit_id(self) -> UnitId | None:
        """The unit's id; None for a group and for the county."""
        return self.unit.id if self.unit is not None else None

    @property
    def group_id(self) -> GroupId | None:
        """The group's id; None for a unit and for the county."""
        return self.group.id if self.group is not None else None

    def rates(self, table: IndicatorTable) -> Rates | None:
        """The subject's figures in a table; None where it is not listed in the table's month."""
        if self.unit is not None:
            return table.rates(self.unit.id)
        if self.group is not None and self.group.id not in {group.id for group in table.roster.groups}:
            return None
        return table.total(self.group_id)

    def fellows(self, table: IndicatorTable) -> tuple[Subject, ...]:
        """Those beside it: the other units of a unit's group, the other groups, the county's groups."""
        if self.unit is not None:
            own = self.unit
            return tuple(Subject(unit=unit) for unit in table.roster.units if unit.group == own.group and unit.id != own.id)
        return tuple(Subject(group=group) for group in table.roster.groups if self.group is None or group.id != self.group.id)


COUNTY = Subject()
