"""The ranking as a table for the terminal: one block a group, columns aligned for wide Chinese characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from tracker.exchange.ranking.choice import Ranking
from tracker.exchange.ranking.printed import by_rank, printed
from tracker.i18n import mark, tr
from tracker.metrics.row import Rates, Row
from tracker.metrics.table import IndicatorTable

MISSING = "-"

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

Line = list[str]


def ranking_text(ranking: Ranking) -> Iterator[str]:
    """The lines of the tables, each with its line end, an empty line between two indicators."""
    for position, table in enumerate(ranking.tables):
        if position:
            yield "\n"
        indicator = table.indicator
        measure = tr(" ({unit})", unit=indicator.unit) if indicator.unit else ""
        yield f"{ranking.month}  {indicator.name}{measure}  {indicator.code}\n"
        yield from _aligned(list(_lines(ranking, table)))


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


def _aligned(lines: list[Line]) -> Iterator[str]:
    """The lines with their columns aligned; columns of figures in which nothing stands are left out."""
    shown = [
        column
        for column in range(len(_HEADS))
        if column not in _FIGURES or any(line[column] not in ("", MISSING) for line in lines[1:])
    ]
    widths = {column: max(width(line[column]) for line in lines) for column in shown}
    for line in lines:
        cells = [_padded(line[column], widths[column], left=column in _TEXT_COLUMNS) for column in shown]
        yield "  ".join(cells).rstrip() + "\n"


def _padded(text: str, columns: int, *, left: bool) -> str:
    space = " " * (columns - width(text))
    return text + space if left else space + text


def width(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide character, none for a combining one."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1
