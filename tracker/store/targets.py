"""The yearly targets (目标), of units and of the county itself, in two sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.amount import from_millionths, to_millionths
from tracker.domain.indicator import IndicatorId, Kind
from tracker.domain.target import Target, TargetSet
from tracker.domain.unit import UnitId
from tracker.store import indicators, units
from tracker.store.bounds import year_of
from tracker.store.faults import RatioHasNoTarget

if TYPE_CHECKING:
    from tracker.store.book import Book

_WHICH = "indicator_id = ? AND year = ? AND target_set = ? AND coalesce(unit_id, 0) = ?"


def targets(book: Book, year: int | None = None) -> list[Target]:
    """All targets, or those of one year."""
    rows = book.rows(
        "SELECT year, unit_id, indicator_id, value, target_set FROM target WHERE ?1 IS NULL OR year = ?1 "
        "ORDER BY year, target_set, indicator_id, unit_id",
        (year,),
    )
    return [Target(year, unit, indicator, from_millionths(value), TargetSet(set_)) for year, unit, indicator, value, set_ in rows]


def packed(book: Book, year: int, indicator: IndicatorId, set: TargetSet) -> tuple[str, str, int | None]:  # noqa: A002 - Target.set
    """An indicator's targets of a year, packed for computing.

    Unit ids and values in millionths, both comma-separated and in the same order, then the county's own value, None without.
    """
    which = "WHERE indicator_id = ? AND year = ? AND target_set = ?"
    values = (indicator, year, set.value)
    ids, amounts = book.row(
        f"SELECT group_concat(unit_id), group_concat(value) FROM target {which} AND unit_id IS NOT NULL", values
    )
    county = book.row(f"SELECT value FROM target {which} AND unit_id IS NULL", values)
    return ids or "", amounts or "", county[0] if county else None


def set_target(book: Book, target: Target) -> None:
    """Store a target in place of the one that is there, if any.

    Raises UnknownUnit, UnknownIndicator, RatioHasNoTarget, TooManyDecimals (past six), AmountTooLarge, YearOutOfRange.
    """
    value = to_millionths(target.value)
    indicator = indicators.indicator(book, target.indicator)
    if indicator.kind is Kind.RATIO:
        raise RatioHasNoTarget(indicator.name)
    if target.unit is not None:
        units.unit(book, target.unit)
    book.write(
        "INSERT INTO target (year, unit_id, indicator_id, target_set, value) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (indicator_id, year, target_set, coalesce(unit_id, 0)) DO UPDATE SET value = excluded.value",
        (year_of(target.year), target.unit, target.indicator, target.set.value, value),
    )


def remove_target(
    book: Book,
    *,
    year: int,
    unit: UnitId | None,
    indicator: IndicatorId,
    set: TargetSet = TargetSet.ASSIGNED,  # noqa: A002 - Target.set
) -> None:
    """Remove a target; harmless where there is none."""
    book.write(f"DELETE FROM target WHERE {_WHICH}", (indicator, year, set.value, unit or 0))


def target_sets(book: Book, year: int) -> frozenset[TargetSet]:
    """The sets of which the year has any target."""
    return frozenset(TargetSet(set_) for (set_,) in book.rows("SELECT DISTINCT target_set FROM target WHERE year = ?", (year,)))
