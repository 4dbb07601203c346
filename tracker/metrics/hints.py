"""The hints of one indicator's month: every rule in force on every unit asked for, the most serious one of a cell first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tracker.domain.amount import round_half_up
from tracker.domain.hint import Hint, HintRules, Level, Rule
from tracker.domain.indicator import Indicator
from tracker.domain.parsing import read_amount, rounded_amount
from tracker.domain.unit import UnitId
from tracker.metrics.cube import THIS_YEAR, Matrix
from tracker.metrics.hints_case import case_of
from tracker.metrics.hints_rules import OF_FIGURES, Finding, blanks, most_percent
from tracker.metrics.hints_wording import percent_sentence, unreadable_sentence
from tracker.metrics.table import IndicatorTable

EXPLAINED_BY = {Rule.OUTLIER: frozenset({Rule.SLIP, Rule.FALL, Rule.NEGATIVE}), Rule.FALL: frozenset({Rule.SLIP})}
"""Hints that are not told where one of the others tells why."""

_ORDER = {rule: at for at, rule in enumerate(Rule)}


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came beside an indicator's values: texts that could not be read, and which units have reported anything at all."""

    unreadable: Mapping[UnitId, str] = field(default_factory=dict)
    reported: Container[UnitId] = ()


def hints_of(
    table: IndicatorTable, rules: HintRules, arrived: Arrived, *, rows: Iterable[int] | None = None
) -> dict[UnitId, tuple[Hint, ...]]:
    """The hints of the table's units, or of those in some `rows` of its roster; a unit without a hint is left out.

    A hint speaks of the unit's own months with those of who was merged into it. Pure: the same table gives the same hints.
    """
    asked = range(len(table.roster.units)) if rows is None else rows
    found: dict[int, list[Finding]] = {}
    of = _of_quotient(table, rules, asked) if table.figures is None else _of_figures(table, table.figures, rules, arrived, asked)
    for row, finding in of:
        found.setdefault(row, []).append(finding)
    units = table.roster.units
    return {units[row].id: _told(table, row, found[row], arrived.unreadable.get(units[row].id, "")) for row in sorted(found)}


def _of_quotient(table: IndicatorTable, rules: HintRules, rows: Iterable[int]) -> Iterator[tuple[int, Finding]]:
    """A ratio is only ever over a hundred percent: its parts have hints of their own."""
    indicator = table.indicator
    most = most_percent(indicator.unit) if rules.has(Rule.PERCENT) else None
    for row in rows if most is not None else ():
        quotient = table.content.of_row(row).quotient
        if quotient is not None and most is not None and quotient > most:
            reason = percent_sentence(quotient, indicator.decimals, indicator.unit)
            yield row, Finding(row, Rule.PERCENT, Level.LIKELY, reason)


def _of_figures(
    table: IndicatorTable, figures: Matrix, rules: HintRules, arrived: Arrived, rows: Iterable[int]
) -> Iterator[tuple[int, Finding]]:
    there: list[bool] = figures.present[THIS_YEAR + table.month.number - 1].tolist()
    filled, empty = [], []
    for row in rows:
        unit = table.roster.units[row].id
        if there[row]:
            filled.append(row)
        elif unit in arrived.unreadable:
            yield row, _unreadable(table.indicator, row, arrived.unreadable[unit])
        elif unit in arrived.reported:
            empty.append(row)
    wanted = {rule: find for rule, find in OF_FIGURES.items() if rules.has(rule)}
    if filled and wanted:
        case = case_of(table, figures, rules, filled)
        yield from ((filled[finding.at], finding) for find in wanted.values() for finding in find(case))
    if empty and rules.has(Rule.BLANK):
        yield from ((empty[finding.at], finding) for finding in blanks(case_of(table, figures, rules, empty)))


def _unreadable(indicator: Indicator, row: int, text: str) -> Finding:
    """Red either way; where only its decimals are too many, the rounded figure is offered."""
    reading = read_amount(text, unit=indicator.unit, decimals=indicator.decimals)
    rounded = rounded_amount(text, unit=indicator.unit, decimals=indicator.decimals)
    rule = Rule.UNREADABLE if rounded is None else Rule.DECIMALS
    return Finding(row, rule, Level.UNREADABLE, unreadable_sentence(text, reading.reason), rounded)


def _told(table: IndicatorTable, row: int, findings: list[Finding], typed: str) -> tuple[Hint, ...]:
    """The unit's hints, without what another one explains."""
    rules = {finding.rule for finding in findings}
    kept = [finding for finding in findings if not EXPLAINED_BY.get(finding.rule, frozenset()) & rules]
    kept.sort(key=lambda finding: (-finding.level, _ORDER[finding.rule]))
    value = _value(table, row)
    place = table.roster.units[row].id, table.indicator.id, table.month
    return tuple(Hint(*place, finding.rule, finding.level, value, finding.reason, finding.suggestion, typed) for finding in kept)


def _value(table: IndicatorTable, row: int) -> Decimal | None:
    """The figure that the hints are about; a ratio's as it is shown."""
    of = table.content.of_row(row)
    return of.month_value if of.quotient is None else round_half_up(of.quotient, table.indicator.decimals)
