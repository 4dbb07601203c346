"""A flow's or a stock's month: from amounts to completion, pace, gap, growth and share."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from tracker.domain.amount import SCALE
from tracker.domain.indicator import Indicator, Kind, RankBy
from tracker.metrics import rates
from tracker.metrics.basis import Basis, amounts_basis, quotients_basis
from tracker.metrics.roster import Roster
from tracker.metrics.row import Inputs, Rates
from tracker.metrics.sums import Amounts, Sums, added


@dataclass(frozen=True, eq=False)
class Goal:
    """What a month is held against: each unit's target, the county's own where it has one, and the pace (None for a stock)."""

    targets: Amounts
    county: int | None
    pace: Fraction | None


@dataclass(frozen=True, eq=False)
class Measured:
    """The month of an indicator that is reported itself; rows as in the roster."""

    indicator: Indicator
    roster: Roster
    sums: Sums
    goal: Goal

    def of_row(self, row: int) -> Rates:
        """One unit's figures."""
        whole = self._by_group["cumulative"][self.roster.numbers[row]]
        return self._rates({name: amounts.at(row) for name, amounts in self._amounts.items()}, whole)

    def of_group(self, group: int) -> Rates:
        """The figures of one group of the roster: sums of amounts, then rates of the sums (rule 6)."""
        return self._rates(
            {name: amounts[group] for name, amounts in self._by_group.items()}, added(self._by_group["cumulative"])
        )

    def of_county(self) -> Rates:
        """The county's figures; its own target wins over the sum of the units' (rule 6)."""
        of = {name: added(amounts) for name, amounts in self._by_group.items()}
        if self.goal.county is not None:
            of["target"] = self.goal.county
        return self._rates(of, of["cumulative"])

    def units_target(self, group: int | None) -> int | None:
        """The sum of the units' targets in one group, or in the county."""
        targets = self._by_group["target"]
        return added(targets) if group is None else targets[group]

    def flags(self, of: Rates) -> list[str]:
        """What a reader must know of one unit's figures: see Row.flags."""
        inputs = of.inputs
        known = {
            "unreported": inputs.month_value is None,
            "no_figures": inputs.cumulative is None,
            "no_target": inputs.target is None or inputs.target <= 0,
            "no_base": inputs.last_year is None or inputs.last_year <= 0,
        }
        return [flag for flag, raised in known.items() if raised]

    def basis(self) -> Basis:
        """What the indicator is ranked by. A flow's completion counts nothing reported as 0; else it is unranked (rule 3)."""
        cumulative = self.sums.cumulative
        if self.indicator.rank_by is RankBy.COMPLETION:
            target = self.goal.targets
            ranked = target.present & (target.values > 0)
            if self.indicator.kind is Kind.STOCK:
                ranked &= cumulative.present
            return quotients_basis(cumulative.values, target.values, ranked)
        if self.indicator.rank_by is RankBy.YOY:
            base = self.sums.last_year
            return quotients_basis(cumulative.values, base.values, cumulative.present & base.present & (base.values > 0))
        return amounts_basis(cumulative.values, cumulative.present)

    def printed_basis(self) -> Basis:
        """The same as it is printed: a percentage's two decimals, an amount's own."""
        if self.indicator.rank_by is RankBy.CUMULATIVE:
            return self.basis().printed(Fraction(1, SCALE), self.indicator.decimals)
        return self.basis().printed(Fraction(100), rates.PERCENT_DECIMALS)

    @cached_property
    def _amounts(self) -> dict[str, Amounts]:
        sums = self.sums
        return {
            "target": self.goal.targets,
            "month_value": sums.month_value,
            "cumulative": sums.cumulative,
            "last_year": sums.last_year,
            "before": sums.before,
            "same_month": sums.same_month,
        }

    @cached_property
    def _by_group(self) -> dict[str, list[int | None]]:
        return {name: amounts.by_group(self.roster.starts) for name, amounts in self._amounts.items()}

    def _rates(self, of: dict[str, int | None], whole: int | None) -> Rates:
        return Rates(inputs=Inputs(**of, whole=whole, pace=self.goal.pace, by_month=self.indicator.kind is Kind.FLOW))
