"""The bar over the entry grid: which way round it is, what is typed, and which lines and columns are left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tracker.domain.indicator import EnteredBy, Indicator, IndicatorId, Kind
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.ui.models.entry_choice import Choice, Filter, Wanted, Way
from tracker.ui.models.entry_layout import Layout, listed_in_year, shown_indicators
from tracker.ui.theme import dp
from tracker.ui.widgets.check_list import CheckList
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.ranking_segments import Segments
from tracker.ui.widgets.total_row import Fill

HEIGHT = 44


class EntryBar(QWidget):
    """Tells what was chosen; shows what is in force. In a narrow window its buttons become lists."""

    way_chosen = Signal(object)
    """A Way."""
    entered_by_chosen = Signal(object)
    """An EnteredBy: what is typed for every flow; None where each goes by its own."""
    hidden_chosen = Signal(object)
    """A frozenset of the ids of the indicators not shown."""
    indicator_chosen = Signal(object)
    """The id of the indicator whose year is shown."""
    unit_chosen = Signal(object)
    """The id of the unit whose year is shown."""
    group_chosen = Signal(object)
    """The id of the only group shown, None for all."""
    filter_chosen = Signal(object)
    """A Filter, None for every line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(dp(HEIGHT))
        self._known: frozenset[IndicatorId] = frozenset()
        self._label = QLabel(tr("Type"))
        self.ways, self.way_list = Segments(tr("Way round")), LabelledCombo(tr("Way round"))
        self.fill, self.fill_list = Segments(tr("Type")), LabelledCombo(tr("Type"))
        self._line = Fill("line2", width=1, height=20)
        self.indicator, self.unit = LabelledCombo(tr("Indicator")), LabelledCombo(tr("Unit"))
        self.indicators = CheckList(tr("Indicators"))
        self.groups, self.filters = LabelledCombo(tr("Group")), LabelledCombo(tr("Show"))
        self._has_flows = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(dp(12), 0, dp(12), 0)
        self._row.setSpacing(dp(8))
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # it folds instead of holding the window open
        self._fill_row()
        self._connect()

    def _fill_row(self) -> None:
        widgets = (self.ways, self.way_list, self._label, self.fill, self.fill_list, self._line)
        for widget in (*widgets, self.indicator, self.unit, self.indicators, self.groups, self.filters):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        for chooser in (self.ways, self.way_list):
            chooser.picked.connect(self.way_chosen)
        for chooser in (self.fill, self.fill_list):
            chooser.picked.connect(self.entered_by_chosen)
        self.indicator.picked.connect(self.indicator_chosen)
        self.unit.picked.connect(self.unit_chosen)
        self.groups.picked.connect(self.group_chosen)
        self.filters.picked.connect(self.filter_chosen)
        self.indicators.ticked.connect(lambda ticked: self.hidden_chosen.emit(self._known - ticked))

    def show_choice(self, live: Live, choice: Choice, layout: Layout, lead: IndicatorId | None) -> None:
        """Offer what the book has, with what is in force chosen; `lead` is the indicator whose light a filter goes by."""
        ways: list[tuple[object, str]] = [
            (Way.UNITS_INDICATORS, tr("Units × indicators")),
            (Way.UNITS_MONTHS, tr("Units × months")),
            (Way.INDICATORS_MONTHS, tr("Indicators × months")),
        ]
        for chooser in (self.ways, self.way_list):
            chooser.offer(ways, choice.way)
        self._offer_fill(live, choice)
        self._known = frozenset(indicator.id for indicator in live.indicators)
        by_unit = choice.way is Way.INDICATORS_MONTHS
        self.indicator.offer([(one.id, one.name) for one in live.indicators], layout.indicator.id if layout.indicator else None)
        if by_unit:
            units = [(one.id, one.name) for one in listed_in_year(live)]
            self.unit.offer(units, layout.unit.id if layout.unit else None)
        self._offer_indicators(live, choice)
        listed = {unit.group for unit in live.units if unit.listed_in(live.month)}
        groups = [(group.id, group.name) for group in live.groups if group.id in listed]
        self.groups.offer([(None, tr("All")), *groups], choice.only)
        self.filters.offer(_filters(live, choice, lead), choice.filter)
        self.indicator.setVisible(choice.way is Way.UNITS_MONTHS)
        self.unit.setVisible(by_unit)
        self.indicators.setVisible(choice.way is not Way.UNITS_MONTHS)
        self.groups.setVisible(not by_unit)
        self.fold()

    def _offer_fill(self, live: Live, choice: Choice) -> None:
        flows = {indicator.entered_by for indicator in live.indicators if indicator.kind is Kind.FLOW}
        fills: list[tuple[object, str]] = [(EnteredBy.MONTH, tr("Month")), (EnteredBy.CUMULATIVE, tr("To date"))]
        if len(flows) > 1:
            fills.insert(0, (None, tr("As each is set")))
        for chooser in (self.fill, self.fill_list):
            chooser.offer(fills, choice.entered_by or (next(iter(flows)) if len(flows) == 1 else None))
        self._has_flows = bool(flows)

    def _offer_indicators(self, live: Live, choice: Choice) -> None:
        ordered = shown_indicators(live, Choice(order=choice.order))
        choices = [(indicator.id, indicator.name) for indicator in ordered]
        shown = frozenset(value for value, _ in choices if value not in choice.hidden)
        count = len(choices)
        words = tr("All {count}", count=count) if len(shown) == count else tr("{shown} of {count}", shown=len(shown), count=count)
        self.indicators.offer_all(choices, shown, words=(words, tr("All")))

    def fold(self) -> None:
        """Spread out as much as has room: the ways become a list first, then what is typed."""
        for listed in ((False, False), (True, False), (True, True)):
            self._spread(*listed)
            if self._needed() <= self.width():
                break

    def _spread(self, ways_listed: bool, fill_listed: bool) -> None:
        self.ways.setVisible(not ways_listed)
        self.way_list.setVisible(ways_listed)
        self._label.setVisible(self._has_flows and not fill_listed)
        self.fill.setVisible(self._has_flows and not fill_listed)
        self.fill_list.setVisible(self._has_flows and fill_listed)
        self._line.setVisible(self._has_flows and not fill_listed)

    def _needed(self) -> int:
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        shown = [item.widget() for item in items if item.spacerItem() is None]
        widths = [widget.sizeHint().width() for widget in shown if not widget.isHidden()]
        return sum(widths) + self._row.spacing() * (len(widths) + 1) + 2 * dp(12)

    def minimumSizeHint(self) -> QSize:
        return QSize(dp(320), dp(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()


def _filters(live: Live, choice: Choice, lead: IndicatorId | None) -> list[tuple[object, str]]:
    """The filters that make sense; lights are those of the filter in force, else of the `lead`, or of each line's own."""
    offered: list[tuple[object, str]] = [(None, tr("All lines"))]
    if choice.way is not Way.INDICATORS_MONTHS:
        offered.append((Filter(Wanted.UNREPORTED), tr("Not reported")))
    offered.append((Filter(Wanted.INCOMPLETE), tr("Blank or unreadable")))
    of = choice.filter.indicator if choice.filter is not None and choice.filter.indicator is not None else lead
    indicator = next((one for one in live.indicators if one.id == of), None)
    if choice.way is Way.INDICATORS_MONTHS:
        return offered + [(Filter(wanted), _light(wanted, None)) for wanted in (Wanted.GREEN, Wanted.YELLOW, Wanted.RED)]
    if indicator is not None:
        lights = (Wanted.GREEN, Wanted.YELLOW, Wanted.RED)
        offered += [(Filter(wanted, indicator.id), _light(wanted, indicator)) for wanted in lights]
    return offered


def _light(wanted: Wanted, indicator: Indicator | None) -> str:
    word = {Wanted.GREEN: tr("Green light"), Wanted.YELLOW: tr("Yellow light"), Wanted.RED: tr("Red light")}[wanted]
    return tr("{light}: {indicator}", light=word, indicator=indicator.name) if indicator is not None else word
