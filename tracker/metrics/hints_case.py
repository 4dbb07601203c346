"""One indicator's month beside the months before it, as the rules of hints look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tracker.domain.hint import HintRules
from tracker.domain.indicator import EnteredBy, Indicator, Kind
from tracker.metrics.cube import THIS_YEAR, Matrix
from tracker.metrics.hints_past import Flags, Ints, Past
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, eq=False)
class Case:
    """Some units of a flow or a stock: `figures` (36 months × these units, mergers included), the month at place `at`.

    Arrays have one element a unit, amounts in whole millionths.
    """

    indicator: Indicator
    rules: HintRules
    figures: Matrix
    at: int

    @property
    def now(self) -> Ints:
        """The month's figures, 0 where blank."""
        now: Ints = self.figures.values[self.at]
        return now

    @property
    def there(self) -> Flags:
        """Which of them are there."""
        there: Flags = self.figures.present[self.at]
        return there

    @property
    def missing(self) -> Flags:
        """Which units have none now and had one the month before."""
        missing: Flags = ~self.there & self.figures.present[self.at - 1]
        return missing

    @cached_property
    def past(self) -> Past:
        """As many months before as the rules say."""
        span = slice(self.at - self.rules.months, self.at)
        return Past(self.figures.values[span], self.figures.present[span], self.indicator.decimals == 0)

    @property
    def by_cumulative(self) -> bool:
        """Whether the cumulative is what is typed."""
        return self.indicator.kind is Kind.FLOW and self.indicator.entered_by is EnteredBy.CUMULATIVE

    @cached_property
    def earlier(self) -> Ints:
        """The sum of the year's months before; 0 for a stock, whose months do not add up."""
        january = self.at - self.at % 12 if self.indicator.kind is Kind.FLOW else self.at
        total: Ints = self.figures.values[january : self.at].sum(axis=0)
        return total

    @property
    def typed_before(self) -> Ints:
        """What the typed figure already held last month: the cumulative where that is typed, else nothing."""
        return self.earlier if self.by_cumulative else np.zeros_like(self.now)


def case_of(table: IndicatorTable, figures: Matrix, rules: HintRules, rows: Sequence[int]) -> Case:
    """The case of these rows of the table's roster; `figures` are the table's."""
    chosen = np.array(rows, np.intp)
    some = Matrix(figures.values[:, chosen], figures.present[:, chosen])
    return Case(table.indicator, rules, some, THIS_YEAR + table.month.number - 1)
