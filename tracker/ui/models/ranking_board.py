"""What the ranking shows: one indicator's month, or the scores; who stands where, in which columns, under which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from tracker.domain.indicator import Direction, Kind
from tracker.domain.period import Month
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.i18n import tr
from tracker.ui.models.ranking_columns import Column, columns, has_targets, natural_sort
from tracker.ui.models.ranking_lines import Line, Place, Sort, Standing, line_at, ranks
from tracker.ui.models.ranking_notes import LegendItem, legend, notes

if TYPE_CHECKING:
    from tracker.metrics.roster import Roster
    from tracker.metrics.table import IndicatorTable


SCORE = "score"
"""Stands among the indicators' ids for the composite score."""


class Board(Protocol):
    """What the page asks of whatever is ranked."""

    @property
    def about(self) -> object:
        """What is ranked; two boards of the same are compared to see who moved."""

    @property
    def month(self) -> Month:
        """The month."""

    @property
    def title(self) -> str:
        """What it is, with its unit of measure."""

    @property
    def direction(self) -> Direction:
        """Which way is better."""

    @property
    def order(self) -> Sort:
        """The order of the ranks."""

    @property
    def roster(self) -> Roster:
        """Who is listed."""

    @property
    def has_total(self) -> bool:
        """Whether the county has a line of its own."""

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to rank in the month."""

    @property
    def has_targets(self) -> bool:
        """Whether it is one indicator that is held against targets."""

    def ranks(self) -> dict[UnitId, int]:
        """Each ranked unit's rank."""

    def row(self, unit: UnitId) -> Standing | None:
        """How a unit stands; None where it is not listed."""

    def line(self, place: Place) -> Line:
        """A line; raises KeyError for who is not listed."""

    def columns(self, group: GroupId | None) -> list[Column]:
        """Every column that means something for a group, or for the county."""

    def series(self, unit: UnitId) -> Sequence[Decimal | Fraction | None]:
        """The unit's last twelve month values."""

    def legend(self, shown: Iterable[Column]) -> list[LegendItem]:
        """The marks that are in view."""

    def notes(self, group: GroupId | None, units: Sequence[Unit]) -> list[str]:
        """The footnotes."""


@dataclass(frozen=True, slots=True)
class IndicatorBoard:
    """One indicator's month."""

    table: IndicatorTable
    has_total = True

    @property
    def about(self) -> object:
        return self.table.indicator.id

    @property
    def month(self) -> Month:
        return self.table.month

    @property
    def title(self) -> str:
        return tr("{indicator} ({unit})", indicator=self.table.indicator.name, unit=self.table.indicator.unit)

    @property
    def direction(self) -> Direction:
        return self.table.indicator.direction

    @property
    def order(self) -> Sort:
        return natural_sort(self.table.indicator)

    @property
    def roster(self) -> Roster:
        return self.table.roster

    @property
    def has_figures(self) -> bool:
        return has_figures(self.table)

    @property
    def has_targets(self) -> bool:
        return has_targets(self.table)

    def ranks(self) -> dict[UnitId, int]:
        return ranks(self.table)

    def row(self, unit: UnitId) -> Standing | None:
        return self.table.row(unit)

    def line(self, place: Place) -> Line:
        return line_at(self.table, place)

    def columns(self, _group: GroupId | None) -> list[Column]:
        return columns(self.table)

    def series(self, unit: UnitId) -> Sequence[Decimal | Fraction | None]:
        return self.table.series(unit)

    def legend(self, shown: Iterable[Column]) -> list[LegendItem]:
        return legend(self.table, shown)

    def notes(self, group: GroupId | None, units: Sequence[Unit]) -> list[str]:
        return notes(self.table, group, units)


def has_figures(table: IndicatorTable) -> bool:
    """Whether anybody has a figure for the month; a ratio, whether it can be computed for anybody."""
    county = table.total(None)
    return (county.cumulative if table.indicator.kind is Kind.RATIO else county.month_value) is not None
