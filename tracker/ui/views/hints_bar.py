"""The bars of 核对: above, which hints are shown and under which headings; below, what can be done with the selected ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from tracker.domain.hint import Hint
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.ui.icons import icon
from tracker.ui.models.hint_lines import RULES, HintChoice, rules_there
from tracker.ui.widgets.building import tool_button
from tracker.ui.widgets.flow_layout import FlowBar
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.ranking_segments import Segments


class Bar(FlowBar):
    """A row of controls, those in `last` at the right; the page draws the line between it and what follows."""

    def __init__(self, *widgets: QWidget, last: Sequence[QWidget] = ()) -> None:
        super().__init__(ruled=False)
        for widget in widgets:
            self.flow.addWidget(widget)
        self.flow.push()
        for widget in last:
            self.flow.addWidget(widget)


class HintsBar(Bar):
    """Tells what was chosen; shows what is in force."""

    rule_chosen = Signal(object)
    """A Rule, None for all."""
    group_chosen = Signal(object)
    """A GroupId, None for all."""
    order_chosen = Signal(object)
    """Whether the headings are the units."""
    accepted_chosen = Signal(bool)
    """Whether the accepted hints are shown too."""

    def __init__(self) -> None:
        self.order = Segments(tr("Headings"))
        self.rules = LabelledCombo(tr("Rule"))
        self.groups = LabelledCombo(tr("Group"))
        self.accepted = outlined(tr("Accepted ones too"), "check-circle", tr("Show what was accepted, by whom and why"))
        self.accepted.setCheckable(True)
        self.change_rules = outlined(tr("Rules…"), "sliders-horizontal", tr("Switch rules off, set their bounds"))
        super().__init__(self.order, self.rules, self.groups, self.accepted, last=(self.change_rules,))
        self.order.picked.connect(self.order_chosen)
        self.rules.picked.connect(self.rule_chosen)
        self.groups.picked.connect(self.group_chosen)
        self.accepted.toggled.connect(self.accepted_chosen)

    def show_choice(self, live: Live, hints: Sequence[Hint], choice: HintChoice) -> None:
        """Offer what the month has, with what is in force chosen."""
        self.order.offer([(False, tr("By seriousness")), (True, tr("By unit"))], choice.by_unit)
        there = [rule for rule in RULES if rule in {*rules_there(hints), choice.rule}]
        self.rules.offer([(None, tr("All")), *((rule, tr(RULES[rule])) for rule in there)], choice.rule)
        groups = [(group.id, group.name) for group in live.roster.groups]
        self.groups.offer([(None, tr("All")), *groups], choice.group)
        self.accepted.setChecked(choice.accepted)


class HintsButtons(Bar):
    """The buttons under the list, each with its key in its tip."""

    def __init__(self) -> None:
        self.open = outlined(tr("Go to the cell"), "table", tr("Show the figure on the entry page  Enter"))
        self.take = outlined(tr("Take the suggestion"), "check", tr("Change the figure to what is suggested  Ctrl+Shift+F8"))
        self.change = outlined(tr("Change…"), "pencil-simple", tr("Type another figure in its place  F2"))
        self.accept = outlined(tr("It is right; add a note…"), "chat-text", tr("Accept what is selected, with a note  Ctrl+F8"))
        self.withdraw = outlined(tr("Withdraw acceptance"), "arrow-u-up-left", tr("Have the hint told again"))
        super().__init__(self.open, self.take, self.change, self.accept, self.withdraw)


def outlined(text: str, icon_name: str, tip: str) -> QToolButton:
    """A bordered button of a bar."""
    made = tool_button(text, tip=tip, icon=icon_name)
    made.setIcon(icon(icon_name))
    made.setProperty("role", "outlined")
    return made
