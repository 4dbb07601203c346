"""Hand and eye stay where they are when the entry grid is made anew: the same cell, the same range, the same scroll position."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from tracker.domain.period import Month
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_spot import Spot
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.grid_moves import At, Span


class EntryPosition(QObject):
    """`keep` before the model is reset, `restore` when the grid has its new measures."""

    def __init__(self, grid: FigureGrid, model: EntryModel) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._ends: list[Spot | None] = []
        self._at = At(-1, -1)
        self._of: object = None
        self._month: Month | None = None
        self._whole_rows = False
        self._scroll = (0, 0)
        self._aim: Spot | None = None

    def aim(self, spot: Spot | None) -> None:
        """Have the next `restore` go to this spot, in its own month, instead of to what was kept."""
        self._aim = spot

    def keep(self) -> None:
        """Remember the current cell, the range's far corner and the scroll bars."""
        selection, span, sheet = self._grid.selection, self._grid.selection.span, self._model.sheet
        self._ends = [self._spot(at) for at in (selection.at, selection.reach)]
        self._at = selection.at
        self._of = (sheet.book, sheet.way) if sheet is not None else None
        self._month = sheet.month if sheet is not None else None
        self._whole_rows = span is not None and span.left == 0
        self._scroll = self._grid.horizontalScrollBar().value(), self._grid.verticalScrollBar().value()

    def restore(self) -> None:
        """Go back there, or near there where that is not shown, or to the first cell where nothing was selected."""
        grid, aim = self._grid, self._aim
        self._aim = None
        grid.selection.clear()
        if aim is not None:
            grid.go(self._find(aim) or self._first())
            return
        at, reach = (self._find(self._followed(end)) if end is not None else None for end in self._ends or (None, None))
        if at is None:
            grid.go(self._at if self._at.row >= 0 and self._is_alike() else self._first())
        else:
            grid.selection.go(at)
            if reach is not None and reach != at:
                span = Span.between(at, reach)
                grid.selection.select(Span(span.top, 0, span.bottom, span.right) if self._whole_rows else span, at=at)
        grid.horizontalScrollBar().setValue(self._scroll[0])
        grid.verticalScrollBar().setValue(self._scroll[1])

    def _spot(self, at: At) -> Spot | None:
        model = self._model
        inside = 0 <= at.row <= model.last_row and model.first_column <= at.column <= model.last_column
        return model.spot(*at) if inside else None

    def _is_alike(self) -> bool:
        """Whether the same book is shown the same way round."""
        sheet = self._model.sheet
        return sheet is not None and (sheet.book, sheet.way) == self._of

    def _find(self, spot: Spot) -> At | None:
        return self._model.sheet.find(spot) if self._model.sheet is not None else None

    def _followed(self, spot: Spot) -> Spot:
        """The spot after the month in view has changed: a cell of that month follows it, another keeps its place in the year."""
        sheet = self._model.sheet
        if sheet is None or sheet.month == self._month:
            return spot
        return replace(spot, month=sheet.month if spot.month == self._month else Month(sheet.month.year, spot.month.number))

    def _first(self) -> At:
        """The first cell in which one types: in the column of the month in view."""
        model, sheet = self._model, self._model.sheet
        rows = (row for row in range(model.last_row + 1) if model.is_typed_row(row))
        columns = range(model.first_column, model.last_column + 1)
        typed = [column for column in columns if model.is_typed_column(column)]
        in_view = [column for column in typed if sheet is not None and model.column(column).month == sheet.month]
        return At(next(rows, 0), next(iter([*in_view, *typed]), model.first_column))
