"""榜单规则: how many are named, which light is which, what must not be nothing; and what that would do to the month in view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QStackedWidget, QWidget

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.light import LightRule
from tracker.domain.list_rules import ListRules
from tracker.domain.unit import Group
from tracker.errors import DomainError
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.kept_rules import KeptRules
from tracker.ui.widgets.building import column, label, room_for, scrolled
from tracker.ui.widgets.light_rule_form import LightRuleForm
from tracker.ui.widgets.list_sizes_form import ListSizesForm
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.ranking_segments import Segments
from tracker.ui.widgets.zero_rules_form import ZeroRulesForm

Effect = Callable[[KeptRules, IndicatorId | None], str]
"""What rules would do to the month in view by an indicator, the leading one for None, in one sentence."""


@dataclass(frozen=True, slots=True)
class RulesSetting:
    """What the rules are about: the book's groups and indicators, and the number of the month in view."""

    groups: Sequence[Group]
    indicators: Sequence[Indicator]
    month: int
    read_only: bool = False


@dataclass
class _Lights:
    """The rules for lights in hand: of all indicators (None) and of one each, and which of them is shown."""

    rules: dict[IndicatorId | None, LightRule | None] = field(default_factory=dict)
    shown: IndicatorId | None = None

    @property
    def own(self) -> Mapping[IndicatorId, LightRule]:
        return {about: rule for about, rule in self.rules.items() if about is not None and rule is not None}


class ListRulesDialog(QDialog):
    """Asks for the rules; what cannot be a rule is told where it stands and not taken. A book that is only read shows them."""

    def __init__(self, parent: QWidget | None, now: KeptRules, setting: RulesSetting, effect: Effect) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rules of the lists"))
        self._setting, self._effect = setting, effect
        self._lights = _Lights({None: now.lights})
        for about, rule in now.own.items():
            self._lights.rules[about] = rule
        self.parts = Segments(tr("Parts of the rules"))
        self.sizes = ListSizesForm(now.lists, setting.groups)
        self.about = LabelledCombo(tr("Lights of"))
        self.lights = LightRuleForm()
        self.zero = ZeroRulesForm(now.lists, setting.indicators, month=setting.month)
        self.stack = QStackedWidget()
        self.told = label(name="sentence", wraps=True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Close if setting.read_only else kinds.Ok | kinds.Cancel)
        self._name_buttons()
        self._lay_out()
        self._connect()
        for form in (self.sizes, self.lights, self.zero):
            form.set_writable(not setting.read_only)
        self.turn_to(0)
        self._show_lights(None)

    def _name_buttons(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        for kind, text in {kinds.Ok: tr("Save"), kinds.Cancel: tr("Cancel"), kinds.Close: tr("Close")}.items():
            button = self.buttons.button(kind)
            if button is not None:
                button.setText(text)

    def _lay_out(self) -> None:
        lights = QWidget()
        of_lights = column(lights, gap=theme.dp(12))
        of_lights.addWidget(self.about)
        of_lights.addWidget(self.lights)
        of_lights.addStretch(1)
        zero = QWidget()
        of_zero = column(zero, gap=theme.dp(12))
        of_zero.addWidget(label(tr("Who has nothing at all of these by the end of the month is named."), name="note"))
        of_zero.addWidget(scrolled(self.zero), 1)
        for part in (scrolled(self.sizes), lights, zero):
            self.stack.addWidget(part)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addWidget(self.parts)
        outer.addWidget(self.stack, 1)
        outer.addWidget(self.told)
        outer.addWidget(self.buttons)
        self.resize(room_for(self, 720, 540))

    def _connect(self) -> None:
        self.parts.picked.connect(self.turn_to)
        self.about.picked.connect(self._show_lights)
        for form in (self.sizes, self.zero):
            form.changed.connect(self._follow)
        self.lights.changed.connect(self._take_lights)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def turn_to(self, part: int) -> None:
        """Show one of the three parts."""
        offered: list[tuple[object, str]] = [(0, tr("Red and black list")), (1, tr("The lights")), (2, tr("Nothing at all"))]
        self.parts.offer(offered, part)
        self.stack.setCurrentIndex(part)

    def _show_lights(self, about: IndicatorId | None) -> None:
        self._lights.shown = about
        indicators = [(one.id, one.name) for one in self._setting.indicators]
        self.about.offer([(None, tr("All indicators")), *indicators], about)
        usual = tr("As the program has it") if about is None else tr("As all indicators have it")
        self.lights.show_rule(self._lights.rules.get(about), usual)
        self._follow()

    def _take_lights(self) -> None:
        if not self.lights.fault:
            self._lights.rules[self._lights.shown] = self.lights.rule
        self._follow()

    @property
    def asked(self) -> KeptRules:
        """What the fields say now; raises DomainError where the lights make no rule."""
        self._lights.rules[self._lights.shown] = self.lights.rule
        lists = ListRules(self.sizes.usual.value(), self.sizes.own_sizes, self.sizes.reviews.value(), self.zero.rules)
        return KeptRules(lists, self._lights.rules[None], self._lights.own)

    def _follow(self) -> None:
        """Tell what the rules would do; those that are none cannot be saved, nor left for another indicator's."""
        try:
            told, sound = self._effect(self.asked, self._lights.shown), True
        except DomainError:
            told, sound = tr("The lights leave a hole or overlap; see there."), False
        self.told.setText(told)
        self.about.setEnabled(sound)
        save = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        if save is not None:
            save.setEnabled(sound)
