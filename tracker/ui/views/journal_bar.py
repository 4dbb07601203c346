"""The bar over the journal: which entries are shown, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.i18n import tr
from tracker.store.journal import EntryFilter
from tracker.ui.months import month_text
from tracker.ui.theme import dp
from tracker.ui.widgets.building import named, tool_button
from tracker.ui.widgets.flow_layout import FlowBar
from tracker.ui.widgets.ranking_choice import LabelledCombo

PAUSE = 250
"""So long after the last key the text counts, in milliseconds."""
EVERYTHING = EntryFilter()


class JournalBar(FlowBar):
    """Tells which entries are wanted; `revert`, `check` and `copy` are the page's buttons."""

    wanted = Signal(object)
    """An EntryFilter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = EVERYTHING
        self.unit, self.indicator = LabelledCombo(tr("Unit")), LabelledCombo(tr("Indicator"))
        self.month, self.person = LabelledCombo(tr("In month")), LabelledCombo(tr("Who"))
        self.text = _text_field()
        self.clear = tool_button(tr("Show all"), icon="x")
        self.clear.hide()
        self.revert = _outlined(tr("Revert this entry…"), "arrow-counter-clockwise", tr("Undo this entry alone, as a new change"))
        self.check = _outlined(tr("Check the chain"), "shield-check", tr("Check that no entry was altered or removed"))
        self.copy = _outlined(tr("Copy table"), "copy", tr("Every entry shown, for WPS and Excel"))
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for widget in (self.unit, self.indicator, self.month, self.person, self.text, self.clear):
            self.flow.addWidget(widget)
        self.flow.push()
        for button in (self.revert, self.check, self.copy):
            self.flow.addWidget(button)

    def _connect(self) -> None:
        self.unit.picked.connect(lambda unit: self.choose(replace(self._filter, unit=unit)))
        self.indicator.picked.connect(lambda indicator: self.choose(replace(self._filter, indicator=indicator)))
        self.month.picked.connect(lambda month: self.choose(replace(self._filter, month=month)))
        self.person.picked.connect(lambda person: self.choose(replace(self._filter, person=person)))
        self.clear.clicked.connect(lambda: self.choose(EVERYTHING))
        self.text.textEdited.connect(self._soon.start)
        self.text.returnPressed.connect(self._take_text)
        self._soon.timeout.connect(self._take_text)

    @property
    def filter(self) -> EntryFilter:
        """Which entries are wanted."""
        return self._filter

    def choose(self, chosen: EntryFilter) -> None:
        """Want these entries, and say so."""
        self.show_filter(chosen)
        self.wanted.emit(chosen)

    def show_filter(self, chosen: EntryFilter) -> None:
        """Show what is wanted, without a word to anybody."""
        self._filter = chosen
        self._soon.stop()
        for combo, value in (
            (self.unit, chosen.unit),
            (self.indicator, chosen.indicator),
            (self.month, chosen.month),
            (self.person, chosen.person),
        ):
            combo.choose(value)
        if self.text.text().strip() != chosen.text:
            self.text.setText(chosen.text)
        self.clear.setVisible(chosen != EVERYTHING)

    def offer(
        self, units: Iterable[Unit], indicators: Iterable[Indicator], months: Iterable[Month], people: Iterable[str]
    ) -> None:
        """Offer what the book has; what is chosen stays so."""
        every: list[tuple[object, str]] = [(None, tr("All"))]
        chosen = self._filter
        self.unit.offer([*every, *((unit.id, unit.name) for unit in units)], chosen.unit)
        self.indicator.offer([*every, *((each.id, each.name) for each in indicators)], chosen.indicator)
        self.month.offer([*every, *((month, month_text(month)) for month in months)], chosen.month)
        self.person.offer([*every, *((name, name) for name in people)], chosen.person)

    def _take_text(self) -> None:
        text = self.text.text().strip()
        if text != self._filter.text:
            self.choose(replace(self._filter, text=text))


def _text_field() -> QLineEdit:
    field = _Narrow()
    field.setPlaceholderText(tr("Find in what was done"))
    field.setClearButtonEnabled(True)
    return named(field, tr("Find in what was done"))


class _Narrow(QLineEdit):
    """A field that is no wider than what is looked for."""

    def sizeHint(self) -> QSize:
        return QSize(dp(176), dp(28))


def _outlined(text: str, icon: str, tip: str) -> QToolButton:
    button = tool_button(text, tip=tip, icon=icon)
    button.setProperty("role", "outlined")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
