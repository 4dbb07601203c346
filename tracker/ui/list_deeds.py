"""What is done about the lists as a whole: set their rules, see who is exempt."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QDialog, QWidget

from tracker.i18n import tr
from tracker.store.groups import groups
from tracker.ui.session import Session


class ListDeeds:
    """The deeds on the session's book; dialogs open over `parent`."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent

    def choose_rules(self) -> None:
        """Ask for the office's rules and store them as one change."""
        from tracker.ui.dialogs.list_rules import ListRulesDialog, RulesSetting  # numpy: only where there is a book
        from tracker.ui.models.kept_rules import keep_rules, kept_rules
        from tracker.ui.models.rules_effect import rules_effect

        book, live = self._session.book, self._session.live
        if book is None or live is None:
            return
        now, today = kept_rules(book), datetime.datetime.now().astimezone().date()
        setting = RulesSetting(groups(book), live.indicators, self._session.month.number, not self._session.writable)
        dialog = ListRulesDialog(
            self._parent, now, setting, lambda rules, about: rules_effect(book, live, rules, about, today=today)
        )
        wanted = dialog.asked if dialog.exec() == QDialog.DialogCode.Accepted else now
        dialog.deleteLater()
        if wanted != now and self._session.writable:
            with book.change(tr("Rules of the lists")):
                keep_rules(book, wanted)

    def list_exemptions(self) -> None:
        """Show who is exempt."""
        from tracker.ui.dialogs.exemptions import ExemptionsDialog  # numpy: only where there is a book

        if self._session.book is None:
            return
        dialog = ExemptionsDialog(self._session, self._parent)
        dialog.exec()
        dialog.deleteLater()
