"""Three years' figures in memory: for each indicator a matrix, 36 months × units, in whole millionths.

The year in view is the third one: rates compare with the second, and each of its months has two years of history before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.domain.amount import SCALE
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import FIRST_YEAR, Month
from tracker.domain.unit import UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store import figures
from tracker.store.book import Book

Positions = slice | NDArray[np.intp]

MONTHS = 36
THIS_YEAR = 24
"""The place of January of the year in view."""
LARGEST_SUM = 9.0e18
_KEYS_PER_UNIT = 1_000_000


class SumTooLarge(TrackerError):
    """An indicator's figures add up to more than 64 bits of millionths hold."""

    def __init__(self) -> None:
        limit = f"{LARGEST_SUM / SCALE:,.0f}"
        super().__init__(
            tr("The figures of one indicator add up to more than {limit}. Choose a larger unit of measure.", limit=limit)
        )


@dataclass(eq=False)
class Matrix:
    """One indicator's figures: `values` (36 × units, int64 millionths, 0 where blank) and `present` (bool, the same shape)."""

    values: NDArray[np.int64]
    present: NDArray[np.bool_]

    @classmethod
    def blank(cls, units: int) -> Matrix:
        """A matrix without a figure."""
        return cls(np.zeros((MONTHS, units), np.int64), np.zeros((MONTHS, units), np.bool_))

    def check(self) -> None:
        """Raise SumTooLarge where some sum of these figures could pass 64 bits and wrap."""
        if float(np.abs(self.values).sum(dtype=np.float64)) > LARGEST_SUM:
            raise SumTooLarge


class Cube:
    """The figures of the units given, January of `year` − 2 to December of `year`; an indicator is read when first asked for."""

    def __init__(self, book: Book, year: int, units: Sequence[UnitId]) -> None:
        self._book = book
        self.year = year
        self.units = np.array(units, np.int64)
        self._by_id = np.argsort(self.units)
        self._matrices: dict[IndicatorId, Matrix] = {}
        self._checked: set[IndicatorId] = set()

    @property
    def width(self) -> int:
        """How many units there are."""
        return self.units.size

    def positions(self, units: NDArray[np.int64]) -> Positions:
        """Where these units stand in the matrices; all of them, in the cube's own order, stand where they are."""
        if np.array_equal(units, self.units):
            return slice(None)
        return self._by_id[np.searchsorted(self.units, units, sorter=self._by_id)]

    def matrix(self, indicator: IndicatorId) -> Matrix:
        """The indicator's figures; raises SumTooLarge."""
        if indicator not in self._matrices:
            self._matrices[indicator] = self._read(indicator)
        matrix = self._matrices[indicator]
        if indicator not in self._checked:
            matrix.check()
            self._checked.add(indicator)
        return matrix

    def place(self, month: Month) -> int:
        """The month's place in the matrices, 0 to 35; outside of that range where the cube does not reach."""
        return (month.year - self.year) * 12 + THIS_YEAR + month.number - 1

    def put(self, indicator: IndicatorId, unit: UnitId, month: Month, millionths: int | None) -> None:
        """Take over one changed figure."""
        at = self.place(month)
        matrix = self._matrices.get(indicator)
        if matrix is None or not 0 <= at < MONTHS:
            return
        where = self.positions(np.array([unit], np.int64))
        matrix.values[at, where] = millionths or 0
        matrix.present[at, where] = millionths is not None
        self._checked.discard(indicator)

    def _read(self, indicator: IndicatorId) -> Matrix:
        matrix = Matrix.blank(self.width)
        span = Month(max(FIRST_YEAR, self.year - THIS_YEAR // 12), 1), Month(self.year, 12)
        for _, keys_text, values_text in figures.packed(self._book, *span, indicator):
            keys = unpacked(keys_text)
            months = keys % _KEYS_PER_UNIT
            units = self._by_id[np.searchsorted(self.units, keys // _KEYS_PER_UNIT, sorter=self._by_id)]
            places = (months // 100 - self.year) * 12 + THIS_YEAR + months % 100 - 1
            matrix.values[places, units] = unpacked(values_text)
            matrix.present[places, units] = True
        return matrix


def unpacked(text: str) -> NDArray[np.int64]:
    """The whole numbers of a packed text, such as "17202609,17202610"."""
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)
