"""The window's foot: what is selected and what it comes to, what runs, whether all is saved, the zoom."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QSizePolicy, QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import icon
from tracker.ui.page import Fact, Status
from tracker.ui.tasks import Task
from tracker.ui.widgets.building import label, named, row, tool_button

SAID_FOR = 6000
"""How long a passing word stays, in milliseconds."""


class StatusBar(QWidget):
    """One line: left the page's status or a passing word, right the running task, the save mark and the zoom."""

    def __init__(self, zoom_menu: Callable[[QMenu], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.dp(28))
        self._status: Status | None = None
        self._said = ""
        self._words = label(name="status")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress = TaskProgress()
        self.saved = label(name="saved")
        self._tick = QLabel()
        self.zoom = _zoom_button(zoom_menu)
        self._lay_out()
        self._quiet = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._quiet.timeout.connect(self._show_status)

    def _lay_out(self) -> None:
        line = row(self, gap=theme.dp(4))
        line.setContentsMargins(theme.dp(12), 1, theme.dp(8), 0)
        line.addWidget(self._words, 1)
        line.addWidget(self.progress)
        line.addSpacing(theme.dp(12))
        line.addWidget(self._tick)
        line.addWidget(self.saved)
        line.addSpacing(theme.dp(8))
        line.addWidget(self.zoom)

    @property
    def text(self) -> str:
        """What the left side says, without its marks."""
        return self._words.accessibleName()

    def show_status(self, status: Status | None) -> None:
        """Show what a page says of its selection; a passing word makes way."""
        self._status = status
        self._quiet.stop()
        self._show_status()

    def say(self, text: str) -> None:
        """Show a passing word for a few seconds."""
        self._said = text
        self._show_words()
        self._quiet.start()

    def _show_status(self) -> None:
        self._said = ""
        self._show_words()

    def _show_words(self) -> None:
        """The passing word while it lasts, else the status. Its colours are in the text: another scheme writes it anew."""
        if self._said:
            self._words.setText(f"<span style='color:{theme.colors().text.name()}'>{escape(self._said)}</span>")
            self._words.setAccessibleName(self._said)
            return
        status = self._status or Status("")
        self._words.setText(_html(status))
        self._words.setAccessibleName(" ".join([status.context, *map(_plain, status.facts)]).strip())

    def show_saved(self, at: datetime.datetime | None) -> None:
        """Say that everything is saved, and when it was last: the time, with the day unless it is today."""
        if at is None:
            text = tr("All saved")
        else:
            today = at.date() == datetime.datetime.now().astimezone().date()
            text = tr("Saved {time}", time=f"{at:%H:%M}" if today else f"{at:%Y-%m-%d %H:%M}")
        self._show_mark(text, "check", held=False)

    def show_read_only(self) -> None:
        """Say that nothing can be written."""
        self._show_mark(tr("Read-only"), "lock-simple", held=True)

    def _show_mark(self, text: str, icon_name: str, *, held: bool) -> None:
        self.saved.setText(text)
        self.saved.setAccessibleName(text)
        self.saved.setProperty("held", held)
        self.saved.style().polish(self.saved)
        role = "text2" if held else "good"
        side = theme.dp(14)
        self._tick.setPixmap(icon(icon_name, role).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def hide_mark(self) -> None:
        """Say nothing of saving: no book is open."""
        self.saved.clear()
        self._tick.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_words()

    def show_zoom(self, percent: int) -> None:
        self.zoom.setText(f"{percent}%")


class TaskProgress(QWidget):
    """A running task: its label, a thin bar and a button that gives it up. Hidden while nothing runs."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task[Any] | None = None
        self._label = label(name="task")
        self._bar = named(QProgressBar(), tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.dp(120))
        self.cancel = tool_button(tr("Cancel"))
        self.cancel.clicked.connect(self._give_up)
        line = row(self, gap=theme.dp(8))
        for widget in (self._label, self._bar, self.cancel):
            line.addWidget(widget)
        self.hide()

    def follow(self, task: Task[Any]) -> None:
        """Show the task until it ends."""
        self._task = task
        self._label.setText(task.label)
        self._label.setAccessibleName(task.label)
        self._bar.setRange(0, 0)
        task.progressed.connect(self._advance)
        task.ended.connect(lambda: self._end(task))
        self.show()

    def _advance(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.hide()  # nothing will come of it, even if it takes a while to notice

    def _end(self, task: Task[Any]) -> None:
        if task is self._task:
            self._task = None
            self.hide()


def _zoom_button(fill: Callable[[QMenu], None]) -> QToolButton:
    button = tool_button(name="zoom", tip=tr("Zoom"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    fill(menu)
    button.setMenu(menu)
    return button


def _html(status: Status) -> str:
    strong = theme.colors().text.name()
    parts = [escape(status.context)]
    for fact in status.facts:
        figure = f"<b style='color:{strong}'>{escape(fact.figure)}</b>"
        parts.append(" ".join(filter(None, [escape(fact.before), figure, escape(fact.after)])))
    return "&nbsp;&nbsp;&nbsp;&nbsp; ".join(filter(None, parts))


def _plain(fact: Fact) -> str:
    return " ".join(filter(None, [fact.before, fact.figure, fact.after]))
