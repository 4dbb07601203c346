"""通报: the month's bulletin as it will read, and beside it what the office writes into it itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.reports.bulletin.as_text import bulletin_text
from tracker.reports.bulletin.kept import kept_indicators
from tracker.store.figures import filled_cells
from tracker.store.undo_log import TABLES
from tracker.ui import theme
from tracker.ui.dialogs.message import tell
from tracker.ui.models import office_writing
from tracker.ui.models.bulletin_shown import ShownBulletin, shown_bulletin
from tracker.ui.models.bulletin_words import notes_of
from tracker.ui.month_course import today
from tracker.ui.page import Fact, Page, Status
from tracker.ui.session import Session
from tracker.ui.theme import dp
from tracker.ui.views.bulletin_bar import BulletinBar
from tracker.ui.views.bulletin_output import BulletinOutput
from tracker.ui.views.bulletin_words import BulletinWords
from tracker.ui.widgets.building import column, label, row, scrolled
from tracker.ui.widgets.bulletin_text import BulletinText
from tracker.ui.widgets.empty_page import EmptyPage
from tracker.ui.widgets.total_row import Fill

if TYPE_CHECKING:
    from tracker.store.book import Book
    from tracker.store.changed import Changed
    from tracker.ui.tasks import Task

SETTLED = 200
"""Milliseconds without a further key before the text is made anew."""
WIDTH, NARROW_WIDTH, NARROW = 360, 296, 900


class BulletinView(Page):
    """Words are stored when their field is left; the text follows every key and every figure, made in the background."""

    reads = frozenset(TABLES) - {"acceptance", "correction", "correction_figure"}

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.shown: ShownBulletin | None = None
        self._of: tuple[Book, Month] | None = None
        self._making: Task[ShownBulletin] | None = None
        self.words = BulletinWords()
        self.side = scrolled(self.words)
        self.notes = label(name="bulletinNotes", wraps=True)
        self.text = BulletinText()
        self.empty = EmptyPage("", tr("Go to entry"))
        self.output = BulletinOutput(self)
        self.bar = BulletinBar()
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.output.fill(self.bar)
        reading = QWidget()
        right = column(reading)
        right.addWidget(self.notes)
        right.addWidget(self.text, 1)
        both = QWidget()
        beside = row(both)
        for part in (self.side, Fill("line2", width=1)):
            beside.addWidget(part)
        beside.addWidget(reading, 1)
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self._stack, 1)
        if self.bar.template is not None:
            QWidget.setTabOrder(self.bar.template, self.text)  # from the text on to what is typed

    def _connect(self) -> None:
        self._soon.timeout.connect(self._make)
        self.words.typed.connect(self._soon.start)
        self.words.told.connect(self._store)
        self.words.take_over_asked.connect(self._take_over)
        self.words.chosen.connect(self._choose)
        self.empty.asked.connect(lambda: self.figure_requested.emit(None, None))
        self.text.place_asked.connect(lambda unit, indicator: self.place_requested.emit("ranking", unit, indicator))
        self.text.copyAvailable.connect(lambda _on: self.commands_changed.emit())

    def title(self) -> str:
        return tr("Bulletin")

    @property
    def month(self) -> Month:
        """The month whose words are in the fields."""
        return self.session.month if self._of is None else self._of[1]

    def refresh(self, changed: Changed | None) -> None:
        """Show the month's words, and have its text made. What is typed goes into the month it was typed for first."""
        self.words.finish()
        book = self.session.book
        self._of = None if book is None else (book, self.session.month)
        if book is None:
            self._show(None)
            return
        try:
            self._show_words(book)
        except TrackerError as error:
            self._tell_empty(str(error))
            return
        if not filled_cells(book, self.session.month):
            self._tell_empty(tr("First the figures, then the bulletin."))
            return
        self._stack.setCurrentIndex(0)
        self._make() if changed is None else self._soon.start()

    def _show_words(self, book: Book) -> None:
        month, ranked = self.session.month, self.session.ranked
        self.words.show_texts(office_writing.texts_of(book, month), office_writing.texts_before(book, month))
        if ranked is not None:
            self.words.show_indicators(ranked.indicators, kept_indicators(book, ranked))
        self.words.set_writable(not book.read_only)

    def _tell_empty(self, sentence: str) -> None:
        self._show(None)
        self.empty.tell(sentence)
        self._stack.setCurrentIndex(1)

    def _make(self) -> None:
        """Make the text from the file, with the words that stand in the fields, in the background."""
        if self._of is None or self._of[0] is not self.session.book:
            return
        path, month, words, day = self._of[0].path, self._of[1], self.words.words, today()
        if self._making is not None:
            self._making.cancel()  # overtaken
        self._making = self.session.tasks.run(
            "", lambda _progress: shown_bulletin(path, month, today=day, words=words), quiet=True
        )
        self._making.returned.connect(self._show)
        self._making.failed.connect(lambda error: self._tell_empty(str(error)))

    def _show(self, shown: ShownBulletin | None) -> None:
        self.shown = shown
        if shown is None:
            self.text.show_bulletin(None)
        else:
            self.text.show_bulletin(shown.content, shown.names)
        self.bar.enable(shown is not None)
        if shown is None or self._of is None:
            self.status_changed.emit(Status(tr("Bulletin")))
        else:
            said = notes_of(*self._of, shown)
            self.bar.tell(said.source)
            self.notes.setText(said.more)
            self.notes.setVisible(bool(said.more))
            count = len("".join(bulletin_text(shown.content).split()))
            self.status_changed.emit(Status(tr("Bulletin"), (Fact(tr("Characters in all"), f"{count:,}"),)))
        self.commands_changed.emit()

    def _store(self, kind: OfficeTextKind, text: str) -> None:
        """Write what was typed into the month for which it was typed."""
        if self._of is not None and self._of[0] is self.session.book:
            book, month = self._of
            self._do(lambda: office_writing.write_text(book, OfficeText(month, kind, text)))

    def _take_over(self, kind: OfficeTextKind) -> None:
        self.words.finish()
        if self._of is not None:
            book, month = self._of
            self._do(lambda: office_writing.take_over(book, month, kind))

    def _choose(self, codes: tuple[str, ...]) -> None:
        if self._of is not None:
            book, month = self._of
            self._do(lambda: office_writing.choose_indicators(book, month, codes))

    def _do(self, write: Callable[[], object]) -> None:
        try:
            write()
        except TrackerError as error:
            tell(self.window(), str(error))

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        output = self.output
        return {
            "copy": output.copy_selection,
            "select_all": self.text.selectAll,
            "print": output.preview,
            "save_pdf": output.save_pdf,
        }

    def can(self, command: str) -> bool:
        return self.shown is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The text is ready for the keyboard. As the page's focus proxy it would hide from Tab what stands before it."""
        super().focusInEvent(event)
        (self.empty.button if self._stack.currentIndex() else self.text).setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(dp(WIDTH if self.width() >= dp(NARROW) else NARROW_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().base)
