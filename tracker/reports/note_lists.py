"""What the notes speak of, and units named by indicator: 实际利用外资（竹沟乡、凤鸣街道）；新签约项目（竹沟乡）."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.domain.unit import Group, Unit
from tracker.metrics.row import Row
from tracker.reports.ranking_columns import OF_TARGETS, IndicatorColumns
from tracker.reports.wording import tr

MOST_NAMES = 40
"""A note names so many units of an indicator; more are counted."""


@dataclass(frozen=True)
class Printed:
    """What the notes are about: the indicators' columns, the units on the sheet (by group and place) and all that the book knows.

    `lead` is the name of what the leading rank is of, "" where it needs no telling; `compared` whether moves are shown.
    """

    month: Month
    columns: Sequence[IndicatorColumns]
    units: Sequence[Unit]
    all_units: Sequence[Unit]
    left_out: Sequence[Group]
    place: str
    lead: str
    compared: bool
    as_printed: bool
    target_set: TargetSet

    @property
    def held_to_targets(self) -> list[IndicatorColumns]:
        """The indicators that print a target, or what is measured by it."""
        return [columns for columns in self.columns if OF_TARGETS & set(columns.fields)]

    def rows(self, columns: IndicatorColumns) -> list[Row]:
        """The indicator's rows of the printed units."""
        found = (columns.table.row(unit.id) for unit in self.units)
        return [row for row in found if row is not None]


def units_of(printed: Printed, indicators: Iterable[IndicatorColumns], chosen: Callable[[IndicatorColumns, Row], bool]) -> str:
    """The units of which `chosen` is true, named by indicator; "" where there are none."""
    return by_indicator(
        printed,
        [(columns, [row.unit for row in printed.rows(columns) if chosen(columns, row)]) for columns in indicators],
    )


def by_indicator(printed: Printed, found: Iterable[tuple[IndicatorColumns, list[Unit]]]) -> str:
    """Units by indicator; indicators with the same units are named together, and not at all where the sheet has only one."""
    by_units: dict[tuple[str, ...], list[str]] = {}
    for columns, units in found:
        if units:
            by_units.setdefault(tuple(unit.name for unit in units), []).append(columns.indicator.name)
    return tr("; ").join(_one_list(printed, units, indicators) for units, indicators in by_units.items())


def _one_list(printed: Printed, units: tuple[str, ...], indicators: list[str]) -> str:
    if len(units) == len(printed.units) > 1:
        named = tr("all {count} units", count=len(units))
    elif len(units) > MOST_NAMES:
        named = tr("{units} and others, {count} in all", units=listed(units[:MOST_NAMES]), count=len(units))
    else:
        named = listed(units)
    if len(printed.columns) == 1:
        return named
    return tr("{indicators} ({units})", indicators=listed(indicators), units=named)


def listed(names: Sequence[str]) -> str:
    """The names in a row: 甲、乙、丙."""
    return tr(", ").join(names)
