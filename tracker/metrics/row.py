"""What one unit, one group or the county shows for an indicator in a month: exact figures, None where domain.md says —.

Each figure is computed from the amounts it is made of when it is asked for: of a table with 3,000 rows a screen shows forty.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import from_millionths
from tracker.domain.unit import Group, Unit
from tracker.metrics import rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The amounts of a row, in whole millionths, and the pace it is held against.

    `last_year` is last year's cumulative of the same months, `before` the month before's own value, `same_month` that of
    last year's month, `whole` the cumulative that the share is a share of. `by_month`: whether months add up (a flow), so
    that there is a 环比.
    """

    target: int | None = None
    month_value: int | None = None
    cumulative: int | None = None
    last_year: int | None = None
    before: int | None = None
    same_month: int | None = None
    whole: int | None = None
    pace: Fraction | None = None
    by_month: bool = False


NOTHING = Inputs()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """The figures that rows and totals share: amounts in the indicator's unit, rates as fractions, `gap` in points.

    A ratio has no inputs of its own and `quotient` for its only figure.
    """

    inputs: Inputs = NOTHING
    quotient: Fraction | None = None

    @property
    def target(self) -> Decimal | None:
        """The year's target."""
        return _decimal(self.inputs.target)

    @property
    def month_value(self) -> Decimal | None:
        """The month's own value."""
        return _decimal(self.inputs.month_value)

    @property
    def cumulative(self) -> Decimal | Fraction | None:
        """January to this month; a stock's level; a ratio's ratio."""
        return self.quotient if self.inputs is NOTHING else _decimal(self.inputs.cumulative)

    @property
    def completion(self) -> Fraction | None:
        """cumulative ÷ target; nothing reported is 0 of a flow's target, but no level of a stock (rule 3)."""
        if self.inputs.cumulative is None and not self.inputs.by_month:
            return None
        return rates.completion(self.inputs.cumulative, self.inputs.target)

    @property
    def pace(self) -> Fraction | None:
        """The share of the target that should be done by now."""
        return self.inputs.pace

    @property
    def gap(self) -> Fraction | None:
        """(completion − pace) × 100, in percentage points, unrounded."""
        return rates.gap(self.completion, self.inputs.pace)

    @property
    def yoy(self) -> Fraction | None:
        """cumulative ÷ last year's − 1."""
        return rates.growth(self.inputs.cumulative, self.inputs.last_year)

    @property
    def mom(self) -> Fraction | None:
        """The month's value ÷ the month before's − 1; a stock has none."""
        return rates.growth(self.inputs.month_value, self.inputs.before) if self.inputs.by_month else None

    @property
    def month_yoy(self) -> Fraction | None:
        """The month's value ÷ last year's same month's − 1."""
        return rates.growth(self.inputs.month_value, self.inputs.same_month)

    @property
    def share(self) -> Fraction | None:
        """The cumulative's share of its group's; of a group, of the county's."""
        return rates.share(self.inputs.cumulative, self.inputs.whole)

    @property
    def last_year(self) -> Decimal | None:
        """Last year's cumulative of the same months."""
        return _decimal(self.inputs.last_year)

    @property
    def month_before(self) -> Decimal | None:
        """The month before's own value."""
        return _decimal(self.inputs.before)

    @property
    def same_month(self) -> Decimal | None:
        """The own value of last year's same month."""
        return _decimal(self.inputs.same_month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Rates):
    """A unit's figures, its rank among the `ranked` units of its group, and the move since last month (above zero is up).

    `flags`: "unreported" (the month's figure is missing), "no_figures" (none this year), "no_target", "no_base" (no 同比 for
    want of last year's), "merged" (another unit's history is in it), "unranked".
    """

    unit: Unit
    rank: int | None = None
    rank_change: int | None = None
    ranked: int = 0
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Total(Rates):
    """A group's figures, or the county's where `group` is None, over `units` listed units.

    `units_target` is the sum of the units' targets, which differs from `target` where the county has one of its own.
    """

    group: Group | None = None
    units: int = 0
    units_target: int | None = None

    @property
    def targets_sum(self) -> Decimal | None:
        """The sum of the units' targets."""
        return _decimal(self.units_target)


def _decimal(millionths: int | None) -> Decimal | None:
    return None if millionths is None else from_millionths(millionths)
