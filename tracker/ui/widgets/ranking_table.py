"""The ranking's table: whole rows are chosen; columns share the width, and those that only repeat a figure give way first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.ui.models.ranking_columns import Column
from tracker.ui.models.ranking_lines import Line, LineKind, Sort
from tracker.ui.models.ranking_model import RankingModel
from tracker.ui.theme import dp
from tracker.ui.widgets.ranking_delegate import RankingDelegate
from tracker.ui.widgets.ranking_header import RankingHeader
from tracker.ui.widgets.ranking_widths import widths

ROW, COMPACT_ROW = 36, 28
HEADER, COMPACT_HEADER = 32, 28
MEASURED = 30
"""So many lines are measured for a column's width; the totals, whose figures are the longest, always are."""


class RankingTable(QTableView):
    """Rows of one ranking. Enter or a double click opens a unit's row, a click on a header sorts."""

    opened = Signal(object)
    """The UnitId of a row."""
    sort_chosen = Signal(object)
    """A Sort; None for the order of the ranks."""
    chosen = Signal()
    """Another row is current, or others are selected."""

    def __init__(self, model: RankingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = RankingDelegate(model, self)
        self._header = RankingHeader(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self._set_up()
        self.set_compact(False)
        self._header.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(self._open)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.selectionModel().selectionChanged.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._choose)
        model.flashed.connect(self.viewport().update)
        model.modelReset.connect(self.fit)
        model.layoutChanged.connect(self.fit)

    def _set_up(self) -> None:
        self.setAccessibleName(tr("Ranking"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom or type: every measure is taken again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.set_compact(self._delegate.compact)
            self.fit()

    def set_compact(self, compact: bool) -> None:
        """Low rows, or high ones."""
        self._delegate.compact = compact
        self.verticalHeader().setDefaultSectionSize(dp(COMPACT_ROW if compact else ROW))
        self._header.set_height(COMPACT_HEADER if compact else HEADER)
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as all lines, so that what explains them follows right below."""
        rows = self._model.rowCount() * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height() if self._overflows() else 0
        return QSize(super().sizeHint().width(), self._header.sizeHint().height() + rows + bar + 1)

    def minimumSizeHint(self) -> QSize:
        some = self._header.sizeHint().height() + 4 * self.verticalHeader().defaultSectionSize()
        return QSize(dp(320), min(some, self.sizeHint().height()))

    def current_line(self) -> Line | None:
        """The line that is current; None where there is none."""
        index = self.currentIndex()
        return self._model.line(index.row()) if index.isValid() else None

    def selected_lines(self) -> list[Line]:
        """The selected lines, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._model.line(row) for row in rows]

    def choose_unit(self, unit: UnitId) -> bool:
        """Select the unit's row and bring it into view; whether it is shown."""
        row = self._model.row_of_unit(unit)
        if row is None:
            return False
        self.choose_row(row)
        return True

    def choose_row(self, row: int) -> None:
        """Select one row and bring it into view."""
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def fit(self) -> None:
        """Give each column its width: what its texts need, and a share of what is left."""
        shared = widths(self._model.columns, self._measured_lines(), self.viewport().width())
        for section, width in enumerate(shared):
            self._header.setSectionHidden(section, not width)
            if width:
                self._header.resizeSection(section, width)
        self.updateGeometry()

    def _measured_lines(self) -> Sequence[Line]:
        rows = range(self._model.rowCount())
        return [self._model.line(row) for row in rows if row < MEASURED or self._model.kind(row) is not LineKind.UNIT]

    def _overflows(self) -> bool:
        return self._header.length() > self.viewport().width()

    def _sort(self, section: int) -> None:
        """By the column clicked, the best or the largest first; the other way round when it is clicked again."""
        column, board, now = self._model.columns[section], self._model.board, self._model.sort_by
        if column.value is None or board is None:
            return
        natural = board.order
        if now is not None and now.key == column.key:
            wanted = Sort(column.key, not now.falling)
        else:
            wanted = Sort(column.key, first_falling(column, natural))
        self.sort_chosen.emit(None if wanted == natural else wanted)

    def _hover(self, row: int) -> None:
        before, self._delegate.hovered_row = self._delegate.hovered_row, row
        for changed in {before, row} if row != before else ():
            self.viewport().update(0, self.rowViewportPosition(changed), self.viewport().width(), self.rowHeight(changed))

    def _choose(self) -> None:
        self.chosen.emit()

    def _open(self, index: QModelIndex) -> None:
        unit = self._model.line(index.row()).unit if index.isValid() else None
        if unit is not None:
            self.opened.emit(unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A table that is entered by the keyboard has a current row, so that one sees where one is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_row(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def first_falling(column: Column, natural: Sort) -> bool:
    """Whether a column that is chosen anew shows its largest first: figures do; ranks and names begin at the top."""
    if column.key == natural.key:
        return natural.falling
    return column.key not in ("rank", "unit")
