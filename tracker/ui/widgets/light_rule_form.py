"""The rule for lights as a form: by the gap to the pace with its bands, by growth with its plan, or as all indicators have it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QRadioButton, QWidget

from tracker.domain.amount import decimals_of, format_number
from tracker.domain.light import Band, GapRule, GrowthRule, Light, LightRule
from tracker.errors import DomainError
from tracker.i18n import tr
from tracker.ui.theme import dp
from tracker.ui.widgets.band_line import NAMES, BandLine, read_number
from tracker.ui.widgets.building import column, label, named, row

LIGHTS = (Light.GREEN, Light.YELLOW, Light.RED)


class LightRuleForm(QWidget):
    """Tells of each change; a rule that leaves a hole is told to be wrong under the fields where it stands."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.as_usual = QRadioButton()
        self.by_gap = QRadioButton(tr("By the gap to the pace, in percentage points (behind is below 0)"))
        self.by_growth = QRadioButton(tr("By growth on last year"))
        self._ways = QButtonGroup(self)
        for button in (self.as_usual, self.by_gap, self.by_growth):
            self._ways.addButton(button)
        self.bands = {light: BandLine(light, self) for light in LIGHTS}
        self.plan = named(QLineEdit(), tr("Planned growth in percent; blank: only the county's growth counts"))
        self.plan.setFixedWidth(dp(84))
        self.mistake = label(name="mistake", wraps=True)
        self._lay_out()
        self._ways.buttonToggled.connect(self._turn)
        self.plan.textEdited.connect(self._follow)
        for band in self.bands.values():
            band.changed.connect(self._follow)
        self._writable = True

    def _lay_out(self) -> None:
        outer = column(self, gap=dp(8))
        outer.addWidget(self.as_usual)
        outer.addWidget(self.by_gap)
        outer.addLayout(self._grid())
        outer.addWidget(self.by_growth)
        line = row(gap=dp(8))
        line.setContentsMargins(dp(24), 0, 0, 0)
        line.addWidget(label(tr("Green from a planned growth of")))
        line.addWidget(self.plan)
        line.addWidget(
            label(tr("% (blank: from the county's growth); falling is red, everything between yellow"), name="note"), 1
        )
        outer.addLayout(line)
        outer.addWidget(self.mistake)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(dp(24), 0, 0, 0)
        grid.setHorizontalSpacing(dp(8))
        grid.setVerticalSpacing(dp(8))
        for at, (light, band) in enumerate(self.bands.items()):
            words: tuple[QWidget, ...] = (
                label(tr(NAMES[light])),
                label(tr("from"), name="note"),
                band.least,
                band.from_least,
                label(tr("up to"), name="note"),
                band.most,
                band.to_most,
            )
            for place, widget in enumerate(words):
                grid.addWidget(widget, at, place)
        grid.addWidget(label(tr("A blank end means: without end."), name="note"), len(self.bands), 1, 1, 6)
        grid.setColumnStretch(7, 1)
        return grid

    def show_rule(self, rule: LightRule | None, usual: str) -> None:
        """Show a rule, None for the usual one, which is called so; nothing is told of it."""
        self.blockSignals(True)
        self.as_usual.setText(usual)
        gap = rule if isinstance(rule, GapRule) else GapRule.usual()
        for light, line in self.bands.items():
            line.show_band(next((band for band in gap.bands if band.light is light), Band(light)))
        plan = rule.plan if isinstance(rule, GrowthRule) else None
        self.plan.setText("" if plan is None else format_number(plan, decimals_of(plan)))
        chosen = self.as_usual if rule is None else self.by_growth if isinstance(rule, GrowthRule) else self.by_gap
        chosen.setChecked(True)
        self.blockSignals(False)
        self._follow()

    @property
    def rule(self) -> LightRule | None:
        """The rule that the fields say, None for the usual one; raises DomainError where they make none."""
        if self.as_usual.isChecked():
            return None
        if self.by_growth.isChecked():
            return GrowthRule(self._plan())
        return GapRule(tuple(line.band for line in self.bands.values()))

    def _plan(self) -> Decimal | None:
        return read_number(self.plan.text())

    def set_writable(self, on: bool) -> None:
        """Whether anything can be changed."""
        self._writable = on
        for button in self._ways.buttons():
            button.setEnabled(on)
        self._follow()

    def _turn(self, _button: object, on: bool) -> None:
        """Another way was chosen: told once, not for the one left, too."""
        if on:
            self._follow()

    def _follow(self) -> None:
        for line in self.bands.values():
            line.set_enabled(self._writable and self.by_gap.isChecked())
        self.plan.setEnabled(self._writable and self.by_growth.isChecked())
        self.mistake.setText(self.fault)
        self.changed.emit()

    @property
    def fault(self) -> str:
        """Why the fields make no rule; "" where they do."""
        try:
            _ = self.rule
        except DomainError as error:
            return str(error)
        return ""
