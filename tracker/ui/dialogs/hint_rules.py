"""核对规则: which rules are in force, with their bounds in plain words, and how many hints the month would have under them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QSpinBox,
    QWidget,
)

from tracker.domain.hint import FEWEST_MONTHS, MOST_MONTHS, SCORES, TOLERANCES, HintRules, Rule
from tracker.i18n import mark, tr
from tracker.ui import theme
from tracker.ui.models.hint_lines import RULES
from tracker.ui.widgets.building import column, label, named
from tracker.ui.widgets.dialog_buttons import settings_buttons

MEANINGS = {
    Rule.DECIMALS: mark("A figure is finer than its indicator allows."),
    Rule.SLIP: mark("A figure is about ten or ten thousand times what the unit reports, or that part of it."),
    Rule.FALL: mark("A typed cumulative is below last month's."),
    Rule.NEGATIVE: mark("A month's figure is below zero."),
    Rule.PERCENT: mark("A rate is over 100%."),
    Rule.OUTLIER: mark("A figure is far from the unit's own months before."),
    Rule.BLANK: mark("The unit has reported, but left blank what it reported last month."),
}
"""The rules that can be switched off, in plain words."""


class HintRulesDialog(QDialog):
    """Asks for the rules; in a book that can only be read it shows them. `count` tells how many hints rules would give."""

    def __init__(self, parent: QWidget | None, now: HintRules, count: Callable[[HintRules], int], *, read_only: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rules for hints"))
        self._count = count
        self.boxes = {rule: _box(rule, on=now.has(rule)) for rule in MEANINGS}
        self.tolerance = _decimal(now.tolerance, TOLERANCES, tr("Tolerance of wrong units of measure"))
        self.score = _decimal(now.score, SCORES, tr("Bound of what is far from the usual"))
        self.months = _whole(now.months, MOST_MONTHS, tr("Months looked at"))
        self.least = _whole(now.least, now.months, tr("Months needed"))
        self.told = label(name="sentence")
        self.buttons = settings_buttons(read_only=read_only)
        self._lay_out()
        self._connect()
        for field in (*self.boxes.values(), self.tolerance, self.score, self.months, self.least):
            field.setEnabled(not read_only)
        self._follow()

    def _lay_out(self) -> None:
        rules = QGridLayout()
        rules.setHorizontalSpacing(theme.dp(16))
        rules.setVerticalSpacing(theme.dp(8))
        for at, (rule, box) in enumerate(self.boxes.items()):
            rules.addWidget(box, at, 0)
            rules.addWidget(label(tr(MEANINGS[rule]), name="note"), at, 1)
        rules.setColumnStretch(1, 1)
        bounds = QFormLayout()
        bounds.setHorizontalSpacing(theme.dp(16))
        bounds.setVerticalSpacing(theme.dp(8))
        bounds.addRow(tr("Wrong unit of measure: ten times, give or take a factor of"), self.tolerance)
        bounds.addRow(tr("Far from the usual: from a robust z-score of"), self.score)
        bounds.addRow(tr("Compare with at most so many months before"), self.months)
        bounds.addRow(tr("Compare only where so many of them have figures"), self.least)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addLayout(rules)
        outer.addLayout(bounds)
        outer.addWidget(self.told)
        outer.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        usual = self.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        if usual is not None:
            usual.clicked.connect(lambda: self._show(HintRules()))
        for box in self.boxes.values():
            box.toggled.connect(self._follow)
        for field in (self.tolerance, self.score, self.months, self.least):
            field.valueChanged.connect(self._follow)

    def _show(self, rules: HintRules) -> None:
        for rule, box in self.boxes.items():
            box.setChecked(rules.has(rule))
        self.tolerance.setValue(float(rules.tolerance))
        self.score.setValue(float(rules.score))
        self.months.setValue(rules.months)
        self.least.setValue(rules.least)

    @property
    def asked(self) -> HintRules:
        """What the fields say now."""
        return HintRules(
            off=frozenset(rule for rule, box in self.boxes.items() if not box.isChecked()),
            tolerance=Decimal(str(round(self.tolerance.value(), 1))),
            score=Decimal(str(round(self.score.value(), 1))),
            months=self.months.value(),
            least=self.least.value(),
        )

    def _follow(self) -> None:
        self.least.setMaximum(self.months.value())
        self.told.setText(tr("The month in view has {count} hints under these rules.", count=self._count(self.asked)))


def _box(rule: Rule, *, on: bool) -> QCheckBox:
    box = QCheckBox(tr(RULES[rule]))
    box.setChecked(on)
    box.setToolTip(tr(MEANINGS[rule]))
    return box


def _decimal(value: Decimal, limits: tuple[Decimal, Decimal], name: str) -> QDoubleSpinBox:
    field = named(QDoubleSpinBox(), name)
    field.setDecimals(1)
    field.setSingleStep(0.1 if limits[1] < SCORES[1] else 0.5)
    field.setRange(float(limits[0]), float(limits[1]))
    field.setValue(float(value))
    return field


def _whole(value: int, most: int, name: str) -> QSpinBox:
    field = named(QSpinBox(), name)
    field.setRange(FEWEST_MONTHS, most)
    field.setValue(value)
    return field
