"""The 文件 menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def file_commands(window: MainWindow) -> tuple[Command, ...]:
    """Books: made, opened, loaded, closed."""
    files, session = window.files, window.session

    def has_book() -> bool:
        return session.book is not None

    return (
        Command("new_book", mark("New book…"), files.ask_for_new, "file", ("Ctrl+N",), "file-plus"),
        Command("open_book", mark("Open…"), files.ask_to_open, "file", ("Ctrl+O",), "folder-open"),
        Command("open_sample", mark("Look at the sample"), files.open_sample, "file", icon="book-open"),
        Command(
            "load_folder",
            mark("Load a data folder…"),
            window.folders.ask_to_load,
            "file",
            enabled=lambda: session.writable,
            apart=True,
        ),
        Command("dump_folder", mark("Save as a data folder…"), window.folders.ask_to_save, "file", enabled=has_book),
        Command("save", mark("Save"), window.say_saved, "file", ("Ctrl+S",), enabled=has_book, apart=True),
        Command("properties", mark("Book properties…"), files.ask_for_properties, "file", enabled=has_book),
        Command("open_its_folder", mark("Open the book's folder"), files.open_its_folder, "file", enabled=has_book),
        Command("close_book", mark("Close the book"), files.close, "file", ("Ctrl+W",), enabled=has_book),
        Command("quit", mark("Quit"), window.close, "file", ("Ctrl+Q",), apart=True),
    )
