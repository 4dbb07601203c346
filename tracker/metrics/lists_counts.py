"""How often each unit is first and last of its group over the indicators of a month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.indicator import Indicator
from tracker.domain.unit import Unit, UnitId
from tracker.i18n import tr
from tracker.metrics.lists_places import places_by_indicator
from tracker.metrics.roster import Roster
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class Count:
    """A unit, and the indicators in which it is first and last of its group."""

    unit: Unit
    first: tuple[Indicator, ...]
    last: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The rule in words, and every listed unit by group and position."""

    rule: str
    units: tuple[Count, ...]


def count_ends(roster: Roster, tables: Iterable[IndicatorTable]) -> Counts:
    """Over these indicators of one month. Equal ones are all first or last; where all are equal, or one is alone, nobody is."""
    first: dict[UnitId, list[Indicator]] = {}
    last: dict[UnitId, list[Indicator]] = {}
    for table in tables:
        for unit, place in places_by_indicator(table).items():
            if place.rank == 1 and place.from_last > 1:
                first.setdefault(unit, []).append(table.indicator)
            elif place.from_last == 1 and place.rank > 1:
                last.setdefault(unit, []).append(table.indicator)
    units = (Count(unit, tuple(first.get(unit.id, ())), tuple(last.get(unit.id, ()))) for unit in roster.units)
    return Counts(tr("First and last of the group, counted over the indicators; where all are equal, nobody is."), tuple(units))
