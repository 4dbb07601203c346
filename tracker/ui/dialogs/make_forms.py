"""生成报表: for which month and which units a form is made, and into which folder."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QFormLayout, QTreeWidget, QTreeWidgetItem, QWidget

from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.ui.file_names import file_name
from tracker.ui.months import month_text
from tracker.ui.theme import dp
from tracker.ui.widgets.building import CutLabel, column, label, named, room_for, row, tool_button
from tracker.ui.widgets.ranking_choice import LabelledCombo

_BEFORE, _AFTER = 1, 3
"""Months offered round the one in view."""


@dataclass(frozen=True, slots=True)
class FormsAsked:
    """What is to be made."""

    month: Month
    units: frozenset[UnitId]
    folder: Path


class MakeFormsDialog(QDialog):
    """All units are ticked at first. What it asks for is done by whoever opened it."""

    def __init__(self, parent: QWidget | None, live: Live, place: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Make forms"))
        self._live, self._place = live, place
        self.sentence = label(tr("Make a form for each unit to fill in and send back"), name="sentence")
        self.months = named(LabelledCombo(""), tr("Month of the forms"))
        self.units = named(QTreeWidget(), tr("Units that get a form"))
        self.folder, self.note = CutLabel(), label(name="note", wraps=True)
        self.change = tool_button(tr("Another folder…"), icon="folder-open")
        self.change.setProperty("role", "outlined")
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(tr("Make the forms"))
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        offered = [live.month.plus(step) for step in range(-_BEFORE, _AFTER + 1)]
        self.months.offer([(one, month_text(one)) for one in offered], live.month)
        self._chosen: Path | None = None
        self._items: list[tuple[UnitId, QTreeWidgetItem]] = []
        self._lay_out()
        self._fill()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        self.units.setHeaderHidden(True)
        self.units.setMinimumHeight(dp(240))
        form = QFormLayout()
        form.setHorizontalSpacing(dp(16))
        form.setVerticalSpacing(dp(8))
        form.addRow(tr("Month of the forms"), self.months)
        form.addRow(tr("Units that get a form"), self.units)
        where = row(gap=dp(8))
        where.addWidget(self.folder, 1)
        where.addWidget(self.change)
        form.addRow(tr("Into the folder"), where)
        outer = column(self, margin=dp(20), gap=dp(14))
        outer.addWidget(self.sentence)
        outer.addLayout(form, 1)
        outer.addWidget(self.note)
        outer.addWidget(self.buttons)
        self.resize(room_for(self, 560, 560))

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.months.picked.connect(self._turn)
        self.units.itemChanged.connect(self._follow)
        self.change.clicked.connect(self._ask_for_folder)

    def _turn(self) -> None:
        self._fill()
        self._follow()

    def _fill(self) -> None:
        """The groups with the units that are listed in the month, all ticked."""
        self.units.blockSignals(True)
        self._items = []
        self.units.clear()
        flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        roster = self._live.roster_of(self.month)
        for group in roster.groups:
            over = QTreeWidgetItem(self.units, [group.name])
            over.setFlags(flags | Qt.ItemFlag.ItemIsAutoTristate)
            for unit in (unit for unit in roster.units if unit.group == group.id):
                item = QTreeWidgetItem(over, [unit.name])
                item.setFlags(flags)
                item.setCheckState(0, Qt.CheckState.Checked)
                self._items.append((unit.id, item))
            over.setExpanded(True)
        self.units.blockSignals(False)

    def _ask_for_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder for the forms"), str(self._place))
        if chosen:
            self._chosen = Path(chosen)
            self._follow()

    def _follow(self) -> None:
        count = len(self.asked.units)
        self.folder.setText(str(self.asked.folder))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(count))
        self.note.setText(tr("{count} workbooks, each with last month’s figure and the target beside its figures", count=count))

    @property
    def month(self) -> Month:
        """The month of the forms."""
        value = self.months.value
        return value if isinstance(value, Month) else self._live.month

    @property
    def asked(self) -> FormsAsked:
        """What the fields say now; the folder is one of the month's own beside the book where none was chosen."""
        ticked = frozenset(id_ for id_, item in self._items if item.checkState(0) == Qt.CheckState.Checked)
        folder = self._chosen or self._place / file_name(tr("Forms of {month}", month=month_text(self.month)))
        return FormsAsked(self.month, ticked, folder)


def make_forms(book: Path, asked: FormsAsked, told: Callable[[int, int], None]) -> Path:
    """Make them from the book as it is on the disk; for a thread of its own. Returns the folder. Raises DocumentNotSaved."""
    from tracker.reports.forms.all_forms import write_forms
    from tracker.store.book import Book

    with Book.open(book, read_only=True) as reader, closing(Live(reader, month=asked.month)) as live:
        for _written in write_forms(live, asked.folder, told, wanted=asked.units):
            pass
    return asked.folder
