"""Hand and eye stay where they are when the entry grid is made anew: the same cell, the same range, the same scroll position."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_place import EntryPlace, find, place_of
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.grid_moves import At, Span


class EntryPosition(QObject):
    """`keep` before the model is reset, `restore` when the grid has its new measures."""

    def __init__(self, grid: FigureGrid, model: EntryModel) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._ends: list[EntryPlace | None] = []
        self._whole_rows = False
        self._scroll = (0, 0)

    def keep(self) -> None:
        """Remember the current cell, the range's far corner and the scroll bars."""
        selection, span = self._grid.selection, self._grid.selection.span
        self._ends = [place_of(self._model, at) for at in (selection.at, selection.reach)]
        self._whole_rows = span is not None and span.left == 0
        self._scroll = self._grid.horizontalScrollBar().value(), self._grid.verticalScrollBar().value()

    def restore(self) -> None:
        """Go back there, or to the first cell where nothing was selected."""
        grid = self._grid
        grid.selection.clear()
        found = [find(self._model, place) if place is not None else None for place in self._ends]
        at, reach = found if len(found) == 2 else (None, None)
        if at is None:
            grid.go(self._first())
        else:
            grid.selection.go(at)
            if reach is not None and reach != at:
                span = Span.between(at, reach)
                grid.selection.select(Span(span.top, 0, span.bottom, span.right) if self._whole_rows else span, at=at)
        grid.horizontalScrollBar().setValue(self._scroll[0])
        grid.verticalScrollBar().setValue(self._scroll[1])

    def _first(self) -> At:
        """The first cell in which one types."""
        model = self._model
        rows = (row for row in range(model.last_row + 1) if model.is_unit(row))
        columns = (column for column in range(model.first_column, model.last_column + 1) if model.is_typed(column))
        return At(next(rows, 0), next(columns, model.first_column))
