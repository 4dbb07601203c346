"""F1 on the entry page: the side panel follows the current cell; shown or not is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tracker.errors import BookError
from tracker.i18n import tr
from tracker.ui.models.explained import explained
from tracker.ui.side_openness import SideOpenness
from tracker.ui.widgets.building import tool_button
from tracker.ui.widgets.explain_panel import ExplainPanel

if TYPE_CHECKING:
    from tracker.ui.views.entry_view import EntryView

AFTER = 60
"""Milliseconds that a cell must stay the current one: under a held arrow key nothing is worked out."""
REMEMBERED = "entry/explain"


class EntryExplain(QObject):
    """In a narrow window the panel is closed, but F1 opens it for this once."""

    def __init__(self, view: EntryView) -> None:
        super().__init__(view)
        self._view = view
        self.panel = ExplainPanel()
        self._openness = SideOpenness(view, self.panel, view.session.settings, remembered=REMEMBERED)
        self._openness.fitted.connect(self._fit)
        self._openness.closed.connect(view.grid.setFocus)
        self.button = tool_button(tr("Explain F1"), icon="info", tip=tr("What this cell is"))
        self.button.setProperty("role", "outlined")
        self.button.setCheckable(True)
        view.bar.add_button(self.button)
        self.button.clicked.connect(self.turn)
        self.panel.closed.connect(self.turn)
        self.panel.note_asked.connect(lambda: view.notes.edit(view.current_spot()))
        self.panel.journal_asked.connect(self._ask_for_journal)
        self.panel.reasons_asked.connect(self._ask_for_reasons)
        self.panel.left.connect(view.grid.setFocus)
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self._tell)
        view.spot_changed.connect(lambda _spot: self._soon.start())
        view.model.dataChanged.connect(self._soon.start)
        view.model.modelReset.connect(self._soon.start)
        self._openness.fit()

    def _ask_for_journal(self) -> None:
        """Have the journal page follow the current figure."""
        spot = self._view.current_spot()
        if spot is not None and spot.figure is not None:
            self._view.history_requested.emit(*spot.figure)

    def _ask_for_reasons(self) -> None:
        """Have the ranking of the cell's month tell how the unit's numbers come about."""
        spot = self._view.current_spot()
        if spot is not None and spot.unit is not None:
            self._view.session.set_month(spot.month)
            self._view.place_requested.emit("ranking", spot.unit, spot.indicator)

    def turn(self) -> None:
        """Open the panel, or close it and go back to the grid."""
        self._openness.turn()

    def _fit(self, is_open: bool) -> None:
        self.button.setChecked(is_open)
        self._soon.start()

    def _tell(self) -> None:
        """Show what the current cell is now; nothing is worked out for a panel that is not seen."""
        view = self._view
        book, live, spot, at = view.session.book, view.session.live, view.current_spot(), view.grid.selection.at
        if not self.panel.isVisible():
            return
        sheet = view.model.sheet
        if book is None or live is None or spot is None or sheet is None:
            self.panel.show_cell(None)
            return
        cell = view.model.cell(*at)
        try:
            told = explained(book, live, spot, unreadable=cell.text if cell.unreadable else "")
        except BookError as problem:  # another program has the file for a moment: the panel stays as it is
            view.session.say(str(problem))
            return
        self.panel.show_cell(told, may_note=view.notes.can_edit(sheet, spot), ranked=spot.unit is not None)
