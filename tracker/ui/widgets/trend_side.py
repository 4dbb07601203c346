"""What is chosen at the side of the page 趋势: the kind of chart, the indicator, group, unit, years, what to compare with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QListWidget, QListWidgetItem, QWidget

from tracker.domain.indicator import Indicator
from tracker.domain.unit import Group, Unit, UnitId
from tracker.i18n import mark, tr
from tracker.reports.charts.chart import Beside, ChartKind, kind_name
from tracker.ui import theme
from tracker.ui.icons import icon
from tracker.ui.models.trend_choice import BY_GROUP, Asked, TrendChoice
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, named
from tracker.ui.widgets.plain_combo import PlainCombo
from tracker.ui.widgets.side_line import SideLine

ICONS = {
    ChartKind.PACE: "chart-line",
    ChartKind.STANDING: "chart-bar-horizontal",
    ChartKind.BUMP: "list-numbers",
    ChartKind.HEAT: "grid-four",
    ChartKind.INDICATORS: "squares-four",
    ChartKind.COMPOSITION: "stack",
    ChartKind.FUNNEL: "funnel",
    ChartKind.MULTIPLES: "rows",
}
BESIDE = {
    Beside.PACE: mark("Pace"),
    Beside.LAST_YEAR: mark("Same months last year"),
    Beside.OTHERS: mark("The others of the group"),
}
YEARS = (1, 2, 3)
ROW = 28


class TrendSide(QWidget):
    """Tells the choice as `chosen` whenever it becomes another one; `offer` fills it without telling."""

    chosen = Signal(object)
    """A TrendChoice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = TrendChoice()
        self._units: list[UnitId | None] = []
        self.kinds = named(QListWidget(), tr("What to see"))
        self.indicator, self.group = PlainCombo(tr("Indicator")), PlainCombo(tr("Group"))
        self.years = PlainCombo(tr("Years"))
        self.units = named(QListWidget(), tr("Unit"))
        self.beside = {one: QCheckBox(tr(text)) for one, text in BESIDE.items()}
        self._parts: list[tuple[frozenset[Asked], tuple[QWidget, ...]]] = []
        for listed in (self.kinds, self.units):
            listed.setItemDelegate(SideLine(listed))
            listed.setFrameShape(QFrame.Shape.NoFrame)
        self._fill_kinds()
        self._lay_out()
        self._connect()

    def _fill_kinds(self) -> None:
        for kind in ChartKind:
            item = QListWidgetItem(icon(ICONS[kind]), kind_name(kind), self.kinds)
            item.setSizeHint(QSize(0, dp(ROW)))
        self.kinds.setIconSize(QSize(dp(18), dp(18)))
        self.kinds.setFixedHeight(dp(ROW) * self.kinds.count() + 4)
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.kinds.setCurrentRow(0)
        self.years.offer([(count, tr("{count} years", count=count) if count > 1 else tr("This year")) for count in YEARS], 1)

    def _lay_out(self) -> None:
        self._box = column(self, margin=dp(12), gap=dp(6))
        self._part(frozenset(), tr("What to see"), self.kinds)
        self._part(frozenset({Asked.INDICATOR}), tr("Indicator"), self.indicator)
        self._part(frozenset({Asked.GROUP}), tr("Group"), self.group)
        self._part(frozenset({Asked.YEARS}), tr("Years"), self.years)
        self._part(frozenset({Asked.BESIDE}), tr("Compared with"), *self.beside.values())
        self._part(frozenset({Asked.UNIT, Asked.UNITS}), tr("Unit"), self.units)
        self._box.setStretchFactor(self.units, 1)
        self._box.addStretch(0)
        self.units.setMinimumHeight(dp(4 * ROW))

    def _part(self, asked: frozenset[Asked], heading: str, *widgets: QWidget) -> None:
        """A heading and what is under it, shown where the kind asks for one of `asked`; always where that is nothing."""
        title = label(heading)
        title.setFont(theme.font(12, bold=True))
        for widget in (title, *widgets):
            self._box.addWidget(widget)
        self._parts.append((asked, (title, *widgets)))

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(lambda row: self._choose(kind=list(ChartKind)[row]))
        self.indicator.picked.connect(lambda indicator: self._choose(indicator=indicator))
        self.group.picked.connect(lambda group: self._choose(group=group))
        self.years.picked.connect(lambda years: self._choose(years=years))
        self.units.currentRowChanged.connect(self._take_unit)
        self.units.itemChanged.connect(lambda _item: self._take_units())
        for box in self.beside.values():
            box.toggled.connect(lambda _on: self._take_beside())

    def offer(self, choice: TrendChoice, indicators: Sequence[Indicator], groups: Sequence[Group], units: Iterable[Unit]) -> None:
        """Show what there is to choose from, and the choice in force."""
        self.choice = choice
        for widget in (self.kinds, self.units, *self.beside.values()):
            widget.blockSignals(True)
        self.kinds.setCurrentRow(list(ChartKind).index(choice.kind))
        self.indicator.offer([(one.id, " ".join(one.name.split())) for one in indicators], choice.indicator)
        every: list[tuple[object, str]] = [] if choice.kind in BY_GROUP else [(None, tr("Whole county"))]
        self.group.offer([*every, *((one.id, one.name) for one in groups)], choice.group_among(groups))
        self.years.choose(choice.years)
        for one, box in self.beside.items():
            box.setChecked(one in choice.beside)
        self._fill_units(units, next((one.name for one in groups if one.id == choice.group), tr("Whole county")))
        for asked, widgets in self._parts:
            for widget in widgets:
                widget.setVisible(not asked or any(choice.asks(what) for what in asked))
        for widget in (self.kinds, self.units, *self.beside.values()):
            widget.blockSignals(False)

    def _fill_units(self, units: Iterable[Unit], whole: str) -> None:
        """The units to choose one of, under the whole of which they are; or to tick."""
        single = self.choice.asks(Asked.UNIT)
        listed: list[tuple[UnitId | None, str]] = [(unit.id, unit.name) for unit in units]
        entries = [(None, whole), *listed] if single else listed
        kept = self.units.verticalScrollBar().value()
        self.units.clear()
        self._units = [unit for unit, _ in entries]
        for unit, name in entries:
            item = QListWidgetItem(" ".join(name.split()), self.units)
            item.setSizeHint(QSize(0, dp(ROW)))
            if not single:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if unit in self.choice.units else Qt.CheckState.Unchecked)
        if single:
            self.units.setCurrentRow(self._units.index(self.choice.unit) if self.choice.unit in self._units else 0)
        self.units.verticalScrollBar().setValue(kept)

    def _take_unit(self, row: int) -> None:
        if self.choice.asks(Asked.UNIT) and 0 <= row < len(self._units):
            self._choose(unit=self._units[row])

    def _take_units(self) -> None:
        rows = range(self.units.count())
        ticked = [self._units[at] for at in rows if self.units.item(at).checkState() is Qt.CheckState.Checked]
        self._choose(units=frozenset(unit for unit in ticked if unit is not None))

    def _take_beside(self) -> None:
        self._choose(beside=frozenset(one for one, box in self.beside.items() if box.isChecked()))

    def _choose(self, **changes: object) -> None:
        wanted = replace(self.choice, **changes)  # type: ignore[arg-type]
        if wanted != self.choice:
            self.choice = wanted
            self.chosen.emit(wanted)
