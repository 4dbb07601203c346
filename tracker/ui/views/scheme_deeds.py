"""What is done to the version of the scheme in hand: begun, edited, adopted, given up, removed; each one change of the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tracker.domain.scheme import SchemeLine, Terms
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.ui.dialogs.message import tell
from tracker.ui.dialogs.question import ask
from tracker.ui.models.scheme_changes import version_name
from tracker.ui.models.scheme_editor import SchemeEditor

if TYPE_CHECKING:
    from tracker.ui.views.setup_scheme import SchemeTab


class SchemeDeeds:
    """Works on what the tab shows; what came of it is said there."""

    def __init__(self, tab: SchemeTab) -> None:
        self._tab = tab

    def begin(self, from_month: int) -> None:
        """Begin a version that is in force from that month on: as the one before it, or blank."""
        if self._do(lambda editor: editor.begin(from_month), version=from_month) and self._tab.editor is not None:
            self._tab.said.emit(tr("A draft was begun; it counts when it is adopted."))
            scheme = self._tab.editor.scheme
            if scheme is not None and not scheme.lines:
                self.add_line()

    def copy_last_year(self) -> None:
        """Begin with what was in force at the end of last year."""
        if self._do(lambda editor: editor.copy_last_year(), version=1):
            self._tab.said.emit(tr("A draft was begun; it counts when it is adopted."))

    def remove_version(self) -> None:
        """Ask, and remove the version in hand."""
        version = self._tab.editor.version if self._tab.editor is not None else None
        if version is None:
            return
        sentence = tr("Remove the scheme {version}?", version=version_name(version.year, version.from_month))
        note = tr("The version before it is in force again; published months keep theirs. Undo brings it back.")
        if ask(self._tab.window(), sentence, note, answer=tr("Remove")):
            self._tab.from_month = None
            self._do(lambda editor: editor.remove())

    def set_line(self, at: int, line: SchemeLine) -> None:
        """Put a line in the place of one."""
        self._do(lambda editor: editor.set_line(at, line))

    def set_terms(self, terms: Terms) -> None:
        """Put terms in the place of those there are."""
        self._do(lambda editor: editor.set_terms(terms))

    def add_line(self) -> None:
        """A line for the next indicator, ready to be changed."""
        indicator = (
            self._tab.editor.next_indicator if self._tab.editor is not None and self._tab.editor.scheme is not None else None
        )
        if indicator is None:
            self._tab.said.emit(tr("A line of the scheme is for an indicator: set up one first."))
        elif self._do(lambda editor: editor.add_line(indicator)):
            self._tab.lines.go_to(len(self._tab.lines.rows) - 1)

    def remove_line(self) -> None:
        """Take the line in hand out."""
        at = self._tab.lines.current
        if at < len(self._tab.lines.rows) and self._do(lambda editor: editor.remove_line(at)):
            self._tab.lines.go_to(min(at, len(self._tab.lines.rows) - 1))

    def move_by(self, step: int) -> None:
        """Move the line in hand up or down."""
        at = self._tab.lines.current
        if 0 <= at + step < len(self._tab.lines.rows) and self._do(lambda editor: editor.move_line(at, step)):
            self._tab.lines.go_to(at + step)

    def adopt(self) -> None:
        """Let the draft count; where it cannot, go to the first line with a fault."""
        faulty = next((at for at, shown in enumerate(self._tab.lines.rows) if shown.is_faulty), None)
        if faulty is not None:
            self._tab.said.emit(tr("Not adopted: line {number} is not right yet.", number=faulty + 1))
            self._tab.lines.go_to(faulty, self._tab.lines.rows[faulty].first_fault)
            return
        if self._do(lambda editor: editor.adopt()):
            self._tab.said.emit(tr("Adopted. The scores follow it from now on."))

    def give_up(self) -> None:
        """Drop the draft in hand; undo brings it back."""
        self._do(lambda editor: editor.give_up())

    def _do(self, do: Callable[[SchemeEditor], object], *, version: int | None = None) -> bool:
        """Do it, with that version in hand from then on if one is given; whether it was done. Why not is told."""
        editor, before = self._tab.editor, self._tab.from_month
        if editor is None or editor.book.read_only:
            return False
        self._tab.from_month = version or before
        try:
            do(editor)
        except TrackerError as error:
            self._tab.from_month = before
            tell(self._tab.window(), str(error))
            return False
        return True
