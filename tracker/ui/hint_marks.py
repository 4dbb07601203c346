"""The hints in the entry grid: their marks in the cells, and the tip beside the current one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.hint import Hint
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.ui.hint_deeds import HintDeeds
from tracker.ui.models.entry_spot import FigureKey
from tracker.ui.models.hint_figures import shown_suggestion
from tracker.ui.page import Page
from tracker.ui.session import Session
from tracker.ui.widgets.hint_tip import HintTip

if TYPE_CHECKING:
    from tracker.ui.views.entry_view import EntryView


class HintMarks(QObject):
    """Keeps one entry page marked; the window says when the hints or the page in front are others."""

    in_hand_changed = Signal()
    """Another cell is current, or its hints are others."""

    def __init__(self, session: Session, deeds: HintDeeds) -> None:
        super().__init__(session)
        self._session = session
        self._deeds = deeds
        self._entry: EntryView | None = None
        self._tip: HintTip | None = None

    def follow(self, page: Page | None) -> None:
        """Mark the page's cells, if it is the entry page, from now on."""
        from tracker.ui.views.entry_view import EntryView

        if not isinstance(page, EntryView):
            return
        if page is not self._entry:
            self._entry = page
            self._tip = HintTip(page)
            self._tip.suggestion_taken.connect(lambda: self._deeds.take_suggestions(self.in_hand))
            self._tip.acceptance_asked.connect(lambda: self._deeds.accept(self.in_hand))
            page.spot_changed.connect(self._show_in_hand)
            page.grid.verticalScrollBar().valueChanged.connect(self._hide_tip)
            page.grid.horizontalScrollBar().valueChanged.connect(self._hide_tip)
            page.model.dataChanged.connect(self._hide_tip)
        self.show()

    def show(self) -> None:
        """Mark the cells as the hints are now."""
        if self._entry is None:
            return
        told = self._session.hints
        reasons: dict[FigureKey, str] = {}
        for hint in told.open() if told is not None else ():
            reasons.setdefault((hint.unit, hint.indicator, hint.month), hint.reason)
        self._entry.model.set_hints(reasons)
        self._show_in_hand()

    @property
    def current(self) -> tuple[UnitId, IndicatorId] | None:
        """The current cell, if it is a figure of the month in view."""
        spot = self._entry.current_spot() if self._entry is not None and self._entry.isVisible() else None
        key = spot.figure if spot is not None else None
        return key[:2] if key is not None and key[2] == self._session.month else None

    @property
    def in_hand(self) -> list[Hint]:
        """The hints of the current cell that nobody has accepted."""
        told, cell = self._session.hints, self.current
        if told is None or cell is None:
            return []
        return [hint for hint in told.of(*cell) if told.acceptance(hint) is None]

    def suggestion_label(self, hints: Sequence[Hint]) -> str:
        """What taking the suggestions would do: "改为 1.40" for one."""
        live = self._session.live
        if live is None or len(hints) != 1:
            return tr("Take the suggestion")
        return tr("Change to {figure}", figure=shown_suggestion(live, hints[0]))

    def _show_in_hand(self) -> None:
        self._show_tip()
        self.in_hand_changed.emit()

    def _show_tip(self) -> None:
        entry, tip, hints = self._entry, self._tip, self.in_hand
        if entry is None or tip is None or not hints:
            self._hide_tip()
            return
        suggesting = self._deeds.suggesting(hints)
        tip.tell(
            " ".join(hint.reason for hint in hints),
            suggestion=self.suggestion_of(suggesting),
            acceptable=bool(self._deeds.acceptable(hints)),
        )
        grid = entry.grid
        cell = grid.visualRect(entry.model.index(*grid.selection.at))
        tip.show_beside(cell.translated(grid.viewport().mapTo(entry, cell.topLeft()) - cell.topLeft()))

    def suggestion_of(self, hints: Sequence[Hint]) -> str:
        """The figure that is suggested, as it would stand in the cell; "" without one."""
        live = self._session.live
        return shown_suggestion(live, hints[0]) if live is not None and hints else ""

    def _hide_tip(self) -> None:
        if self._tip is not None:
            self._tip.hide()
