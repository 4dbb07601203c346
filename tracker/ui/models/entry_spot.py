"""A cell of the entry grid in the words of the book: whose figure, of which indicator, in which month, and which part of it."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import GroupId, UnitId
from tracker.ui.models.columns import Part

FigureKey = tuple[UnitId, IndicatorId, Month]
"""Where a figure is kept in the book."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that is the same whichever way round the grid is shown.

    `unit` is None for the subtotal of `group`; `indicator` is None in a heading that is no subtotal either.
    """

    unit: UnitId | None
    indicator: IndicatorId | None
    month: Month
    part: Part
    group: GroupId | None = None

    @property
    def figure(self) -> FigureKey | None:
        """Where the figure is kept that the spot shows or follows from; None in headings and subtotals."""
        return None if self.unit is None or self.indicator is None else (self.unit, self.indicator, self.month)
