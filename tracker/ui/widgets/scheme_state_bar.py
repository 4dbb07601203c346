"""How the version in hand stands: that it counts, or is a draft with a button to adopt it; which published months keep theirs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.i18n import tr
from tracker.store.book import Book
from tracker.ui.models.scheme_editor import Version
from tracker.ui.models.scheme_state import kept_months
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, row
from tracker.ui.widgets.setup_bar import push_button
from tracker.ui.widgets.toned import set_tone, toned
from tracker.ui.widgets.total_row import Fill


class SchemeStateBar(QWidget):
    """Says the state; the buttons are there while there is a draft."""

    adopt_asked = Signal()
    give_up_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = toned("", wraps=True)
        self.faults = toned("", "red", wraps=True)
        self.kept = toned("", wraps=True)
        self.adopt = push_button(tr("Adopt"), self.adopt_asked.emit)
        self.adopt.setProperty("role", "primary")
        self.give_up = push_button(tr("Give up the draft"), self.give_up_asked.emit)
        told = column(gap=dp(4))
        for words in (self.words, self.faults, self.kept):
            told.addWidget(words)
        line = row(gap=dp(8))
        line.setContentsMargins(dp(12), dp(8), dp(12), dp(8))
        line.addLayout(told, 1)
        line.addWidget(self.give_up)
        line.addWidget(self.adopt)
        outer = column(self)
        outer.addLayout(line)
        outer.addWidget(Fill("line2", height=1))

    def show_version(self, book: Book, version: Version) -> None:
        """Say how it stands."""
        drafted = version.draft is not None
        if drafted and version.stored is not None:
            words = tr("Draft: the changes do not count until they are adopted.")
        elif drafted:
            words = tr("Draft: this version does not count until it is adopted.")
        else:
            words = tr("This version counts. A change of it begins a draft.")
        self.words.setText(words)
        set_tone(self.words, "yellow" if drafted else "")
        self.kept.setText(kept_months(book, version))
        self.kept.setVisible(bool(self.kept.text()))
        for button in (self.adopt, self.give_up):
            button.setVisible(drafted)
            button.setEnabled(not book.read_only)

    def show_faults(self, whole: Sequence[str], *, count: int) -> None:
        """What is wrong with the version as a whole; `count` are the faults in all."""
        at_lines = count - len(whole)
        told = [*whole, *([tr("{count} faults stand at the lines.", count=at_lines)] if at_lines else [])]
        self.faults.setText(" ".join(told))
        self.faults.setVisible(bool(told))
