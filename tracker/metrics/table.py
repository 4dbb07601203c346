"""An indicator's month: every unit's row and rank, every group's and the county's total."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tracker.domain.amount import from_millionths
from tracker.domain.indicator import Indicator
from tracker.domain.light import Light, LightRule
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.cube import THIS_YEAR, Matrix
from tracker.metrics.lights import light_of
from tracker.metrics.measured import Measured
from tracker.metrics.quotient import Quotient
from tracker.metrics.ranking import UNRANKED, competition_ranks
from tracker.metrics.roster import Roster
from tracker.metrics.row import Rates, Row, Total

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def month_ranks(content: Measured | Quotient, *, as_printed: bool) -> Ints:
    """Each listed unit's rank within its group, 0 where it has none."""
    basis = content.printed_basis() if as_printed else content.basis()
    return competition_ranks(basis, content.roster.group_of, content.indicator.direction)


@dataclass(frozen=True, eq=False)
class IndicatorTable:
    """One indicator in one month. Ranks, rows and totals are made when first asked for, from arrays computed at once."""

    month: Month
    target_set: TargetSet
    content: Measured | Quotient
    as_printed: bool
    light_rule: LightRule
    rank_before: Callable[[], Ints]
    figures: Matrix | None
    _rows: dict[int, Row] = field(default_factory=dict, compare=False)

    @property
    def indicator(self) -> Indicator:
        """The indicator that the table is of."""
        return self.content.indicator

    @property
    def roster(self) -> Roster:
        """Who is listed, in the order of the rows."""
        return self.content.roster

    @cached_property
    def ranks(self) -> Ints:
        """Each listed unit's rank, 0 where it has none."""
        return month_ranks(self.content, as_printed=self.as_printed)

    @cached_property
    def ranks_before(self) -> Ints:
        """The rank that each listed unit had the month before, 0 where it had none."""
        return self.rank_before()

    @property
    def rows(self) -> list[Row]:
        """Every listed unit's row, by group and position."""
        return [self._row(at) for at in range(len(self.roster.units))]

    def row(self, unit: UnitId) -> Row | None:
        """One unit's row; None where it is not listed in the month."""
        at = self.roster.row_of.get(unit)
        return None if at is None else self._row(at)

    def rates(self, unit: UnitId) -> Rates | None:
        """One unit's figures without its rank, so that nothing need be ranked; None where it is not listed in the month."""
        at = self.roster.row_of.get(unit)
        return None if at is None else self.content.of_row(at)

    def month_value(self, unit: UnitId) -> Decimal | None:
        """One unit's own value of the month alone; None for a blank, for a unit that is not listed, and of a ratio."""
        at = self.roster.row_of.get(unit)
        found = self.content.sums.month_value.at(at) if at is not None and isinstance(self.content, Measured) else None
        return None if found is None else from_millionths(found)

    def light(self, of: Rates) -> Light | None:
        """The light of one of its rows or totals by the office's rule; None where there is nothing to decide it by."""
        return light_of(of, self.light_rule, lambda: self.county_growth, self.indicator.direction)

    @cached_property
    def county_growth(self) -> Fraction | None:
        """The county's growth, which lights by growth are held against."""
        return self.total(None).yoy

    @cached_property
    def totals(self) -> list[Total]:
        """The groups that have a listed unit, in order, then the county."""
        return [self.total(group.id) for group in self.roster.groups] + [self.total(None)]

    def total(self, group: GroupId | None) -> Total:
        """One group's total, the county's for None; raises KeyError for a group without a listed unit."""
        at = None if group is None else self._group_at[group]
        of = self.content.of_county() if at is None else self.content.of_group(at)
        return Total(
            inputs=of.inputs,
            quotient=of.quotient,
            group=None if at is None else self.roster.groups[at],
            units=len(self.roster.units) if at is None else self.roster.numbers.count(at),
            units_target=self.content.units_target(at),
        )

    def series(self, unit: UnitId, months: int = 12) -> list[Decimal | None]:
        """The unit's month values of the last `months` (at most 25) months up to the table's own; empty for a ratio."""
        at = self.roster.row_of.get(unit)
        if at is None or self.figures is None:
            return []
        span = self._last(months)
        return _amounts(self.figures.values[span, at], self.figures.present[span, at])

    def total_series(self, group: GroupId | None, months: int = 12) -> list[Decimal | None]:
        """The same of a group, of the county for None: what its units reported together; raises KeyError for an unknown group."""
        if self.figures is None:
            return []
        span = self._last(months)
        values, present = self.figures.values[span], self.figures.present[span]
        if group is not None:
            members = self.roster.group_of == self._group_at[group]
            values, present = values[:, members], present[:, members]
        return _amounts(values.sum(axis=1), np.logical_or.reduce(present, axis=1))

    def _last(self, months: int) -> slice:
        end = THIS_YEAR + self.month.number
        return slice(max(0, end - months), end)

    @cached_property
    def _group_at(self) -> dict[GroupId, int]:
        return {group.id: at for at, group in enumerate(self.roster.groups)}

    @cached_property
    def _ranked(self) -> list[int]:
        """How many units of each group are ranked."""
        counts = np.bincount(self.roster.group_of[self.ranks != UNRANKED], minlength=len(self.roster.groups))
        return [int(count) for count in counts]

    @cached_property
    def _places(self) -> list[tuple[int | None, int | None]]:
        """Each unit's rank now and the month before."""
        pairs = zip(self.ranks.tolist(), self.ranks_before.tolist(), strict=True)
        return [(rank or None, before or None) for rank, before in pairs]

    @cached_property
    def _merged(self) -> frozenset[int]:
        return frozenset(row for row, _ in self.roster.predecessors)

    def _row(self, at: int) -> Row:
        if at not in self._rows:
            self._rows[at] = self._make_row(at)
        return self._rows[at]

    def _make_row(self, at: int) -> Row:
        unit, of = self.roster.units[at], self.content.of_row(at)
        flags = self.content.flags(of)
        rank, before = self._places[at]
        if at in self._merged:
            flags.append("merged")
        if rank is None:
            flags.append("unranked")
        return Row(
            inputs=of.inputs,
            quotient=of.quotient,
            unit=unit,
            rank=rank,
            rank_change=before - rank if before is not None and rank is not None else None,
            ranked=self._ranked[self.roster.numbers[at]],
            flags=tuple(flags),
        )


def _amounts(values: Ints, present: Bools) -> list[Decimal | None]:
    return [from_millionths(int(value)) if there else None for value, there in zip(values, present, strict=True)]
