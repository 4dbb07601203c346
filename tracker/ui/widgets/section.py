"""A part of the page 本月: a heading with a word beside it and a link at its right, and rows that each lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.theme import dp
from tracker.ui.widgets.building import CutLabel, column, label
from tracker.ui.widgets.building import row as line
from tracker.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class Look:
    """How a part's rows look: their height in px at 100 %, and whether titles stand over them."""

    row: int = 30
    headed: bool = False


USUAL = Look()


class SectionTable(RecordTable):
    """As high as its rows; the page scrolls, not the table. A click or Enter leads on."""

    least = 72

    opened_at = Signal(object, int)
    """The record of a row, and the number of the column that was meant."""

    def __init__(self, model: RecordModel[Any], name: str, look: Look) -> None:
        self._row = look.row
        super().__init__(model, name)
        self.horizontalHeader().setVisible(look.headed)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._lead_on)
        model.modelReset.connect(self.updateGeometry)

    def set_compact(self, compact: bool) -> None:
        self.verticalHeader().setDefaultSectionSize(dp(self._row))

    def sizeHint(self) -> QSize:
        head = self.horizontalHeader().sizeHint().height() if self.horizontalHeader().isVisibleTo(self) else 0
        return QSize(dp(240), head + self.model().rowCount() * dp(self._row))

    minimumSizeHint = sizeHint

    def _lead_on(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened_at.emit(self._records.records[index.row()], index.column())

    def _open(self, index: QModelIndex) -> None:
        self._lead_on(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._show_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A list that is left has no current row: the eye goes where the focus is."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason):
            self.clearSelection()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is the page's."""
        event.ignore()

    def _show_current(self) -> None:
        """Have the page scroll to the current row."""
        parent: QWidget | None = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            spot = self.viewport().mapTo(parent.widget(), self.visualRect(self.currentIndex()).center())
            parent.ensureVisible(spot.x(), spot.y(), 0, dp(self._row))


class Section(QWidget):
    """One part. Where there are no rows a sentence says so."""

    opened = Signal(object, int)
    """The record of a row, and the number of the column that was meant."""
    linked = Signal()
    """The link at the right was pressed."""

    def __init__(self, title: str, columns: Sequence[RecordColumn[Any]], *, empty: str, look: Look = USUAL) -> None:
        super().__init__()
        self.title, self.note = label(title, name="sectionTitle"), CutLabel("sectionNote")
        self.link = QPushButton()
        self.link.setProperty("role", "link")
        self.link.hide()
        self.link.setAutoDefault(False)
        self.model: RecordModel[Any] = RecordModel(columns, self)
        self.table = SectionTable(self.model, title, look)
        self.empty = label(empty, name="sectionEmpty", wraps=True)
        self._lay_out()
        self.link.clicked.connect(lambda: self.linked.emit())  # noqa: PLW0108 - without `checked`
        self.table.opened_at.connect(self.opened)

    def _lay_out(self) -> None:
        box = column(self)
        head = line(gap=dp(8))
        head.setContentsMargins(dp(8), 0, dp(4), dp(4))
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.link)
        box.addLayout(head)
        box.addWidget(_rule())
        box.addWidget(self.table)
        box.addWidget(self.empty)

    def tell(self, title: str, note: str = "") -> None:
        """The heading and the words beside it."""
        self.title.setText(title)
        self.table.setAccessibleName(title)
        self.note.setText(note)

    def set_link(self, text: str) -> None:
        """The words of the link; "" hides it."""
        self.link.setText(text)
        self.link.setVisible(bool(text))

    def show_records(self, records: Iterable[Any]) -> None:
        """Show these."""
        self.model.show(records)
        there = bool(self.model.records)
        self.table.setVisible(there)
        self.empty.setVisible(not there)
        self.table.updateGeometry()


def _rule() -> QLabel:
    line = QLabel()
    line.setObjectName("sectionRule")
    line.setFixedHeight(1)
    return line
