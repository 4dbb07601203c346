"""Whole numbers as they may be stored."""

from __future__ import annotations

from tracker.store.faults import MonthNumberOutOfRange, PositionOutOfRange, YearOutOfRange

_FARTHEST = 10**9


def year_of(year: int) -> int:
    """The year itself; raises YearOutOfRange outside of 1900 to 9999, the years that months have."""
    if not 1900 <= year <= 9999:
        raise YearOutOfRange(year)
    return year


def month_number(month: int) -> int:
    """The number of a month in its year; raises MonthNumberOutOfRange outside of 1 to 12."""
    if not 1 <= month <= 12:
        raise MonthNumberOutOfRange(month)
    return month


def position_of(sort: int) -> int:
    """A position among others; raises PositionOutOfRange beyond a thousand million."""
    if abs(sort) > _FARTHEST:
        raise PositionOutOfRange(sort)
    return sort
