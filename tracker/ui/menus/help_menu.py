"""The 帮助 menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui import places
from tracker.ui.actions import Command
from tracker.ui.dialogs.about import AboutDialog, KeysDialog
from tracker.ui.dialogs.message import open_outside

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def help_commands(window: MainWindow) -> tuple[Command, ...]:
    """Keys, log, about."""
    return (
        Command("keys", mark("Keys"), lambda: KeysDialog(window, window.commands.commands).exec(), "help", ("Ctrl+/",)),
        Command("open_log", mark("Open the log's folder"), lambda: open_outside(places.log_file().parent), "help"),
        Command(
            "about",
            mark("About"),
            lambda: AboutDialog(window, places.settings_file(), places.log_file()).exec(),
            "help",
            apart=True,
        ),
    )
