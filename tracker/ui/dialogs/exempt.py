"""免责: exempts a unit from the black list of an indicator, or of all, for some months and for a reason that stays on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from tracker.domain.exemption import Exemption
from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.month_text import read_month
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId
from tracker.errors import BadMonth
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.months import month_text
from tracker.ui.widgets.building import column, label, named


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the fields begin with."""

    month: Month
    unit: UnitId | None = None
    indicator: IndicatorId | None = None


class ExemptDialog(QDialog):
    """`exemption` is what was asked for; it cannot be given without a reason, nor with months that cannot be read."""

    def __init__(
        self, parent: QWidget | None, units: Sequence[Unit], indicators: Sequence[Indicator], proposed: Proposed
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Exempt from the black list"))
        self._units = [unit.id for unit in units]
        self._indicators: list[IndicatorId | None] = [None, *(one.id for one in indicators)]
        self.unit, self.indicator = named(QComboBox(), tr("Unit")), named(QComboBox(), tr("Indicator"))
        self.unit.addItems([unit.name for unit in units])
        self.indicator.addItems([tr("All, and the score"), *(one.name for one in indicators)])
        self.first = named(QLineEdit(month_text(proposed.month)), tr("From month"))
        self.last = named(QLineEdit(month_text(proposed.month)), tr("Until month"))
        self.reason, self.document = named(QLineEdit(), tr("Reason")), named(QLineEdit(), tr("Document number"))
        self.mistake = label(name="mistake", wraps=True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(tr("Exempt"))
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self._lay_out()
        self._connect()
        self._propose(proposed)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.dp(16))
        form.setVerticalSpacing(theme.dp(8))
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("Unit"), self.unit),
            (tr("Indicator"), self.indicator),
            (tr("From month"), self.first),
            (tr("Until month"), self.last),
            (tr("Reason"), self.reason),
            (tr("Document number"), self.document),
        )
        for text, widget in fields:
            form.addRow(text, widget)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(12))
        outer.addLayout(form)
        outer.addWidget(self.mistake)
        outer.addWidget(self.buttons)
        self.setMinimumWidth(theme.dp(480))

    def _connect(self) -> None:
        for field in (self.first, self.last, self.reason):
            field.textChanged.connect(self._follow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _propose(self, proposed: Proposed) -> None:
        if proposed.unit in self._units:
            self.unit.setCurrentIndex(self._units.index(proposed.unit))
            self.reason.setFocus()
        if proposed.indicator in self._indicators:
            self.indicator.setCurrentIndex(self._indicators.index(proposed.indicator))
        self._follow()

    @property
    def exemption(self) -> Exemption:
        """What the fields say; raises BadMonth. The document's number stands behind the reason."""
        reason, document = self.reason.text().strip(), self.document.text().strip()
        told = tr("{reason} ({document})", reason=reason, document=document) if document else reason
        unit, indicator = self._units[self.unit.currentIndex()], self._indicators[self.indicator.currentIndex()]
        return Exemption(unit, indicator, _month(self.first), _month(self.last), told)

    def _follow(self) -> None:
        fault = self._fault()
        self.mistake.setText(fault)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not fault and bool(self.reason.text().strip()))

    def _fault(self) -> str:
        """What is wrong with the months; a reason that is not there yet is no fault."""
        try:
            first, last = _month(self.first), _month(self.last)
        except BadMonth as error:
            return str(error)
        return tr("The last month is before the first one.") if last < first else ""


def _month(field: QLineEdit) -> Month:
    found = read_month(field.text())
    if found is None:
        raise BadMonth(field.text())
    return found
