"""The menu of a right click: commands of the one table, chosen by the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow

LINE = ""
"""Stands for a line between groups of commands."""


def show_menu(window: MainWindow, place: QPoint, names: Sequence[str]) -> None:
    """Open a menu of these commands at a place of the screen."""
    window.commands.refresh()
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(tr("What can be done with the cell"))
    for name in names:
        if name == LINE:
            menu.addSeparator()
        else:
            menu.addAction(window.commands.action(name))
    menu.popup(place)
