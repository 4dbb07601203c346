"""报送用语: which words of senders were explained, and what they mean; each can be forgotten."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.sender_word import SenderWord, WordKind
from tracker.i18n import mark, tr
from tracker.store.book import Book
from tracker.store.indicators import indicators
from tracker.store.sender_words import forget_word, sender_words
from tracker.store.units import units
from tracker.ui import theme
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.session import Session
from tracker.ui.widgets.building import column, label, room_for
from tracker.ui.widgets.dialog_buttons import button_line, table_button
from tracker.ui.widgets.record_table import RecordTable

KINDS = {WordKind.UNIT: mark("Unit"), WordKind.INDICATOR: mark("Indicator"), WordKind.BASIS: mark("Column heading")}
BASES = {"month": mark("Month’s own"), "cumulative": mark("Cumulative"), "": mark("Not taken")}


class SenderWordsDialog(QDialog):
    """Follows the book while it is open."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Senders’ words"))
        self._session = session
        self.model: RecordModel[SenderWord] = RecordModel((), self)
        self._read()
        self.table = RecordTable(self.model, tr("Senders’ words"))
        self.forget = table_button(tr("Forget it"), self._forget)
        self.leave = table_button(tr("Close"), self.reject)
        self._lay_out()
        self.table.chosen.connect(self._enable)
        session.data_changed.connect(self._read_again)
        self._enable()

    def _lay_out(self) -> None:
        outer = column(self, margin=theme.dp(20), gap=theme.dp(10))
        note = tr(
            "What was explained on the page “What units sent in”. A sender’s word counts in that sender’s files;"
            " what is forgotten is asked again."
        )
        outer.addWidget(label(note, name="note", wraps=True))
        outer.addWidget(self.table, 1)
        outer.addLayout(button_line((self.forget,), self.leave))
        self.resize(room_for(self, 720, 440))

    def _read(self) -> None:
        book = self._session.book
        if book is not None:
            self.model.columns = word_columns(book)
            self.model.show(sender_words(book))

    def _read_again(self) -> None:
        row = self.table.currentIndex().row()
        self._read()
        if self.model.records:
            self.table.choose_row(max(0, min(row, len(self.model.records) - 1)))
        self._enable()

    def _enable(self) -> None:
        self.forget.setEnabled(self._session.writable and self.table.record is not None)

    def _forget(self) -> None:
        book, words = self._session.book, [self.model.records[row] for row in self.table.rows]
        if book is not None and words:
            with book.change(tr("Forget “{word}”", word=words[0].text)):
                for word in words:
                    forget_word(book, word)


def word_columns(book: Book) -> tuple[RecordColumn[SenderWord], ...]:
    """The word, what it names, what it means, in whose files."""
    of_units = {unit.code: unit.name for unit in units(book)}
    of_indicators = {one.code: one.name for one in indicators(book)}
    senders = {unit.id: unit.name for unit in units(book)}

    def meaning(word: SenderWord) -> str:
        if word.kind is WordKind.BASIS or not word.meaning:
            return tr(BASES[word.meaning])
        return (of_units if word.kind is WordKind.UNIT else of_indicators).get(word.meaning, word.meaning)

    return (
        RecordColumn(tr("As it is written"), lambda word: word.text, 208, strong=True),
        RecordColumn(tr("Names"), lambda word: tr(KINDS[word.kind]), 96, color=lambda _word: "text2"),
        RecordColumn(tr("Means"), meaning),
        RecordColumn(tr("In the files of"), lambda word: tr("everybody") if word.sender is None else senders[word.sender], 128),
    )
