"""Months as people write them: 2026年9月, 1-9月."""

from __future__ import annotations

from tracker.domain.period import Month
from tracker.i18n import tr


def month_text(month: Month) -> str:
    """The month with its year: 2026年9月."""
    return tr("{year}-{number:02d}", year=month.year, number=month.number)


def key_text(key: int | None) -> str:
    """The month that is stored as `key`; "" for none."""
    return "" if key is None else month_text(Month.from_key(key))


def span_text(month: Month) -> str:
    """January to the month, without its year: 1-9月; January alone: 1月."""
    return tr("month 1-{number}", number=month.number) if month.number > 1 else tr("month {number}", number=1)
