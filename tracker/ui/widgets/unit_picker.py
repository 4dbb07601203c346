"""Where a county's units come from: the country's list of townships, a pasted list, a file; and what of it is to be added."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QStackedWidget, QWidget

from tracker.domain.divisions import County
from tracker.domain.township import SORTS, sort_of
from tracker.errors import TrackerError
from tracker.exchange.problems import Problem
from tracker.exchange.table_file import read_table
from tracker.exchange.unit_list import Rows, read_unit_list
from tracker.i18n import tr
from tracker.store.unit_lists import UnitLine
from tracker.ui.clipboard import rows_of_text
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, named, row
from tracker.ui.widgets.division_choice import DivisionChoice
from tracker.ui.widgets.ranking_segments import Segments
from tracker.ui.widgets.unit_table import UnitTable

DIVISIONS, LIST = 0, 1
MOST_TOLD = 4


class UnitPicker(QWidget):
    """The source at the left, the units at the right. `known` are names that the book has already."""

    changed = Signal()
    county_chosen = Signal(object)
    """The County whose townships were brought up."""

    def __init__(self, known: Collection[str] = ()) -> None:
        super().__init__()
        self._known = frozenset(known)
        self.sources = Segments(tr("Where from"))
        self.sources.offer([(DIVISIONS, tr("From the country's list")), (LIST, tr("Paste a list"))], DIVISIONS)
        self.divisions = DivisionChoice()
        self.text = named(QPlainTextEdit(), tr("List of units"))
        self.text.setPlaceholderText(tr("One unit a line; or code, name and group side by side, as copied from a spreadsheet"))
        self.text.setTabChangesFocus(True)
        self.file = QPushButton(tr("From a file…"))
        self.file.setAutoDefault(False)
        self.problems = label(name="mistake", wraps=True)
        self.table = UnitTable()
        self._stack = QStackedWidget()
        self._lay_out()
        self._say("")
        self.sources.picked.connect(self._turn)
        self.divisions.chosen.connect(self.take_county)
        self.text.textChanged.connect(self._take_text)
        self.file.clicked.connect(self._ask_for_file)
        self.table.changed.connect(self.changed)

    def _lay_out(self) -> None:
        pasted = QWidget()
        box = column(pasted, gap=dp(8))
        box.addWidget(self.text, 1)
        line = row()
        line.addWidget(self.file)
        line.addStretch(1)
        box.addLayout(line)
        self._stack.addWidget(self.divisions)
        self._stack.addWidget(pasted)
        left = column(gap=dp(8))
        head = row()
        head.addWidget(self.sources)
        head.addStretch(1)
        left.addLayout(head)
        left.addWidget(self._stack, 1)
        left.addWidget(self.problems)
        outer = row(self, gap=dp(16))
        outer.addLayout(left, 1)
        outer.addWidget(self.table, 1)
        self.setFocusProxy(self.divisions)

    @property
    def lines(self) -> list[UnitLine]:
        """The units that are to be added."""
        return self.table.lines

    def _turn(self, source: object) -> None:
        self._stack.setCurrentIndex(LIST if source == LIST else DIVISIONS)
        (self.text if source == LIST else self.divisions).setFocus()

    def take_county(self, county: County) -> None:
        """Bring up the county's townships: towns, townships, streets, parks, others."""
        there = [town for town in county.towns if town in self._known]
        lines = [UnitLine(town, sort_of(town)) for town in county.towns if town not in self._known]
        self._show(sorted(lines, key=lambda line: SORTS.index(line.group)), [])
        if there:
            self._say(tr("{count} of its townships are in the book already.", count=len(there)))
        self.county_chosen.emit(county)

    def _take_text(self) -> None:
        self._take_rows(rows_of_text(self.text.toPlainText()), tr("List"))

    def _take_rows(self, rows: Rows, source: str) -> None:
        found = read_unit_list(rows, source=source, known=self._known)
        self._show(found.lines, found.problems)

    def _show(self, lines: Sequence[UnitLine], problems: Sequence[Problem]) -> None:
        told = [str(problem) for problem in problems[:MOST_TOLD]]
        if len(problems) > MOST_TOLD:
            told.append(tr("… and {count} more.", count=len(problems) - MOST_TOLD))
        self._say("\n".join(told))
        self.table.show_lines(lines)

    def _ask_for_file(self) -> None:
        kinds = tr("Tables (*.xlsx *.xls *.et *.ods *.csv *.txt *.tsv)")
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("A list of units"), "", kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Bring up the units of a file."""
        try:
            self._take_rows(read_table(path), path.name)
        except TrackerError as error:
            self.table.show_lines([])
            self._say(str(error))

    def _say(self, text: str) -> None:
        self.problems.setText(text)
        self.problems.setVisible(bool(text))
