"""What leads a ranking sheet: the indicator, or the scores, by whose ranks the units are ordered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.metrics.row import Row
from tracker.metrics.scoring.score import Score
from tracker.metrics.table import IndicatorTable
from tracker.reports.score_closing import Closing
from tracker.reports.wording import tr


@dataclass(frozen=True, slots=True)
class Leading:
    """Its name, the indicator (None: the scores), each group's units by place, and how a unit stands."""

    name: str
    indicator: IndicatorId | None
    places: dict[GroupId, list[Unit]]
    standing: Callable[[UnitId], Row | Score | None]


def leading_of(table: IndicatorTable, closing: Closing | None) -> Leading:
    """The scores where they lead, else the indicator of that table."""
    if closing is not None and closing.leads:
        return Leading(tr("Composite score"), None, closing.places(), closing.standing)
    return Leading(table.indicator.name, table.indicator.id, by_place(table), table.row)


def by_place(table: IndicatorTable) -> dict[GroupId, list[Unit]]:
    """Each group's units by rank, those without one last, in their own order: how every document lists them."""
    groups: dict[GroupId, list[Row]] = {}
    for row in table.rows:
        groups.setdefault(row.unit.group, []).append(row)
    return {
        group: [row.unit for row in sorted(rows, key=lambda row: (row.rank is None, row.rank or 0))]
        for group, rows in groups.items()
    }
