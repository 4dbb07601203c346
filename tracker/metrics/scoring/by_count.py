"""The method that counts: so many points for each item."""

from __future__ import annotations

from fractions import Fraction

from tracker.domain.scheme import SchemeLine
from tracker.metrics.row import Row


def per_item(line: SchemeLine, row: Row) -> Fraction:
    """min(each × cumulative, P)."""
    return min(line.needed("each") * Fraction(row.cumulative or 0), line.full)
