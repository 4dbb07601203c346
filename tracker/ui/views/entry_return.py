"""Where hand and eye are on the entry page, so that a window made anew for another zoom or language shows the same place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer

from tracker.ui.models.entry_choice import Choice
from tracker.ui.models.entry_spot import Spot
from tracker.ui.widgets.grid_moves import At

if TYPE_CHECKING:
    from tracker.ui.views.entry_view import EntryView


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """How the grid is shown, its current cell, and the cell in its upper left corner; in the words of the book, not in px."""

    choice: Choice
    current: Spot | None
    corner: Spot | None


def whereabouts(view: EntryView) -> Whereabouts:
    """What is to be found again."""
    corner = view.grid.indexAt(QPoint(1, 1))
    return Whereabouts(
        view.model.choice,
        view.current_spot(),
        view.model.spot(corner.row(), corner.column()) if corner.isValid() else None,
    )


def go_back(view: EntryView, there: Whereabouts) -> None:
    """Show the same place. The scrolling waits until the new window has its layout."""
    view.model.choose(there.choice)
    current = _find(view, there.current)
    if current is not None:
        view.grid.go(current)
    QTimer.singleShot(0, view, lambda: _scroll(view, there))


def _scroll(view: EntryView, there: Whereabouts) -> None:
    """Bring the corner back to its corner; the current cell stays in sight if it was."""
    grid = view.grid
    corner = _find(view, there.corner)
    if corner is not None:
        for bar, offset in (
            (grid.horizontalScrollBar(), grid.columnViewportPosition(corner.column)),
            (grid.verticalScrollBar(), grid.rowViewportPosition(corner.row)),
        ):
            bar.setValue(bar.value() + offset)
    grid.scrollTo(view.model.index(*grid.selection.at))


def _find(view: EntryView, spot: Spot | None) -> At | None:
    sheet = view.model.sheet
    return sheet.find(spot) if sheet is not None and spot is not None else None
