"""零报告: which indicators must not be nothing, and by the end of which month of the year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.i18n import tr
from tracker.ui.theme import dp
from tracker.ui.widgets.building import label, named


class ZeroRulesForm(QWidget):
    """A line an indicator that is reported itself; its month counts while its box is checked."""

    changed = Signal()

    def __init__(self, now: ListRules, indicators: Sequence[Indicator], *, month: int) -> None:
        super().__init__()
        asked = {rule.indicator: rule.month for rule in now.zero}
        self.lines: dict[IndicatorId, tuple[QCheckBox, QSpinBox]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(dp(12))
        grid.setVerticalSpacing(dp(8))
        for at, one in enumerate(one for one in indicators if one.kind is not Kind.RATIO):
            box = QCheckBox(one.name)
            box.setChecked(one.id in asked)
            number = named(QSpinBox(), tr("{indicator}: by which month", indicator=one.name))
            number.setRange(1, 12)
            number.setValue(asked.get(one.id, month))
            self.lines[one.id] = box, number
            for place, widget in enumerate((box, label(tr("by month"), name="note"), number)):
                grid.addWidget(widget, at, place)
            box.toggled.connect(self._follow)
            number.valueChanged.connect(self.changed)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(len(self.lines), 1)
        self._writable = True
        self._follow()

    @property
    def rules(self) -> tuple[ZeroRule, ...]:
        """What must not be nothing."""
        return tuple(ZeroRule(one, number.value()) for one, (box, number) in self.lines.items() if box.isChecked())

    def set_writable(self, on: bool) -> None:
        """Whether anything can be changed."""
        self._writable = on
        self._follow()

    def _follow(self) -> None:
        for box, number in self.lines.values():
            box.setEnabled(self._writable)
            number.setEnabled(self._writable and box.isChecked())
        self.changed.emit()
