"""The bar over the page: month, its state, who has reported, what to look at again, undo and redo, find."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.actions import Actions
from tracker.ui.icons import beside_words, icon
from tracker.ui.months import month_text
from tracker.ui.summary import MonthSummary
from tracker.ui.widgets.building import row, tool_button
from tracker.ui.widgets.find_box import FindBox
from tracker.ui.widgets.hint_counter import HintCounter
from tracker.ui.widgets.reported import Reported

NARROW = 1100
"""Below this width, at 100 %, the bar keeps only what has no other place: find goes to the menu."""
TIGHT = 860
"""Below this width even undo and redo are icons alone, and the count of who has reported is without its bar."""


class MonthSwitch(QFrame):
    """‹ 2026年9月 ›: the arrows are the commands of the month before and after, the middle opens the list of months."""

    opened = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("monthSwitch")
        self.setFixedHeight(theme.dp(32))
        self.month = tool_button(name="month", tip=tr("Choose a month"))
        self.month.clicked.connect(self.opened)
        self.before, self.after = (_arrow(actions, name) for name in ("month_before", "month_after"))
        line = row(self)
        for widget in (self.before, self.month, self.after):
            line.addWidget(widget)

    def show_month(self, month: Month) -> None:
        self.month.setText(month_text(month))
        self.month.setAccessibleName(tr("Month: {month}", month=month_text(month)))


class TopBar(QWidget):
    """Shows what it is told; what its buttons mean is the window's."""

    def __init__(self, actions: Actions, find_keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.dp(48))
        self.switch = MonthSwitch(actions)
        self.state = _state_button(actions)
        self.reported = Reported()
        self.hints = HintCounter()
        self.undo = _wordy(actions, "undo", tr("Undo"))
        self.redo = _wordy(actions, "redo", tr("Redo"))
        self.find_box = FindBox(find_keys)
        self.find_box.left.connect(self._put_find_away)
        self._narrow = False
        self._lay_out()

    def _lay_out(self) -> None:
        line = row(self, gap=theme.dp(8))
        line.setContentsMargins(theme.dp(12), 0, theme.dp(12), 1)
        line.addWidget(self.switch)
        line.addWidget(self.state)
        line.addWidget(self.reported)
        line.addWidget(self.hints)
        line.addStretch(1)
        line.addWidget(self.undo)
        line.addWidget(self.redo)
        line.addWidget(self.find_box)

    def show_summary(self, summary: MonthSummary) -> None:
        """Show the month's state and counts."""
        self._show_state(published=summary.published)
        self.reported.show_count(summary.reported, summary.listed)
        self.hints.show_count(len(summary.hints), summary.unreadable)

    def _show_state(self, *, published: bool) -> None:
        words = tr("Published") if published else tr("Open")
        tip = (
            tr("The month is published: its figures are locked.") if published else tr("Figures may be typed; the ranks follow.")
        )
        self.state.setText(words)
        self.state.setAccessibleName(words)
        self.state.setAccessibleDescription(tip)
        self.state.setToolTip(tip)
        self.state.setProperty("published", published)
        self.state.style().polish(self.state)
        self.state.setIcon(icon("lock-simple", "text2") if published else icon("note-pencil", "accent"))

    def fit(self, width: int) -> None:
        """Make do in a window of that width: the find box shows only while it is used, then undo and redo lose their words."""
        self._narrow = width < theme.dp(NARROW)
        self.find_box.setVisible(not self._narrow or self.find_box.hasFocus())
        kinds = Qt.ToolButtonStyle
        words = width >= theme.dp(TIGHT)
        self.reported.show_bar(words)
        for button in (self.undo, self.redo):
            button.setToolButtonStyle(kinds.ToolButtonTextBesideIcon if words else kinds.ToolButtonIconOnly)
            button.setIconSize(beside_words(theme.dp(16)) if words else QSize(theme.dp(16), theme.dp(16)))

    def _put_find_away(self) -> None:
        self.find_box.setVisible(not self._narrow)


STATE_COMMANDS = ("publish", "correct", "corrections", "reopen")
"""What can be done about the month's state: what makes sense now is in its menu."""


def _state_button(actions: Actions) -> QToolButton:
    """填报中 or 已发布; pressed, it opens the menu of what can be done about it."""
    button = tool_button(" ", name="monthState", icon="note-pencil")
    button.setIconSize(beside_words(theme.dp(16)))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)

    def fill() -> None:
        menu.clear()
        menu.addActions([action for action in map(actions.action, STATE_COMMANDS) if action.isEnabled()])

    menu.aboutToShow.connect(fill)
    button.setMenu(menu)
    return button


def _arrow(actions: Actions, name: str) -> QToolButton:
    button = actions.button(name, words=False)
    button.setFixedWidth(theme.dp(30))
    return button


def _wordy(actions: Actions, name: str, word: str) -> QToolButton:
    """A button that keeps its one word; what it would undo is in its tooltip."""
    button = tool_button(word, name=name, icon=actions.command(name).icon)
    action = actions.action(name)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())
        button.setAccessibleDescription(action.text())

    action.changed.connect(follow)
    follow()
    return button
