"""目标 and 序时: what belongs to a year, a sheet each; and the new year, carried over from the last."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from tracker.domain.target import TargetSet
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store.book import Book
from tracker.store.new_year import Carried, carry_over
from tracker.ui.dialogs.message import tell
from tracker.ui.dialogs.new_year import NewYear, NewYearDialog
from tracker.ui.models.plan_sheet import PlanSheet
from tracker.ui.models.sheet import Sheet
from tracker.ui.models.sheet_model import SheetModel
from tracker.ui.models.sheet_status import sheet_status
from tracker.ui.models.targets_sheet import TargetsSheet
from tracker.ui.page import Fact
from tracker.ui.session import Session
from tracker.ui.views.sheet_edits import SheetEdits
from tracker.ui.widgets.building import column
from tracker.ui.widgets.empty_tab import EmptyTab
from tracker.ui.widgets.first_focus import FirstFocus
from tracker.ui.widgets.ranking_segments import Segments
from tracker.ui.widgets.setup_bar import SetupBar
from tracker.ui.widgets.sheet_table import SheetTable
from tracker.ui.widgets.total_row import Fill
from tracker.ui.widgets.year_choice import YearChoice


class YearTab(FirstFocus):
    """A tab of the setup page. Until a year is chosen it shows that of the month in view."""

    said = Signal(str)
    status_changed = Signal(object)
    year_chosen = Signal(int)
    """A new year was made, or another one chosen: the other tab shows it too."""

    def __init__(self, session: Session, empty: EmptyTab, *, totals: bool) -> None:
        super().__init__()
        self.session = session
        self._year: int | None = None
        self.model = SheetModel(self)
        self.table = SheetTable(self.model, self.title(), names=200, totals=totals)
        self.edits = SheetEdits(self.table)
        self.bar = SetupBar()
        self.years = YearChoice()
        self.empty = empty
        self._stack = QStackedWidget()
        self._lay_out()
        self.years.picked.connect(self._pick)
        self.edits.said.connect(self.said)
        self.table.grid.selection_moved.connect(self._tell)

    def _lay_out(self) -> None:
        self.bar.add(self.years)
        self.add_to_bar()
        self.new_year_button = self.bar.add_button(tr("New year…"), self.new_year, icon="calendar-plus")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        outer = column(self)
        outer.addWidget(self.bar)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self._stack, 1)

    @abstractmethod
    def title(self) -> str: ...

    @abstractmethod
    def sheet(self, book: Book) -> Sheet: ...

    def add_to_bar(self) -> None:
        """Put what else there is to choose into the bar."""

    def facts(self) -> tuple[Fact, ...]:
        """What else the status bar tells."""
        return ()

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._year if self._year is not None else self.session.month.year

    def show_year(self, year: int) -> None:
        """Show another year from now on."""
        self._year = year
        self.refresh()

    def _pick(self, year: object) -> None:
        if isinstance(year, int):
            self.show_year(year)
            self.year_chosen.emit(year)

    def refresh(self) -> None:
        """Show the book as it is now."""
        book = self.session.book
        if book is None:
            return
        self.years.show_year(book, self.year)
        sheet = self.sheet(book)
        self.model.show_sheet(book, sheet)
        there = bool(sheet.columns) and len(sheet.lines) > 1
        self._stack.setCurrentWidget(self.table if there else self.empty)
        self.begin_at(self.table if there else self.empty)
        self.new_year_button.setEnabled(not book.read_only)
        self._tell()

    def _tell(self) -> None:
        self.status_changed.emit(sheet_status(self.model, self.table.grid.selection.spans, *self.facts()))

    def set_density(self, compact: bool) -> None:
        self.table.set_density(compact)

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return self.edits.commands

    def can(self, command: str) -> bool:
        """Whether the command makes sense now."""
        return self.model.last_row >= 0 and (command in ("copy", "select_all") or not self.model.locked())

    def new_year(self) -> None:
        """Ask what the new year takes over, and begin it."""
        book = self.session.book
        if book is not None and not book.read_only:
            dialog = NewYearDialog(self.window(), book, self.session.month.year)
            if dialog.exec():
                self.begin_year(dialog.asked)

    def begin_year(self, asked: NewYear) -> None:
        """Carry over in one change, then show the new year."""
        book, carried = self.session.book, Carried(0, 0, 0)
        if book is None:
            return
        try:
            with book.change(tr("New year {new}, carried over from {last}", new=asked.new, last=asked.last)):
                carried = carry_over(book, last=asked.last, new=asked.new, percent=asked.percent)
        except TrackerError as error:
            tell(self.window(), str(error))
            return
        self.show_year(asked.new)
        self.year_chosen.emit(asked.new)
        told = {"plans": carried.plans, "lines": carried.scheme_lines, "targets": carried.targets}
        self.said.emit(tr("Carried over: {plans} plans, {lines} lines of the scheme, {targets} targets.", **told))


class TargetsTab(YearTab):
    """目标: the targets of a year, assigned by the city or the county's own stretch."""

    def __init__(self, session: Session, to_units: Callable[[], object]) -> None:
        self.sets = Segments(tr("Set of targets"))
        self._set = TargetSet.ASSIGNED
        words = tr("Targets stand where units and indicators meet: set up both first.")
        super().__init__(session, EmptyTab(words, [(tr("To the units"), to_units)]), totals=True)

    def title(self) -> str:
        return tr("Targets")

    def add_to_bar(self) -> None:
        self.sets.offer([(TargetSet.ASSIGNED, tr("Assigned")), (TargetSet.STRETCH, tr("Stretch"))], self._set)
        self.sets.picked.connect(self._pick_set)
        self.bar.add(self.sets)

    def _pick_set(self, chosen: object) -> None:
        self._set = TargetSet(str(chosen))
        self.refresh()

    def sheet(self, book: Book) -> TargetsSheet:
        return TargetsSheet(book, self.year, self._set)


class PlanTab(YearTab):
    """序时: an indicator's own plan, where a twelfth a month would not do."""

    def __init__(self, session: Session, to_indicators: Callable[[], object]) -> None:
        words = tr("A plan belongs to an indicator whose months add up: set up one first.")
        super().__init__(session, EmptyTab(words, [(tr("To the indicators"), to_indicators)]), totals=False)

    def title(self) -> str:
        return tr("Pace plan")

    def sheet(self, book: Book) -> PlanSheet:
        return PlanSheet(book, self.year)

    def facts(self) -> tuple[Fact, ...]:
        falling = self.model.sheet.falling if isinstance(self.model.sheet, PlanSheet) else 0
        return (Fact(tr("Months that fall"), str(falling)),) if falling else ()
