"""Which of the journal's entries are wanted: those that touched a unit, an indicator, a month; of a person; with a word."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId

PERSON = "CASE name WHEN '' THEN system_user ELSE name END"


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """An entry passes where one and the same of its changes is of this unit, indicator and month, as far as they are given.

    `person` is as `Entry.person` tells; `text` is part of the label, A to Z in either case.
    """

    unit: UnitId | None = None
    indicator: IndicatorId | None = None
    month: Month | None = None
    person: str | None = None
    text: str = ""

    @property
    def values(self) -> tuple[object, ...]:
        """What the condition's parameters ?1 to ?5 stand for."""
        return self.unit, self.indicator, self.month and self.month.key, self.person, self.text

    @property
    def condition(self) -> str:
        """The SQL condition on the journal's rows."""
        parts = [f"{PERSON} = ?4"] if self.person is not None else []
        if self.text:
            parts.append("instr(lower(label), lower(?5)) > 0")
        touched = {"unit_id = ?1": self.unit, "indicator_id = ?2": self.indicator, "month = ?3": self.month}
        of_one_row = " AND ".join(condition for condition, value in touched.items() if value is not None)
        if of_one_row:
            parts.append(f"id IN (SELECT entry_id FROM journal_change WHERE {of_one_row})")
        return " AND ".join(parts) or "1"
