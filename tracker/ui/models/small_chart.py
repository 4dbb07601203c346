"""The small chart beside a number of the ranking: which one it is, and those that were drawn while the book was as it is."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.indicator import IndicatorId
from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import GroupId
from tracker.reports.charts.chart import ChartChoice, ChartKind
from tracker.store.journal import entries
from tracker.ui.models.drawn_chart import DrawnChart, Room, Wanted, drawn_chart
from tracker.ui.models.ranking_board import IndicatorBoard
from tracker.ui.models.ranking_lines import Line, LineKind

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book
    from tracker.ui.models.ranking_board import Board
    from tracker.ui.models.ranking_columns import Column

FEWEST = 2
"""Fewer months make no course."""
MOST = 48
"""So many charts are kept, the last ones seen."""


@dataclass(frozen=True, slots=True)
class SmallWanted:
    """Which chart, in which room, of which state of the book: the number of its newest entry in the journal."""

    wanted: Wanted
    room: Room
    state: int


def chart_of_number(board: Board, line: Line, column: Column) -> ChartChoice | None:
    """The year's course of whom and what the number is of; None where that is too short, or of no indicator, as a score is."""
    indicator = _indicator(board, line, column)
    if indicator is None or board.month.number < FEWEST:
        return None
    units = (line.unit,) if line.unit is not None else ()
    group = GroupId(line.place.id) if line.place.kind is LineKind.GROUP else None
    return ChartChoice(ChartKind.PACE, (indicator,), group, units)


def _indicator(board: Board, line: Line, column: Column) -> IndicatorId | None:
    if isinstance(board, IndicatorBoard):
        return board.table.indicator.id
    if isinstance(column.about, SchemeLine) and line.unit is not None:
        return column.about.indicator
    return None


def small_wanted(book: Book, live: Live, choice: ChartChoice, room: Room) -> SmallWanted:
    """That chart of the book as it is now."""
    newest = entries(book, newest_first=True, limit=1)
    state = newest[0].id if newest else 0
    return SmallWanted(Wanted(book.path, live.month, choice, live.target_set), room, state)


def small_chart(asked: SmallWanted) -> DrawnChart | None:
    """Draw it, in any thread; None where its course has too few months. Raises as `drawn_chart`."""
    chart = drawn_chart(asked.wanted, asked.room)
    return chart if len(chart.marks) >= FEWEST else None


class ChartMemory:
    """The charts that were drawn, and for which there was nothing to draw (None)."""

    def __init__(self) -> None:
        self._kept: OrderedDict[SmallWanted, DrawnChart | None] = OrderedDict()

    def __contains__(self, asked: SmallWanted) -> bool:
        return asked in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, asked: SmallWanted) -> DrawnChart | None:
        """What was drawn."""
        self._kept.move_to_end(asked)
        return self._kept[asked]

    def keep(self, asked: SmallWanted, chart: DrawnChart | None) -> None:
        """Keep it, and let go of the one that was longest not seen where there are too many."""
        self._kept[asked] = chart
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        """Let go of all."""
        self._kept.clear()
