"""核对 as an item model: a list of headings and hints; a hint's figure can be edited in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tracker.domain.hint import Hint
from tracker.i18n import tr
from tracker.ui.models.hint_lines import HintLine

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
LINE = Qt.ItemDataRole.UserRole + 1
"""The role that gives the HintLine."""


class HintModel(QAbstractListModel):
    """Shows what it is given; what is typed into a figure is passed on by `changed`."""

    changed = Signal(object, str)
    """A Hint, and the text typed in its figure's place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[HintLine, ...] = ()
        self._editable = False

    def show(self, lines: Sequence[HintLine], *, editable: bool) -> None:
        """Show these lines; `editable`: figures of the month may be changed."""
        self._editable = editable
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    def line(self, row: int) -> HintLine:
        """The line of a row."""
        return self._lines[row]

    def row_of(self, hint: Hint) -> int | None:
        """The row of the hint by the same rule on the same figure."""
        key = hint.unit, hint.indicator, hint.rule
        rows = (row for row, line in enumerate(self._lines) if line.hint is not None and _key(line.hint) == key)
        return next(rows, None)

    @property
    def hints(self) -> list[Hint]:
        """The hints that are shown, from the top."""
        return [line.hint for line in self._lines if line.hint is not None]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        hint = self._lines[index.row()].hint if index.isValid() else None
        if hint is None:
            return Qt.ItemFlag.NoItemFlags  # the arrow keys pass over a heading
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_edit = self._editable and self._lines[index.row()].begins_with is not None
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.EditRole:
            return line.begins_with
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(line)
        if role == Qt.ItemDataRole.ToolTipRole and line.hint is not None:
            return line.hint.reason
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self._lines[index.row()]
        if role != Qt.ItemDataRole.EditRole or line.hint is None or str(value).strip() == line.begins_with:
            return False
        self.changed.emit(line.hint, str(value))
        return True


def _key(hint: Hint) -> tuple[object, ...]:
    return hint.unit, hint.indicator, hint.rule


def _spoken(line: HintLine) -> str:
    """The line as it is read aloud."""
    if line.hint is None:
        return tr("{heading}, {count}", heading=line.heading, count=line.count)
    accepted = tr("Accepted: {note}", note=line.accepted.note) if line.accepted is not None else ""
    return " ".join(filter(None, [f"{line.place}:", line.hint.reason, accepted]))
