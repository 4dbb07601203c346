"""The bar over the entry grid: what is typed, which indicators and which group are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tracker.domain.indicator import EnteredBy, IndicatorId, Kind
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.ui.models.entry_month import Choice
from tracker.ui.theme import dp
from tracker.ui.widgets.check_list import CheckList
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.ranking_segments import Segments
from tracker.ui.widgets.total_row import Fill

HEIGHT = 44


class EntryBar(QWidget):
    """Tells what was chosen; shows what is in force."""

    entered_by_chosen = Signal(object)
    """An EnteredBy: what is typed for every flow; None where each goes by its own."""
    hidden_chosen = Signal(object)
    """A frozenset of the ids of the indicators not shown."""
    group_chosen = Signal(object)
    """The id of the only group shown, None for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(dp(HEIGHT))
        self._known: frozenset[IndicatorId] = frozenset()
        self._label = QLabel(tr("Type"))
        self.fill = Segments(tr("Type"))
        self.indicators = CheckList(tr("Indicators"))
        self.groups = LabelledCombo(tr("Group"))
        self._line = Fill("line2", width=1, height=20)
        row = QHBoxLayout(self)
        row.setContentsMargins(dp(12), 0, dp(12), 0)
        row.setSpacing(dp(8))
        for widget in (self._label, self.fill, self._line, self.indicators, self.groups):
            row.addWidget(widget)
        row.addStretch(1)
        self.fill.picked.connect(self.entered_by_chosen)
        self.groups.picked.connect(self.group_chosen)
        self.indicators.ticked.connect(lambda ticked: self.hidden_chosen.emit(self._known - ticked))

    def show_choice(self, live: Live, choice: Choice) -> None:
        """Offer what the book has, with what is in force chosen."""
        flows = {indicator.entered_by for indicator in live.indicators if indicator.kind is Kind.FLOW}
        ways: list[tuple[object, str]] = [(EnteredBy.MONTH, tr("Month")), (EnteredBy.CUMULATIVE, tr("To date"))]
        if len(flows) > 1:
            ways.insert(0, (None, tr("As each is set")))
        self.fill.offer(ways, choice.entered_by or (next(iter(flows)) if len(flows) == 1 else None))
        for widget in (self._label, self.fill, self._line):
            widget.setVisible(bool(flows))
        self._known = frozenset(indicator.id for indicator in live.indicators)
        self._offer_indicators(live, choice.hidden)
        listed = {unit.group for unit in live.units if unit.listed_in(live.month)}
        groups = [(group.id, group.name) for group in live.groups if group.id in listed]
        self.groups.offer([(None, tr("All")), *groups], choice.only)

    def _offer_indicators(self, live: Live, hidden: frozenset[IndicatorId]) -> None:
        choices = [(indicator.id, indicator.name) for indicator in live.indicators]
        shown = frozenset(value for value, _ in choices if value not in hidden)
        count = len(choices)
        words = tr("All {count}", count=count) if len(shown) == count else tr("{shown} of {count}", shown=len(shown), count=count)
        self.indicators.offer_all(choices, shown, words=(words, tr("All")))
