"""What a page of the window is: the words by which the window and a page speak to each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.ui.widgets.first_focus import FirstFocus

if TYPE_CHECKING:
    from tracker.store.book import Changed
    from tracker.ui.session import Session


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of the status bar, shown bold between its words: Fact("合计", "4.13"), Fact("第", "6", "/ 9 位")."""

    before: str
    figure: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What a page says in the status bar: where the selection is, and what it comes to."""

    context: str
    facts: tuple[Fact, ...] = ()


class Page(FirstFocus):
    """A page: the window tells it when to refresh, so a page connects to none of the session's signals itself.

    The window calls `refresh` with what has changed if that meets `reads` and the page is in front; with None where everything
    may have changed: another book, another month, or when the page comes to the front after changes that it did not see.
    """

    name: str = ""
    reads: frozenset[str] = frozenset()
    """The tables that the page shows."""

    status_changed = Signal(object)
    """A Status, or None."""
    commands_changed = Signal()
    """What `can` answers may have changed."""
    menu_asked = Signal(object, object)
    """A place on the screen (QPoint) and the names of the commands that a menu there is to offer; see tracker.ui.context_menu."""
    figure_requested = Signal(object, object)
    """A UnitId and an IndicatorId, whose cell is to be shown on the entry page; both None: to that page alone."""
    setup_requested = Signal(str)
    """The part of the setup page that is to be shown: "units" or "indicators"."""
    history_requested = Signal(object, object, object)
    """A UnitId, an IndicatorId and a Month, whose figure the journal page is to follow; all None: that page alone."""
    place_requested = Signal(str, object, object)
    """A page's name, and the UnitId and the IndicatorId that are to be shown there, each None where none is meant."""
    chart_requested = Signal(object)
    """A ChartChoice, whose chart is to be shown on the page of trends."""
    entry_requested = Signal(int)
    """The id of an entry of the journal that is to be shown."""
    command_requested = Signal(str)
    """The name of a command of the window that is to be done."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def title(self) -> str:
        """The page's name for people, in their language."""
        raise NotImplementedError

    def refresh(self, changed: Changed | None) -> None:
        """Show the book as it is now; `changed` narrows it, None means everything."""
        raise NotImplementedError

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """What the page does by name of command, such as {"copy": self.copy}; the names are those of tracker.ui.actions."""
        return {}

    def can(self, command: str) -> bool:
        """Whether the command makes sense now."""
        return True

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        """Select and show the unit's row, the indicator's column, or the cell where they meet; whether the page could."""
        return False

    def place(self) -> object:
        """What hand and eye are on, for `return_to` of the same page in a window made anew; None for nothing to keep."""
        return None

    def return_to(self, place: object) -> None:
        """Show what `place` of the page before gave."""

    def set_density(self, compact: bool) -> None:
        """Use low rows, or high ones."""
