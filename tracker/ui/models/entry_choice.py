"""How the entry grid is shown: which way round, of what, what is typed, and which lines and columns are left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from tracker.domain.indicator import EnteredBy, IndicatorId, Kind
from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.live import Live
from tracker.ui.models.entry_spot import Spot


class Way(StrEnum):
    """Which two of unit, indicator and month are the lines and the columns; the third one is fixed for the whole grid."""

    UNITS_INDICATORS = "units_indicators"
    """Of one month, the one in view."""
    UNITS_MONTHS = "units_months"
    """Of one indicator."""
    INDICATORS_MONTHS = "indicators_months"
    """Of one unit."""


class Wanted(StrEnum):
    """Which lines a filter leaves."""

    UNREPORTED = "unreported"
    """Units of which nothing is there in the month in view."""
    INCOMPLETE = "incomplete"
    """Lines with a blank, or with a text that could not be read, up to the month in view."""
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is left; the light is that of `indicator`, where lines have none of their own."""

    wanted: Wanted
    indicator: IndicatorId | None = None


Heading = GroupId | Kind
"""What folds the lines below it: a group of units, a kind of indicators."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A None leaves it to the book: its first indicator, its first unit, each flow as it says, every group, every line."""

    way: Way = Way.UNITS_INDICATORS
    indicator: IndicatorId | None = None
    unit: UnitId | None = None
    entered_by: EnteredBy | None = None
    only: GroupId | None = None
    filter: Filter | None = None
    hidden: frozenset[IndicatorId] = frozenset()
    folded: frozenset[Heading] = frozenset()
    order: tuple[str, ...] = ()
    """The codes of the indicators that were moved, in their order; the others follow in the book's."""

    @property
    def is_filtered(self) -> bool:
        """Whether lines may be missing that the grid would show by itself."""
        return self.filter is not None or (self.only is not None and self.way is not Way.INDICATORS_MONTHS)


def turned(choice: Choice, way: Way, spot: Spot | None) -> Choice:
    """The choice for another way round, with the cell at `spot` in it. What a filter left has no meaning there."""
    new = replace(choice, way=way, filter=None)
    return new if spot is None else revealed(new, spot)


def revealed(choice: Choice, spot: Spot) -> Choice:
    """The choice, changed no more than needed for the spot to be seen."""
    by_unit, by_indicator = choice.way is Way.INDICATORS_MONTHS, choice.way is Way.UNITS_MONTHS
    return replace(
        choice,
        only=choice.only if choice.only in (None, spot.group) or by_unit else None,
        folded=choice.folded - _above(choice.way, spot),
        hidden=choice.hidden if by_indicator else choice.hidden - {spot.indicator},
        indicator=spot.indicator or choice.indicator,
        unit=spot.unit or choice.unit,
    )


def _above(way: Way, spot: Spot) -> frozenset[Heading]:
    """The headings that must be open for the spot's line to be seen; a spot does not know its indicator's kind."""
    if way is Way.INDICATORS_MONTHS:
        return frozenset(Kind)
    return frozenset() if spot.unit is None or spot.group is None else frozenset({spot.group})


def still_there(choice: Choice, live: Live) -> Choice:
    """The choice in another month of the book, in which a group may have no unit."""
    groups = {unit.group for unit in live.units if unit.listed_in(live.month)}
    return choice if choice.only in groups else replace(choice, only=None)
