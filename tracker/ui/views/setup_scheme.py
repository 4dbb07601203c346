"""考核办法: the year's versions, the lines of the one in hand, and beside them what they do to the month in view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from tracker.domain.scheme import Scheme, SchemeLine, Terms
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store.scheme_versions import versions
from tracker.ui.dialogs.message import tell
from tracker.ui.dialogs.question import ask
from tracker.ui.models.scheme_changes import version_name
from tracker.ui.models.scheme_editor import SchemeEditor
from tracker.ui.models.scheme_state import sums, whole_faults, written_faults
from tracker.ui.page import Fact, Status
from tracker.ui.session import Session
from tracker.ui.theme import dp
from tracker.ui.views.scheme_comparing import Comparing
from tracker.ui.widgets.building import column
from tracker.ui.widgets.empty_tab import EmptyTab
from tracker.ui.widgets.scheme_bar import SchemeBar
from tracker.ui.widgets.scheme_lines import SchemeLines
from tracker.ui.widgets.scheme_state_bar import SchemeStateBar
from tracker.ui.widgets.scheme_terms import TermsForm
from tracker.ui.widgets.total_row import Fill


class SchemeTab(QWidget):
    """A tab of the setup page. A field that is left goes into the draft, one step of undo each; an adopted draft counts."""

    said = Signal(str)
    status_changed = Signal(object)
    year_chosen = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("schemeTab")
        self._session = session
        self._year: int | None = None
        self._from_month: int | None = None
        self._shown: tuple[Path, int, int] | None = None
        self.editor: SchemeEditor | None = None
        self.bar = SchemeBar()
        self.state = SchemeStateBar()
        self.terms = TermsForm()
        self.lines = SchemeLines()
        self.comparing = Comparing(session)
        self.empty = EmptyTab(
            tr("There is no scheme for this year yet. Begin with a blank one of 100 points, or take over last year's."),
            [(tr("Begin a scheme"), lambda: self.begin(1)), (tr("Take over last year's"), self.copy_last_year)],
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
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([dp(900), dp(460)])
        self._stack.addWidget(self.split)
        self._stack.addWidget(self.empty)
        outer = column(self)
        outer.addWidget(self.bar)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.year_picked.connect(self._pick_year)
        self.bar.version_picked.connect(self.show_version)
        self.bar.version_asked.connect(self.begin)
        self.bar.remove_version_asked.connect(self.remove_version)
        self.lines.told.connect(self._set_line)
        self.terms.told.connect(self._set_terms)
        for source in (self.bar, self.lines):
            source.add_asked.connect(self.add_line)
            source.move_asked.connect(self.move_by)
            source.remove_asked.connect(self.remove_line)
        self.state.adopt_asked.connect(self.adopt)
        self.state.give_up_asked.connect(self.give_up)
        self.comparing.panel.said.connect(self.said)

    def title(self) -> str:
        return tr("Scheme")

    @property
    def year(self) -> int:
        """The year whose scheme is shown."""
        return self._year if self._year is not None else self._session.month.year

    def show_year(self, year: int) -> None:
        """Show another year from now on."""
        if year != self.year:
            self._from_month = None
        self._year = year
        if self.isVisible():
            self.refresh()

    def _pick_year(self, year: object) -> None:
        if isinstance(year, int):
            self.show_year(year)
            self.year_chosen.emit(year)

    def show_version(self, from_month: object) -> None:
        """Take another version in hand, by the month from which it is in force."""
        self._from_month = from_month if isinstance(from_month, int) else None
        self.refresh()

    def refresh(self) -> None:
        """Show the book as it is now; what is typed and cannot be read stays."""
        book, month = self._session.book, self._session.month
        if book is None:
            return
        in_year = month.number if month.year == self.year else 12
        editor = self.editor = SchemeEditor(book, self.year, self._from_month, month=in_year)
        version = editor.version
        self.bar.show_versions(book, editor)
        there = version is not None
        self._stack.setCurrentWidget(self.split if there else self.empty)
        self.setFocusProxy(self.lines if there else self.empty)
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

    def begin(self, from_month: int) -> None:
        """Begin a version that is in force from that month on: as the one before it, or blank."""
        if self._do(lambda editor: editor.begin(from_month), version=from_month) and self.editor is not None:
            self.said.emit(tr("A draft was begun; it counts when it is adopted."))
            scheme = self.editor.scheme
            if scheme is not None and not scheme.lines:
                self.add_line()

    def copy_last_year(self) -> None:
        """Begin with what was in force at the end of last year."""
        if self._do(lambda editor: editor.copy_last_year(), version=1):
            self.said.emit(tr("A draft was begun; it counts when it is adopted."))

    def remove_version(self) -> None:
        """Ask, and remove the version in hand."""
        version = self.editor.version if self.editor is not None else None
        if version is None:
            return
        sentence = tr("Remove the scheme {version}?", version=version_name(version.year, version.from_month))
        note = tr("The version before it is in force again; published months keep theirs. Undo brings it back.")
        if ask(self.window(), sentence, note, answer=tr("Remove")):
            self._from_month = None
            self._do(lambda editor: editor.remove())

    def _set_line(self, at: int, line: SchemeLine) -> None:
        self._do(lambda editor: editor.set_line(at, line))

    def _set_terms(self, terms: Terms) -> None:
        self._do(lambda editor: editor.set_terms(terms))

    def add_line(self) -> None:
        """A line for the next indicator, ready to be changed."""
        indicator = self.editor.next_indicator if self.editor is not None and self.editor.scheme is not None else None
        if indicator is None:
            self.said.emit(tr("A line of the scheme is for an indicator: set up one first."))
        elif self._do(lambda editor: editor.add_line(indicator)):
            self.lines.go_to(len(self.lines.rows) - 1)

    def remove_line(self) -> None:
        """Take the line in hand out."""
        at = self.lines.current
        if at < len(self.lines.rows) and self._do(lambda editor: editor.remove_line(at)):
            self.lines.go_to(min(at, len(self.lines.rows) - 1))

    def move_by(self, step: int) -> None:
        """Move the line in hand up or down."""
        at = self.lines.current
        if 0 <= at + step < len(self.lines.rows) and self._do(lambda editor: editor.move_line(at, step)):
            self.lines.go_to(at + step)

    def adopt(self) -> None:
        """Let the draft count; where it cannot, go to the first line with a fault."""
        faulty = next((at for at, shown in enumerate(self.lines.rows) if shown.is_faulty), None)
        if faulty is not None:
            self.said.emit(tr("Not adopted: line {number} is not right yet.", number=faulty + 1))
            self.lines.go_to(faulty, self.lines.rows[faulty].first_fault)
            return
        if self._do(lambda editor: editor.adopt()):
            self.said.emit(tr("Adopted. The scores follow it from now on."))

    def give_up(self) -> None:
        """Drop the draft in hand; undo brings it back."""
        self._do(lambda editor: editor.give_up())

    def _do(self, do: Callable[[SchemeEditor], object], *, version: int | None = None) -> bool:
        """Do it to the version in hand; whether it was done. Why not is told."""
        editor = self.editor
        if editor is None or editor.book.read_only:
            return False
        before = self._from_month
        self._from_month = version or (editor.version.from_month if editor.version is not None and before is not None else before)
        try:
            do(editor)
        except TrackerError as error:
            self._from_month = before
            tell(self.window(), str(error))
            return False
        return True
