"""撤并: merge a unit into another after its last month, with what that changes in sight before it is done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QTreeWidget, QWidget

from tracker.domain.amount import MISSING, format_number
from tracker.domain.month_text import read_month
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.merger import HeirChange, merger_effect
from tracker.metrics.moves import Move
from tracker.store import groups, units
from tracker.store.book import Book
from tracker.ui import theme
from tracker.ui.months import month_text
from tracker.ui.widgets.building import add_words, column, label, named, word_table


@dataclass(frozen=True, slots=True)
class Merger:
    """What was asked for; `into` is None where an earlier merger is taken back."""

    into: UnitId | None
    last: Month | None


class MergeUnitsDialog(QDialog):
    """`asked` has the answer once it was accepted. `month` is the one in view, whose ranks are told."""

    def __init__(self, parent: QWidget | None, book: Book, unit: Unit, *, month: Month) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Merge {unit} into another unit", unit=unit.name))
        self._book, self._unit, self._month = book, unit, month
        self.into = named(QComboBox(), tr("Merge into"))
        self.last = named(QLineEdit(str(unit.valid_to or month.plus(-1))), tr("Its own last month"))
        self.sentence = label(name="sentence", wraps=True)
        self.mistake = label(name="mistake", wraps=True)
        self.heir = word_table(tr("What goes along"), [tr("Indicator"), tr("Target"), tr("To date"), tr("Last year")])
        self.ranks = word_table(tr("Ranks that move"), [tr("Indicator"), tr("Unit"), tr("Rank")])
        self._of_month = label(tr("Ranks that move"), name="section")
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = self.buttons.button(kinds.Ok)
        self.ok.setText(tr("Merge"))
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._offer()
        self._lay_out()
        self.into.currentIndexChanged.connect(self._show_effect)
        self.last.textChanged.connect(self._show_effect)
        self._show_effect()

    def _offer(self) -> None:
        names = {group.id: group.name for group in groups.groups(self._book)}
        self.into.addItem(tr("Not merged") if self._unit.merged_into is not None else tr("Choose a unit"), None)
        for unit in units.units(self._book):
            if unit.id != self._unit.id:
                self.into.addItem(f"{unit.name}  ({names[unit.group]})", unit.id)
        self.into.setCurrentIndex(max(0, self.into.findData(self._unit.merged_into)))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.dp(16))
        form.setVerticalSpacing(theme.dp(12))
        form.addRow(tr("Merge into"), self.into)
        form.addRow(tr("Its own last month"), self.last)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(12))
        outer.addLayout(form)
        for widget in (self.sentence, self.mistake):
            outer.addWidget(widget)
        along = label(tr("What goes along"), name="section")
        for heading, table, widths in ((along, self.heir, (200, 170, 170)), (self._of_month, self.ranks, (200, 200))):
            outer.addWidget(heading)
            outer.addWidget(table, 1)
            for at, width in enumerate(widths):
                table.setColumnWidth(at, theme.dp(width))
        outer.addWidget(self.buttons)
        self.resize(QSize(theme.dp(760), theme.dp(640)).boundedTo(self.screen().availableSize()))

    @property
    def asked(self) -> Merger:
        """What the fields say now; raises BadMonth."""
        return Merger(self.into.currentData(), read_month(self.last.text()))

    def _show_effect(self) -> None:
        for table in (self.heir, self.ranks):
            table.clear()
        self.sentence.clear()
        self.mistake.clear()
        try:
            self._tell(self.asked)
        except TrackerError as error:
            self.mistake.setText(str(error))
            self.ok.setEnabled(False)

    def _tell(self, asked: Merger) -> None:
        self.ok.setEnabled(asked.into is not None or self._unit.merged_into is not None)
        if asked.into is None:
            if self._unit.merged_into is not None:
                self.sentence.setText(tr("It is merged into nobody any more; its last month stays."))
            return
        if asked.last is None:
            self.ok.setEnabled(False)
            self.mistake.setText(tr("Give the last month in which it reports itself."))
            return
        effect = merger_effect(self._book, self._unit.id, into=asked.into, last=asked.last, month=self._month)
        words = {
            "unit": self._unit.name,
            "heir": units.unit(self._book, asked.into).name,
            "month": month_text(asked.last.plus(1)),
        }
        self.sentence.setText(
            tr(
                "From {month} on {unit} is not listed; its {count} figures, its targets and last year's base count with {heir}.",
                count=effect.figures,
                **words,
            )
        )
        self._of_month.setText(tr("Ranks that move in {month}", month=month_text(effect.month)))
        for change in effect.heir:
            _add_change(self.heir, change)
        for move in effect.moves:
            _add_move(self.ranks, move)
        if not effect.moves:
            add_words(self.ranks, [tr("No rank is another one."), "", ""])


def _add_change(table: QTreeWidget, change: HeirChange) -> None:
    decimals = change.indicator.decimals
    pairs = [
        (change.before.target, change.after.target),
        (change.before.cumulative, change.after.cumulative),
        (change.before.last_year, change.after.last_year),
    ]
    cells = [_arrow(*(format_number(value, decimals) or MISSING for value in pair)) for pair in pairs]
    add_words(table, [f"{change.indicator.name} {change.indicator.unit}".strip(), *cells])


def _add_move(table: QTreeWidget, move: Move) -> None:
    before, after = (MISSING if rank is None else str(rank) for rank in (move.rank_before, move.rank_after))
    add_words(table, [move.indicator.name, move.unit.name, _arrow(before, after)])


def _arrow(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"
