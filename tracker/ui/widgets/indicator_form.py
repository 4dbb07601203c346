"""One indicator as a form. What is changed is told when its field is left; nothing here is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from tracker.domain.amount import PLACES, plain
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.parsing import read_amount
from tracker.errors import Unreadable
from tracker.i18n import tr
from tracker.ui.models.indicator_words import CHOICES, FIELDS
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, named

WIDTH, LINES = 520, 96
OF_RATIO = ("numerator", "denominator", "factor")


class Definition(QPlainTextEdit):
    """Some lines of text; Tab leaves it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(dp(LINES))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class IndicatorForm(QScrollArea):
    """`told` comes with each finished edit; ask `indicator` then."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Indicator | None = None
        self.texts = {field: named(QLineEdit(), tr(FIELDS[field])) for field in ("code", "name", "unit", "factor")}
        self.choices = {
            field: named(QComboBox(), tr(FIELDS[field])) for field in (*CHOICES, "decimals", "numerator", "denominator")
        }
        self.definition = named(Definition(), tr(FIELDS["definition"]))
        self.definition.setPlaceholderText(tr("What counts and what does not, and on whose word"))
        self.mistake = label(name="mistake", wraps=True)
        self._form = QFormLayout()
        self._fill_choices()
        self._lay_out()
        self._connect()

    def _fill_choices(self) -> None:
        for field, choices in CHOICES.items():
            for value, words in choices:
                self.choices[field].addItem(tr(words), value)
        for places in range(PLACES + 1):
            self.choices["decimals"].addItem(str(places), places)

    def _lay_out(self) -> None:
        fields: dict[str, QWidget] = {**self.texts, **self.choices, "definition": self.definition}
        self._form.setHorizontalSpacing(dp(16))
        self._form.setVerticalSpacing(dp(12))
        for field, title in FIELDS.items():
            self._form.addRow(tr(title), fields[field])
        inner = QWidget()
        inner.setMaximumWidth(dp(WIDTH + 160))
        box = column(inner, margin=dp(20), gap=dp(12))
        box.addWidget(self.mistake)
        box.addLayout(self._form)
        box.addStretch(1)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Indicator"))
        self.setFocusProxy(self.texts["name"])
        self.say("")

    def _connect(self) -> None:
        for text in self.texts.values():
            text.editingFinished.connect(self.told)
        for choice in self.choices.values():
            choice.activated.connect(self._choose)
        self.definition.left.connect(self.told)

    def _choose(self) -> None:
        self._show_rows()
        self.told.emit()

    def _show_rows(self) -> None:
        """A ratio has parts and is not typed; the others have none."""
        kind = self.choices["kind"].currentData()
        for field in OF_RATIO:
            self._form.setRowVisible(self.texts.get(field) or self.choices[field], kind == Kind.RATIO)
        self._form.setRowVisible(self.choices["entered_by"], kind == Kind.FLOW)

    def show_indicator(self, shown: Indicator, parts: Sequence[Indicator]) -> None:
        """Fill the form; `parts` are the indicators that a ratio may be made of."""
        self._shown = shown
        for field, text in self.texts.items():
            value = getattr(shown, field)
            text.setText(format(plain(value), "f") if isinstance(value, Decimal) else value)
        for field in ("numerator", "denominator"):
            self.choices[field].clear()
            self.choices[field].addItem(tr("Choose an indicator"), None)
            for part in parts:
                self.choices[field].addItem(part.name, part.id)
        for field, box in self.choices.items():
            box.setCurrentIndex(max(0, box.findData(getattr(shown, field))))
        self.definition.setPlainText(shown.definition)
        self._show_rows()
        self.say("")

    def set_writable(self, writable: bool) -> None:
        """Let it be changed, or only be read."""
        self.widget().setEnabled(writable)

    def say(self, mistake: str) -> None:
        """Tell why it is not stored as it stands; "" where it is."""
        self.mistake.setText(mistake)
        self.mistake.setVisible(bool(mistake))

    @property
    def indicator(self) -> Indicator:
        """What the fields say now; raises Unreadable for a factor that is none."""
        if self._shown is None:
            raise RuntimeError("no indicator is shown")
        is_ratio = self.choices["kind"].currentData() == Kind.RATIO
        values: dict[str, Any] = {field: box.currentData() for field, box in self.choices.items()}
        # Qt gives a StrEnum back as a mere str.
        values |= {field: choices[self.choices[field].currentIndex()][0] for field, choices in CHOICES.items()}
        values |= {field: self.texts[field].text().strip() for field in ("code", "name", "unit")}
        if not is_ratio:
            values |= {"numerator": None, "denominator": None}
        return replace(
            self._shown,
            **values,
            factor=self._factor() if is_ratio else Decimal(1),
            definition=self.definition.toPlainText().strip(),
        )

    def _factor(self) -> Decimal:
        reading = read_amount(self.texts["factor"].text(), unit="", decimals=PLACES)
        if not reading.value:
            raise Unreadable(reading.reason or tr("A ratio needs a factor: 100 for percent, 1 for a plain quotient."))
        return reading.value
