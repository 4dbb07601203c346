"""还差多少 under the ranking: it follows the current line; folded or not is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tracker.errors import TrackerError
from tracker.ui.models.need_lines import NeedLine, needs_of
from tracker.ui.models.reason_choice import whose
from tracker.ui.theme import dp
from tracker.ui.widgets.needs_panel import NeedsPanel

if TYPE_CHECKING:
    from tracker.ui.views.ranking_view import RankingView

AFTER = 60
REMEMBERED = "ranking/needs"
LOW = 420
"""In a page lower than this, in px at 100 %, it is folded unless it was unfolded by hand: the ranks come first."""


class RankingNeeds(QObject):
    """Of an indicator's board alone: a score is made of several."""

    def __init__(self, view: RankingView) -> None:
        super().__init__(view)
        self._view = view
        self._rank: int | None = None
        self.panel = NeedsPanel()
        self.panel.hide()
        self.fit()
        self.panel.rank_asked.connect(self._ask_rank)
        self.panel.folded.connect(self._fold)
        self.panel.opened.connect(self._show_reference)
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self.tell)
        view.table.chosen.connect(self._forget_rank)

    def follow(self) -> None:
        """The figures are others: tell anew, soon."""
        self._soon.start()

    def _forget_rank(self) -> None:
        self._rank = None
        self._soon.start()

    def _ask_rank(self, rank: int) -> None:
        self._rank = rank
        self.tell()

    def _fold(self, folded: bool) -> None:
        self._view.session.settings.set_text(REMEMBERED, "folded" if folded else "open")
        self.panel.set_folded(folded)

    def fit(self) -> None:
        """Fold as the user did, else by the room there is."""
        kept = self._view.session.settings.text(REMEMBERED)
        self.panel.set_folded(kept == "folded" or (kept != "open" and self._view.height() < dp(LOW)))

    def _show_reference(self, line: NeedLine) -> None:
        """Choose the unit that a goal is measured by."""
        if line.need.reference is not None:
            self._view.table.choose_unit(line.need.reference.id)

    def tell(self) -> None:
        """Show what the current line still needs."""
        view, live = self._view, self._view.live
        table, line = view.shown, view.table.current_line()
        self.panel.setVisible(table is not None and line is not None)
        if live is None or table is None or line is None:
            return
        try:
            self.panel.show_needs(line.name, needs_of(live, table, whose(line), rank=self._rank))
        except TrackerError as problem:  # another program has the file for a moment: the panel stays as it is
            view.session.say(str(problem))
