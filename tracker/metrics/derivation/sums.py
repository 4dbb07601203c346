"""The steps that tell of sums: a cumulative of its months, last year's of the same months, a year's target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.amount import from_millionths
from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.metrics.cube import THIS_YEAR
from tracker.metrics.derivation.steps import Source, Step, Term, amount
from tracker.metrics.live import Live
from tracker.metrics.row import Row
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class Case:
    """A unit's row of an indicator's month; of a ratio with the tables of its numerator and denominator."""

    table: IndicatorTable
    row: Row
    sides: tuple[IndicatorTable, ...] = ()

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.table.indicator

    @property
    def carried(self) -> tuple[UnitId, ...]:
        """The unit, then those whose history it carries on."""
        at = self.table.roster.row_of[self.row.unit.id]
        return (self.row.unit.id, *(merged for row, merged in self.table.roster.predecessors if row == at))

    def terms(self, months: Iterable[Month]) -> tuple[Term, ...]:
        """The amounts of those months that have one."""
        figures, at = self.table.figures, self.table.roster.row_of[self.row.unit.id]
        found = []
        for month in months if figures is not None else ():
            place = THIS_YEAR + (month.year - self.table.month.year) * 12 + month.number - 1
            if figures is not None and figures.present[place, at]:
                sources = tuple(Source(unit, self.indicator.id, month) for unit in self.carried)
                found.append(Term(month, from_millionths(int(figures.values[place, at])), sources))
        return tuple(found)


def sides_of(live: Live, indicator: IndicatorId, month: Month | None = None) -> tuple[IndicatorTable, ...]:
    """The tables of a ratio's numerator and denominator in a month (the one in view if none is given); none for another kind."""
    of = live.table(indicator, month).indicator
    return tuple(live.table(side, month) for side in (of.numerator, of.denominator) if side is not None)


def case_of(table: IndicatorTable, unit: UnitId, sides: tuple[IndicatorTable, ...] = ()) -> Case:
    """The unit's row, to be derived; raises KeyError for a unit that is not listed."""
    row = table.row(unit)
    if row is None:
        raise KeyError(unit)
    return Case(table, row, sides)


def months_to(month: Month, kind: Kind) -> list[Month]:
    """The months that a cumulative adds up; of a level its own."""
    first = month.number if kind is Kind.STOCK else 1
    return [Month(month.year, number) for number in range(first, month.number + 1)]


def cumulative_step(case: Case) -> Step:
    """The cumulative and its months."""
    return _sum_step(case, tr("Cumulative"), case.table.month, case.row.inputs.cumulative)


def last_year_step(case: Case) -> Step:
    """Last year's cumulative of the same months."""
    return _sum_step(case, tr("Same months last year"), case.table.month.plus(-12), case.row.inputs.last_year)


def target_step(case: Case) -> Step:
    """The year's target, and of which set."""
    year, of = case.table.month.year, tr("assigned") if case.table.target_set is TargetSet.ASSIGNED else tr("stretch")
    target = case.row.target
    text = tr("The target of {year} ({set}): {target}.", year=year, set=of, target=amount(target, case.indicator))
    return Step(title=tr("Target"), text=text, exact=None if target is None else Fraction(target))


def _sum_step(case: Case, title: str, month: Month, millionths: int | None) -> Step:
    terms = case.terms(months_to(month, case.indicator.kind))
    if millionths is None:
        return Step(title=title, text=tr("Nothing was reported."), terms=terms)
    value = from_millionths(millionths)
    shown = amount(value, case.indicator)
    if case.indicator.kind is Kind.STOCK:
        text = tr("The level at the end of {month}: {value}.", month=month, value=shown)
    else:
        text = tr("{value}, added up of {count} months that were reported.", value=shown, count=len(terms))
    if len(case.carried) > 1:
        text = tr("{text} The figures of who was merged into it are in it.", text=text)
    return Step(title=title, text=text, exact=Fraction(value), terms=terms)
