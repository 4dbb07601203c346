"""单位与指标: everything that the monthly figures hang on, a tab each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import permutations
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.store.changed import Changed
from tracker.ui.context_menu import LINE
from tracker.ui.page import Page
from tracker.ui.session import Session
from tracker.ui.views.setup_adjustments import AdjustmentsTab
from tracker.ui.views.setup_indicators import IndicatorsTab
from tracker.ui.views.setup_scheme import SchemeTab
from tracker.ui.views.setup_units import UnitsTab
from tracker.ui.views.setup_year import PlanTab, TargetsTab, YearTab
from tracker.ui.widgets.building import column
from tracker.ui.widgets.grid_menu import GridMenu
from tracker.ui.widgets.ranking_segments import Segments
from tracker.ui.widgets.setup_bar import SetupBar
from tracker.ui.widgets.total_row import Fill

CELL_MENU = ("cut", "copy", "paste", LINE, "clear", "select_all")


class SetupTab(Protocol):
    """What the page asks of a tab, which is a widget too."""

    said: SignalInstance
    status_changed: SignalInstance

    def title(self) -> str: ...

    def refresh(self) -> None: ...

    def set_density(self, compact: bool) -> None: ...

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]: ...

    def can(self, command: str) -> bool: ...


class SetupView(Page):
    """One tab is in front; a tab is refreshed when it comes there and when what it shows has changed."""

    reads = frozenset(
        {
            "unit_group",
            "unit",
            "indicator",
            "target",
            "plan_share",
            "scheme_line",
            "scheme_terms",
            "month_state",
            "setting",
            "figure",
            "report",
            "adjustment",
        }
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.units = UnitsTab(session)
        self.indicators = IndicatorsTab(session)
        self.targets = TargetsTab(session, lambda: self.turn_to(self.units))
        self.plan = PlanTab(session, lambda: self.turn_to(self.indicators))
        self.scheme = SchemeTab(session)
        self.adjustments = AdjustmentsTab(session)
        self.tabs: tuple[SetupTab, ...] = (self.units, self.indicators, self.targets, self.plan, self.scheme, self.adjustments)
        of_year: tuple[YearTab | SchemeTab | AdjustmentsTab, ...] = (self.targets, self.plan, self.scheme, self.adjustments)
        for chosen_in, follows in permutations(of_year, 2):
            chosen_in.year_chosen.connect(follows.show_year)
        self.bar = SetupBar()
        self.segments = Segments(tr("Part"))
        self._stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        outer = column(self)
        self.bar.add(self.segments)
        outer.addWidget(self.bar)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self._stack, 1)
        self.segments.offer([(at, tab.title()) for at, tab in enumerate(self.tabs)], 0)
        self.segments.picked.connect(self._pick)
        for tab in self.tabs:
            self._stack.addWidget(tab)  # type: ignore[arg-type]
            tab.said.connect(self.session.say)
            tab.status_changed.connect(self._pass_on(tab))
        for table in (self.units.table, self.targets.table, self.plan.table):
            GridMenu(table.grid).asked.connect(lambda place: self.menu_asked.emit(place, CELL_MENU))
        self.begin_at(self._stack.currentWidget())

    def _pass_on(self, tab: SetupTab) -> Callable[[object], None]:
        return lambda status: self.status_changed.emit(status) if tab is self.front else None

    @property
    def front(self) -> SetupTab:
        """The tab in front."""
        return self.tabs[self._stack.currentIndex()]

    def title(self) -> str:
        return tr("Units and indicators")

    def turn_to(self, tab: SetupTab) -> None:
        """Bring a tab to the front, fresh and ready for the keyboard."""
        at = self.tabs.index(tab)
        self._stack.setCurrentIndex(at)
        self.segments.offer([(at, tab.title()) for at, tab in enumerate(self.tabs)], at)
        self.begin_at(self._stack.currentWidget())
        tab.refresh()
        self.commands_changed.emit()
        self.setFocus()

    def _pick(self, at: object) -> None:
        if isinstance(at, int):
            self.turn_to(self.tabs[at])

    def refresh(self, changed: Changed | None) -> None:
        self.front.refresh()
        self.commands_changed.emit()

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return self.front.commands

    def can(self, command: str) -> bool:
        return command in self.front.commands and self.front.can(command)

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        if unit is not None:
            self.turn_to(self.units)
            return self.units.show_unit(unit)
        if indicator is not None:
            self.turn_to(self.indicators)
            return self.indicators.show_indicator(indicator)
        return False

    def set_density(self, compact: bool) -> None:
        for tab in self.tabs:
            tab.set_density(compact)
