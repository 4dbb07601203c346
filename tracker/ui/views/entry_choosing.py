"""Choosing what the entry grid shows: the way round, the lines, the columns, a place to go to; the hand stays on its figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.ui.models.entry_choice import Way, revealed, turned
from tracker.ui.models.entry_spot import Spot
from tracker.ui.views.entry_bar import EntryBar
from tracker.ui.views.entry_position import EntryPosition

if TYPE_CHECKING:
    from tracker.ui.views.entry_view import EntryView


class EntryChoosing(QObject):
    """Follows the bar, the strip of the filter and the grid's headings."""

    def __init__(self, view: EntryView, position: EntryPosition) -> None:
        super().__init__(view)
        self._view = view
        self._model, self._grid, self._session = view.model, view.grid, view.session
        self._position = position
        self._connect(view.bar)

    def _connect(self, bar: EntryBar) -> None:
        model, choose = self._model, self._model.choose
        bar.way_chosen.connect(self.turn)
        bar.entered_by_chosen.connect(lambda chosen: choose(replace(model.choice, entered_by=chosen)))
        bar.hidden_chosen.connect(lambda hidden: choose(replace(model.choice, hidden=hidden)))
        bar.indicator_chosen.connect(lambda indicator: choose(replace(model.choice, indicator=indicator)))
        bar.unit_chosen.connect(lambda unit: choose(replace(model.choice, unit=unit)))
        bar.group_chosen.connect(lambda group: choose(replace(model.choice, only=group)))
        bar.filter_chosen.connect(lambda chosen: choose(replace(model.choice, filter=chosen)))
        self._view.strip.cleared.connect(self.show_all_lines)
        self._grid.fold_asked.connect(self._fold)

    def turn(self, way: Way) -> None:
        """Show the book another way round, with the current cell in it: in a month's sheet its month comes into view."""
        spot = self._view.current_spot()
        if spot is not None and spot.unit is None and way is Way.INDICATORS_MONTHS:
            spot = self._first_of_group(spot)
        choice = self._view.columns.ordered(turned(self._model.choice, way, spot))
        self._position.aim(spot)
        if way is Way.UNITS_INDICATORS and spot is not None and spot.month != self._session.month:
            self._model.choice = choice
            self._session.set_month(spot.month)  # which refreshes this page
        else:
            self._model.choose(choice)

    def _first_of_group(self, spot: Spot) -> Spot:
        """The same cell of the first unit that a subtotal counts."""
        units = self._session.live.units if self._session.live is not None else []
        first = next((unit.id for unit in units if unit.group == spot.group and unit.listed_in(spot.month)), None)
        return replace(spot, unit=first)

    def show_all_lines(self) -> None:
        """Take every filter away."""
        self._model.choose(replace(self._model.choice, only=None, filter=None))

    def _fold(self, row: int, folded: bool | None) -> None:
        """Fold the lines below the heading of a row, or open them; None turns it round."""
        sheet, choice = self._model.sheet, self._model.choice
        heading = sheet.heading_of(row) if sheet is not None else None
        if heading is not None and (folded is None or folded != (heading in choice.folded)):
            self._model.choose(replace(choice, folded=choice.folded ^ {heading}))

    def go_to(self, spot: Spot) -> bool:
        """Show the spot's cell, without the filter if that hides it; whether it could be."""
        choice = revealed(self._model.choice, spot)
        for shown in (choice, replace(choice, filter=None)):
            self._model.choose(shown)
            at = self._model.sheet.find(spot) if self._model.sheet is not None else None
            if at is not None:
                self._grid.go(at)
                self._grid.setFocus()
                return True
        return False
