"""What a change will add to the figures of the year before it is stored, so that cumulatives typed together agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId
from tracker.ui.models.columns import Subject
from tracker.ui.models.entry_touched import heir

Key = tuple[IndicatorId, int, UnitId]
"""An indicator's year of one unit."""


class NewSums:
    """Told of new figures in the order of their months; says what the months before one add to it, mergers counted."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = {unit.id: unit for unit in units}
        self._month: Month | None = None
        self._added: dict[Key, Decimal] = defaultdict(Decimal)
        self._of_this_month: dict[Key, Decimal] = {}
        self._before: dict[Key, Decimal] = defaultdict(Decimal)

    def turn_to(self, month: Month) -> None:
        """The figures from now on are those of `month`, which no earlier one follows."""
        if month == self._month:
            return
        self._month = month
        for key, difference in self._of_this_month.items():
            self._added[key] += difference
        self._of_this_month.clear()
        self._before.clear()
        for (indicator, year, unit), difference in self._added.items():
            self._before[indicator, year, heir(self._units, unit, month)] += difference

    def add(self, subject: Subject, unit: UnitId, difference: Decimal) -> None:
        """The unit's figure will be so much more than it is."""
        if difference:
            self._of_this_month[subject.indicator.id, subject.month.year, unit] = difference

    def before(self, subject: Subject, unit: UnitId) -> Decimal:
        """What the months before the subject's add to what they come to now."""
        return self._before.get((subject.indicator.id, subject.month.year, unit), Decimal(0))
