"""The ranking's tool bar: what is shown at the left, what can be done with it at the right; it folds in a narrow window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import beside_words, icon
from tracker.ui.theme import dp
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.ranking_segments import Segments

HEIGHT = 44
SEGMENTS_AT_MOST = 8
"""More groups than that are chosen from a list."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A button at the right: what it says and does."""

    text: str
    icon: str
    tip: str
    call: Callable[[], None]


class RankingBar(QWidget):
    """The choices as widgets of their own, which the page fills; `fold` decides by the width how much is spread out.

    The last of the `deeds` keeps its button longest.
    """

    column_toggled = Signal(str, bool)
    """A column's key, and whether it is wanted."""

    def __init__(self, deeds: Sequence[Deed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indicator = LabelledCombo(tr("Indicator"))
        self.groups = Segments(tr("Group"))
        self.group_list = LabelledCombo(tr("Group"))
        self.sort = LabelledCombo(tr("By"))
        self.targets = LabelledCombo(tr("Targets"))
        self.columns = _menu_button(tr("Columns"), "columns")
        self.columns.setToolTip(tr("Which columns are shown; in a narrow window some give way"))
        self.deeds = [_deed_button(deed) for deed in deeds]
        self.more = _menu_button(tr("Output"), "export", role="outlined")
        self._fill_more(deeds)
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # it folds instead of holding the window open
        self._lay_out()
        self._listed = False
        self._take_measures()

    def _lay_out(self) -> None:
        for widget in (self.indicator, self.groups, self.group_list, self.targets, self.sort, self.columns):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        for button in (*self.deeds[:-1], self.more, self.deeds[-1]):
            self._row.addWidget(button)

    def _fill_more(self, deeds: Sequence[Deed]) -> None:
        menu = self.more.menu()
        for deed in deeds:
            action = menu.addAction(icon(deed.icon), deed.text)
            action.triggered.connect(lambda _checked=False, call=deed.call: call())

    def offer_groups(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Show the groups as buttons, and as a list for where these have no room."""
        self._listed = len(choices) > SEGMENTS_AT_MOST + 1
        self.groups.offer([] if self._listed else choices, chosen)
        self.group_list.offer(choices, chosen)
        self.fold()

    def offer_targets(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Show the sets of targets where there is more than one."""
        several = len(choices) > 1
        self.targets.offer(choices if several else [], chosen)
        self.targets.setVisible(several)
        self.fold()

    def offer_columns(self, choices: Sequence[tuple[str, str, bool]]) -> None:
        """Fill the menu of columns with (key, title, wanted)."""
        menu = self.columns.menu()
        menu.clear()
        for key, title, wanted in choices:
            action = QAction(title, menu, checkable=True, checked=wanted)
            action.toggled.connect(lambda on, key=key: self.column_toggled.emit(key, on))
            menu.addAction(action)

    def enable_deeds(self, on: bool) -> None:
        """Whether there is anything to order, to copy and to print."""
        for button in self.deeds:
            button.setEnabled(on)
        for action in self.more.menu().actions():
            action.setEnabled(on)
        self.more.setEnabled(on)
        for chooser in (self.columns, self.sort):
            chooser.setVisible(on)

    def fold(self) -> None:
        """Spread out as much as has room: first buttons become a menu, then the groups a list, then the last button goes too."""
        most = len(self.deeds)
        spread = [(kept, False) for kept in range(most, 0, -1)] + [(1, True), (0, True)]
        for kept, listed in spread:
            self._spread(kept, listed=listed or self._listed)
            if self._needed() <= self.width():
                break

    def _spread(self, kept: int, *, listed: bool) -> None:
        """Show so many buttons, the last one always among them, and a menu of all where some are missing."""
        self.groups.setVisible(not listed)
        self.group_list.setVisible(listed)
        for at, button in enumerate(self.deeds):
            button.setVisible(kept > 0 and (at < kept - 1 or at == len(self.deeds) - 1))
        self.more.setVisible(kept < len(self.deeds))

    def _needed(self) -> int:
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        shown = [item.widget() for item in items if item.spacerItem() is None]
        widths = [widget.sizeHint().width() for widget in shown if not widget.isHidden()]
        return sum(widths) + self._row.spacing() * (len(widths) + 1) + dp(2 * 12)

    def _take_measures(self) -> None:
        self._row.setContentsMargins(dp(12), dp(8), dp(12), dp(8))
        self._row.setSpacing(dp(8))
        self.setFixedHeight(dp(HEIGHT))
        for button in (*self.deeds, self.more, self.columns):
            button.setIconSize(beside_words(dp(16)))

    def minimumSizeHint(self) -> QSize:
        return QSize(dp(320), dp(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_measures()
            self.fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colors().window)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colors().line2)


def _deed_button(deed: Deed) -> QToolButton:
    button = QToolButton()
    button.setText(deed.text)
    button.setIcon(icon(deed.icon))
    button.setToolTip(deed.tip)
    button.setProperty("role", "outlined")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked=False: deed.call())
    return button


def _menu_button(text: str, icon_name: str, *, role: str = "") -> QToolButton:
    button = QToolButton()
    button.setProperty("role", role)
    button.setText(text)
    button.setIcon(icon(icon_name))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setMenu(QMenu(button))
    return button
