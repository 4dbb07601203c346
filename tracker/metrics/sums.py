"""An indicator's amounts in one month, a number a listed unit, mergers included: what every rate is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tracker.domain.indicator import Kind
from tracker.metrics.cube import Cube, Matrix
from tracker.metrics.roster import Roster


@dataclass(frozen=True, eq=False)
class Amounts:
    """One amount a unit in whole millionths (int64, 0 where missing), and whether it is there (bool)."""

    values: NDArray[np.int64]
    present: NDArray[np.bool_]

    def at(self, row: int) -> int | None:
        """The amount of one row."""
        values, present = self._plain
        return values[row] if present[row] else None

    @cached_property
    def _plain(self) -> tuple[list[int], list[bool]]:
        """As Python's own numbers, which are much quicker to take one by one."""
        return self.values.tolist(), self.present.tolist()

    def by_group(self, starts: NDArray[np.intp]) -> list[int | None]:
        """Each group's sum, None where no unit of it has an amount; rows of a group stand together from its start."""
        sums = np.add.reduceat(self.values, starts).tolist()
        there = np.logical_or.reduceat(self.present, starts).tolist()
        return [total if any_there else None for total, any_there in zip(sums, there, strict=True)]


def added(amounts: Iterable[int | None]) -> int | None:
    """The sum of the amounts that are there, None where none is: of groups, the county's."""
    there = [amount for amount in amounts if amount is not None]
    return sum(there) if there else None


@dataclass(frozen=True, eq=False)
class Sums:
    """What one indicator's month needs: the month's own value, the cumulative, and what they are compared with.

    `last_year` is last year's cumulative of the same months, `before` the month before's own value, `same_month` last year's.
    """

    month_value: Amounts
    cumulative: Amounts
    last_year: Amounts
    before: Amounts
    same_month: Amounts


def gather(matrix: Matrix, cube: Cube, roster: Roster) -> Matrix:
    """The matrix's units in the roster's order, each with its predecessors' figures added: months × listed units."""
    where = cube.positions(roster.ids)
    values, present = matrix.values[:, where], matrix.present[:, where]
    if roster.predecessors:
        values, present = values.copy(), present.copy()
    for heir, merged in roster.predecessors:
        (at,) = np.flatnonzero(cube.units == merged)
        values[:, heir] += matrix.values[:, at]
        present[:, heir] |= matrix.present[:, at]
    return Matrix(values, present)


def gather_amounts(amounts: Amounts, cube: Cube, roster: Roster) -> Amounts:
    """The same for one amount a unit of the cube, such as its target: a merged unit brings its own along."""
    gathered = gather(Matrix(amounts.values[np.newaxis], amounts.present[np.newaxis]), cube, roster)
    return Amounts(gathered.values[0], gathered.present[0])


def sums(figures: Matrix, kind: Kind, place: int) -> Sums:
    """The sums of the month at `place` (12 or later); `figures` as `gather` gives them. A stock's cumulative is its level."""

    def own(at: int) -> Amounts:
        return Amounts(figures.values[at], figures.present[at])

    def year_to(at: int) -> Amounts:
        january = at - at % 12
        there = np.any(figures.present[january : at + 1], axis=0)
        return Amounts(figures.values[january : at + 1].sum(axis=0), there)

    reach = own if kind is Kind.STOCK else year_to
    return Sums(
        month_value=own(place),
        cumulative=reach(place),
        last_year=reach(place - 12),
        before=own(place - 1),
        same_month=own(place - 12),
    )
