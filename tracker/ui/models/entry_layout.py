"""Which lines and columns the entry grid has, for each of the three ways round."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.domain.unit import Group, Unit
from tracker.metrics.live import Live
from tracker.ui.models.columns import Column, indicator_columns, year_columns
from tracker.ui.models.entry_choice import Choice, Way
from tracker.ui.models.entry_filters import Sieve
from tracker.ui.models.entry_lines import Lines, indicator_lines, unit_lines
from tracker.ui.models.entry_marks import Marks

NO_LINES = Lines((), {}, {})


@dataclass(frozen=True)
class Layout:
    """Lines and columns, and what all of them are of: the indicator of the units' year, the unit of the indicators' year."""

    lines: Lines
    columns: tuple[Column, ...]
    indicator: Indicator | None = None
    unit: Unit | None = None
    group: Group | None = None


def lay_out(live: Live, choice: Choice, marks: Marks) -> Layout:
    """The layout of the choice; without lines or columns where the book has no unit or no indicator for it."""
    made = {
        Way.UNITS_INDICATORS: _units_by_indicators,
        Way.UNITS_MONTHS: _units_by_months,
        Way.INDICATORS_MONTHS: _indicators_by_months,
    }
    return made[choice.way](live, choice, marks)


def shown_indicators(live: Live, choice: Choice) -> list[Indicator]:
    """The indicators that are not hidden, those that were moved first, in their order."""
    place = {code: at for at, code in enumerate(choice.order)}
    ordered = sorted(live.indicators, key=lambda indicator: place.get(indicator.code, len(place)))
    return [indicator for indicator in ordered if indicator.id not in choice.hidden]


def listed_in_year(live: Live) -> list[Unit]:
    """The units listed in some month of the year in view."""
    months = [Month(live.month.year, number) for number in range(1, 13)]
    return [unit for unit in live.units if any(unit.listed_in(month) for month in months)]


def _units_by_indicators(live: Live, choice: Choice, marks: Marks) -> Layout:
    shown = shown_indicators(live, choice)
    with_targets = {indicator.id for indicator in shown if live.table(indicator.id).total(None).target is not None}
    columns = indicator_columns(shown, live.month, entered_by=choice.entered_by, with_targets=with_targets)
    listed = [unit for unit in live.units if unit.listed_in(live.month)]
    return Layout(_unit_lines(live, choice, listed, Sieve(live, marks, choice.filter, columns)), columns)


def _units_by_months(live: Live, choice: Choice, marks: Marks) -> Layout:
    indicator = next((one for one in live.indicators if one.id == choice.indicator), None) or next(iter(live.indicators), None)
    if indicator is None:
        return Layout(NO_LINES, ())
    has_target = live.table(indicator.id).total(None).target is not None
    columns = year_columns(live.month, entered_by=choice.entered_by, indicator=indicator, has_target=has_target)
    sieve = Sieve(live, marks, choice.filter, columns)
    return Layout(_unit_lines(live, choice, listed_in_year(live), sieve), columns, indicator=indicator)


def _unit_lines(live: Live, choice: Choice, listed: list[Unit], sieve: Sieve) -> Lines:
    def keep(unit: Unit) -> bool:
        return choice.only in (None, unit.group) and sieve.keeps_unit(unit)

    return unit_lines(live.groups, listed, live.month, folded=choice.folded, keep=keep)


def _indicators_by_months(live: Live, choice: Choice, marks: Marks) -> Layout:
    listed = listed_in_year(live)
    unit = next((one for one in listed if one.id == choice.unit), None) or next(iter(listed), None)
    if unit is None:
        return Layout(NO_LINES, ())
    group = next(group for group in live.groups if group.id == unit.group)
    columns = year_columns(live.month, entered_by=choice.entered_by)
    sieve = Sieve(live, marks, choice.filter, columns)
    lines = indicator_lines(
        shown_indicators(live, choice), unit, group, folded=choice.folded, keep=lambda one: sieve.keeps_indicator(unit, one)
    )
    return Layout(lines, columns, unit=unit, group=group)
