"""核对: the month's hints one after the other, each to be jumped to, changed, or accepted with a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.hint import Hint
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.hint_deeds import HintDeeds
from tracker.ui.models.hint_lines import HintChoice, hint_lines
from tracker.ui.models.hint_model import HintModel
from tracker.ui.page import Fact, Page, Status
from tracker.ui.session import Session
from tracker.ui.views.hints_bar import HintsBar, HintsButtons
from tracker.ui.widgets.building import column, label
from tracker.ui.widgets.hint_list import HintList
from tracker.ui.widgets.total_row import Fill

if TYPE_CHECKING:
    from tracker.store.changed import Changed


class HintsView(Page):
    """The list; what is chosen in the bar lasts while the page lives."""

    reads = frozenset({"setting", "unit_group", "unit", "indicator", "figure", "month_state", "acceptance"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._choice = HintChoice()
        self.model = HintModel(self)
        self.deeds = HintDeeds(session, self)
        self.bar = HintsBar()
        self.list = HintList(self.model)
        self.buttons = HintsButtons()
        self.nothing = label()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.begin_at(self.list)

    def _lay_out(self) -> None:
        some, none = QWidget(), QWidget()
        lines = column(some)
        for widget in (self.list, Fill("line2", height=1), self.buttons):
            lines.addWidget(widget)
        words = column(none, margin=theme.dp(24))
        words.addWidget(self.nothing)
        words.addStretch(1)
        self._stack.addWidget(some)
        self._stack.addWidget(none)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for part in (self.bar, Fill("line2", height=1)):
            page.addWidget(part)
        page.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.rule_chosen.connect(lambda rule: self._choose(replace(self._choice, rule=rule)))
        self.bar.group_chosen.connect(lambda group: self._choose(replace(self._choice, group=group)))
        self.bar.order_chosen.connect(lambda by_unit: self._choose(replace(self._choice, by_unit=by_unit)))
        self.bar.accepted_chosen.connect(lambda on: self._choose(replace(self._choice, accepted=on)))
        self.bar.change_rules.clicked.connect(self.deeds.choose_rules)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._tell)
        # When the editor is closed: the change shows the list anew, under which an open one would be lost.
        self.model.changed.connect(self._change, Qt.ConnectionType.QueuedConnection)
        buttons = self.buttons
        buttons.open.clicked.connect(self.list.open_current)
        buttons.change.clicked.connect(self.list.edit_current)
        for button, deed in (
            (buttons.take, self.deeds.take_suggestions),
            (buttons.accept, self.deeds.accept),
            (buttons.withdraw, self.deeds.withdraw),
        ):
            button.clicked.connect(lambda _checked=False, deed=deed: deed(self.list.selected))

    def title(self) -> str:
        return tr("Hints")

    @property
    def hints(self) -> list[Hint]:
        """The selected hints."""
        return self.list.selected

    def refresh(self, changed: Changed | None) -> None:
        """Show the hints as they are; a hint that is gone leaves its place to the next one."""
        book, live, hints = self.session.book, self.session.live, self.session.hints
        row, current = self.list.currentIndex().row(), self.hints[:1]
        lines = [] if book is None or live is None or hints is None else hint_lines(book, live, hints, self._choice)
        self.model.show(lines, editable=self.deeds.can_change())
        if live is not None and hints is not None:
            self.bar.show_choice(live, hints.hints(), self._choice)
        self.nothing.setText(self._why_nothing())
        self._stack.setCurrentIndex(0 if lines else 1)
        kept = self.model.row_of(current[0]) if current else None
        self.list.choose_near(kept if kept is not None else max(row, 0))
        self._tell()

    def _why_nothing(self) -> str:
        everything = self._choice.rule is None and self._choice.group is None
        return tr("There is nothing to check.") if everything else tr("There is nothing to check of what is chosen above.")

    def _choose(self, choice: HintChoice) -> None:
        self._choice = choice
        self.refresh(None)

    def _change(self, hint: Hint, text: str) -> None:
        self.deeds.change(hint, text)

    def _open(self, hint: Hint) -> None:
        self.figure_requested.emit(hint.unit, hint.indicator)

    def _tell(self) -> None:
        chosen = self.hints
        can = self.deeds
        self.buttons.open.setEnabled(bool(chosen))
        self.buttons.change.setEnabled(can.can_change() and bool(chosen))
        self.buttons.take.setEnabled(bool(can.suggesting(chosen)))
        self.buttons.accept.setEnabled(bool(can.acceptable(chosen)))
        self.buttons.withdraw.setVisible(self._choice.accepted)
        self.buttons.withdraw.setEnabled(bool(can.accepted(chosen)))
        facts = (Fact(tr("Shown"), str(len(self.model.hints))), Fact(tr("Selected"), str(len(chosen))))
        self.status_changed.emit(Status(tr("Hints"), facts))
        self.commands_changed.emit()

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"select_all": self.list.selectAll}

    def can(self, command: str) -> bool:
        return bool(self.model.hints)

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        wanted = [hint for hint in self.model.hints if unit in (None, hint.unit) and indicator in (None, hint.indicator)]
        row = self.model.row_of(wanted[0]) if wanted else None
        if row is None:
            return False
        self.list.choose_row(row)
        return True

    def set_density(self, compact: bool) -> None:
        self.list.set_compact(compact)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().base)
