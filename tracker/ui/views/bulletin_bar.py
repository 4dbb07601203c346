"""The bar over the page 通报: what can be done with the bulletin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui.widgets.building import label, tool_button
from tracker.ui.widgets.flow_layout import FlowBar


class BulletinBar(FlowBar):
    """`state` says what the text is made of; each button is added with what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = label()
        self.buttons: dict[str, QToolButton] = {}
        self.template: QToolButton | None = None
        """The button of the menu, once it is added."""
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

    def add_menu(self, text: str, tip: str, deeds: Callable[[], list[tuple[str, Callable[[], None], bool]]]) -> QToolButton:
        """A button that offers what `deeds` gives when it is pressed: words, call, whether it makes sense."""
        button = tool_button(text, tip=tip, icon="caret-down")
        button.setProperty("role", "outlined")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: _fill(menu, deeds()))
        button.setMenu(menu)
        self.flow.addWidget(button)
        return button

    def enable(self, on: bool) -> None:
        """Whether there is a bulletin to do anything with."""
        for button in self.buttons.values():
            button.setEnabled(on)

    def tell(self, text: str) -> None:
        """Say what the text is made of."""
        self.state.setText(text or tr("No bulletin yet"))


def _fill(menu: QMenu, deeds: list[tuple[str, Callable[[], None], bool]]) -> None:
    menu.clear()
    for text, call, sensible in deeds:
        action = menu.addAction(text)
        action.setEnabled(sensible)
        action.triggered.connect(lambda _checked=False, call=call: call())
