"""The order in which scores are read."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.metrics.scoring.score import Score


def by_rank(rows: Iterable[Score]) -> list[Score]:
    """From the first rank down; units without a rank last, in their own order."""
    return sorted(rows, key=lambda row: (row.rank is None, row.rank or 0))
