"""A figure: what one unit reported for one indicator in one month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId


@dataclass(frozen=True, slots=True)
class Figure:
    """The month's own value, the text that was typed for it, a note, and where it came from.

    `value` is None where nothing was reported, or where `typed` could not be read: such a cell counts as blank and is marked.
    `source` names the place an imported figure was read from, "云溪镇9月.xlsx › 表1!C7"; "" for one that was typed.
    """

    unit: UnitId
    indicator: IndicatorId
    month: Month
    value: Decimal | None
    typed: str = ""
    note: str = ""
    source: str = ""

    @property
    def unreadable(self) -> bool:
        """Whether something was typed that could not be read."""
        return self.value is None and bool(self.typed)
