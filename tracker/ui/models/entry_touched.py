"""Whose figures in the entry grid a change of the book touches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId
from tracker.store.changed import Changed

FOLLOWED = frozenset({"figure", "report"})
"""Tables whose changes need no other lines and columns; the day on which a report arrived is not shown at all."""
MANY = 500
"""Of more changed figures the whole grid is shown anew: that is cheaper then."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The units whose figures of these indicators are others, or follow from others, from the month `since` on."""

    units: frozenset[UnitId]
    indicators: frozenset[IndicatorId]
    since: Month


def touched_by(changed: Changed, units: Iterable[Unit], indicators: Iterable[Indicator]) -> Touched | None:
    """What is touched; None where it is more than some units' figures."""
    images = [row.new or row.old or {} for row in changed.rows if row.table == "figure"]
    if changed.tables - FOLLOWED or not 0 < len(images) <= MANY:
        return None
    by_id = {unit.id: unit for unit in units}
    direct = {IndicatorId(int(image["indicator_id"] or 0)) for image in images}
    ratios = {indicator.id for indicator in indicators if {indicator.numerator, indicator.denominator} & direct}
    owners = {UnitId(int(image["unit_id"] or 0)) for image in images}
    since = min(Month.from_key(int(image["month"] or 0)) for image in images)
    return Touched(frozenset(one for unit in owners for one in _heirs(by_id, unit)), frozenset(direct | ratios), since)


def _heirs(units: dict[UnitId, Unit], unit: UnitId) -> set[UnitId]:
    """The unit, whom it was merged into, whom that was merged into."""
    found: set[UnitId] = set()
    following: UnitId | None = unit
    while following is not None and following not in found:
        found.add(following)
        following = units[following].merged_into if following in units else None
    return found


def heir(units: dict[UnitId, Unit], unit: UnitId, month: Month) -> UnitId:
    """The unit in whose row that unit's figures count in `month`: itself, or whom it was merged into."""
    found = units.get(unit)
    while found is not None and found.valid_to is not None and found.valid_to < month and found.merged_into is not None:
        found = units.get(found.merged_into)
    return found.id if found is not None else unit
