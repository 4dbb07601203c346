"""The bar over a tab of the setup page: buttons with words, and at its left whatever else the tab has to choose from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from tracker.ui.theme import dp
from tracker.ui.widgets.building import named, row, tool_button

HEIGHT = 44


class SetupBar(QWidget):
    """From left to right in the order in which things are added."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(dp(HEIGHT))
        self._row = row(self, gap=dp(8))
        self._row.setContentsMargins(dp(12), 0, dp(12), 0)
        self._row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind what is there."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def add_button(self, text: str, call: Callable[[], object], *, icon: str = "", tip: str = "") -> QWidget:
        """A button that calls; Enter presses it where it has the focus."""
        made = tool_button(text, tip=tip, icon=icon)
        made.setProperty("role", "outlined")
        made.clicked.connect(lambda: call())  # noqa: PLW0108 - without `checked`
        self.add(made)
        return made


def push_button(text: str, call: Callable[[], object]) -> QPushButton:
    """A button in a panel or an empty page."""
    made = named(QPushButton(text), text)
    made.setAutoDefault(True)
    made.clicked.connect(lambda: call())  # noqa: PLW0108 - without `checked`
    return made
