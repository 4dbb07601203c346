"""The card's last part: what the year's targets still take, in all and a month."""

from __future__ import annotations

from tracker.domain.amount import MISSING
from tracker.domain.period import Month
from tracker.metrics.forecast import forecast
from tracker.metrics.live import Live
from tracker.metrics.needs import case_of, for_target
from tracker.metrics.row import Row
from tracker.reports.ranking_columns import IndicatorColumns, number
from tracker.reports.unit_card.content import NeedRow, Table
from tracker.reports.unit_card.months import YEAR
from tracker.reports.unit_card.progress import name_of
from tracker.reports.wording import tr


def needs_table(number_: str, month: Month) -> Table:
    """The section's headings."""
    left = YEAR - month.number
    monthly = tr("Each of the {count} months left", count=left) if left else tr("Each month left")
    mean = tr("Mean of the {count} months so far", count=month.number)
    heading = tr("{number} What the year’s target still takes", number=number_)
    return Table(heading, (tr("Indicator"), tr("Still missing"), monthly, mean))


def needs_row(live: Live, columns: IndicatorColumns, row: Row) -> NeedRow | None:
    """An indicator's line; None where it has no target to fulfil, or where more does not help."""
    case = case_of(live, columns.table, row.unit.id)
    need = for_target(case) if case is not None else None
    if need is None:
        return None
    decimals, present = columns.indicator.decimals, forecast(columns.table, row.unit.id)
    mean = MISSING if present is None else number(present.mean_month, max(1, decimals))
    if not need.missing:
        return NeedRow(name_of(columns), tr("target fulfilled already"), MISSING, mean)
    monthly = MISSING if need.monthly is None else number(need.monthly, max(1, decimals))
    return NeedRow(name_of(columns), number(need.missing, decimals), monthly, mean)
