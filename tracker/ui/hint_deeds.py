"""What is done about hints, each one change of the book: accept with a note, withdraw that, change the figure, set the rules."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.hint import Hint
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store.acceptances import Acceptance, accept, withdraw
from tracker.store.figures import set_figures
from tracker.store.hint_rules import set_hint_rules
from tracker.ui.dialogs.accept_hint import AcceptHintDialog
from tracker.ui.dialogs.message import tell
from tracker.ui.models.hint_figures import indicator_of, suggestion_to_type, typed_figure
from tracker.ui.months import month_text
from tracker.ui.session import Session


class HintDeeds:
    """The deeds on the session's book; dialogs open over `parent`. What cannot be done is left out without a word."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent

    def can_change(self) -> bool:
        """Whether figures of the month in view may be changed."""
        return self._session.may_change_month

    def acceptable(self, hints: Sequence[Hint]) -> list[Hint]:
        """Those that can be accepted and are not."""
        told = self._session.hints
        if told is None or not self._session.writable:
            return []
        return [hint for hint in hints if hint.acceptable and told.acceptance(hint) is None]

    def accepted(self, hints: Sequence[Hint]) -> list[Acceptance]:
        """What was accepted of them, where that can be withdrawn."""
        told = self._session.hints
        if told is None or not self._session.writable:
            return []
        return [said for hint in hints if (said := told.acceptance(hint)) is not None]

    def suggesting(self, hints: Sequence[Hint]) -> list[Hint]:
        """Those whose suggestion can be taken: the first one of each figure, if nobody has accepted it."""
        told = self._session.hints
        if told is None or not self.can_change():
            return []
        open_ones = [hint for hint in hints if hint.suggestion is not None and told.acceptance(hint) is None]
        return list({(hint.unit, hint.indicator): hint for hint in reversed(open_ones)}.values())[::-1]

    def accept(self, hints: Sequence[Hint]) -> None:
        """Ask for a note and accept the hints with it."""
        chosen = self.acceptable(hints)
        if not chosen:
            return
        dialog = AcceptHintDialog(self._parent, [f"{self._place(hint)}: {hint.reason}" for hint in chosen])
        note = dialog.text if dialog.exec() == QDialog.DialogCode.Accepted else ""
        dialog.deleteLater()
        book = self._session.book
        if note and book is not None:
            with book.change(tr("Accept {what}", what=self._what(chosen))):
                for hint in chosen:
                    accept(book, Acceptance(hint.unit, hint.indicator, hint.month, hint.rule.value, hint.value, note))

    def withdraw(self, hints: Sequence[Hint]) -> None:
        """Accept them no longer."""
        book, said = self._session.book, self.accepted(hints)
        if book is not None and said:
            with book.change(tr("No longer accept {what}", what=self._what(hints))):
                for acceptance in said:
                    withdraw(book, acceptance)

    def take_suggestions(self, hints: Sequence[Hint]) -> None:
        """Change the figures to what is suggested."""
        live, chosen = self._session.live, self.suggesting(hints)
        if live is not None and chosen:
            self._type(chosen, [suggestion_to_type(live, hint) for hint in chosen])

    def change(self, hint: Hint, text: str) -> None:
        """Store what was typed in the place of the hint's figure."""
        if self.can_change():
            self._type([hint], [text])

    def choose_rules(self) -> None:
        """Ask for the office's rules and store them."""
        from tracker.ui.dialogs.hint_rules import HintRulesDialog  # numpy: only where there is a book

        book, told = self._session.book, self._session.hints
        if book is None or told is None:
            return
        dialog = HintRulesDialog(
            self._parent, told.rules, lambda rules: len(told.open(rules)), read_only=not self._session.writable
        )
        wanted = dialog.asked if dialog.exec() == QDialog.DialogCode.Accepted else told.rules
        dialog.deleteLater()
        if wanted != told.rules:
            with book.change(tr("Rules for hints")):
                set_hint_rules(book, wanted)

    def _type(self, hints: Sequence[Hint], texts: Sequence[str]) -> None:
        book, live = self._session.book, self._session.live
        if book is None or live is None:
            return
        figures = [typed_figure(live, hint, text) for hint, text in zip(hints, texts, strict=True)]
        try:
            with book.change(tr("Change {what}", what=self._what(hints))):
                set_figures(book, figures)
        except TrackerError as problem:
            tell(self._parent, str(problem))

    def _what(self, hints: Sequence[Hint]) -> str:
        """What a change is about, in its label."""
        month = month_text(self._session.month)
        if len(hints) == 1:
            return tr("{place}, {month}", place=self._place(hints[0]), month=month)
        return tr("{count} hints, {month}", count=len(hints), month=month)

    def _place(self, hint: Hint) -> str:
        live = self._session.live
        if live is None:
            return ""
        unit = next(unit for unit in live.units if unit.id == hint.unit)
        return tr("{unit} · {indicator}", unit=unit.name, indicator=indicator_of(live, hint).name)
