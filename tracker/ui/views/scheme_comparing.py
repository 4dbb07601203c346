"""Which two versions of the scheme stand beside each other, and the panel that shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.store.months import MonthState, state
from tracker.ui.models.scheme_editor import Version
from tracker.ui.models.scheme_effect import Choice, choices, in_force
from tracker.ui.session import Session
from tracker.ui.views.scheme_effects import SchemeEffects
from tracker.ui.widgets.scheme_effect import EffectPanel

Key = tuple[int, int, bool]


class Comparing(QObject):
    """Until others are chosen: what is in force in the month in view, and the version in hand."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._offered: Sequence[Choice] = ()
        self._chosen: tuple[Key | None, Key | None] | None = None
        self._of: tuple[int, int] | None = None
        self.panel = EffectPanel()
        self.effects = SchemeEffects(session, self)
        self.panel.asked.connect(self._choose)
        self.effects.asked.connect(self.panel.show_waiting)
        self.effects.answered.connect(self.panel.show_effect)
        self.effects.failed.connect(lambda error: self.panel.show_effect(None, problem=str(error)))

    def show(self, version: Version, month: Month) -> None:
        """Follow the version in hand and the month in view."""
        book = self._session.book
        if book is None:
            return
        if self._of != (version.year, version.from_month):
            self._of, self._chosen = (version.year, version.from_month), None
        self._offered = choices(book, version.year, month)
        before, after = self._pair(version, month)
        self.panel.offer(self._offered, before, after)
        self.panel.show_month(month, published=state(book, month) is MonthState.PUBLISHED)
        self.effects.ask(_scheme(before), _scheme(after))

    def _pair(self, version: Version, month: Month) -> tuple[Choice | None, Choice | None]:
        own = self._found((version.year, version.from_month, version.draft is not None))
        if self._chosen is None:
            return in_force(self._offered, month), own
        before, after = self._chosen
        return self._found(before), self._found(after) or own

    def _found(self, key: Key | None) -> Choice | None:
        return next((one for one in self._offered if one.key == key), None)

    def _choose(self) -> None:
        self._chosen = _key(self.panel.before.value), _key(self.panel.after.value)
        before, after = (self._found(key) for key in self._chosen)
        self.effects.ask(_scheme(before), _scheme(after))


def _key(value: object) -> Key | None:
    return value if isinstance(value, tuple) else None


def _scheme(choice: Choice | None) -> Scheme | None:
    return None if choice is None else choice.scheme
