"""Where the year ends at the present rate: an estimate, with its spread over how the last years went on from the same month.

Method. The remaining months are taken to be as the mean of those so far (the average method: R. J. Hyndman and
G. Athanasopoulos, Forecasting: Principles and Practice, 2nd ed., section 3.1). A county's year is not even, though: each of the
last years says by which factor its own end was above or below what its mean month up to the same month promised. The estimate
times the lowest and the highest of these factors is the spread: of a year or two no distribution can be claimed, only what was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from tracker.domain.amount import SCALE
from tracker.domain.indicator import Kind
from tracker.domain.unit import GroupId, UnitId
from tracker.i18n import tr
from tracker.metrics.cube import THIS_YEAR, Matrix
from tracker.metrics.table import Bools, IndicatorTable, Ints


@dataclass(frozen=True, slots=True)
class Season:
    """A past year: its end ÷ what its mean month promised in the same month, and where this year would end going on like that."""

    year: int
    factor: Fraction
    year_end: Fraction


@dataclass(frozen=True, slots=True)
class Forecast:
    """The cumulative at the year's end, unrounded: at the present rate, and as each of the last years went on, the newest first.

    `target` is the year's, None without one.
    """

    month: int
    done: Fraction
    year_end: Fraction
    seasons: tuple[Season, ...]
    target: Fraction | None

    @property
    def mean_month(self) -> Fraction:
        """What a month was on average so far."""
        return self.done / self.month

    @property
    def lowest(self) -> Fraction | None:
        """The lower end of the spread; None where no past year tells of it."""
        return min((season.year_end for season in self.seasons), default=None)

    @property
    def highest(self) -> Fraction | None:
        """The upper end of the spread."""
        return max((season.year_end for season in self.seasons), default=None)

    @property
    def completion(self) -> Fraction | None:
        """The estimated year's end ÷ target."""
        return self.year_end / self.target if self.target else None

    @property
    def text(self) -> str:
        """What kind of number this is, to stand beside it."""
        if not self.seasons:
            return tr(
                "An estimate: the remaining months as the mean of the {count} so far. No past year tells of its spread.",
                count=self.month,
            )
        years = tr(", ").join(str(season.year) for season in self.seasons)
        return tr(
            "An estimate: the remaining months as the mean of the {count} so far; its spread is how {years} went on from here.",
            count=self.month,
            years=years,
        )


def forecast(table: IndicatorTable, unit: UnitId) -> Forecast | None:
    """A unit's estimated end of the year; None for what does not add up (a level, a ratio), and without a figure this year."""
    return forecast_of(table, unit=unit)


def forecast_of(table: IndicatorTable, *, unit: UnitId | None = None, group: GroupId | None = None) -> Forecast | None:
    """The same of a unit, of a group, or of the county where neither is given: what their units do together."""
    rates = table.rates(unit) if unit is not None else table.total(group)
    figures = table.figures
    if rates is None or figures is None or table.indicator.kind is not Kind.FLOW or rates.inputs.cumulative is None:
        return None
    values, present = _together(table, figures, unit, group)
    number = table.month.number
    done = Fraction(rates.inputs.cumulative, SCALE)
    at_this_rate = done / number * 12
    seasons = (
        Season(table.month.year - back, factor, at_this_rate * factor) for back, factor in _factors(values, present, number)
    )
    target = rates.target if rates.target and rates.target > 0 else None
    return Forecast(number, done, at_this_rate, tuple(seasons), None if target is None else Fraction(target))


def _together(table: IndicatorTable, figures: Matrix, unit: UnitId | None, group: GroupId | None) -> tuple[Ints, Bools]:
    """36 months of one unit, or of all listed units of the group or county added up."""
    if unit is not None:
        at = table.roster.row_of[unit]
        return figures.values[:, at], figures.present[:, at]
    members = slice(None) if group is None else table.roster.group_of == [one.id for one in table.roster.groups].index(group)
    return figures.values[:, members].sum(axis=1), np.logical_or.reduce(figures.present[:, members], axis=1)


def _factors(values: Ints, present: Bools, number: int) -> Iterator[tuple[int, Fraction]]:
    """How many years back, and its factor: of years with something before and something reported after the month."""
    for back in range(1, THIS_YEAR // 12 + 1):
        january = THIS_YEAR - back * 12
        so_far = int(values[january : january + number].sum())
        whole = int(values[january : january + 12].sum())
        went_on = number == 12 or bool(present[january + number : january + 12].any())
        if so_far > 0 and went_on:
            yield back, Fraction(whole * number, so_far * 12)
