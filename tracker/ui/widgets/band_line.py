"""One line of a rule for lights: from which gap to which a light is shown, and whether either end belongs to it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from tracker.domain.amount import MINUS, decimals_of, format_number
from tracker.domain.light import Band, Light, LightsUndefined
from tracker.domain.parsing import read_amount
from tracker.i18n import mark, tr
from tracker.ui.theme import dp
from tracker.ui.widgets.building import named

DECIMALS = 4
NAMES = {Light.GREEN: mark("Green light"), Light.YELLOW: mark("Yellow light"), Light.RED: mark("Red light")}


class BandLine(QObject):
    """Two fields for the ends, blank for none, each with a box whether the end itself counts; laid out by its owner."""

    changed = Signal()

    def __init__(self, light: Light, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.light = light
        name = tr(NAMES[light])
        self.least = _field(tr("{light}: gap from", light=name))
        self.from_least = named(QCheckBox(tr("included")), tr("{light}: the lower end counts", light=name))
        self.most = _field(tr("{light}: gap to", light=name))
        self.to_most = named(QCheckBox(tr("included")), tr("{light}: the upper end counts", light=name))
        for field in (self.least, self.most):
            field.textEdited.connect(self.changed)
        for box in (self.from_least, self.to_most):
            box.toggled.connect(self.changed)

    def show_band(self, band: Band) -> None:
        """Show a band; nothing is told of it."""
        self.blockSignals(True)
        self.least.setText(_shown(band.least))
        self.most.setText(_shown(band.most))
        self.from_least.setChecked(band.from_least)
        self.to_most.setChecked(band.to_most)
        self.blockSignals(False)

    @property
    def band(self) -> Band:
        """The band as it stands in the fields; raises LightsUndefined for an end that cannot be read."""
        return Band(
            self.light,
            _read(self.least),
            _read(self.most),
            from_least=self.from_least.isChecked(),
            to_most=self.to_most.isChecked(),
        )

    def set_enabled(self, on: bool) -> None:
        """Whether it can be changed."""
        for field in (self.least, self.from_least, self.most, self.to_most):
            field.setEnabled(on)


def read_number(text: str) -> Decimal | None:
    """The number as it is meant, None for a blank; raises LightsUndefined with the reason."""
    found = read_amount(text, unit="%", decimals=DECIMALS)
    if found.reason:
        raise LightsUndefined(tr("“{text}” is no number: {reason}", text=text, reason=found.reason))
    return found.value


def _read(field: QLineEdit) -> Decimal | None:
    return read_number(field.text())


def _shown(end: Decimal | None) -> str:
    return "" if end is None else format_number(end, decimals_of(end)).replace(MINUS, "-")


def _field(name: str) -> QLineEdit:
    made = named(QLineEdit(), name)
    made.setFixedWidth(dp(84))
    return made
