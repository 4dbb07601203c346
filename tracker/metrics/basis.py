"""What units are ranked by, as exact fractions: unrounded by default, or as printed where the book chooses so (rule 2)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tracker.domain.amount import round_half_up

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Basis:
    """One fraction a unit, numerator ÷ denominator (int64), and whether it is ranked; then its denominator is above zero."""

    numerator: Ints
    denominator: Ints
    ranked: Flags

    def printed(self, factor: Fraction, decimals: int) -> Basis:
        """The same fractions × `factor`, each rounded half up to the decimals that are printed."""
        numerator = np.zeros_like(self.numerator)
        for row in np.flatnonzero(self.ranked):
            exact = Fraction(int(self.numerator[row]), int(self.denominator[row])) * factor
            numerator[row] = int(round_half_up(exact, decimals).scaleb(decimals))
        return Basis(numerator, np.ones_like(self.denominator), self.ranked)


def amounts_basis(values: Ints, present: Flags) -> Basis:
    """The amounts themselves; missing ones are not ranked."""
    return Basis(values, np.ones_like(values), present)


def quotients_basis(numerator: Ints, denominator: Ints, ranked: Flags) -> Basis:
    """Quotients with their denominators' signs moved above the line."""
    sign = np.where(denominator < 0, -1, 1)
    return Basis(numerator * sign, denominator * sign, ranked & (denominator != 0))
