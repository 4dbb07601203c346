"""A row of buttons of which one is down: the groups, the sets of targets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from tracker.ui import theme
from tracker.ui.theme import dp

PADDING = 15


class Segments(QWidget):
    """Buttons side by side; the arrow keys move between them. `picked` comes when the user chooses."""

    picked = Signal(object)
    """The value of the button chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values: list[object] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(lambda at: self.picked.emit(self._values[at]))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> object:
        """What is chosen; None where nothing is."""
        at = self._buttons.checkedId()
        return self._values[at] if at >= 0 else None

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Show (value, text) pairs, `chosen` being the value in force; none is down where it is not among them."""
        texts = [button.text() for button in self._buttons.buttons()]
        if texts != [text for _, text in choices]:
            self._make([text for _, text in choices])
        self._values = [value for value, _ in choices]
        if chosen in self._values:
            self._buttons.button(self._values.index(chosen)).setChecked(True)
        elif self._buttons.checkedButton() is not None:
            self._buttons.setExclusive(False)  # or the one that is down cannot come up
            self._buttons.checkedButton().setChecked(False)
            self._buttons.setExclusive(True)

    def _make(self, texts: Sequence[str]) -> None:
        for old in self._buttons.buttons():
            self._buttons.removeButton(old)
            old.hide()
            old.deleteLater()
        for at, text in enumerate(texts):
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            place = "only" if len(texts) == 1 else {0: "first", len(texts) - 1: "last"}.get(at, "middle")
            button.setProperty("role", "segment")
            button.setProperty("place", place)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumWidth(QFontMetrics(theme.font(13, bold=True)).horizontalAdvance(text) + dp(2 * PADDING))
            self._buttons.addButton(button, at)
            self._row.addWidget(button)
            button.show()  # else the row has no width before the event loop comes round
        self.updateGeometry()
