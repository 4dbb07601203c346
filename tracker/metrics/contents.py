"""A book in memory for computing: its structure, figures, targets and paces, and what an indicator's month is made of."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.light import LightRule
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.domain.unit import Group, Unit, UnitId
from tracker.metrics.cube import Cube, Matrix, unpacked
from tracker.metrics.measured import Goal, Measured
from tracker.metrics.quotient import Quotient
from tracker.metrics.roster import Roster, roster
from tracker.metrics.sums import Amounts, gather, gather_amounts, sums
from tracker.store import groups, indicators, plans, settings, targets, units
from tracker.store.book import Book
from tracker.store.list_rules import light_rule

Targets = tuple[Amounts, int | None]
"""The targets of a year, one element a unit of the cube, and the county's own."""


class Contents:
    """The structure is read when made; the figures and targets of a year when they are first asked for."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.groups: list[Group] = groups.groups(book)
        self.units: list[Unit] = units.units(book)
        self.indicators: list[Indicator] = indicators.indicators(book)
        self.indicator = {indicator.id: indicator for indicator in self.indicators}
        self.as_printed = settings.rank_what_is_printed(book)
        self._paces = {(share.year, share.indicator, share.month): Fraction(share.share) for share in plans.plan(book)}
        self._lights: dict[IndicatorId, LightRule] = {}
        self._cubes: dict[int, Cube] = {}
        self._targets: dict[tuple[int, TargetSet, IndicatorId], Targets] = {}
        self._rosters: dict[Month, Roster] = {}

    def cube(self, year: int) -> Cube:
        """The figures of that year and the two before."""
        if year not in self._cubes:
            self._cubes[year] = Cube(self._book, year, [unit.id for unit in self.units])
        return self._cubes[year]

    def keep_only(self, year: int) -> None:
        """Let go of what was read for other years."""
        self._cubes = {known: cube for known, cube in self._cubes.items() if known == year}
        self._targets = {key: found for key, found in self._targets.items() if key[0] == year}
        self._rosters.clear()

    def put(self, indicator: IndicatorId, unit: UnitId, month: Month, millionths: int | None) -> None:
        """Take over one changed figure."""
        for cube in self._cubes.values():
            cube.put(indicator, unit, month, millionths)

    def forget_targets(self, year: int, indicator: IndicatorId) -> None:
        """Read the indicator's targets of that year anew when they are next asked for."""
        for target_set in TargetSet:
            self._targets.pop((year, target_set, indicator), None)

    def roster(self, month: Month) -> Roster:
        """Who is listed in the month."""
        if month not in self._rosters:
            self._rosters[month] = roster(month, self.units, self.groups)
        return self._rosters[month]

    def light_rule(self, indicator: Indicator) -> LightRule:
        """By what the indicator's units get their lights."""
        if indicator.id not in self._lights:
            self._lights[indicator.id] = light_rule(self._book, indicator)
        return self._lights[indicator.id]

    def content(self, indicator: Indicator, month: Month, target_set: TargetSet) -> Measured | Quotient:
        """The indicator's month, held against that set of targets; raises SumTooLarge."""
        listed = self.roster(month)
        at = self.cube(month.year).place(month)
        if indicator.numerator is not None and indicator.denominator is not None:
            sides = (self.indicator[side] for side in (indicator.numerator, indicator.denominator))
            top, bottom = (sums(self.gathered(side.id, month), side.kind, at).cumulative for side in sides)
            return Quotient(indicator, listed, top, bottom)
        totals = sums(self.gathered(indicator.id, month), indicator.kind, at)
        return Measured(indicator, listed, totals, self._goal(indicator, listed, target_set))

    def gathered(self, indicator: IndicatorId, month: Month) -> Matrix:
        """The indicator's figures as the month's roster counts them: 36 × listed units, January two years before on."""
        cube = self.cube(month.year)
        return gather(cube.matrix(indicator), cube, self.roster(month))

    def _goal(self, indicator: Indicator, listed: Roster, target_set: TargetSet) -> Goal:
        amounts, county = self._targets_of(listed.month.year, target_set, indicator.id)
        held = gather_amounts(amounts, self.cube(listed.month.year), listed)
        return Goal(held, county, self._pace(indicator, listed.month))

    def _pace(self, indicator: Indicator, month: Month) -> Fraction | None:
        """The indicator's own plan, else month ÷ 12; a stock has none."""
        if indicator.kind is Kind.STOCK:
            return None
        return self._paces.get((month.year, indicator.id, month.number), Fraction(month.number, 12))

    def _targets_of(self, year: int, target_set: TargetSet, indicator: IndicatorId) -> Targets:
        key = year, target_set, indicator
        if key not in self._targets:
            cube = self.cube(year)
            ids, amounts, county = targets.packed(self._book, year, indicator, target_set)
            values, present = np.zeros(cube.width, np.int64), np.zeros(cube.width, np.bool_)
            at = cube.positions(unpacked(ids))
            values[at], present[at] = unpacked(amounts), True
            self._targets[key] = Amounts(values, present), county
        return self._targets[key]
