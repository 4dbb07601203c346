"""Going somewhere: to another month, to a unit, an indicator, a figure's history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.store.figures import first_month, last_month
from tracker.store.groups import groups
from tracker.store.indicators import indicators
from tracker.store.units import units
from tracker.ui.months import month_text
from tracker.ui.widgets.find_box import Place
from tracker.ui.widgets.popups import MonthPopup

if TYPE_CHECKING:
    from tracker.reports.charts.chart import ChartChoice
    from tracker.ui.main_window import MainWindow
    from tracker.ui.pages import Pages


class Wayfinding:
    """The commands that change what is looked at, for one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window.session

    def follow(self, pages: Pages) -> None:
        """Go where the pages wish to."""
        pages.figure_requested.connect(self.go_to_figure)
        pages.setup_requested.connect(self.go_to_setup)
        pages.history_requested.connect(self.go_to_history)
        pages.place_requested.connect(self.go_to_page)
        pages.chart_requested.connect(self.go_to_chart)
        pages.entry_requested.connect(self.go_to_entry)

    def step_month(self, months: int) -> None:
        """Show the month that many months later."""
        self.show_month(self._session.month.plus(months))

    def show_month(self, month: Month) -> None:
        """Show the month; what is being typed goes into the month it was typed for."""
        self._window.finish_typing()
        self._session.set_month(month)

    def go_to_setup(self, part: str) -> None:
        """Show a part of the setup page: "units" or "indicators"."""
        from tracker.ui.views.setup_view import SetupView

        page = self._window.turn_to("setup")
        if isinstance(page, SetupView):
            page.turn_to(page.units if part == "units" else page.indicators)

    def choose_month(self) -> None:
        """Open the months under the month switch."""
        book = self._session.book
        if book is None:
            return
        first, last = first_month(book), last_month(book)
        known = (first, last) if first and last else None
        anchor = self._window.top_bar.switch.month
        popup = MonthPopup(self._window, self._session.month, known=known, name=month_text)
        popup.chosen.connect(self.show_month)
        popup.open_under(anchor)

    def go_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> None:
        """Show the unit, the indicator or their cell on the page in front, else on the entry page."""
        page = self._window.pages.front
        if page is None or not page.jump_to(unit, indicator):
            page = self._window.turn_to("entry")
            if not page.jump_to(unit, indicator):
                self._session.say(tr("It is not shown in this month."))
        page.setFocus()

    def go_to_figure(self, unit: UnitId | None, indicator: IndicatorId | None) -> None:
        """Show the cell on the entry page, or that page alone where neither is given."""
        page = self._window.turn_to("entry")
        if (unit is not None or indicator is not None) and not page.jump_to(unit, indicator):
            self._session.say(tr("It is not shown in this month."))

    def go_to_history(self, unit: UnitId | None, indicator: IndicatorId | None, month: Month | None) -> None:
        """Show on the journal page what became of a figure; that page as it is where none is given."""
        from tracker.ui.views.journal_view import JournalView

        page = self._window.turn_to("journal")
        if isinstance(page, JournalView) and (unit is not None or indicator is not None):
            page.show_figure(unit, indicator, month)

    def go_to_entry(self, entry: int) -> None:
        """Show one entry on the journal page."""
        from tracker.ui.views.journal_view import JournalView

        page = self._window.turn_to("journal")
        if isinstance(page, JournalView):
            page.show_entry(entry)

    def go_to_chart(self, choice: ChartChoice) -> None:
        """Show that chart on the page of trends."""
        from tracker.ui.views.trends_view import TrendsView

        page = self._window.turn_to("trends")
        if isinstance(page, TrendsView):
            page.show_choice(choice)
            page.setFocus()

    def go_to_page(self, name: str, unit: UnitId | None, indicator: IndicatorId | None) -> None:
        """Show the unit, the indicator or their cell on the page of that name."""
        page = self._window.turn_to(name)
        if (unit is not None or indicator is not None) and not page.jump_to(unit, indicator):
            self._session.say(tr("It is not shown in this month."))
        page.setFocus()

    def find(self) -> None:
        """Put the cursor into the find box."""
        box = self._window.top_bar.find_box
        box.show()
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()

    def offer_places(self) -> None:
        """Give the find box all that can be found in the month."""
        self._window.top_bar.find_box.set_places(self._places())

    def _places(self) -> list[Place]:
        book, month = self._session.book, self._session.month
        if book is None:
            return []
        named = {group.id: group.name for group in groups(book)}
        listed = [unit for unit in units(book) if unit.listed_in(month)]
        found = [Place(unit.name, named[unit.group], unit=unit.id) for unit in listed]
        return found + [Place(each.name, each.unit, indicator=each.id) for each in indicators(book)]

    def go_to_place(self, place: Place) -> None:
        """Go to what was found."""
        self.go_to(place.unit, place.indicator)

    def say_nothing_found(self, text: str) -> None:
        """Nothing has such a name."""
        self._session.say(tr("No unit and no indicator is called “{text}”.", text=text))
