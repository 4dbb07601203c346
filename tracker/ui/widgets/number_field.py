"""A short field for a number within a sentence or a row; what cannot be read stays in it, in red, with the reason."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from tracker.domain.amount import PLACES, plain
from tracker.domain.parsing import read_amount
from tracker.i18n import tr
from tracker.ui.text_fields import STORED_WHEN_LEFT
from tracker.ui.theme import dp

WIDTH = 52


class NumberField(QLineEdit):
    """`told` comes when the field is left, or Enter pressed, with another number in it than was shown."""

    told = Signal(object)
    """The Decimal, None for a blank field."""
    mistaken = Signal(str)
    """Why what was typed is no number here; "" when it is one again."""

    def __init__(self, name: str, *, percent: bool = False, needed: bool = False, width: int = WIDTH) -> None:
        """`percent` shows a share of 1 as 100; `needed` refuses a blank field."""
        super().__init__()
        self._scale = Decimal(100) if percent else Decimal(1)
        self._needed = needed
        self._value: Decimal | None = None
        self.mistake = ""
        self.setProperty(STORED_WHEN_LEFT, True)
        self.setAccessibleName(name)
        self.setFixedWidth(dp(width))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editingFinished.connect(self._finish)

    @property
    def value(self) -> Decimal | None:
        """The number that was last shown or told."""
        return self._value

    def show_value(self, value: Decimal | None) -> None:
        """Show a number; where it is the one that is there already, what is typed stays."""
        if value == self._value and (self.mistake or self._read(self.text()) == value):
            return
        self._value = value
        self.setText("" if value is None else format(plain(value * self._scale), "f"))
        self._say("")

    def forget(self) -> None:
        """Give up what is typed and could not be read."""
        if self.mistake:
            value, self._value = self._value, None
            self._say("")
            self.clear()
            self.show_value(value)

    def _read(self, text: str) -> Decimal | None:
        """The number that the text says; None for a blank and for what is none."""
        value = read_amount(text, unit="", decimals=PLACES).value
        return None if value is None else value / self._scale

    def _finish(self) -> None:
        reading = read_amount(self.text(), unit="", decimals=PLACES)
        reason = reading.reason
        if reading.value is None and not reason and self._needed:
            reason = tr("A number is needed here.")
        self._say(reason)
        value = None if reading.value is None else reading.value / self._scale
        if not reason and value != self._value:
            self._value = value
            self.setText(self.text())  # what was typed before is the book's to undo
            self.told.emit(value)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's where nothing is typed that they could take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = {QKeySequence.StandardKey.Undo: self.isUndoAvailable, QKeySequence.StandardKey.Redo: self.isRedoAvailable}
            if any(event.matches(key) and not there() for key, there in keys.items()):
                event.ignore()
                return True
        return super().event(event)

    def _say(self, mistake: str) -> None:
        if mistake == self.mistake:
            return
        self.mistake = mistake
        self.setToolTip(mistake)
        self.setAccessibleDescription(mistake)
        self.setProperty("wrong", bool(mistake))
        self.style().polish(self)
        self.mistaken.emit(mistake)
