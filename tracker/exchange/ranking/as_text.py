"""The ranking as a table for the terminal: one block a group, columns aligned for wide Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tracker.exchange.ranking.choice import Ranking
from tracker.exchange.ranking.printed import by_rank, printed
from tracker.exchange.text_table import MISSING, Line, aligned
from tracker.i18n import mark, tr
from tracker.metrics.row import Rates, Row
from tracker.metrics.table import IndicatorTable

_HEADS = (
    mark("Rank"),
    mark("Move"),
    mark("Unit"),
    mark("Target"),
    mark("Month"),
    mark("Cumulative"),
    mark("Completion %"),
    mark("Pace %"),
    mark("Gap (points)"),
    mark("Year on year %"),
    mark("Month on month %"),
    mark("Share %"),
    mark("Remarks"),
)
_TEXT_COLUMNS = (2, 12)
_FIGURES = range(3, 12)

REMARKS = {
    "unreported": mark("not reported"),
    "no_target": mark("no target"),
    "merged": mark("includes a merged unit"),
}
"""The flags that are worth a word here; the others only say why a figure is missing."""


def ranking_text(ranking: Ranking) -> Iterator[str]:
    """The lines of the tables, each with its line end, an empty line between two indicators."""
    for position, table in enumerate(ranking.tables):
        if position:
            yield "\n"
        indicator = table.indicator
        measure = tr(" ({unit})", unit=indicator.unit) if indicator.unit else ""
        yield f"{ranking.month}  {indicator.name}{measure}  {indicator.code}\n"
        yield from aligned(list(_lines(ranking, table)), texts=_TEXT_COLUMNS, may_go=_FIGURES)


def _lines(ranking: Ranking, table: IndicatorTable) -> Iterator[Line]:
    yield [tr(head) for head in _HEADS]
    rows = ranking.rows(table)
    for total in ranking.totals(table):
        if total.group is None:
            yield _line(table, total, tr("County total"))
            continue
        group = total.group
        yield ["", "", tr("[{group}]", group=group.name)] + [""] * 10
        yield from (_unit_line(table, row) for row in by_rank([row for row in rows if row.unit.group == group.id]))
        yield _line(table, total, tr("Subtotal"))


def _unit_line(table: IndicatorTable, row: Row) -> Line:
    line = _line(table, row, row.unit.name)
    line[0] = MISSING if row.rank is None else str(row.rank)
    line[1] = MISSING if row.rank_change is None else f"{row.rank_change:+d}" if row.rank_change else "0"
    line[12] = tr(", ").join(tr(REMARKS[flag]) for flag in row.flags if flag in REMARKS)
    return line


def _line(table: IndicatorTable, rates: Rates, name: str) -> Line:
    figures = printed(rates, table.indicator)
    amounts = [_shown(value) for value in (figures.target, figures.month_value, figures.cumulative)]
    percents = [_shown(figures.completion_percent), _shown(figures.pace_percent)]
    growths = [_shown(value, signed=True) for value in (figures.gap_points, figures.yoy_percent, figures.mom_percent)]
    return ["", "", name, *amounts, *percents, *growths, _shown(figures.share_percent), ""]


def _shown(value: Decimal | None, *, signed: bool = False) -> str:
    # ASCII minus: a terminal may draw "−" one or two columns wide.
    return MISSING if value is None else format(value, "+,f" if signed and value else ",f")
