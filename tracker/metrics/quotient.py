"""A ratio's month: numerator ÷ denominator × factor, both cumulative; a group's is the quotient of its sums, never a mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from tracker.domain.indicator import Indicator
from tracker.metrics import rates
from tracker.metrics.basis import Basis, quotients_basis
from tracker.metrics.roster import Roster
from tracker.metrics.row import Rates
from tracker.metrics.sums import Amounts, added

Sides = tuple[int | None, int | None]


@dataclass(frozen=True, eq=False)
class Quotient:
    """The month of a ratio; `numerator` and `denominator` hold each unit's cumulative, rows as in the roster."""

    indicator: Indicator
    roster: Roster
    numerator: Amounts
    denominator: Amounts

    def of_row(self, row: int) -> Rates:
        """One unit's figures."""
        return self._rates(*self.sides_of_row(row))

    def of_group(self, group: int) -> Rates:
        """The figures of one group of the roster."""
        return self._rates(*self.sides_of_group(group))

    def of_county(self) -> Rates:
        """The county's figures."""
        return self._rates(*self.sides_of_group(None))

    def sides_of_row(self, row: int) -> Sides:
        """One unit's numerator and denominator, in millionths."""
        return self.numerator.at(row), self.denominator.at(row)

    def sides_of_group(self, group: int | None) -> Sides:
        """Those of one group of the roster, of the county for None."""
        top, bottom = self._by_group
        return (added(top), added(bottom)) if group is None else (top[group], bottom[group])

    def units_target(self, _group: int | None) -> int | None:
        """A ratio has no targets."""
        return None

    def flags(self, of: Rates) -> list[str]:
        """Just "no_figures" where either side is missing or there is nothing to divide by."""
        return ["no_figures"] if of.quotient is None else []

    def basis(self) -> Basis:
        """The quotients, unrounded; the factor, being above zero, moves no rank."""
        top, bottom = self.numerator, self.denominator
        return quotients_basis(top.values, bottom.values, top.present & bottom.present)

    def printed_basis(self) -> Basis:
        """The quotients as they are printed."""
        return self.basis().printed(Fraction(self.indicator.factor), self.indicator.decimals)

    @cached_property
    def _by_group(self) -> tuple[list[int | None], list[int | None]]:
        return self.numerator.by_group(self.roster.starts), self.denominator.by_group(self.roster.starts)

    def _rates(self, numerator: int | None, denominator: int | None) -> Rates:
        return Rates(quotient=rates.ratio(numerator, denominator, self.indicator.factor))
