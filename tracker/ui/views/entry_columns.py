"""The columns of the entry grid under the user's hand: their widths and their order, kept for each way round."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from tracker.ui.dialogs.arrange_columns import ArrangeColumns, Arranged
from tracker.ui.models.entry_choice import Choice, Way
from tracker.ui.models.entry_layout import shown_indicators
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.settings import Settings
from tracker.ui.views.entry_memory import ColumnMemory
from tracker.ui.views.entry_widths import column_widths, room_for_all, room_for_figures
from tracker.ui.widgets.figure_grid import FigureGrid


class EntryColumns(QObject):
    """`fit` after a reset; then it follows the header, and the totals that outgrow their columns."""

    changed = Signal(object)
    """A Choice with the indicators in another order."""

    def __init__(self, grid: FigureGrid, model: EntryModel, settings: Settings) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._memory = ColumnMemory(settings)
        self._chosen: dict[str, int] = {}
        grid.header.drawable = True
        hands = grid.header.hands
        hands.drawn.connect(self._remember)
        hands.fit_asked.connect(lambda column: self._remember(column, room_for_all(model, column)))
        hands.moved.connect(self._move)
        model.totals_changed.connect(self._widen)

    def ordered(self, choice: Choice) -> Choice:
        """The choice with the order that is remembered for its way round."""
        return replace(choice, order=self._memory.order(choice.way))

    def fit(self) -> None:
        """Give each column the width that the user chose for it, else the one it needs."""
        model, sheet = self._model, self._model.sheet
        self._chosen = self._memory.widths(sheet.way) if sheet is not None else {}
        self._grid.header.movable = sheet is not None and sheet.way is Way.UNITS_INDICATORS
        for at, width in enumerate(column_widths(model), start=model.first_column):
            self._grid.setColumnWidth(at, self._chosen.get(model.column(at).key, width))

    def usual(self) -> None:
        """Widths and order as they are by themselves."""
        self._memory.forget(self._model.choice.way)
        self.changed.emit(replace(self._model.choice, order=()))

    def arrange(self) -> None:
        """Ask for the order and the widths in a dialog, which the keyboard reaches whole."""
        model, grid = self._model, self._grid
        if model.sheet is None:
            return
        columns = [(column, grid.columnWidth(at)) for at, column in enumerate(model.sheet.columns, start=1)]
        dialog = ArrangeColumns(grid, columns, movable=grid.header.movable)
        if dialog.exec():
            self._take(dialog.arranged)
        dialog.deleteLater()

    def _take(self, arranged: Arranged) -> None:
        way = self._model.choice.way
        if arranged.usual:
            self.usual()
            return
        for key, width in arranged.widths.items():
            self._memory.set_width(way, key, width)
        self._reorder(arranged.order)

    def _remember(self, column: int, width: int) -> None:
        key = self._model.column(column).key
        self._chosen[key] = width
        self._memory.set_width(self._model.choice.way, key, width)
        self._grid.setColumnWidth(column, width)

    def _move(self, column: int, before: int) -> None:
        """Put the column's indicator before that of another column, or last."""
        sheet, live = self._model.here, self._model.here.live
        moved, target = sheet.column(column).indicator, sheet.column(before).indicator if before > 0 else None
        if moved is None:
            return
        others = [one.code for one in shown_indicators(live, self._model.choice) if one != moved]
        at = others.index(target.code) if target is not None else len(others)
        self._reorder([*others[:at], moved.code, *others[at:]])

    def _reorder(self, codes: list[str]) -> None:
        way = self._model.choice.way
        if codes and way is Way.UNITS_INDICATORS:
            self._memory.set_order(way, codes)
        self.changed.emit(self.ordered(self._model.choice))

    def _widen(self, columns: list[int]) -> None:
        """Give a column more room when its total has outgrown it, unless the user set its width; it does not shrink."""
        for column in columns:
            wanted = room_for_figures(self._model, column)
            if wanted > self._grid.columnWidth(column) and self._model.column(column).key not in self._chosen:
                self._grid.setColumnWidth(column, wanted)
