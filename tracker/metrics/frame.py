"""An indicator's month as a pandas frame, for those who go on computing with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from tracker.metrics.table import IndicatorTable

AMOUNTS = ("target", "month_value", "cumulative")
RATES = ("completion", "pace", "gap", "yoy", "mom", "share")
FIGURES = AMOUNTS + RATES


def to_frame(table: IndicatorTable) -> pd.DataFrame:
    """Units × (unit, name, group, FIGURES, rank, rank_change, flags), in the table's order.

    Figures are exact objects (Decimal, Fraction), None where there is none; ranks are nullable integers.
    """
    import pandas as pd

    names = {group.id: group.name for group in table.roster.groups}
    frame = pd.DataFrame(
        [
            (
                row.unit.code,
                row.unit.name,
                names[row.unit.group],
                *(getattr(row, name) for name in FIGURES),
                row.rank,
                row.rank_change,
                row.flags,
            )
            for row in table.rows
        ],
        columns=["unit", "name", "group", *FIGURES, "rank", "rank_change", "flags"],
        dtype=object,
    )
    return frame.astype({"rank": "Int64", "rank_change": "Int64"})
