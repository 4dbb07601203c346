"""Which month a paragraph's figures run to: what it says itself, what the person says, what the whole text says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from tracker.domain.proof.runs import AsOf, Paragraph

MonthAt = Callable[[int], int | None]
"""The month (1 to 12) to which the number at a position runs; None where nothing says so without doubt."""


class Months:
    """The months that a text names. An indicator may lag, so a paragraph's own period comes before the `given` one."""

    def __init__(self, paragraphs: Sequence[Paragraph], given: int | None) -> None:
        self._given = given
        named = [period for paragraph in paragraphs for period in paragraph.periods]
        self._certain = _only(period for period in named if period.certain)
        self._perhaps = _only(named)

    def within(self, paragraph: Paragraph) -> MonthAt:
        """The paragraph's months: the period named last before a number, or the only one that can be meant."""
        certain = [period for period in paragraph.periods if period.certain]
        if not certain:
            month = self._given or self._certain or _only(paragraph.periods) or self._perhaps
            return lambda _: month
        positions = [period.position for period in certain]
        return lambda position: certain[max(bisect_right(positions, position) - 1, 0)].month


def _only(periods: Iterable[AsOf]) -> int | None:
    """The one month that all of them name; None where there are several, or none."""
    months = {period.month for period in periods}
    return months.pop() if len(months) == 1 else None
