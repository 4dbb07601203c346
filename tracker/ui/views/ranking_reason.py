"""F1 on the ranking page: the panel beside it follows the current number; shown or not is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from tracker.domain.scheme import SchemeLine
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.derivation.reasoned import Input
from tracker.metrics.derivation.steps import Source, TargetSource
from tracker.metrics.whose import Whole
from tracker.ui.models.ranking_lines import LineKind, Place
from tracker.ui.models.reason_choice import reason
from tracker.ui.side_openness import SideOpenness
from tracker.ui.views.ranking_chart import RankingChart
from tracker.ui.widgets.reason_panel import ReasonPanel

if TYPE_CHECKING:
    from tracker.ui.views.ranking_view import RankingView

AFTER = 60
"""Milliseconds that a number must stay the current one: under a held arrow key nothing is worked out."""
REMEMBERED = "ranking/reasons"
WHO = 2
"""The column of a step that tells when and by whom: it leads to the journal, the others to the figure."""


class RankingReason(QObject):
    """In a narrow window the panel is closed, but F1 opens it for this once."""

    def __init__(self, view: RankingView) -> None:
        super().__init__(view)
        self._view = view
        self.panel = ReasonPanel()
        self._openness = SideOpenness(view, self.panel, view.session.settings, remembered=REMEMBERED)
        self._openness.fitted.connect(self._fit)
        self._openness.closed.connect(view.table.setFocus)
        self.panel.closed.connect(self.turn)
        self.panel.left.connect(view.table.setFocus)
        self.panel.copied.connect(self.copy)
        self.panel.entry_asked.connect(self._go_to_entry)
        self.panel.opened.connect(self._lead_on)
        self.chart = RankingChart(view, self.panel.chart)
        self.panel.chart.restyled.connect(self.follow)
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self.tell)
        view.table.chosen.connect(self._soon.start)
        view.table.reason_asked.connect(self._open)
        self._openness.fit()

    @property
    def is_open(self) -> bool:
        """Whether the panel is to be seen."""
        return self._openness.is_open

    def turn(self) -> None:
        """Open the panel, or close it and go back to the ranking."""
        self._openness.turn()

    def follow(self) -> None:
        """The figures are others: tell anew, soon."""
        self._soon.start()

    def copy(self) -> None:
        """Put all that is told on the clipboard as text."""
        if self.panel.told is not None:
            QGuiApplication.clipboard().setText(self.panel.told.text)
            self._view.session.say(tr("The reasons are copied; paste them in the chat."))

    def tell(self) -> None:
        """Show why the current number is what it is; nothing is worked out for a panel that is not seen."""
        view = self._view
        book, live, board, number = view.session.book, view.live, view.model.board, view.table.current_number()
        if not self.panel.isVisible():
            return
        if book is None or live is None or board is None or number is None:
            self.panel.show_reason(None)
            self.chart.follow(None)
            return
        line, column = number
        try:
            told = reason(book, live, board, line, column)
        except TrackerError as problem:  # another program has the file for a moment: the panel stays as it is
            view.session.say(str(problem))
            return
        self.chart.follow(None if told is None else number)
        self.panel.show_reason(told, may_enter=line.unit is not None and view.shown is not None)

    def _open(self, by_key: bool) -> None:
        """A number is asked about: open the panel; Enter goes into it where it is open already."""
        if not self.is_open:
            self.turn()
        elif by_key:
            self.tell()
            self.panel.enter()

    def _fit(self, is_open: bool) -> None:
        if not is_open:
            self.chart.drop()
        self._soon.start()

    def _go_to_entry(self) -> None:
        """Show the cell of what is told of on the entry page."""
        line, table = self._view.table.current_line(), self._view.shown
        if line is not None and table is not None:
            self._view.figure_requested.emit(line.unit, table.indicator.id)

    def _lead_on(self, pressed: Input, column: int) -> None:
        """To the figure, to what became of it, to the target's entry, or down to who goes into a total or a score."""
        view, place = self._view, pressed.place
        if isinstance(place, Source) and column < WHO:
            view.session.set_month(place.month)
            view.figure_requested.emit(place.unit, place.indicator)
        elif isinstance(place, Source):
            view.history_requested.emit(place.unit, place.indicator, place.month)
        elif isinstance(place, TargetSource):
            view.entry_requested.emit(pressed.entry)
        elif isinstance(place, SchemeLine):
            view.table.choose_column(place)
        elif isinstance(place, Whole):
            view.table.choose_place(Place(LineKind.GROUP, place.group or 0))
        elif place is not None:
            view.table.choose_place(Place(LineKind.UNIT, place))
