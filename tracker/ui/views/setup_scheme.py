"""考核办法: the year's versions, the lines of the one in hand, and beside them what they do to the month in view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from tracker.domain.scheme import Scheme
from tracker.i18n import tr
from tracker.store.scheme_versions import versions
from tracker.ui.models.scheme_editor import SchemeEditor
from tracker.ui.models.scheme_state import sums, whole_faults, written_faults
from tracker.ui.page import Fact, Status
from tracker.ui.session import Session
from tracker.ui.theme import dp
from tracker.ui.views.scheme_comparing import Comparing
from tracker.ui.views.scheme_deeds import SchemeDeeds
from tracker.ui.widgets.building import column, scrolled
from tracker.ui.widgets.empty_tab import EmptyTab
from tracker.ui.widgets.first_focus import FirstFocus
from tracker.ui.widgets.scheme_bar import SchemeBar
from tracker.ui.widgets.scheme_lines import SchemeLines
from tracker.ui.widgets.scheme_state_bar import SchemeStateBar
from tracker.ui.widgets.scheme_terms import TermsForm
from tracker.ui.widgets.total_row import Fill

BESIDE = 1140
"""From this width on, in px at 100 %, the effect stands beside the lines."""


class SchemeTab(FirstFocus):
    """A tab of the setup page. A field that is left goes into the draft, one step of undo each; an adopted draft counts."""

    said = Signal(str)
    status_changed = Signal(object)
    year_chosen = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("schemeTab")
        self._session = session
        self._year: int | None = None
        self.from_month: int | None = None
        """The version in hand; None for the one that is in force in the month in view."""
        self._shown: tuple[Path, int, int] | None = None
        self.editor: SchemeEditor | None = None
        self.deeds = SchemeDeeds(self)
        self.bar = SchemeBar()
        self.state = SchemeStateBar()
        self.terms = TermsForm()
        self.lines = SchemeLines()
        self.comparing = Comparing(session)
        self.empty = EmptyTab(
            tr("There is no scheme for this year yet. Begin with a blank one of 100 points, or take over last year's."),
            [(tr("Begin a scheme"), lambda: self.deeds.begin(1)), (tr("Take over last year's"), self.deeds.copy_last_year)],
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QWidget()
        beside = column(left)
        beside.addWidget(self.state)
        beside.addWidget(self.terms)
        beside.addWidget(Fill("line2", height=1))
        beside.addWidget(self.lines, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(self.comparing.panel)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setCollapsible(0, False)
        self.lines.setMinimumHeight(dp(132))
        self.split.setSizes([dp(900), dp(460)])
        self._area = scrolled(self.split)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
        outer = column(self)
        outer.addWidget(self.bar)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.year_picked.connect(self._pick_year)
        self.bar.version_picked.connect(self.show_version)
        self.bar.version_asked.connect(self.deeds.begin)
        self.bar.remove_version_asked.connect(self.deeds.remove_version)
        self.lines.told.connect(self.deeds.set_line)
        self.terms.told.connect(self.deeds.set_terms)
        for source in (self.bar, self.lines):
            source.add_asked.connect(self.deeds.add_line)
            source.move_asked.connect(self.deeds.move_by)
            source.remove_asked.connect(self.deeds.remove_line)
        self.state.adopt_asked.connect(self.deeds.adopt)
        self.state.give_up_asked.connect(self.deeds.give_up)
        self.comparing.panel.said.connect(self.said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the lines the effect stands under them."""
        super().resizeEvent(event)
        beside = self.width() >= dp(BESIDE)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.split.orientation() != wanted:
            self.split.setOrientation(wanted)
            self.split.setSizes([dp(900), dp(460)] if beside else [dp(400), dp(200)])

    def title(self) -> str:
        return tr("Scheme")

    @property
    def year(self) -> int:
        """The year whose scheme is shown."""
        return self._year if self._year is not None else self._session.month.year

    def show_year(self, year: int) -> None:
        """Show another year from now on."""
        if year != self.year:
            self.from_month = None
        self._year = year
        if self.isVisible():
            self.refresh()

    def _pick_year(self, year: object) -> None:
        if isinstance(year, int):
            self.show_year(year)
            self.year_chosen.emit(year)

    def show_version(self, from_month: object) -> None:
        """Take another version in hand, by the month from which it is in force."""
        self.from_month = from_month if isinstance(from_month, int) else None
        self.refresh()

    def refresh(self) -> None:
        """Show the book as it is now; what is typed and cannot be read stays."""
        book, month = self._session.book, self._session.month
        if book is None:
            return
        in_year = month.number if month.year == self.year else 12
        editor = self.editor = SchemeEditor(book, self.year, self.from_month, month=in_year)
        version = editor.version
        self.bar.show_versions(book, editor)
        there = version is not None
        self._stack.setCurrentWidget(self._area if there else self.empty)
        self.begin_at(self.lines if there else self.empty)
        for at, button in enumerate(self.empty.buttons):
            button.setEnabled(not book.read_only and (at == 0 or bool(versions(book, self.year - 1))))
        if version is None:
            self._tell_status(0)
            return
        self._show(editor, version.shown)
        self.state.show_version(book, version)
        self.comparing.show(version, month)

    def _show(self, editor: SchemeEditor, scheme: Scheme) -> None:
        shown = (editor.book.path, scheme.year, scheme.from_month)
        if shown != self._shown:
            self._shown = shown
            self.lines.forget()
            self.terms.forget()
        faults = editor.faults()
        self.lines.show_lines(scheme.lines, editor.indicators, editor.groups)
        self.lines.show_faults([written_faults(faults, line) for line in scheme.lines])
        told = sums(scheme, editor.groups)
        self.terms.show_terms(scheme.terms, told.words, adds_up=told.adds_up)
        self.state.show_faults(whole_faults(faults), count=len(faults))
        writable = not editor.book.read_only
        self.lines.set_writable(writable)
        self.terms.setEnabled(writable)
        self._tell_status(len(scheme.lines))

    def _tell_status(self, count: int) -> None:
        self.status_changed.emit(Status("", (Fact(tr("Lines of the scheme"), str(count)),)))

    def set_density(self, compact: bool) -> None:
        self.comparing.panel.table.set_compact(compact)

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"copy": self.comparing.panel.copy_table}

    def can(self, command: str) -> bool:
        """Whether there is a table to copy."""
        return bool(self.comparing.panel.model.records)
