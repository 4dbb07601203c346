"""What is done about exemptions, each one change of the book: exempt a unit with a reason, end that."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.exemption import Exemption
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store.exemptions import end_exemption, exempt
from tracker.store.units import unit, units
from tracker.ui.dialogs.exempt import ExemptDialog, Proposed
from tracker.ui.dialogs.message import tell
from tracker.ui.session import Session


class ExemptionDeeds:
    """The deeds on the session's book; dialogs open over `parent`. What cannot be done is left out without a word."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent

    def can_change(self) -> bool:
        """Whether an exemption would show in the month in view: a published one keeps those it was published with."""
        return self._session.may_change_month

    def exempt(self, unit_id: UnitId | None, indicator: IndicatorId | None) -> None:
        """Ask for the months and the reason, and exempt the unit."""
        book, live = self._session.book, self._session.live
        listed = [] if book is None else [one for one in units(book) if one.listed_in(self._session.month)]
        if book is None or live is None or not self._session.writable or not listed:
            return
        proposed = Proposed(self._session.month, unit_id, indicator)
        dialog = ExemptDialog(self._parent, listed, live.indicators, proposed)
        asked = dialog.exemption if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if asked is None:
            return
        try:
            with book.change(tr("Exempt {unit} from the black list", unit=unit(book, asked.unit).name)):
                exempt(book, asked)
        except TrackerError as problem:
            tell(self._parent, str(problem))

    def end(self, exemption: Exemption) -> None:
        """Exempt the unit no longer; undo brings it back."""
        book = self._session.book
        if book is None or not self._session.writable:
            return
        with book.change(tr("{unit} is no longer exempt", unit=unit(book, exemption.unit).name)):
            end_exemption(book, exemption.id)
