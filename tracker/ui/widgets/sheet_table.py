"""A sheet as it stands on a page: the grid, its scroll bars, and where there is one the row of totals under it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QScrollBar, QVBoxLayout, QWidget

from tracker.ui.models.sheet_model import SheetModel
from tracker.ui.models.sheet_total import SheetTotal
from tracker.ui.theme import dp, row_height
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.frozen_grid import bind
from tracker.ui.widgets.grid_moves import At, Span
from tracker.ui.widgets.total_row import Fill, TotalRow


class SheetTable(QWidget):
    """Keeps the current cell and the scroll position when the sheet gets other lines."""

    def __init__(self, model: SheetModel, name: str, *, names: int = 160, totals: bool = False) -> None:
        """`names` is the width of the first column in px at 100 %."""
        super().__init__()
        self.model = model
        self._names = names
        self._compact = False
        self._ends: list[tuple[Hashable, int]] = []
        self._scroll = 0, 0
        self.grid = FigureGrid(model, model)
        self.grid.setAccessibleName(name)
        self.grid.names.setAccessibleName(name)
        self.total = TotalRow(total := SheetTotal(model), total, self.grid) if totals else None
        self.down, self.across = QScrollBar(Qt.Orientation.Vertical), QScrollBar(Qt.Orientation.Horizontal)
        self._over_bar = QWidget()
        self._sheet = QGridLayout(self)
        self._lay_out(name)
        self.setFocusProxy(self.grid)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._show_anew)

    def _lay_out(self, name: str) -> None:
        bind(self.down, self.grid.verticalScrollBar())
        bind(self.across, self.grid.horizontalScrollBar())
        beside = QVBoxLayout()
        beside.addWidget(self._over_bar)
        beside.addWidget(self.down, 1)
        table = self._sheet
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(0)
        table.addWidget(self.grid, 0, 0, 1, 2)
        table.addLayout(beside, 0, 2)
        if self.total is not None:
            for part in (self.total, self.total.names):
                part.setAccessibleName(name)
            table.addWidget(Fill("text2", height=2), 1, 0, 1, 3)
            table.addWidget(self.total, 2, 0, 1, 2)
            table.addWidget(Fill("total"), 2, 2)
        table.addWidget(self.across, 3, 1)
        table.setColumnStretch(1, 1)

    def set_density(self, compact: bool) -> None:
        """Low rows, or high ones."""
        self._compact = compact
        self._measure()

    def _measure(self) -> None:
        row, names = row_height(compact=self._compact), dp(self._names)
        self.grid.set_measures(row, names)
        if self.total is not None:
            self.total.set_measures(row, names)
        self._over_bar.setFixedHeight(2 * row)
        self._sheet.setColumnMinimumWidth(0, names)

    def key_at(self, row: int) -> Hashable:
        """The key of a row's line."""
        return self.model.here.lines[row].key

    @property
    def selected_rows(self) -> list[int]:
        """The rows of units in which something is selected, from top to bottom."""
        spans = self.grid.selection.spans
        rows = sorted({row for span in spans for row in span.rows if row <= self.model.last_row})
        return [row for row in rows if self.model.is_typed_row(row)]

    def go_to(self, key: Hashable, column: int = 1) -> bool:
        """Make a cell of the line current and give it the focus; whether there is such a line."""
        row = self._row_of(key)
        if row is None:
            return False
        self.grid.go(At(row, column))
        self.grid.scrollTo(self.model.index(row, column))
        self.grid.setFocus()
        return True

    def _row_of(self, key: Hashable) -> int | None:
        lines = self.model.sheet.lines if self.model.sheet is not None else ()
        return next((row for row, line in enumerate(lines) if line.key == key), None)

    def _keep(self) -> None:
        selection = self.grid.selection
        ends = (selection.at, selection.reach) if 0 <= selection.at.row <= self.model.last_row else ()
        self._ends = [(self.key_at(min(end.row, self.model.last_row)), end.column) for end in ends]
        self._scroll = self.grid.horizontalScrollBar().value(), self.grid.verticalScrollBar().value()

    def _show_anew(self) -> None:
        for column in range(1, self.model.last_column + 1):
            self.grid.setColumnWidth(column, dp(self.model.column(column).width))
        self._measure()
        self.grid.selection.clear()
        found = [
            At(row, min(column, self.model.last_column)) for key, column in self._ends if (row := self._row_of(key)) is not None
        ]
        if not found:
            self.grid.go(At(next((row for row in range(self.model.last_row + 1) if self.model.is_typed_row(row)), 0), 1))
        elif found[0] == found[-1]:
            self.grid.go(found[0])
        else:
            self.grid.selection.select(Span.between(found[0], found[-1]), at=found[0])
        self.grid.horizontalScrollBar().setValue(self._scroll[0])
        self.grid.verticalScrollBar().setValue(self._scroll[1])

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme, another type: what is painted with changes too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.grid.delegate.forget_kit()
            if self.total is not None:
                self.total.delegate.forget_kit()
