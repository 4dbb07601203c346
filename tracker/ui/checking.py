"""核对 in one window: from hint to hint, what is done about the one in hand, and the marks of hints in the entry grid."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.hint import Hint
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.ui.hint_deeds import HintDeeds
from tracker.ui.hint_marks import HintMarks

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow

Cell = tuple[UnitId, IndicatorId]


class Checking:
    """The commands for hints, for one window. What they are about is the current cell, or what is selected on the hints page."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window.session
        self._last: Cell | None = None
        self.deeds = HintDeeds(window.session, window)
        self.marks = HintMarks(window.session, self.deeds)

    @property
    def in_hand(self) -> list[Hint]:
        """The hints that a command is about now."""
        page = self._window.pages.front
        if page is None or page.name != "hints":
            return self.marks.in_hand
        from tracker.ui.views.hints_view import HintsView  # numpy, which is there once a page is

        return page.hints if isinstance(page, HintsView) else []

    def accept(self) -> None:
        """Accept what is in hand, with a note."""
        self.deeds.accept(self.in_hand)

    def take_suggestion(self) -> None:
        """Change what is in hand to what is suggested."""
        self.deeds.take_suggestions(self.in_hand)

    def can_accept(self) -> bool:
        return bool(self.deeds.acceptable(self.in_hand))

    def can_take_suggestion(self) -> bool:
        return bool(self.deeds.suggesting(self.in_hand))

    def suggestion_label(self) -> str:
        """What taking the suggestion would do."""
        return self.marks.suggestion_label(self.deeds.suggesting(self.in_hand))

    def has_hints(self) -> bool:
        """Whether there is any to go to."""
        return bool(self._window.summary and self._window.summary.hints)

    def show_list(self) -> None:
        """Bring the hints page to the front."""
        self._window.turn_to("hints")

    def go_to_next(self, step: int = 1) -> None:
        """Go to the next hint after the current cell (before it: −1), round again at the end; the tip there says why."""
        told = self._session.hints
        hints = told.open() if told is not None else []
        if not hints:
            return
        cells = list(dict.fromkeys((hint.unit, hint.indicator) for hint in hints))
        cell = cells[self._following(cells, step)]
        self._last = cell
        front = self._window.pages.front
        page = front if front is not None and front.name == "hints" else self._window.turn_to("entry")
        if page.jump_to(*cell):
            page.setFocus()
        else:
            self._session.say(tr("It is not shown in this month."))

    def _following(self, cells: Sequence[Cell], step: int) -> int:
        """Which of the cells, in the order of the grid, comes next."""
        live, here = self._session.live, self._here()
        if live is None or here is None:
            return 0 if step > 0 else -1
        column = {indicator.id: at for at, indicator in enumerate(live.indicators)}
        order = [(live.roster.row_of[unit], column[indicator]) for unit, indicator in cells]
        place = live.roster.row_of.get(here[0], -1), column.get(here[1], -1)
        at = bisect_right(order, place) if step > 0 else bisect_left(order, place) - 1
        return at % len(cells)

    def _here(self) -> Cell | None:
        """The current cell of the page in front, else the one gone to last."""
        in_hand = self.in_hand
        if in_hand:
            return in_hand[0].unit, in_hand[0].indicator
        return self.marks.current or self._last
