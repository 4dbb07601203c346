"""Under the list of entries: what the chosen one changed, row by row in words, more of them as one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.i18n import tr
from tracker.store import journal
from tracker.ui import theme
from tracker.ui.models.journal_model import line_columns, when_text
from tracker.ui.models.journal_names import Names
from tracker.ui.models.journal_tables import TABLES
from tracker.ui.models.journal_words import ChangeLine, lines_of
from tracker.ui.models.record_model import RecordModel
from tracker.ui.widgets.building import column, label
from tracker.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from tracker.store.book import Book
    from tracker.store.journal import Entry

AT_ONCE = 400
"""So many rows of an entry are read at a time; a data folder that was loaded has a hundred thousand."""


class JournalEntryPanel(QWidget):
    """Shows one entry, or says that none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journalEntry")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = label(name="heading", wraps=True)
        self.note = label(name="note", wraps=True)
        self.model: RecordModel[ChangeLine] = RecordModel(line_columns(), self)
        self.table = RecordTable(self.model, tr("What the entry changed"))
        box = column(self)
        head = column(gap=theme.dp(2))
        head.setContentsMargins(theme.dp(8), theme.dp(10), theme.dp(8), theme.dp(8))
        head.addWidget(self.heading)
        head.addWidget(self.note)
        box.addLayout(head)
        box.addWidget(self.table, 1)

    def show_entry(self, book: Book | None, entry: Entry | None) -> None:
        """Show what the entry changed."""
        if book is None or entry is None:
            self.heading.setText(tr("Choose an entry to see what it changed."))
            self.note.hide()
            self.model.show(())
            return
        self.heading.setText(entry.label)
        self.note.setText(_told(entry))
        self.note.show()
        rows = _Rows(book, entry)
        self.model.show((), rows.following)
        self.model.fetchMore()


class _Rows:
    """Reads an entry's rows in their order, as lines of words."""

    def __init__(self, book: Book, entry: Entry) -> None:
        self._book = book
        self._entry = entry
        self._names = Names(book)
        self._read = 0

    def following(self, _shown: int) -> Sequence[ChangeLine]:
        """The next lines; none when there are no more rows."""
        lines: list[ChangeLine] = []
        while not lines and self._read < self._entry.changes:
            changes = journal.changes(self._book, self._entry.id, first=self._read, limit=AT_ONCE)
            if not changes:
                break
            self._read += len(changes)
            self._names.learn(changes)
            lines = [line for change in changes for line in lines_of(change, self._names, TABLES)]
        return lines


def _told(entry: Entry) -> str:
    """Number, time and person, with the computer's user beside the name that the office gave."""
    who = tr("{name} ({user})", name=entry.name, user=entry.system_user) if entry.name else entry.system_user
    when, count = when_text(entry.at), f"{entry.changes:,}"
    told = tr("No. {number} · {when} · {who} · {count} rows", number=entry.id, when=when, who=who, count=count)
    return told if entry.reverts is None else told + " · " + tr("turns back no. {number}", number=entry.reverts)
