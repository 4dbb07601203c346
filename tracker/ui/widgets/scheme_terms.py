"""What a version of the scheme says beside its lines: 总分 [100] 迟报每次扣 [1] 漏报每次扣 [1] 全年最多扣 [5]."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.scheme import Terms
from tracker.i18n import tr
from tracker.ui.theme import dp
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.toned import set_tone, toned


class TermsForm(QWidget):
    """`told` comes with the terms as they are after an edit."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._terms = Terms()
        words = {
            "total": tr("Full score"),
            "late": tr("Late form, each costs"),
            "missing": tr("Missing form, each costs"),
            "most": tr("In a year at most"),
        }
        self.fields = {name: NumberField(text, width=52) for name, text in words.items()}
        self.sum = toned()
        flow = FlowLayout(self, margins=QMargins(dp(12), dp(8), dp(12), dp(8)), gap=dp(8))
        for name, text in words.items():
            flow.addWidget(toned(text))
            flow.addWidget(self.fields[name])
            if name == "total":
                flow.addWidget(self.sum)
            self.fields[name].told.connect(lambda value, name=name: self._tell(name, value))

    def _tell(self, name: str, value: Decimal | None) -> None:
        blank = Decimal(0) if name in ("late", "missing") else None
        said: dict[str, Any] = {name: blank if value is None else value}
        self.told.emit(replace(self._terms, **said))

    def forget(self) -> None:
        """Give up what is typed and could not be read: another version comes."""
        for field in self.fields.values():
            field.forget()

    def show_terms(self, terms: Terms, sums: str, *, adds_up: bool) -> None:
        """Show the terms, and what the lines add up to."""
        self._terms = terms
        for name, field in self.fields.items():
            value: Decimal | None = getattr(terms, name)
            field.show_value(value or None if name in ("late", "missing") else value)
        self.sum.setText(sums)
        set_tone(self.sum, "green" if adds_up else "red")
