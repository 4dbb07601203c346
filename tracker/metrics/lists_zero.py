"""零报告: who has nothing at all of an indicator by a month of the year: has reported 0, or has not reported."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.domain.indicator import Indicator
from tracker.domain.list_rules import ZeroRule
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class Nothing:
    """A unit with nothing; `reported` tells a reported 0 (零报告) from no report (未报), `has_target` whether more was asked."""

    unit: Unit
    reported: bool
    has_target: bool


@dataclass(frozen=True, slots=True)
class ZeroList:
    """The rule in words, its indicator, the month that was looked at, and whom it names, by group and position."""

    rule: str
    indicator: Indicator
    month: Month
    units: tuple[Nothing, ...]


def zero_list(table: IndicatorTable) -> ZeroList:
    """Who has nothing by the month of the table: a cumulative or level of 0, or none at all."""
    indicator, month = table.indicator, table.month
    by = tr("{year}-{number:02d}", year=month.year, number=month.number)
    rule = tr("Nothing at all of {indicator} by {month}.", indicator=indicator.name, month=by)
    units = tuple(
        Nothing(row.unit, reported=row.cumulative is not None, has_target=(row.inputs.target or 0) > 0)
        for row in table.rows
        if not row.cumulative
    )
    return ZeroList(rule, indicator, month, units)


def zero_lists(live: Live, rules: tuple[ZeroRule, ...]) -> list[ZeroList]:
    """What the rules name whose month has come in the year in view, as that month is known now; who is gone is named no more."""
    due = (rule for rule in rules if rule.month <= live.month.number)
    found = (zero_list(live.table(rule.indicator, Month(live.month.year, rule.month))) for rule in due)
    return [replace(one, units=tuple(of for of in one.units if of.unit.id in live.roster.row_of)) for one in found]
