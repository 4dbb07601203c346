"""A cell in the words of the book, so that it is found again when the grid has other rows or columns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.live import Live
from tracker.ui.models.columns import Part
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_month import Choice
from tracker.ui.widgets.grid_moves import At


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """A cell: the unit, or None for its group's subtotal; the column's part, or None for the one that is typed."""

    unit: UnitId | None
    group: GroupId
    indicator: IndicatorId
    part: Part | None


def place_of(model: EntryModel, at: At) -> EntryPlace | None:
    """The place of a cell; None where there is none."""
    if model.month is None or not (0 <= at.row <= model.last_row and 1 <= at.column <= model.last_column):
        return None
    line, column = model.month.lines[at.row], model.column(at.column)
    return EntryPlace(line.unit.id if line.unit is not None else None, line.group.id, column.indicator.id, column.part)


def find(model: EntryModel, place: EntryPlace) -> At | None:
    """The cell, or the nearest one: the group's row for a unit that is folded away; None where the indicator is not shown."""
    month = model.month
    if month is None:
        return None
    row = month.lines.row_of_unit.get(place.unit) if place.unit is not None else None
    if row is None:
        row = month.lines.row_of_group.get(place.group)
    block = month.block(place.indicator)
    if row is None or not block:
        return None
    if place.part is None:
        return At(row, next(filter(model.is_typed, block), block[0]))
    return At(row, next((column for column in block if model.column(column).part is place.part), block[0]))


def destination(model: EntryModel, here: At, unit: UnitId | None, indicator: IndicatorId | None) -> EntryPlace | None:
    """Where a unit's row and an indicator's typed column meet; for a None the one at `here` stands in. None where none does."""
    month, now = model.month, place_of(model, here)
    if month is None or not month.live.indicators:
        return None
    group = next((one.group for one in month.live.units if one.id == unit and one.listed_in(month.live.month)), None)
    if unit is None and now is not None:
        unit, group = now.unit, now.group
    if group is None:
        return None
    return EntryPlace(unit, group, indicator or (now.indicator if now is not None else month.live.indicators[0].id), None)


def revealed(choice: Choice, place: EntryPlace) -> Choice:
    """The choice, changed no more than needed for the place to be seen."""
    only = choice.only if choice.only in (None, place.group) else None
    folded = choice.folded - {place.group} if place.unit is not None else choice.folded
    return replace(choice, only=only, folded=folded, hidden=choice.hidden - {place.indicator})


def still_there(choice: Choice, live: Live) -> Choice:
    """The choice in another month of the book, in which a group may have no unit."""
    groups = {unit.group for unit in live.units if unit.listed_in(live.month)}
    return choice if choice.only in groups else replace(choice, only=None)
