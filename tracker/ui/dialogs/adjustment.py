"""加减分: which unit gets or loses points, from which month on, why, and by which document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from tracker.domain.adjustment import Adjustment, AdjustmentId
from tracker.domain.amount import PLACES
from tracker.domain.month_text import read_month
from tracker.domain.parsing import read_amount
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.errors import TrackerError, Unreadable
from tracker.i18n import tr
from tracker.store import groups, units
from tracker.store.book import Book
from tracker.ui import theme
from tracker.ui.models.adjustment_lines import points_text
from tracker.ui.months import month_text
from tracker.ui.widgets.building import column, label, named
from tracker.ui.widgets.quiet_combo import QuietCombo

Keep = Callable[[Adjustment], None]
"""Stores the entry; raises TrackerError where it cannot be."""


class AdjustmentDialog(QDialog):
    """Closes once `keep` has taken the entry; what is refused is said, and everything typed stays."""

    def __init__(self, parent: QWidget | None, book: Book, keep: Keep, *, month: Month, entry: Adjustment | None = None) -> None:
        super().__init__(parent)
        self._keep, self._id = keep, AdjustmentId(0) if entry is None else entry.id
        self.setWindowTitle(tr("Points by hand"))
        self.unit = QuietCombo(tr("Unit"))
        self.month = named(QLineEdit(month_text(month if entry is None else entry.month)), tr("Counts from"))
        self.points = named(QLineEdit("" if entry is None else points_text(entry.points)), tr("Points given"))
        self.reason = named(QLineEdit("" if entry is None else entry.reason), tr("Reason"))
        self.document = named(QLineEdit("" if entry is None else entry.document), tr("Number of the document"))
        self.mistake = label(name="mistake", wraps=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._offer(book, None if entry is None else entry.unit)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _offer(self, book: Book, chosen: UnitId | None) -> None:
        names = {group.id: group.name for group in groups.groups(book)}
        pairs: list[tuple[object, str]] = [(one.id, f"{one.name}  ({names[one.group]})") for one in units.units(book)]
        self.unit.offer(pairs, chosen if chosen is not None or not pairs else pairs[0][0])

    def _lay_out(self) -> None:
        self.points.setPlaceholderText(tr("+2 or −1"))
        self.reason.setPlaceholderText(tr("What the points are for"))
        self.document.setPlaceholderText(tr("The document that says so"))
        kinds = QDialogButtonBox.StandardButton
        for kind, words in ((kinds.Ok, tr("Save")), (kinds.Cancel, tr("Cancel"))):
            self.buttons.button(kind).setText(words)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.dp(16))
        form.setVerticalSpacing(theme.dp(12))
        for field in (self.unit, self.points, self.reason, self.document, self.month):
            form.addRow(field.accessibleName(), field)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(12))
        outer.addLayout(form)
        outer.addWidget(label(tr("They count from that month to the end of its year."), name="note", wraps=True))
        outer.addWidget(self.mistake)
        outer.addWidget(self.buttons)
        self.mistake.hide()
        self.setMinimumWidth(theme.dp(460))
        self.unit.setFocus()

    @property
    def entry(self) -> Adjustment:
        """What the fields say now. Raises BadMonth, Unreadable."""
        chosen, month = self.unit.value, read_month(self.month.text())
        if not isinstance(chosen, int):
            raise Unreadable(tr("Choose a unit."))
        if month is None:
            raise Unreadable(tr("Give the month from which the points count."))
        reading = read_amount(self.points.text(), unit="", decimals=PLACES)
        if reading.value is None:
            raise Unreadable(reading.reason or tr("Give the points: +2 adds two, −1 takes one."))
        return Adjustment(UnitId(chosen), month, reading.value, self.reason.text(), self.document.text(), self._id)

    def accept(self) -> None:
        try:
            self._keep(self.entry)
        except TrackerError as error:
            self.mistake.setText(str(error))
            self.mistake.show()
            return
        super().accept()
