"""The order in which groups, units and indicators are listed, told as a whole: each gets its place in it as its position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId, UnitId
from tracker.store import groups, indicators, units

if TYPE_CHECKING:
    from tracker.store.book import Book


def order_groups(book: Book, order: Sequence[GroupId]) -> None:
    """List the groups in this order, which names each; raises UnknownGroup."""
    for sort, id_ in enumerate(order, start=1):
        groups.update_group(book, id_, sort=sort)


def order_units(book: Book, order: Sequence[UnitId]) -> None:
    """List the units in this order, which names each, within their groups; raises UnknownUnit."""
    for sort, id_ in enumerate(order, start=1):
        units.update_unit(book, id_, sort=sort)


def order_indicators(book: Book, order: Sequence[IndicatorId]) -> None:
    """List the indicators in this order, which names each; raises UnknownIndicator."""
    for sort, id_ in enumerate(order, start=1):
        indicators.update_indicator(book, id_, sort=sort)
