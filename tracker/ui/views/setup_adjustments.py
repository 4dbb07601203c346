"""加减分: points that units get or lose by hand in a year, each with its reason and document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from tracker.domain.adjustment import Adjustment
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store import units
from tracker.store.adjustments import add_adjustment, remove_adjustment, update_adjustment
from tracker.store.book import Book
from tracker.ui.dialogs.adjustment import AdjustmentDialog
from tracker.ui.dialogs.message import tell
from tracker.ui.models.adjustment_lines import AdjustmentLine, columns, lines_of, points_text, sums_text
from tracker.ui.models.record_model import RecordModel
from tracker.ui.page import Fact, Status
from tracker.ui.session import Session
from tracker.ui.widgets.building import column
from tracker.ui.widgets.empty_tab import EmptyTab
from tracker.ui.widgets.first_focus import FirstFocus
from tracker.ui.widgets.record_table import RecordTable
from tracker.ui.widgets.setup_bar import SetupBar
from tracker.ui.widgets.total_row import Fill
from tracker.ui.widgets.year_choice import YearChoice


class AdjustmentsTab(FirstFocus):
    """A tab of the setup page; Enter changes the entry in hand, Del removes it, Ins adds one."""

    said = Signal(str)
    status_changed = Signal(object)
    year_chosen = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._year: int | None = None
        self.bar = SetupBar()
        self.years = YearChoice()
        self.model: RecordModel[AdjustmentLine] = RecordModel(columns(), self)
        self.table = RecordTable(self.model, self.title())
        self.empty = EmptyTab(
            tr("No points were given or taken by hand this year. Each entry needs a reason and a document."),
            [(tr("Give or take points…"), self.add)],
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.years.picked.connect(self._pick)
        self.table.opened.connect(lambda line: self._ask(line.entry))
        self.table.chosen.connect(self._allow)
        for keys, call in (("Ins", self.add), ("Del", self.remove)):
            QShortcut(QKeySequence(keys), self.table, call).setContext(Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        self.bar.add(self.years)
        self.add_button = self.bar.add_button(tr("Give or take points…"), self.add, icon="plus", tip="Ins")
        self.change_button = self.bar.add_button(tr("Change entry…"), self.change, icon="pencil-simple", tip="Enter")
        self.remove_button = self.bar.add_button(tr("Remove"), self.remove, icon="trash", tip="Del")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        outer = column(self)
        outer.addWidget(self.bar)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self._stack, 1)

    def title(self) -> str:
        return tr("Points by hand")

    @property
    def year(self) -> int:
        """The year whose entries are shown."""
        return self._year if self._year is not None else self._session.month.year

    def show_year(self, year: int) -> None:
        """Show another year from now on."""
        self._year = year
        if self.isVisible():
            self.refresh()

    def _pick(self, year: object) -> None:
        if isinstance(year, int):
            self.show_year(year)
            self.year_chosen.emit(year)

    def refresh(self) -> None:
        """Show the book as it is now; the entry in hand stays in hand."""
        book = self._session.book
        if book is None:
            return
        at = self.table.currentIndex().row()
        lines = lines_of(book, self.year)
        self.years.show_year(book, self.year)
        self.model.show(lines)
        self.table.fit()
        if lines and at >= 0:
            self.table.choose_row(min(at, len(lines) - 1))
        front: QWidget = self.table if lines else self.empty
        self._stack.setCurrentWidget(front)
        self.begin_at(front)
        for button in (self.add_button, *self.empty.buttons):
            button.setEnabled(not book.read_only)
        self._allow()
        given, taken = sums_text(lines)
        facts = (Fact(tr("Entries"), str(len(lines))), Fact(tr("Given"), given), Fact(tr("Taken"), taken))
        self.status_changed.emit(Status("", facts))

    def _allow(self) -> None:
        line = self.table.record
        free = line is not None and not line.published and self._session.writable
        self.change_button.setEnabled(free)
        self.remove_button.setEnabled(free)

    def set_density(self, compact: bool) -> None:
        self.table.set_compact(compact)

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"copy": self.copy}

    def can(self, command: str) -> bool:
        """Whether there is a row to copy."""
        return bool(self.table.rows)

    def copy(self) -> None:
        """Put the selected entries on the clipboard."""
        self.said.emit(tr("{lines} rows copied; paste them in WPS or Excel.", lines=self.table.copy()))

    def add(self) -> None:
        """Ask for an entry, and store it."""
        self._ask(None)

    def change(self) -> None:
        """Ask for other words or points of the entry in hand."""
        line = self.table.record
        if line is not None:
            self._ask(line.entry)

    def _ask(self, entry: Adjustment | None) -> None:
        book = self._session.book
        if book is None or book.read_only:
            return
        if not units.units(book):
            self.said.emit(tr("Points are given to units: set up one first."))
            return
        month = self._session.month
        keep = self._keep_new if entry is None else self._keep_changed
        dialog = AdjustmentDialog(self.window(), book, keep, month=month, entry=entry)
        dialog.exec()
        dialog.deleteLater()

    def _keep_new(self, entry: Adjustment) -> None:
        book = self._open_book
        with book.change(_label(book, entry, tr("Points by hand"))):
            made = add_adjustment(book, entry)
        self.show_year(entry.month.year)
        self._take(made)

    def _keep_changed(self, entry: Adjustment) -> None:
        book = self._open_book
        with book.change(_label(book, entry, tr("Change points by hand"))):
            update_adjustment(book, entry)
        self._take(entry.id)

    @property
    def _open_book(self) -> Book:
        if self._session.book is None:
            raise RuntimeError("no book is open")
        return self._session.book

    def _take(self, id_: int) -> None:
        at = next((at for at, line in enumerate(self.model.records) if line.entry.id == id_), None)
        if at is not None:
            self.table.choose_row(at)

    def remove(self) -> None:
        """Take the entry in hand back; undo brings it again."""
        book, line = self._session.book, self.table.record
        if book is None or book.read_only or line is None:
            return
        try:
            with book.change(_label(book, line.entry, tr("Remove points by hand"))):
                remove_adjustment(book, line.entry.id)
        except TrackerError as error:
            tell(self.window(), str(error))


def _label(book: Book, entry: Adjustment, what: str) -> str:
    name = units.unit(book, entry.unit).name
    return tr(
        "{what}: {unit} {points} ({document})", what=what, unit=name, points=points_text(entry.points), document=entry.document
    )
