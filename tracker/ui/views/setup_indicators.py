"""指标: the indicators as a list, the one in hand as a form beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QStackedWidget, QWidget

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store import indicators, positions
from tracker.store.book import Book
from tracker.store.unit_lists import free_codes
from tracker.ui.dialogs.message import tell
from tracker.ui.models.indicator_words import change_label, changed_fields
from tracker.ui.page import Fact, Status
from tracker.ui.session import Session
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, named, row
from tracker.ui.widgets.empty_tab import EmptyTab
from tracker.ui.widgets.first_focus import FirstFocus
from tracker.ui.widgets.indicator_form import IndicatorForm
from tracker.ui.widgets.list_line import DETAIL
from tracker.ui.widgets.ordered_list import OrderedList
from tracker.ui.widgets.setup_bar import SetupBar
from tracker.ui.widgets.total_row import Fill

WIDTH = 300
ID = Qt.ItemDataRole.UserRole


class IndicatorsTab(FirstFocus):
    """A tab of the setup page. A field that is left is stored at once; what is refused stays in the form, with the reason."""

    said = Signal(str)
    status_changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._indicators: list[Indicator] = []
        self._current: IndicatorId | None = None
        self.list = named(OrderedList(), tr("Indicators"))
        self.list.setFixedWidth(dp(WIDTH))
        self.form = IndicatorForm()
        self.bar = SetupBar()
        self.empty = EmptyTab(
            tr("There are no indicators yet. Take those that offices of investment promotion use, or add your own."),
            [(tr("Use the indicators of investment promotion"), self.use_template), (tr("Add an indicator"), self.add)],
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.currentRowChanged.connect(self._turn_to_row)
        self.list.move_asked.connect(self.move_by)
        self.list.remove_asked.connect(self.remove)
        self.form.told.connect(self._store)

    def _lay_out(self) -> None:
        self.writing = [
            self.bar.add_button(tr("Add an indicator"), self.add, icon="plus"),
            self.bar.add_button(tr("Move up"), lambda: self.move_by(-1), icon="arrow-up", tip="Alt+↑"),
            self.bar.add_button(tr("Move down"), lambda: self.move_by(1), icon="arrow-down", tip="Alt+↓"),
            self.bar.add_button(tr("Remove"), self.remove, icon="trash"),
        ]
        both = QWidget()
        beside = row(both)
        beside.addWidget(self.list)
        beside.addWidget(Fill("line2", width=1))
        beside.addWidget(self.form, 1)
        self._both = both
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        outer = column(self)
        outer.addWidget(self.bar)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self._stack, 1)

    def title(self) -> str:
        return tr("Indicators")

    def refresh(self) -> None:
        """Show the book as it is now; a form that could not be stored keeps what is in it."""
        book = self._session.book
        if book is None:
            return
        self._indicators = indicators.indicators(book)
        if self._current not in {one.id for one in self._indicators}:
            self._current = self._indicators[0].id if self._indicators else None
        self._fill_list()
        if not self.form.mistake.text():
            self._fill_form()
        self._stack.setCurrentWidget(self._both if self._indicators else self.empty)
        self.begin_at(self.list if self._indicators else self.empty)
        for button in (*self.writing, *self.empty.buttons):
            button.setEnabled(not book.read_only)
        self.form.set_writable(not book.read_only)
        self.status_changed.emit(Status("", (Fact(tr("Indicators"), str(len(self._indicators))),)))

    def _fill_list(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for indicator in self._indicators:
            item = QListWidgetItem(indicator.name, self.list)
            item.setData(DETAIL, indicator.unit)
            item.setData(ID, indicator.id)
            if indicator.id == self._current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def _fill_form(self) -> None:
        indicator = self._found(self._current)
        if indicator is not None:
            parts = [one for one in self._indicators if one.kind is not Kind.RATIO and one.id != indicator.id]
            self.form.show_indicator(indicator, parts)

    def _found(self, id_: IndicatorId | None) -> Indicator | None:
        return next((one for one in self._indicators if one.id == id_), None)

    def set_density(self, compact: bool) -> None:
        """A form has one height."""

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {}

    def can(self, command: str) -> bool:
        """A form has no commands but those of its fields."""
        return False

    def show_indicator(self, id_: IndicatorId) -> bool:
        """Take an indicator in hand; whether there is one."""
        at = next((at for at, one in enumerate(self._indicators) if one.id == id_), None)
        if at is not None:
            self.list.setCurrentRow(at)
        return at is not None

    def _turn_to_row(self, at: int) -> None:
        if not 0 <= at < len(self._indicators):
            return
        before = self._found(self._current)
        if self.form.mistake.text() and before is not None:
            self.said.emit(tr("What was changed of {indicator} and could not be stored is given up.", indicator=before.name))
        self._current = self._indicators[at].id
        self._fill_form()

    def _store(self) -> None:
        """Store what is in the form, if it is other than what the book has."""
        book, old = self._session.book, self._found(self._current)
        if book is None or book.read_only or old is None:
            return
        try:
            new = self.form.indicator
            fields = changed_fields(old, new)
            self.form.say("")
            if fields:
                with book.change(change_label(old, new, {one.id: one.name for one in self._indicators})):
                    indicators.update_indicator(book, old.id, **fields)
        except TrackerError as error:
            self.form.say(tr("Not stored: {reason}", reason=error))

    def use_template(self) -> None:
        """Take over the indicators that are carried."""
        from tracker.exchange.indicator_sets import add_template

        self._change(tr("Use the indicators of investment promotion"), lambda book: add_template(book, "investment"))

    def add(self) -> None:
        """A new indicator behind the others, its name ready to be typed."""
        name = tr("New indicator")
        names = {one.name for one in self._indicators}
        wanted = next(one for at in range(1, len(names) + 2) if (one := name if at == 1 else f"{name} {at}") not in names)
        code = next(free_codes([one.code for one in self._indicators], "I"))
        last = max((one.sort for one in self._indicators), default=0)
        made: list[IndicatorId] = []

        def do(book: Book) -> None:
            made.append(indicators.add_indicator(book, code=code, name=wanted, unit="", decimals=2, sort=last + 1))

        if self._change(tr("Add indicator {indicator}", indicator=wanted), do):
            self.show_indicator(made[0])
            self.form.texts["name"].setFocus()
            self.form.texts["name"].selectAll()

    def move_by(self, step: int) -> None:
        """Move the indicator in hand up or down."""
        at, order = self.list.currentRow(), [one.id for one in self._indicators]
        if 0 <= at < len(order) and 0 <= at + step < len(order):
            order[at], order[at + step] = order[at + step], order[at]
            words = tr("Move indicator {indicator}", indicator=self._indicators[at].name)
            self._change(words, lambda book: positions.order_indicators(book, order))

    def remove(self) -> None:
        """Remove the indicator in hand; one that is still used is told with the way out."""
        indicator = self._found(self._current)
        if indicator is not None:
            words = tr("Remove indicator {indicator}", indicator=indicator.name)
            self._change(words, lambda book: indicators.remove_indicator(book, indicator.id))

    def _change(self, words: str, do: Callable[[Book], object]) -> bool:
        """Do it in one change of that label; whether it was done. Why not is told."""
        book = self._session.book
        if book is None or book.read_only:
            return False
        self.form.say("")
        try:
            with book.change(words):
                do(book)
        except TrackerError as error:
            tell(self.window(), str(error))
            return False
        return True
