"""What the 数据 menu has for what units send in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command
from tracker.ui.intake import Intake

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def intake_commands(window: MainWindow) -> tuple[Command, ...]:
    """Forms out, files in, receipts back."""
    intake = Intake(window)

    def has_batch() -> bool:
        return window.pages.can("receipts")

    def can_write() -> bool:
        return window.pages.can("write_figures")

    has_book = window.has_pages
    return (
        Command("make_forms", mark("Make forms…"), intake.make_forms, "data", icon="table", enabled=has_book, apart=True),
        Command("import_files", mark("Import files…"), intake.choose_files, "data", ("Ctrl+I",), "file-plus", enabled=has_book),
        Command("import_folder", mark("Import a folder…"), intake.choose_folder, "data", icon="folder-open", enabled=has_book),
        Command("write_figures", mark("Write what is ticked"), intake.write, "data", ("Ctrl+Shift+Return",), enabled=can_write),
        Command("receipts", mark("Receipts…"), intake.receipts, "data", icon="receipt", enabled=has_batch),
        Command("sender_words", mark("Senders’ words…"), intake.list_words, "data", icon="chat-text", enabled=has_book),
    )
