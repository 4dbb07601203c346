"""What a unit must reach to stand somewhere, as a cumulative: exactly, and as the least amount that can be entered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import round_half_up
from tracker.domain.indicator import RankBy
from tracker.metrics.rates import PERCENT_DECIMALS
from tracker.metrics.row import Rates
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class Level:
    """A cumulative to be reached: `exact` is where the unit draws level; `strictly`: it must be passed, by however little."""

    exact: Fraction
    strictly: bool

    def least(self, decimals: int) -> Decimal:
        """The smallest amount with so many decimals that does it."""
        scaled = self.exact * 10**decimals
        whole = -((-scaled.numerator) // scaled.denominator)
        if self.strictly and whole == scaled:
            whole += 1
        return Decimal(whole).scaleb(-decimals)


def figure_of(table: IndicatorTable, row: Rates) -> Fraction | None:
    """The figure by which the indicator is ranked."""
    rank_by = table.indicator.rank_by
    figure = {RankBy.COMPLETION: row.completion, RankBy.CUMULATIVE: row.cumulative, RankBy.YOY: row.yoy}[rank_by]
    return None if figure is None else Fraction(figure)


def level_at(table: IndicatorTable, own: Rates, figure: Fraction, *, strictly: bool, as_printed: bool) -> Level | None:
    """The cumulative with which `own` has that figure of another unit, or has passed it; None where nothing can give it one.

    Where ranks compare what is printed, units are equal from half a unit of the last printed decimal below on.
    """
    rank_by = table.indicator.rank_by
    if as_printed:
        factor, decimals = _as_shown(table)
        figure, strictly = _border(figure * factor, decimals, strictly=strictly) / factor, False
    if rank_by is RankBy.CUMULATIVE:
        return Level(figure, strictly)
    if rank_by is RankBy.COMPLETION:
        return None if not own.target else Level(figure * Fraction(own.target), strictly)
    base = own.last_year
    return None if base is None or base <= 0 else Level((figure + 1) * Fraction(base), strictly)


def equals(table: IndicatorTable, own: Rates, amount: Decimal, figure: Fraction, *, as_printed: bool) -> bool:
    """Whether with that cumulative `own` has the very figure of another unit, as ranks compare it."""
    rank_by = table.indicator.rank_by
    of = {RankBy.COMPLETION: own.target, RankBy.CUMULATIVE: Decimal(1), RankBy.YOY: own.last_year}[rank_by]
    mine = Fraction(amount) / Fraction(of or 1) - (1 if rank_by is RankBy.YOY else 0)
    if not as_printed:
        return mine == figure
    factor, decimals = _as_shown(table)
    return round_half_up(mine * factor, decimals) == round_half_up(figure * factor, decimals)


def _as_shown(table: IndicatorTable) -> tuple[int, int]:
    """What the figure is multiplied by where it is printed, and with how many decimals."""
    by_amount = table.indicator.rank_by is RankBy.CUMULATIVE
    return (1, table.indicator.decimals) if by_amount else (100, PERCENT_DECIMALS)


def _border(figure: Fraction, decimals: int, *, strictly: bool) -> Fraction:
    """Where rounding half up begins to print the same as `figure`, or the next number above it."""
    unit = Fraction(1, 10**decimals)
    printed = Fraction(round_half_up(figure, decimals))
    return printed + unit / 2 if strictly else printed - unit / 2
