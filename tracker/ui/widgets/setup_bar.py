"""The bar over a tab of the setup page: buttons with words, and at its left whatever else the tab has to choose from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from tracker.ui.widgets.building import named, tool_button
from tracker.ui.widgets.flow_layout import FlowBar


class SetupBar(FlowBar):
    """From left to right in the order in which things are added; the page draws the line under it."""

    def __init__(self) -> None:
        super().__init__(ruled=False)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind what is there."""
        self.flow.addWidget(widget)

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
