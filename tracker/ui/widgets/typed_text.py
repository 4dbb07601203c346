"""Fields whose text is stored when they are left, and after a pause, so that nothing is lost that was typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tracker.domain.office_text import as_kept
from tracker.ui.theme import dp

LEAST = 88
"""The height of some lines of text, at 100 %."""
PAUSE = 5000
"""So long after the last key the text is stored, though the field is not left, in milliseconds."""


class Typing(QObject):
    """What has been typed into a field and is not stored yet."""

    told = Signal()
    """The text is to be stored now."""
    typed = Signal()
    """The text is another one."""

    def __init__(self, field: QObject) -> None:
        super().__init__(field)
        self.pending = False
        self.shows = False
        """Whether the field is being filled by the program."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.finish)

    def begin(self) -> None:
        """The text has changed."""
        if not self.shows:
            self.pending = True
            self._pause.start()
            self.typed.emit()

    def finish(self) -> None:
        """Have the text stored, if it was typed."""
        if self.pending:
            self.forget()
            self.told.emit()

    def forget(self) -> None:
        """What is typed is stored, or not to be."""
        self.pending = False
        self._pause.stop()


class TypedText(QPlainTextEdit):
    """Some paragraphs; Tab leaves it. Undo is its own while something was typed, then the book's."""

    def __init__(self) -> None:
        super().__init__()
        self.typing = Typing(self)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.typing.begin)

    def sizeHint(self) -> QSize:
        return QSize(dp(200), dp(LEAST))

    @property
    def text(self) -> str:
        """What stands in it, as it is kept."""
        return as_kept(self.toPlainText())

    def show_text(self, text: str) -> None:
        """Show what is stored, unless something else is being typed."""
        if self.typing.pending or text == self.text:
            return
        self.typing.shows = True
        self.setPlainText(text)
        self.typing.shows = False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_the_books(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_the_books(self, event: QKeyEvent) -> bool:
        document = self.document()
        return (event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()) or (
            event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
        )

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.typing.finish()


class TypedLine(QLineEdit):
    """One line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.typing = Typing(self)
        self.textEdited.connect(self.typing.begin)
        self.editingFinished.connect(self.typing.finish)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless something else is being typed."""
        if not self.typing.pending and text != as_kept(self.text()):
            self.setText(text)
