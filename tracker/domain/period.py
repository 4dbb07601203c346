"""A calendar month, the only period that is stored; years and quarters are spans of months."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from tracker.errors import BadMonth

_PATTERN = re.compile(r"([0-9]{4})-([0-9]{1,2})")

FIRST_YEAR = 1900
"""No month is earlier than January of this year."""


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A month of a year: Month(2026, 9). Ordered; `number` is 1 to 12."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (FIRST_YEAR <= self.year <= 9999 and 1 <= self.number <= 12):
            raise BadMonth(f"{self.year}-{self.number:02d}")

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read "2026-09"; raises BadMonth for anything else."""
        match = _PATTERN.fullmatch(text.strip())
        if not match:
            raise BadMonth(text)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def from_key(cls, key: int) -> Month:
        """The month that is stored as `key`, 202609."""
        return cls(key // 100, key % 100)

    @property
    def key(self) -> int:
        """The whole number under which the month is stored: 202609."""
        return self.year * 100 + self.number

    def plus(self, months: int) -> Month:
        """The month that many months later (earlier if negative)."""
        ordinal = self.year * 12 + self.number - 1 + months
        return Month(ordinal // 12, ordinal % 12 + 1)

    def until(self, other: Month) -> int:
        """How many months from this one to `other`, negative if it is earlier."""
        return (other.year - self.year) * 12 + other.number - self.number

    @property
    def last_day(self) -> datetime.date:
        """The month's last day, which the printed ranking counts as its as-of date."""
        return datetime.date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02d}"
