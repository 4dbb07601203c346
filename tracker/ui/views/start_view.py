"""What the window shows while no book is open: a sentence, three ways to go on, and the books opened lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.actions import Actions
from tracker.ui.widgets.building import column, label, named, row

BUTTONS = ("open_sample", "new_book", "open_book")


class StartView(QWidget):
    """Left-aligned words at the top of the space; `chosen` gives a recent book's path."""

    chosen = Signal(object)

    def __init__(self, actions: Actions, recent: Callable[[], Sequence[Path]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Start"))
        self._recent = recent
        self.buttons = {name: self._button(actions, name) for name in BUTTONS}
        self.buttons[BUTTONS[0]].setProperty("role", "primary")
        self._section = label(tr("Recent books"), name="section")
        self._list = column(gap=theme.dp(2))
        self._lay_out()

    def _lay_out(self) -> None:
        outer = column(self, margin=theme.dp(48))
        outer.addWidget(label(tr("Monthly figures in, rankings out"), name="heading"))
        outer.addSpacing(theme.dp(4))
        words = tr(
            "No book is open. Look at the sample county, make a book for your own, or open one. You can also drop a file here."
        )
        outer.addWidget(label(words, name="sentence", wraps=True))
        outer.addSpacing(theme.dp(16))
        line = row(gap=theme.dp(8))
        for button in self.buttons.values():
            line.addWidget(button)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addSpacing(theme.dp(32))
        outer.addWidget(self._section)
        outer.addSpacing(theme.dp(4))
        outer.addLayout(self._list)
        outer.addStretch(1)

    def _button(self, actions: Actions, name: str) -> QPushButton:
        action = actions.action(name)
        button = QPushButton(action.text())
        button.setObjectName(name)
        button.setToolTip(action.toolTip())
        button.setAutoDefault(True)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    @property
    def books(self) -> tuple[QPushButton, ...]:
        """The recent books' buttons, newest first."""
        widgets = (self._list.itemAt(at).widget() for at in range(self._list.count()))
        return tuple(widget for widget in widgets if isinstance(widget, QPushButton))

    def refresh(self) -> None:
        """Show the recent books as they are now."""
        for button in self.books:
            self._list.removeWidget(button)
            button.deleteLater()
        paths = self._recent()
        for path in paths:
            self._list.addWidget(self._book_button(path), alignment=Qt.AlignmentFlag.AlignLeft)
        self._section.setVisible(bool(paths))
        self.buttons[BUTTONS[0]].setFocus()

    def _book_button(self, path: Path) -> QPushButton:
        button = named(QPushButton(f"{path.stem}    {path.parent}".replace("&", "&&")), tr("Open {file}", file=path))
        button.setProperty("role", "recent")
        button.setToolTip(str(path))
        button.setAutoDefault(True)  # Enter opens it
        button.clicked.connect(lambda: self.chosen.emit(path))
        return button
