"""The bar over the page 通报: what can be done with the bulletin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui.widgets.building import label, tool_button
from tracker.ui.widgets.flow_layout import FlowBar


class BulletinBar(FlowBar):
    """`state` says what the text is made of; each button is added with what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = label()
        self.buttons: dict[str, QToolButton] = {}
        self.flow.addWidget(self.state)
        self.flow.push()

    def add(self, text: str, icon: str, tip: str, call: Callable[[], None]) -> QToolButton:
        """A button at the right."""
        button = tool_button(text, tip=tip, icon=icon)
        button.setProperty("role", "outlined")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda _checked=False: call())
        self.buttons[text] = button
        self.flow.addWidget(button)
        return button

    def enable(self, on: bool) -> None:
        """Whether there is a bulletin to do anything with."""
        for button in self.buttons.values():
            button.setEnabled(on)

    def tell(self, text: str) -> None:
        """Say what the text is made of."""
        self.state.setText(text or tr("No bulletin yet"))
