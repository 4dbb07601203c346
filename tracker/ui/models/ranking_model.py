"""The ranking as a table model: lines × columns, computed when they come into view, following the live figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from tracker.domain.unit import GroupId, UnitId
from tracker.i18n import tr
from tracker.ui.models.ranking_board import Board, IndicatorBoard
from tracker.ui.models.ranking_columns import Column, Paint
from tracker.ui.models.ranking_lines import Line, LineKind, Place, Sort, places

if TYPE_CHECKING:
    from tracker.metrics.table import IndicatorTable

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

LINE = Qt.ItemDataRole.UserRole
"""The Line of a row, whatever the column."""
COLUMN = Qt.ItemDataRole.UserRole + 1
"""The Column of a column, whatever the row, or of a section."""
SORTED = Qt.ItemDataRole.UserRole + 2
"""Of a section: the Sort if the lines stand by this column, else None."""

FLASH = 600
"""How long a unit whose rank changed is lit, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen to be shown of a table: a group (None is the county), an order (None is the rank's), columns by key."""

    group: GroupId | None = None
    sort: Sort | None = None
    hidden: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()


class RankingModel(QAbstractTableModel):
    """The ranking of one indicator, or of the scores. `show` gives it another board; lines are computed lazily."""

    flashed = Signal()
    """Some units' ranks changed, or their 600 ms are over: repaint."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self.choice = Choice()
        self.columns: list[Column] = []
        self.all_columns: list[Column] = []
        self.flashing: frozenset[UnitId] = frozenset()
        self._places: list[Place] = []
        self._row_of: dict[Place, int] = {}
        self._lines: dict[int, Line] = {}
        self._series: dict[UnitId, list[float | None]] = {}
        self._out = QTimer(self, singleShot=True, interval=FLASH)
        self._out.timeout.connect(self._end_flash)

    @property
    def table(self) -> IndicatorTable | None:
        """The indicator's table in view; None while nothing is shown, or the scores are."""
        return self.board.table if isinstance(self.board, IndicatorBoard) else None

    @property
    def sort_by(self) -> Sort | None:
        """The order in which the units stand; None while nothing is shown."""
        if self.board is None:
            return None
        keys = {column.key for column in self.all_columns}
        wanted = self.choice.sort
        return wanted if wanted is not None and wanted.key in keys else self.board.order

    def show(self, board: Board | None, choice: Choice, *, live: bool = False) -> None:
        """Show `board`; `live` says that its figures moved while it was in view, so that changed ranks are lit."""
        moved = self._moved(board) if live else frozenset()
        every = [] if board is None else board.columns(choice.group)
        shown = [column for column in every if _is_shown(column, choice)]
        same = [column.key for column in shown] == [column.key for column in self.columns]
        if same and self.board is not None and board is not None:
            self._renew(board, choice, every, shown)
        else:
            self.beginResetModel()
            self._take(board, choice, every, shown)
            self.endResetModel()
        if moved:
            self.flashing = moved
            self._out.start()
            self.flashed.emit()

    def line(self, row: int) -> Line:
        """The line in that row, its figures computed once."""
        if row not in self._lines:
            assert self.board is not None
            self._lines[row] = self.board.line(self._places[row])
        return self._lines[row]

    def lines(self) -> list[Line]:
        """Every line, from the top."""
        return [self.line(row) for row in range(len(self._places))]

    def kind(self, row: int) -> LineKind:
        """What the line is, without computing it."""
        return self._places[row].kind

    def row_of_unit(self, unit: UnitId) -> int | None:
        """The row in which a unit stands; None where it is not shown."""
        return self.row_of(Place(LineKind.UNIT, unit))

    def row_of(self, place: Place) -> int | None:
        """The row of a unit, a group or the county; None where it is not shown."""
        return self._row_of.get(place)

    def series(self, unit: UnitId) -> list[float | None]:
        """The unit's last twelve month values, for drawing."""
        if unit not in self._series:
            values = [] if self.board is None else self.board.series(unit)
            self._series[unit] = [None if value is None else float(value) for value in values]
        return self._series[unit]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = ANSWERS.get(role)
        return found(self.line(index.row()), self.columns[index.column()]) if found is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == COLUMN:
            return column
        if role == SORTED:
            sort = self.sort_by
            return sort if sort is not None and sort.key == column.key else None
        return None

    def _renew(self, board: Board, choice: Choice, every: Sequence[Column], shown: Sequence[Column]) -> None:
        """Take new figures over; what was selected stays selected, by unit, wherever it has gone."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(index, self._places[index.row()]) for index in before]
        self._take(board, choice, every, shown)
        after = []
        for index, place in held:
            row = self._row_of.get(place)
            after.append(QModelIndex() if row is None else self.index(row, index.column()))
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _take(self, board: Board | None, choice: Choice, every: Sequence[Column], shown: Sequence[Column]) -> None:
        self.board, self.choice = board, choice
        self.all_columns, self.columns = list(every), list(shown)
        self._lines, self._series = {}, {}
        self._places = [] if board is None else self._ordered(board, choice)
        self._row_of = {place: row for row, place in enumerate(self._places)}

    def _ordered(self, board: Board, choice: Choice) -> list[Place]:
        sort = self.sort_by
        if sort is None or sort == board.order:
            return places(board, choice.group)
        value = next(column.value for column in self.all_columns if column.key == sort.key)
        return places(board, choice.group, value=value, falling=sort.falling)

    def _moved(self, board: Board | None) -> frozenset[UnitId]:
        """The units whose rank is another one than in the table shown until now."""
        if board is None or self.board is None or (board.about, board.month) != (self.board.about, self.board.month):
            return frozenset()
        before, after = self.board.ranks(), board.ranks()
        return frozenset(unit for unit in before.keys() | after.keys() if before.get(unit) != after.get(unit))

    def _end_flash(self) -> None:
        self.flashing = frozenset()
        self.flashed.emit()


def _spoken(line: Line, column: Column) -> str:
    """What a screen reader says of the cell."""
    row = line.standing
    if column.paint is Paint.MOVE and row is not None and row.rank_change:
        moved = abs(row.rank_change)
        return tr("up {places}", places=moved) if row.rank_change > 0 else tr("down {places}", places=moved)
    if column.paint is Paint.RANK and row is not None and row.rank is not None:
        return tr("place {rank} of {ranked}", rank=row.rank, ranked=row.ranked)
    return column.text(line)


def _tip(line: Line, column: Column) -> str | None:
    """What the pointer tells where the cell alone does not."""
    if column.paint is Paint.LIGHT:
        return column.text(line) or None
    if column.paint in (Paint.MOVE, Paint.RANK) and line.standing is not None and line.standing.rank is not None:
        return _spoken(line, column)
    if column.key == "month_value" and column.text(line) == tr("Not reported"):
        return tr("Nothing reported for this month; what was reported before still counts.")
    return None


def _alignment(_line: Line, column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft)


ANSWERS: dict[int, Callable[[Line, Column], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda line, column: column.text(line),
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
    LINE: lambda line, _column: line,
    COLUMN: lambda _line, column: column,
}
"""What a cell answers for each role."""


def _is_shown(column: Column, choice: Choice) -> bool:
    """Whether the column is in view: by itself, or by the user's choice."""
    return not column.optional or (column.key in choice.added if not column.shown else column.key not in choice.hidden)
