"""更正: which figures of a published month are right, and why; the ranks that this moves are told before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from tracker.domain.indicator import Indicator, Kind
from tracker.domain.parsing import read_amount
from tracker.domain.unit import Unit
from tracker.i18n import tr
from tracker.metrics.moves import Move, moves_if_corrected
from tracker.store.figures import figure
from tracker.ui import theme
from tracker.ui.models.correction_text import CorrectionLine, amount_text, figure_columns, move_columns
from tracker.ui.models.record_model import RecordModel
from tracker.ui.months import month_text
from tracker.ui.widgets.building import column, label, named, room_for, scrolled
from tracker.ui.widgets.dialog_buttons import table_button
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book
    from tracker.store.corrections import Corrected


class CorrectDialog(QDialog):
    """Gathers figures one by one; `corrected` and `reason` are what was decided."""

    def __init__(self, parent: QWidget | None, book: Book, live: Live) -> None:
        super().__init__(parent)
        self._book, self._live = book, live
        self._indicators = {each.id: each for each in live.indicators if each.kind is not Kind.RATIO}
        self._units = {unit.id: unit for unit in live.roster.units}
        self.unit, self.indicator = LabelledCombo(tr("Unit")), LabelledCombo(tr("Indicator"))
        self.now = label(name="note")
        self.value = named(QLineEdit(), tr("What is right"))
        self.add = table_button(tr("Add"), self._add)
        self.mistake = label(name="mistake", wraps=True)
        self.figures: RecordModel[CorrectionLine] = RecordModel(figure_columns(), self)
        self.moves: RecordModel[Move] = RecordModel(move_columns(), self)
        self.table = RecordTable(self.figures, tr("Corrected figures"))
        self.take_out = table_button(tr("Take out"), self._take_out)
        self.told = label(name="note", wraps=True)
        self.reason_field = named(QLineEdit(), tr("Reason"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self._connect()
        self._show_now()
        self._show_lines([])

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Correction"))
        self.value.setPlaceholderText(tr("What is right"))
        self.mistake.hide()
        self.value.setMaximumWidth(theme.dp(160))
        self.reason_field.setPlaceholderText(tr("Reason: it is kept with the correction"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Correct"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        for kind in (QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel):
            self.buttons.button(kind).setAutoDefault(False)  # Enter adds a figure
        content = QWidget()
        inner = column(content, gap=theme.dp(10))
        inner.addWidget(label(tr("Correct figures of {month}", month=month_text(self._live.month)), name="sentence"))
        inner.addLayout(self._choosers())
        inner.addWidget(self.mistake)
        moved = RecordTable(self.moves, tr("Changes of rank"))
        for title, table in ((tr("Corrected figures"), self.table), (tr("Changes of rank"), moved)):
            inner.addWidget(label(title, name="note"))
            table.setMinimumHeight(theme.dp(90))
            inner.addWidget(table, 1)
        inner.addWidget(self.told)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(10))
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(self.reason_field)
        outer.addWidget(self.buttons)
        self.resize(room_for(self, 760, 600))

    def _choosers(self) -> FlowLayout:
        flow = FlowLayout(margins=QMargins(), gap=theme.dp(8))
        for widget in (self.unit, self.indicator, self.now, self.value, self.add):
            flow.addWidget(widget)
        flow.push()
        flow.addWidget(self.take_out)
        return flow

    def _connect(self) -> None:
        units: list[tuple[object, str]] = [(unit.id, unit.name) for unit in self._units.values()]
        indicators: list[tuple[object, str]] = [(each.id, each.name) for each in self._indicators.values()]
        self.unit.offer(units, units[0][0] if units else None)
        self.indicator.offer(indicators, indicators[0][0] if indicators else None)
        self.unit.currentIndexChanged.connect(self._show_now)
        self.indicator.currentIndexChanged.connect(self._show_now)
        self.value.returnPressed.connect(self._add)
        self.table.chosen.connect(self._allow)
        self.reason_field.textChanged.connect(self._allow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def corrected(self) -> list[Corrected]:
        """What is right, figure by figure."""
        return [(*line.place, line.new) for line in self.figures.records]

    @property
    def reason(self) -> str:
        """Why it is corrected."""
        return self.reason_field.text().strip()

    def choose(self, unit: Unit, indicator: Indicator) -> None:
        """Begin with that figure."""
        self.unit.choose(unit.id)
        self.indicator.choose(indicator.id)
        self.value.setFocus()

    def _chosen(self) -> CorrectionLine | None:
        """The figure chosen above, as it is now."""
        unit = self._units.get(self.unit.value)  # type: ignore[call-overload]
        indicator = self._indicators.get(self.indicator.value)  # type: ignore[call-overload]
        if unit is None or indicator is None:
            return None
        there = figure(self._book, unit.id, indicator.id, self._live.month)
        now = there.value if there is not None else None
        return CorrectionLine(unit, indicator, now, now)

    def _show_now(self) -> None:
        chosen = self._chosen()
        self.add.setEnabled(chosen is not None)
        if chosen is not None:
            value = amount_text(chosen.old, chosen.indicator)
            self.now.setText(tr("now {value} {unit}", value=value, unit=chosen.indicator.unit))

    def _add(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        reading = read_amount(self.value.text(), unit=chosen.indicator.unit, decimals=chosen.indicator.decimals)
        line = CorrectionLine(chosen.unit, chosen.indicator, chosen.old, reading.value)
        self.mistake.setText(reading.reason or (tr("That is what it is already.") if line.new == line.old else ""))
        self.mistake.setVisible(bool(self.mistake.text()))
        if not self.mistake.text():
            others = [
                each for each in self.figures.records if (each.unit.id, each.indicator.id) != (line.unit.id, line.indicator.id)
            ]
            self._show_lines([*others, line])
            self.value.clear()

    def _take_out(self) -> None:
        rows = set(self.table.rows)
        self._show_lines([line for at, line in enumerate(self.figures.records) if at not in rows])

    def _show_lines(self, lines: list[CorrectionLine]) -> None:
        """Show the figures, and what they would move."""
        self.figures.show(lines)
        moved = moves_if_corrected(self._book, self._live.month, self.corrected) if lines else []
        self.moves.show(moved)
        if not lines:
            self.told.setText(tr("Choose a figure, type what is right and press Enter. The published sheet stays as it is."))
        elif moved:
            self.told.setText(tr("{count} places would be others.", count=len(moved)))
        else:
            self.told.setText(tr("No rank would be another one."))
        self._allow()

    def _allow(self) -> None:
        self.take_out.setEnabled(bool(self.table.rows))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.figures.records and self.reason))
