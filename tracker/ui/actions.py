"""Commands: one entry each, from which its menu item, its shortcut and its button are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import beside_words, icon


def always() -> bool:
    """The predicate of what can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a user can ask for. `text` is English, shown through `tr`.

    `enabled` says whether it makes sense now. `label` replaces the text where it names what it would do ("撤销 录入 云溪镇").
    `checked` makes it one of the choices of its menu. `apart` puts a line before it in the menu.
    """

    name: str
    text: str
    call: Callable[[], object]
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[], bool] = always
    label: Callable[[], str] | None = None
    checked: Callable[[], bool] | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A menu, in the bar, or within its `parent` below the command `after`; at its end where there is none.

    `filled` makes its items anew each time it opens (recent books).
    """

    name: str
    text: str
    parent: str = ""
    after: str = ""
    filled: Callable[[QMenu], None] | None = None
    apart: bool = False


class Actions(QObject):
    """The commands of one window as QActions."""

    def __init__(self, window: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(window)
        self._window = window
        self._commands = {command.name: command for command in commands}
        self._actions = {name: self._make(command) for name, command in self._commands.items()}
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._join_choices()
        self.refresh()

    @property
    def commands(self) -> tuple[Command, ...]:
        return tuple(self._commands.values())

    def action(self, name: str) -> QAction:
        """The action of a command; raises KeyError for an unknown one."""
        return self._actions[name]

    def command(self, name: str) -> Command:
        """The command of that name; raises KeyError for an unknown one."""
        return self._commands[name]

    def refresh_soon(self) -> None:
        """Ask every predicate anew, once, when the event loop comes round."""
        self._soon.start()

    def refresh(self) -> None:
        """Ask every predicate and label anew, now."""
        for name, command in self._commands.items():
            action = self._actions[name]
            action.setEnabled(command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())
            if command.label is not None:
                action.setText(_plain(command.label()))
                action.setToolTip(_tip(command.label(), command))

    def fill(self, bar: QMenuBar, menus: Iterable[MenuEntry]) -> None:
        """Make the menus, each with its commands in the order of the table."""
        made = self._menus
        for entry in menus:
            parent = made[entry.parent] if entry.parent else bar
            if entry.apart and isinstance(parent, QMenu):
                parent.addSeparator()
            menu = made[entry.name] = QMenu(tr(entry.text), bar)
            parent.insertMenu(self._below(entry.after, parent), menu)
            menu.setObjectName(entry.name)
            menu.menuAction().setObjectName(entry.name)
            menu.aboutToShow.connect(self.refresh)
            if entry.filled is not None:
                menu.aboutToShow.connect(_Filler(menu, entry.filled))
            self._fill_menu(menu, entry.name)

    def _below(self, name: str, parent: QWidget) -> QAction:
        """The action that stands under the command's in the menu; none where the command is the last one, or unknown."""
        there = parent.actions()
        at = next((at for at, action in enumerate(there, 1) if action.objectName() == name and name), len(there))
        return there[at] if at < len(there) else cast("QAction", None)  # Qt takes none for the end, its stubs do not

    def _fill_menu(self, menu: QMenu, name: str) -> None:
        for command in self._commands.values():
            if command.menu == name:
                if command.apart:
                    menu.addSeparator()
                menu.addAction(self._actions[command.name])

    def button(self, name: str, *, role: str = "", words: bool = True) -> QToolButton:
        """A button for the command; `role` is the theme's. Without `words` its tooltip tells its name."""
        made = QToolButton()
        made.setDefaultAction(self._actions[name])
        made.setProperty("role", role)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setIconSize(beside_words(theme.dp(16)) if words else QSize(theme.dp(16), theme.dp(16)))
        made.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        made.setAccessibleName(tr(self._commands[name].text))
        return made

    def _make(self, command: Command) -> QAction:
        action = QAction(_plain(tr(command.text)), self._window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checked is not None)
        action.setToolTip(_tip(tr(command.text), command))
        if command.icon:
            action.setIcon(icon(command.icon))
            action.setIconVisibleInMenu(False)
        action.triggered.connect(lambda: self._trigger(command))
        self._window.addAction(action)
        return action

    def _trigger(self, command: Command) -> None:
        command.call()
        self.refresh_soon()

    def _join_choices(self) -> None:
        """Choices of one menu exclude each other, and are drawn as such."""
        for name, command in self._commands.items():
            if command.checked is not None:
                group = self._groups.setdefault(command.menu, QActionGroup(self))
                group.addAction(self._actions[name])


class _Filler:
    """Empties a menu and fills it again."""

    def __init__(self, menu: QMenu, fill: Callable[[QMenu], None]) -> None:
        self._menu = menu
        self._fill = fill

    def __call__(self) -> None:
        self._menu.clear()
        self._fill(self._menu)


def _plain(text: str) -> str:
    """The text with every "&" as itself: a book's own words must not become mnemonics."""
    return text.replace("&", "&&")


def _tip(text: str, command: Command) -> str:
    keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
    return f"{text}  {keys}" if keys else text
