"""The ranking as CSV for spreadsheets and scripts: one line a unit and a total, figures rounded as printed, digits only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, fields
from decimal import Decimal

from tracker.exchange.ranking.choice import Ranking
from tracker.exchange.ranking.printed import Printed, by_rank, printed
from tracker.exchange.spreadsheet_csv import spreadsheet_line
from tracker.i18n import tr
from tracker.metrics.row import Rates, Row
from tracker.metrics.table import IndicatorTable

COLUMNS = (
    *("month", "indicator", "indicator_name", "measure", "group", "unit", "name", "rank", "rank_change"),
    *(field.name for field in fields(Printed)),
    "flags",
)
"""The header. A group's total has no unit, the county's neither unit nor group."""


def ranking_csv(ranking: Ranking) -> Iterator[str]:
    """The lines of the CSV: each indicator's groups with their units by rank and their total, then the county's total."""
    yield spreadsheet_line(COLUMNS)
    for table in ranking.tables:
        rows = ranking.rows(table)
        for total in ranking.totals(table):
            group = total.group
            if group is not None:
                of_group = by_rank([row for row in rows if row.unit.group == group.id])
                yield from (_line(table, row, group=group.name) for row in of_group)
                yield _line(table, total, group=group.name, name=tr("Subtotal"))
            else:
                yield _line(table, total, name=tr("County total"))


def _line(table: IndicatorTable, rates: Rates, *, group: str = "", name: str = "") -> str:
    indicator = table.indicator
    cells = [str(table.month), indicator.code, indicator.name, indicator.unit, group]
    cells += _who(rates) if isinstance(rates, Row) else ["", name, "", ""]
    cells += ["" if value is None else plain_digits(value) for value in astuple(printed(rates, indicator))]
    return spreadsheet_line([*cells, " ".join(rates.flags) if isinstance(rates, Row) else ""])


def _who(row: Row) -> list[str]:
    places = ("" if number is None else str(number) for number in (row.rank, row.rank_change))
    return [row.unit.code, row.unit.name, *places]


def plain_digits(value: Decimal) -> str:
    """Digits with a point and, below zero, "-": what machines and spreadsheets read as a number."""
    return format(value, "f")
