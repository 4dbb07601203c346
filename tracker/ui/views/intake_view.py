"""收表: what units sent in, held against the book; looked through, corrected, ticked, and written as one change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.plan import PlannedFile
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.files import dropped_paths
from tracker.ui.intake_deeds import IntakeDeeds
from tracker.ui.models.intake_batch import Batch
from tracker.ui.models.intake_files import file_lines
from tracker.ui.models.intake_lines import IntakeChoice, IntakeLine, intake_lines
from tracker.ui.models.intake_ticks import foot_text, tick_lines
from tracker.ui.page import Fact, Page, Status
from tracker.ui.session import Session
from tracker.ui.theme import dp
from tracker.ui.views.intake_bar import IntakeBar, IntakeFoot
from tracker.ui.views.intake_empty import intake_empty
from tracker.ui.views.intake_understanding import IntakeUnderstanding
from tracker.ui.widgets.building import column, row
from tracker.ui.widgets.intake_files import IntakeFiles
from tracker.ui.widgets.intake_table import IntakeTable
from tracker.ui.widgets.total_row import Fill

if TYPE_CHECKING:
    from tracker.store.changed import Changed

KEEP = "intake/keep"
"""Whether the files are kept in the book, as it was wished last on this computer."""
LEFT = 308


@dataclass(frozen=True, slots=True)
class IntakePlace:
    """A batch for a page that is made anew, and what was shown of it."""

    book: Path | None
    batch: Batch
    choice: IntakeChoice


class IntakeView(Page):
    """The page; its batch lasts while the book is open."""

    reads = frozenset(
        {"setting", "unit_group", "unit", "indicator", "figure", "month_state", "publication", "correction", "sender_word"}
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._choice = IntakeChoice()
        self._book: Path | None = None
        self.deeds = IntakeDeeds(session, self)
        self.bar, self.foot = IntakeBar(), IntakeFoot()
        self.files = IntakeFiles()
        self.understanding = IntakeUnderstanding(session, self.deeds)
        self.table = IntakeTable(self.batch, tr("What would change"))
        self.empty = intake_empty(self.command_requested.emit)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        some, left = QWidget(), QWidget()
        left.setFixedWidth(dp(LEFT))
        files = column(left)
        files.addWidget(self.files, 11)
        files.addWidget(Fill("line2", height=1))
        files.addWidget(self.understanding.panel, 9)
        line = row(some)
        line.addWidget(left)
        line.addWidget(Fill("line2", width=1))
        line.addWidget(self.table, 1)
        self._stack.addWidget(some)
        self._stack.addWidget(self.empty)
        page = column(self)
        parts: tuple[QWidget, ...] = (self.bar, self._stack, Fill("line2", height=1), self.foot)
        for part in parts:
            page.addWidget(part, 1 if part is self._stack else 0)

    def _connect(self) -> None:
        bar, foot, ask = self.bar, self.foot, self.command_requested.emit
        for button, command in (
            (bar.files, "import_files"),
            (bar.folder, "import_folder"),
            (bar.words, "sender_words"),
            (bar.forms, "make_forms"),
            (foot.receipts, "receipts"),
            (foot.write, "write_figures"),
        ):
            button.clicked.connect(lambda _checked=False, command=command: ask(command))
        bar.order.picked.connect(lambda by_unit: self._choose(replace(self._choice, by_unit=bool(by_unit))))
        bar.shown.picked.connect(lambda shown: self._choose(replace(self._choice, shown=shown)))
        foot.keep.setChecked(bool(self.session.settings.text(KEEP)))
        foot.keep.toggled.connect(lambda on: self.session.settings.set_text(KEEP, "1" if on else ""))
        self.files.chosen.connect(self._choose_file)
        self.table.chosen.connect(self._point)
        self.table.ticked.connect(self.tick)
        self.table.opened.connect(self._open)
        self.deeds.planned.connect(self._show)

    def title(self) -> str:
        return tr("What units sent in")

    @property
    def batch(self) -> Batch:
        """What came in."""
        return self.deeds.batch

    def refresh(self, changed: Changed | None) -> None:
        """Hold the files against the book as it is now; those of another book are gone."""
        book = self.session.book
        path = None if book is None else book.path
        if path != self._book:
            self._book = path
            self.deeds.begin_anew()
        elif self.batch.files:
            self.deeds.plan()
        else:
            self._show()

    def take(self, paths: Sequence[Path]) -> None:
        """Read what was chosen, dropped or pasted."""
        self.deeds.read(paths)

    def _show(self) -> None:
        """Everything as the batch is now; what is still being planned anew stays as it was until then."""
        if not self.deeds.fresh:
            self._follow()
            return
        self.table.hold(self.batch)
        self.files.show_files(file_lines(self.batch), self._choice.file or "")
        self._choice = replace(self._choice, file=self.files.name or None)
        self.bar.show_choice(self._choice)
        self._turn(0 if self.batch.plan.files else 1)
        self._show_lines()

    def _turn(self, part: int) -> None:
        """Show the batch, or that there is none; the keyboard goes along."""
        focus: QWidget | None = QApplication.focusWidget()
        focused = focus is not None and self._stack.isAncestorOf(focus) and part != self._stack.currentIndex()
        self._stack.setCurrentIndex(part)
        self.begin_at(self.files if part == 0 else self.empty)
        if focused:
            self.setFocus()

    def _show_lines(self) -> None:
        self.table.show_lines(intake_lines(self.batch, self._choice), by_unit=self._choice.by_unit)
        self._follow()

    def _choose(self, choice: IntakeChoice) -> None:
        self._choice = choice
        self._show_lines()

    def _choose_file(self) -> None:
        name = self.files.name or None
        if name != self._choice.file:
            self._choose(replace(self._choice, file=name))

    @property
    def line(self) -> IntakeLine | None:
        """The line in hand."""
        found = self.table.record
        return found if isinstance(found, IntakeLine) else None

    @property
    def file(self) -> PlannedFile | None:
        """The file in front: the one that is chosen, else that of the line in hand."""
        if self._choice.file is not None:
            return next((file for file in self.batch.plan.files if file.name == self._choice.file), None)
        return None if self.line is None or (self.line.is_heading and self._choice.by_unit) else self.line.file

    def _point(self) -> None:
        """Panel and foot follow what is in hand."""
        self.understanding.show_file(self.file)
        self.foot.words.setText(self._sentence())

    def _follow(self) -> None:
        """Panel, foot and status follow what is in hand and what is ticked."""
        self._point()
        chosen = self.batch.chosen() if self.deeds.fresh else []
        self.foot.show_count(len(chosen))
        self.foot.write.setEnabled(self.deeds.can_write)
        self.foot.receipts.setEnabled(bool(self.batch.plan.files))
        facts = [Fact(tr("To be written"), str(len(chosen)))]
        self.status_changed.emit(Status(tr("What units sent in"), tuple(facts)) if self.batch.plan.files else None)
        self.commands_changed.emit()

    def _sentence(self) -> str:
        if not self.deeds.fresh:
            return tr("Comparing with the book…")
        if not self.session.writable:
            return tr("The book is open for reading only; nothing can be changed in it.")
        return foot_text(self.batch, self.line)

    def tick(self, lines: Sequence[IntakeLine]) -> None:
        """Tick what can be, or take the ticks away."""
        if tick_lines(self.batch, lines):
            self.table.viewport().update()
            self._follow()

    def write(self) -> None:
        """Write what is ticked."""
        self.deeds.write(keep=self.foot.keep.isChecked())

    def _open(self, line: IntakeLine) -> None:
        if line.cell is not None:
            self.session.set_month(line.cell.month)
            self.figure_requested.emit(line.cell.unit.id, line.cell.indicator.id)

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "copy": self._copy,
            "paste": self.paste,
            "select_all": self.table.selectAll,
            "clear": lambda: self.deeds.remove(self.files.name),
            "write_figures": self.write,
            "receipts": lambda: self.command_requested.emit("receipts"),
        }

    def paste(self) -> None:
        """Read the files that were copied elsewhere."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none where the clipboard's owner is gone
        paths = [] if data is None else dropped_paths(data)
        if paths:
            self.take(paths)
        else:
            self.session.say(tr("No files were copied: copy them in the file manager first."))

    def _copy(self) -> None:
        count = self.table.copy()
        self.session.say(tr("{lines} rows copied; paste them in WPS or Excel.", lines=count))

    def can(self, command: str) -> bool:
        if command == "paste":
            return self.session.book is not None
        if command == "clear":
            return self.files.hasFocus() and bool(self.files.name)
        if command == "write_figures":
            return self.deeds.can_write
        return bool(self.batch.plan.files)

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        for at, line in enumerate(self.table.lines.records):
            if line.cell is not None and unit in (None, line.cell.unit.id) and indicator in (None, line.cell.indicator.id):
                self.table.choose_row(at)
                return True
        return False

    def place(self) -> object:
        return IntakePlace(self._book, self.deeds.batch, self._choice)

    def return_to(self, place: object) -> None:
        if isinstance(place, IntakePlace) and place.book == self._book:
            self._choice = place.choice
            self.deeds.take_over(place.batch)

    def set_density(self, compact: bool) -> None:
        self.files.set_compact(compact)
        self.table.set_compact(compact)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().base)
