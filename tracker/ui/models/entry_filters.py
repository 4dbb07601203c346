"""Which lines a filter of the entry grid keeps: by what is missing in them, or by the light they show."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.unit import Unit
from tracker.metrics.live import Live
from tracker.ui.models.columns import Column, Subject
from tracker.ui.models.entry_choice import Filter, Wanted
from tracker.ui.models.entry_marks import Marks


class Sieve:
    """Asked once for each line when the sheet is laid out: a line does not vanish from under the hand that fills it."""

    def __init__(self, live: Live, marks: Marks, chosen: Filter | None, columns: Sequence[Column]) -> None:
        self._live = live
        self._marks = marks
        self._filter = chosen
        self._columns = [column for column in columns if column.typed and column.month <= live.month]

    def keeps_unit(self, unit: Unit) -> bool:
        """Whether a unit's line stays."""
        chosen = self._filter
        if chosen is None:
            return True
        if chosen.wanted is Wanted.UNREPORTED:
            return unit.listed_in(self._live.month) and not self._marks.of(self._live.month).has_reported(unit.id)
        if chosen.wanted is Wanted.INCOMPLETE:
            return self._is_incomplete(unit, None)
        return chosen.indicator is not None and self._shows(unit, chosen.indicator, chosen.wanted)

    def keeps_indicator(self, unit: Unit, indicator: Indicator) -> bool:
        """Whether an indicator's line of a unit stays; its light is the indicator's own."""
        chosen = self._filter
        if chosen is None:
            return True
        if chosen.wanted in (Wanted.INCOMPLETE, Wanted.UNREPORTED):
            return self._is_incomplete(unit, indicator)
        return self._shows(unit, indicator.id, chosen.wanted)

    def _is_incomplete(self, unit: Unit, indicator: Indicator | None) -> bool:
        subjects = (column.subject(indicator) for column in self._columns)
        return any(self._is_blank(unit, subject) for subject in subjects if subject is not None and subject.typed)

    def _is_blank(self, unit: Unit, subject: Subject) -> bool:
        figures = self._live.table(subject.indicator.id, subject.month).rates(unit.id)
        return figures is not None and figures.month_value is None

    def _shows(self, unit: Unit, indicator: IndicatorId, wanted: Wanted) -> bool:
        table = self._live.table(indicator)
        figures = table.rates(unit.id)
        shown = None if figures is None else table.light(figures)
        return shown is not None and shown.value == wanted.value
