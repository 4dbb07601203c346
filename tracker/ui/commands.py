"""The one table of commands: what a user can ask for, where it stands in the menus, its keys, and when it makes sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command, MenuEntry
from tracker.ui.menus.data_menu import data_commands
from tracker.ui.menus.edit_menu import edit_commands
from tracker.ui.menus.file_menu import file_commands
from tracker.ui.menus.help_menu import help_commands
from tracker.ui.menus.hint_menu import hint_commands
from tracker.ui.menus.intake_menu import intake_commands
from tracker.ui.menus.lists_menu import lists_commands
from tracker.ui.menus.print_menu import print_commands
from tracker.ui.menus.view_menu import grid_commands, look_commands, view_commands

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def menus(window: MainWindow) -> tuple[MenuEntry, ...]:
    """The menus from left to right, each before those within it."""
    return (
        MenuEntry("file", mark("&File")),
        MenuEntry("recent", mark("Recent books"), "file", after="open_book", filled=window.files.fill_recent),
        MenuEntry("edit", mark("&Edit")),
        MenuEntry("view", mark("&View")),
        MenuEntry("rows", mark("Row height"), "view", apart=True),
        MenuEntry("scheme", mark("Colours"), "view"),
        MenuEntry("zoom", mark("Zoom"), "view"),
        MenuEntry("language", mark("Language"), "view"),
        MenuEntry("data", mark("&Data")),
        MenuEntry("print", mark("&Print")),
        MenuEntry("help", mark("&Help")),
    )


def commands(window: MainWindow) -> tuple[Command, ...]:
    """Every command of the window."""
    return (
        *file_commands(window),
        *edit_commands(window),
        *view_commands(window),
        *grid_commands(window),
        *look_commands(window),
        *data_commands(window),
        *intake_commands(window),
        *hint_commands(window),
        *lists_commands(window),
        *print_commands(window),
        *help_commands(window),
    )
