"""A table of records: whole rows are chosen, nothing is edited; Enter or a double click opens one, Ctrl+C copies those chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tracker.ui import theme
from tracker.ui.models.record_model import RecordModel
from tracker.ui.theme import dp
from tracker.ui.widgets.record_delegate import RecordDelegate, RecordHeader


class RecordTable(QTableView):
    """Shows a RecordModel; a column without a width takes what the others leave."""

    least = 120
    """A column without a width is no narrower than this, in px at 100 %."""

    opened = Signal(object)
    """The record of a row."""
    chosen = Signal()
    """Another row is current, or others are selected."""

    def __init__(self, model: RecordModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self._delegate = RecordDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(RecordHeader(self))
        self.setAccessibleName(name)
        self._set_up()
        self.set_compact(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.selectionModel().currentRowChanged.connect(self.chosen)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCornerButtonEnabled(False)

    def set_compact(self, compact: bool) -> None:
        """Use low rows, or high ones."""
        self.verticalHeader().setDefaultSectionSize(theme.row_height(compact=compact))

    @property
    def record(self) -> Any:
        """The current row's record; None where no row is current."""
        at = self.currentIndex()
        return self._records.records[at.row()] if at.isValid() else None

    @property
    def rows(self) -> list[int]:
        """The selected rows from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose_row(self, row: int) -> None:
        """Make the row the current and only selected one, and bring it into view."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._records.index(row, 0), flags)

    def copy(self) -> int:
        """Put the selected rows on the clipboard with their header, as text and as a table; how many they were."""
        return self._copy(self.rows)

    def copy_all(self) -> int:
        """Put every row on the clipboard, those not yet read too; how many they were."""
        self._records.fetch_all()
        return self._copy(list(range(self._records.rowCount())))

    def _copy(self, rows: list[int]) -> int:
        data = QMimeData()
        data.setText(self._records.as_text(rows))
        data.setHtml(self._records.as_html(rows))
        QGuiApplication.clipboard().setMimeData(data)
        return len(rows)

    def fit(self) -> None:
        """Give each column its width, those without any the rest, in equal parts."""
        given = [dp(column.width) for column in self._records.columns]
        rest = max(dp(self.least), (self.viewport().width() - sum(given)) // max(1, given.count(0)))
        for at, width in enumerate(given):
            self.setColumnWidth(at, width or rest)

    def sizeHint(self) -> QSize:
        rows = min(max(self._records.rowCount(), 3), 12)
        wide = sum(dp(column.width or 2 * self.least) for column in self._records.columns)
        return QSize(wide, self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._records.records[index.row()])

    def _hover(self, row: int) -> None:
        before, self._delegate.hovered_row = self._delegate.hovered_row, row
        for changed in {before, row} if row != before else ():
            self.viewport().update(0, self.rowViewportPosition(changed), self.viewport().width(), self.rowHeight(changed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A table that is entered by the keyboard has a current row, so that one sees where one is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._records.rowCount() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_row(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
