"""Whose figures are meant: a unit's, a group's as a whole, or the county's."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.roster import Roster
from tracker.metrics.row import Row, Total
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class Whole:
    """A group as a whole; the county for None."""

    group: GroupId | None


Whose = UnitId | Whole


def is_listed(roster: Roster, whose: Whose) -> bool:
    """Whether they are in the month's ranking; the county always is."""
    if isinstance(whose, Whole):
        return whose.group is None or any(group.id == whose.group for group in roster.groups)
    return whose in roster.row_of


def rates_of(table: IndicatorTable, whose: Whose) -> Row | Total:
    """Their figures; raises KeyError for who is not listed."""
    if isinstance(whose, Whole):
        return table.total(whose.group)
    row = table.row(whose)
    if row is None:
        raise KeyError(whose)
    return row


def rows_of(table: IndicatorTable, whose: Whose) -> list[int]:
    """The numbers of the table's rows that go into them; raises KeyError for a unit that is not listed."""
    roster = table.roster
    if isinstance(whose, Whole):
        return [at for at, unit in enumerate(roster.units) if whose.group in (None, unit.group)]
    return [roster.row_of[whose]]
