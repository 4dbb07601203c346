"""The commands of the 编辑 menu that work on the cells of the page in front, in groups of the menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command
from tracker.ui.text_fields import focused_field

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def fill_commands(window: MainWindow) -> tuple[Command, ...]:
    """Filling from the selection's edge, and the current cell's note."""
    return (
        of_cells(window, "fill_down", mark("Fill down"), "Ctrl+D", apart=True),
        of_cells(window, "fill_right", mark("Fill right"), "Ctrl+R"),
        of_cells(window, "note", mark("Note…"), "Shift+F2", apart=True, icon="chat-text"),
    )


def find_commands(window: MainWindow) -> tuple[Command, ...]:
    """Finding and replacing text in the page; their keys count in a text field, too."""
    pages = window.pages
    words = (
        ("find_text", mark("Find…"), "Ctrl+F"),
        ("replace_text", mark("Replace…"), "Ctrl+H"),
        ("find_next", mark("Find the next one"), "F3"),
        ("find_previous", mark("Find the one before"), "Shift+F3"),
    )
    return tuple(
        Command(name, text, partial(pages.do, name), "edit", (key,), enabled=partial(pages.can, name), apart=name == "find_text")
        for name, text, key in words
    )


def of_cells(window: MainWindow, name: str, text: str, *keys: str, apart: bool = False, icon: str = "") -> Command:
    """A command that the page in front does, unless something is being typed: then it must not change cells under the hand."""

    def do() -> None:
        if focused_field() is None:
            window.pages.do(name)

    return Command(
        name,
        text,
        do,
        "edit",
        keys,
        icon,
        enabled=lambda: focused_field() is None and window.pages.can(name),
        apart=apart,
    )
