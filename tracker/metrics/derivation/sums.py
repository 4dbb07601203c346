"""The steps that tell of sums: a cumulative of its months, a total of its units, last year's of the same months, a target."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import MISSING, decimals_of, format_number, from_millionths
from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.metrics.cube import THIS_YEAR
from tracker.metrics.derivation.steps import Part, Source, Step, TargetSource, Term, amount
from tracker.metrics.live import Live
from tracker.metrics.row import Rates, Row, Total
from tracker.metrics.table import IndicatorTable
from tracker.metrics.whose import Whole, Whose, rates_of, rows_of


@dataclass(frozen=True, slots=True)
class Case:
    """A unit's row of an indicator's month, or a total; of a ratio with the tables of its numerator and denominator."""

    table: IndicatorTable
    whose: Whose
    row: Row | Total
    sides: tuple[IndicatorTable, ...] = ()

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.table.indicator

    @property
    def carried(self) -> tuple[UnitId, ...]:
        """The unit, then those whose history it carries on; nobody of a total."""
        if isinstance(self.whose, Whole):
            return ()
        at = self.table.roster.row_of[self.whose]
        return (self.whose, *(merged for row, merged in self.table.roster.predecessors if row == at))

    def terms(self, months: Iterable[Month]) -> tuple[Term, ...]:
        """The amounts of those months that have one."""
        figures, at = self.table.figures, rows_of(self.table, self.whose)
        found = []
        for month in months if figures is not None else ():
            place = THIS_YEAR + (month.year - self.table.month.year) * 12 + month.number - 1
            if figures is not None and figures.present[place, at].any():
                sources = tuple(Source(unit, self.indicator.id, month) for unit in self.carried)
                value = from_millionths(int(figures.values[place, at].sum()))
                found.append(Term(month, value, format_number(value, self.indicator.decimals), sources))
        return tuple(found)

    def parts(self, of: Callable[[Rates], Decimal | Fraction | None]) -> tuple[Part, ...]:
        """Who goes into a total: a group's units; of the county its groups, or its units where it has but one; else nobody."""
        if not isinstance(self.whose, Whole):
            return ()
        table, roster = self.table, self.table.roster
        if self.whose.group is None and len(roster.groups) > 1:
            return tuple(Part(each.name, Whole(each.id), self._shown(of(table.total(each.id)))) for each in roster.groups)
        found = []
        for at in rows_of(table, self.whose):
            unit = roster.units[at]
            found.append(Part(unit.name, unit.id, self._shown(of(table.content.of_row(at)))))
        return tuple(found)

    def _shown(self, value: Decimal | Fraction | None) -> str:
        return format_number(value, self.indicator.decimals) or MISSING


def sides_of(live: Live, indicator: IndicatorId, month: Month | None = None) -> tuple[IndicatorTable, ...]:
    """The tables of a ratio's numerator and denominator in a month (the one in view if none is given); none for another kind."""
    of = live.table(indicator, month).indicator
    return tuple(live.table(side, month) for side in (of.numerator, of.denominator) if side is not None)


def case_of(table: IndicatorTable, whose: Whose, sides: tuple[IndicatorTable, ...] = ()) -> Case:
    """The figures to be derived; raises KeyError for who is not listed."""
    return Case(table, whose, rates_of(table, whose), sides)


def months_to(month: Month, kind: Kind) -> list[Month]:
    """The months that a cumulative adds up; of a level its own."""
    first = month.number if kind is Kind.STOCK else 1
    return [Month(month.year, number) for number in range(first, month.number + 1)]


def month_step(case: Case) -> Step:
    """The month's own figure, or who goes into the total of it."""
    value, month = case.row.month_value, case.table.month
    if value is None:
        return Step(title=tr("Month"), text=tr("Nothing was reported."))
    terms = () if isinstance(case.whose, Whole) else case.terms([month])
    parts = case.parts(lambda of: of.month_value)
    text = _added(parts, amount(value, case.indicator)) if parts else amount(value, case.indicator)
    total = format_number(value, case.indicator.decimals)
    return Step(title=tr("Month"), text=text, exact=Fraction(value), terms=terms, parts=parts, total=total)


def cumulative_step(case: Case) -> Step:
    """The cumulative and its months, or who goes into it."""
    inputs = case.row.inputs
    parts = case.parts(lambda of: of.cumulative)
    return _sum_step(case, tr("Cumulative"), case.table.month, inputs.cumulative, parts)


def last_year_step(case: Case) -> Step:
    """Last year's cumulative of the same months."""
    parts = case.parts(lambda of: of.last_year)
    return _sum_step(case, tr("Same months last year"), case.table.month.plus(-12), case.row.inputs.last_year, parts)


def target_step(case: Case) -> Step:
    """The year's target, and of which set; of a total whether it is the sum of its units' targets, or one of its own."""
    year, table, target = case.table.month.year, case.table, case.row.target
    of = tr("assigned") if table.target_set is TargetSet.ASSIGNED else tr("stretch")
    text = tr("The target of {year} ({set}): {target}.", year=year, set=of, target=_target(target, case.indicator))
    own = isinstance(case.row, Row) or target != case.row.targets_sum
    if isinstance(case.row, Total):
        handed = _target(case.row.targets_sum, case.indicator)
        if own:
            text = tr("{text} It is the county's own; the units' targets add up to {sum}.", text=text, sum=handed)
        else:
            text = tr("{text} It is the sum of the units' targets.", text=text)
    places = (None,) if isinstance(case.whose, Whole) else case.carried
    decimals = max(case.indicator.decimals, decimals_of(target or Decimal(0)))
    set_here = places if own and target is not None else ()
    goals = tuple(TargetSource(year, unit, case.indicator.id, table.target_set, decimals) for unit in set_here)
    parts = () if own else case.parts(lambda of: of.target)
    exact = None if target is None else Fraction(target)
    total = _unrounded(target, case.indicator)
    return Step(title=tr("Target"), text=text, exact=exact, parts=parts, goals=goals, total=total)


def _target(target: Decimal | None, indicator: Indicator) -> str:
    return MISSING if target is None else f"{_unrounded(target, indicator)} {indicator.unit}".rstrip()


def _unrounded(target: Decimal | None, indicator: Indicator) -> str:
    """A target as it was set."""
    return "" if target is None else format_number(target, max(indicator.decimals, decimals_of(target)))


def _sum_step(case: Case, title: str, month: Month, millionths: int | None, parts: tuple[Part, ...]) -> Step:
    terms = () if parts else case.terms(months_to(month, case.indicator.kind))
    if millionths is None:
        return Step(title=title, text=tr("Nothing was reported."), terms=terms, parts=parts)
    value = from_millionths(millionths)
    shown = amount(value, case.indicator)
    if parts:
        text = _added(parts, shown)
    elif case.indicator.kind is Kind.STOCK:
        text = tr("The level at the end of {month}: {value}.", month=month, value=shown)
    else:
        text = tr("{value}, added up of {count} months that were reported.", value=shown, count=len(terms))
    if len(case.carried) > 1:
        text = tr("{text} The figures of who was merged into it are in it.", text=text)
    total = format_number(value, case.indicator.decimals)
    return Step(title=title, text=text, exact=Fraction(value), terms=terms, parts=parts, total=total)


def _added(parts: tuple[Part, ...], shown: str) -> str:
    """70.41 亿元，由 9 个单位相加: those without a figure are not counted."""
    count = sum(part.shown != MISSING for part in parts)
    if isinstance(parts[0].whose, Whole):
        return tr("{value}, added up of {count} groups.", value=shown, count=count)
    return tr("{value}, added up of {count} units.", value=shown, count=count)
