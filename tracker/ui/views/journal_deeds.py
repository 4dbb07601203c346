"""What the journal's buttons do: revert an entry, check the chain, copy the table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store import journal
from tracker.store.book import Book
from tracker.store.reverting import revert_entry
from tracker.ui.dialogs.message import tell
from tracker.ui.dialogs.question import ask
from tracker.ui.models.journal_model import when_text
from tracker.ui.tasks import Progress

if TYPE_CHECKING:
    from tracker.store.journal import Entry
    from tracker.ui.views.journal_view import JournalView


class JournalDeeds:
    """Does it for one page; what cannot be done is told."""

    def __init__(self, view: JournalView) -> None:
        self._view = view

    def can_revert(self, entry: Entry | None) -> bool:
        """Whether there is something to turn back, and the book may be written; the book itself has the last word."""
        return entry is not None and self._view.session.writable

    def revert(self) -> None:
        """Ask, then turn the chosen entry back as a new change."""
        entry, book = self._view.chosen, self._view.session.book
        if entry is None or book is None or not self.can_revert(entry):
            return
        sentence = tr("Revert “{label}”?", label=entry.label)
        note = tr(
            "{who} did this at {when}; it changed {count} rows. They become what they were, as a new change that can be undone.",
            who=entry.person,
            when=when_text(entry.at),
            count=entry.changes,
        )
        if not ask(self._view.window(), sentence, note, answer=tr("Revert")):
            return
        try:
            label = revert_entry(book, entry.id)
        except TrackerError as error:
            tell(self._view.window(), tr("It cannot be reverted."), str(error))
        else:
            self._view.session.say(tr("Reverted: {label}", label=label))

    def check_chain(self) -> None:
        """Walk the whole journal in the background and tell the result."""
        session = self._view.session
        if session.book is None:
            return
        path = session.book.path
        task = session.tasks.run(tr("Checking the journal"), lambda progress: check_journal(path, progress))
        task.returned.connect(self._tell_result)
        task.failed.connect(lambda error: tell(self._view.window(), str(error)))

    def _tell_result(self, result: tuple[int, int | None]) -> None:
        count, broken = result
        if broken is None:
            note = tr("All {count} entries are as they were written; none was altered or removed.", count=count)
            tell(self._view.window(), tr("The journal is sound."), note)
        else:
            sentence = tr("Entry {entry} of the journal is not as it was written.", entry=broken)
            tell(self._view.window(), sentence, tr("The entries before it are sound. Compare the book with a backup."))

    def copy(self) -> None:
        """Put the chosen entries on the clipboard."""
        self._say_copied(self._view.table.copy())

    def copy_all(self) -> None:
        """Put every entry that passes the filter on the clipboard."""
        self._say_copied(self._view.table.copy_all())

    def _say_copied(self, count: int) -> None:
        self._view.session.say(tr("{lines} rows copied; paste them in WPS or Excel.", lines=count))


def check_journal(path: Path, progress: Progress) -> tuple[int, int | None]:
    """How many entries there are, and the first that is not as it was written; reads the file itself, for a thread of its own."""
    with Book.open(path, read_only=True) as reader:
        newest = journal.entries(reader, newest_first=True, limit=1)
        return newest[0].id if newest else 0, journal.verify(reader, progress)
