"""The ranking's table: whole rows are chosen, and in the current one a number; columns share the width, some give way first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.ui.models.ranking_columns import Column
from tracker.ui.models.ranking_lines import Line, LineKind, Place, Sort
from tracker.ui.models.ranking_model import RankingModel
from tracker.ui.theme import dp
from tracker.ui.widgets.ranking_delegate import RankingDelegate
from tracker.ui.widgets.ranking_header import RankingHeader
from tracker.ui.widgets.ranking_pointer import RankingPointer
from tracker.ui.widgets.ranking_widths import widths

ROW, COMPACT_ROW = 36, 28
HEADER, COMPACT_HEADER = 32, 28
MEASURED = 30
"""So many lines are measured for a column's width; the totals, whose figures are the longest, always are."""


class RankingTable(QTableView):
    """Rows of one ranking. Enter or a click on a number asks why it is so, a double click or Ctrl+Enter opens a unit's row.

    A click on a header sorts. What was current is so again when other columns or another board are shown.
    """

    opened = Signal(object)
    """The UnitId of a row."""
    reason_asked = Signal(bool)
    """Why the current number is what it is; whether it was asked by the keyboard."""
    sort_chosen = Signal(object)
    """A Sort; None for the order of the ranks."""
    menu_asked = Signal(QPoint)
    """Where on the screen the menu of the current row is to open."""
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
        self._kept: tuple[Place, str] | None = None
        self._pointer = RankingPointer(self, model, self._delegate)
        self._released = QPoint()
        self._set_up()
        self.set_compact(False)
        self._header.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(self._open)
        self.entered.connect(self._pointer.hover)
        self.clicked.connect(self._press)
        self.selectionModel().selectionChanged.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._choose)
        model.flashed.connect(self.viewport().update)
        for before, after in (
            (model.modelAboutToBeReset, model.modelReset),
            (model.layoutAboutToBeChanged, model.layoutChanged),
        ):
            before.connect(self._keep)
            after.connect(self.fit)
            after.connect(self._restore)
        model.layoutChanged.connect(self._pointer.mark)

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a row: of the one under the pointer, by the keyboard of the current one."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
        else:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            self.menu_asked.emit(place)

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

    def choose_place(self, place: Place) -> bool:
        """Select the line of a unit, a group or the county, and bring it into view; whether it is shown."""
        row = self._model.row_of(place)
        if row is not None:
            self.choose_row(row)
        return row is not None

    def choose_column(self, about: object) -> None:
        """Make the current row's number in the column of that line of the scheme the current one."""
        found = next((at for at, column in enumerate(self._model.columns) if column.about == about), None)
        if found is not None and self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(self.currentIndex().row(), found))

    def choose_row(self, row: int) -> None:
        """Select one row, its number in the current column or what units are ranked by, and bring it into view."""
        at = self.currentIndex()
        self._choose_cell(row, at.column() if at.isValid() else self._leading())

    def current_number(self) -> tuple[Line, Column] | None:
        """The line that is current, and the column of its number that is told of; None where there is none."""
        index = self.currentIndex()
        key = self._pointer.number_key(index)
        column = next((column for column in self._model.all_columns if column.key == key), None)
        return None if column is None else (self._model.line(index.row()), column)

    def _leading(self) -> int:
        """The section of what units are ranked by."""
        order = self._model.board.order.key if self._model.board is not None else ""
        return next((at for at, column in enumerate(self._model.columns) if column.key == order), 0)

    def _choose_cell(self, row: int, column: int) -> None:
        """A row that is chosen from elsewhere comes into view; the names stay in it, wherever its number stands."""
        index, bar = self._model.index(row, column), self.horizontalScrollBar()
        flags, side = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows, bar.value()
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        bar.setValue(side)

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

    def _keep(self) -> None:
        """Remember what is current before other lines, other columns or another board are shown."""
        line, index = self.current_line(), self.currentIndex()
        if line is not None:
            self._kept = line.place, self._model.columns[index.column()].key

    def _restore(self) -> None:
        if self._kept is None or self.currentIndex().isValid():
            return
        place, key = self._kept
        row = self._model.row_of(place)
        if row is not None:
            keys = [column.key for column in self._model.columns]
            self._choose_cell(row, keys.index(key) if key in keys else self._leading())

    def _choose(self) -> None:
        self._pointer.mark()
        self.chosen.emit()

    def _press(self, index: QModelIndex) -> None:
        """A click on a number asks why; one beside it only chooses the row."""
        if not QGuiApplication.keyboardModifiers() and self._pointer.is_on_number(index, self._released):
            self.reason_asked.emit(False)

    def _open(self, index: QModelIndex) -> None:
        unit = self._model.line(index.row()).unit if index.isValid() else None
        if unit is not None:
            self.opened.emit(unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif held == Qt.KeyboardModifier.ControlModifier:
            self._open(self.currentIndex())
        elif not held and self.currentIndex().isValid():
            self.reason_asked.emit(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A table that is entered by the keyboard has a current row, so that one sees where one is."""
        nothing = not self.currentIndex().isValid()
        super().focusInEvent(event)  # which makes the first cell the current one
        if nothing and self._model.rowCount() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._choose_cell(0, self._leading())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        spot = event.position().toPoint()
        self._pointer.hover(self.indexAt(spot), spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._released = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._pointer.hover(QModelIndex())
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new width; the current row stays in sight when room below is taken away."""
        super().resizeEvent(event)
        self.fit()
        current = self.visualRect(self.currentIndex())
        if current.isValid() and 0 <= current.top() < event.oldSize().height():
            side = self.horizontalScrollBar().value()
            self.scrollTo(self.currentIndex())
            self.horizontalScrollBar().setValue(side)


def first_falling(column: Column, natural: Sort) -> bool:
    """Whether a column that is chosen anew shows its largest first: figures do; ranks and names begin at the top."""
    if column.key == natural.key:
        return natural.falling
    return column.key not in ("rank", "unit")
