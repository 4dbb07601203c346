"""A list of records as a table of words: a column is a title and what it says of a record; more records come when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

COLUMN = Qt.ItemDataRole.UserRole
"""The RecordColumn of a cell, or of a section."""
RECORD = Qt.ItemDataRole.UserRole + 2
"""The record of a row, whatever the column."""
COLOR = Qt.ItemDataRole.UserRole + 1
"""The colour token that a cell is written in."""


@dataclass(frozen=True, slots=True)
class RecordColumn(Generic[Record]):
    """One column: `width` in px at 100 %, 0 for the one that takes the rest; `color` names a token of the scheme.

    `draw` paints the cell in place of the words, which are still what is heard and copied. `tip` is what the pointer is told in
    place of them.
    """

    title: str
    text: Callable[[Record], str]
    width: int = 0
    numeric: bool = False
    strong: bool = False
    color: Callable[[Record], str] = lambda _record: "text"
    draw: Callable[[QPainter, QRect, Record], None] | None = None
    tip: Callable[[Record], str] | None = None


class RecordModel(QAbstractTableModel, Generic[Record]):
    """Shows records from the top; `more`, given how many there are, tells those that follow, none at the end."""

    def __init__(self, columns: Sequence[RecordColumn[Record]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.records: list[Record] = []
        self._more: Callable[[int], Sequence[Record]] | None = None

    def show(self, records: Iterable[Record], more: Callable[[int], Sequence[Record]] | None = None) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self.records = list(records)
        self._more = more
        self.endResetModel()

    def fetch_all(self) -> None:
        """Have every record there."""
        while self.canFetchMore():
            self.fetchMore()

    def canFetchMore(self, parent: Index = ROOT) -> bool:
        return self._more is not None and not parent.isValid()

    def fetchMore(self, parent: Index = ROOT) -> None:
        if self._more is None:
            return
        new = self._more(len(self.records))
        if not new:
            self._more = None
            return
        self.beginInsertRows(QModelIndex(), len(self.records), len(self.records) + len(new) - 1)
        self.records += new
        self.endInsertRows()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self.records[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(record)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(record)
        if role == COLOR:
            return column.color(record)
        return {COLUMN: column, RECORD: record}.get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return column if role == COLUMN else None

    def as_text(self, rows: Iterable[int]) -> str:
        """A header and the rows, cells apart by tabs."""
        table = [[column.title for column in self.columns], *(self._texts(row) for row in rows)]
        return "".join("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) + "\r\n" for line in table)

    def as_html(self, rows: Iterable[int]) -> str:
        """The same as a table for WPS and Excel; every cell is text, so that no date is made of it."""
        head = "".join(f"<th>{escape(column.title)}</th>" for column in self.columns)
        body = "".join("<tr>" + "".join(map(_cell, self._texts(row))) + "</tr>" for row in rows)
        return f'<html><meta charset="utf-8"><table><tr>{head}</tr>{body}</table></html>'

    def _texts(self, row: int) -> list[str]:
        return [column.text(self.records[row]) for column in self.columns]


def _cell(text: str) -> str:
    return f"<td style=\"mso-number-format:'\\@'\">{escape(text)}</td>"
