"""The 编辑 menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.i18n import mark, tr
from tracker.ui.actions import Command
from tracker.ui.menus.cells_menu import fill_commands, find_commands
from tracker.ui.text_fields import focused_field, in_field_or

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def edit_commands(window: MainWindow) -> tuple[Command, ...]:
    """Undo, the clipboard, going somewhere."""
    session = window.session

    def undo_label() -> str:
        return tr("Undo {label}", label=session.undo_label) if session.undo_label else tr("Undo")

    def redo_label() -> str:
        return tr("Redo {label}", label=session.redo_label) if session.redo_label else tr("Redo")

    return (
        Command(
            "undo",
            mark("Undo"),
            in_field_or("undo", window.undo),
            "edit",
            ("Ctrl+Z",),
            "arrow-u-up-left",
            enabled=lambda: focused_field() is not None or session.undo_label is not None,
            label=undo_label,
        ),
        Command(
            "redo",
            mark("Redo"),
            in_field_or("redo", window.redo),
            "edit",
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            "arrow-u-up-right",
            enabled=lambda: focused_field() is not None or session.redo_label is not None,
            label=redo_label,
        ),
        of_page(window, "cut", mark("Cut"), "Ctrl+X", "Shift+Del", apart=True),
        of_page(window, "copy", mark("Copy"), "Ctrl+C", "Ctrl+Ins"),
        of_page(window, "paste", mark("Paste"), "Ctrl+V", "Shift+Ins"),
        of_page(window, "paste_values", mark("Paste values"), "Ctrl+Shift+V"),
        of_page(window, "paste_special", mark("Paste special…"), "Ctrl+Alt+V"),
        of_page(window, "clear", mark("Clear"), "Del"),
        of_page(window, "select_all", mark("Select all"), "Ctrl+A"),
        *fill_commands(window),
        *find_commands(window),
        Command("find", mark("Find a unit, an indicator"), window.way.find, "edit", ("Ctrl+G",), enabled=window.has_pages),
    )


def of_page(window: MainWindow, name: str, text: str, *keys: str, apart: bool = False) -> Command:
    """A command that the text field with the focus does, else the page in front."""
    return Command(
        name,
        text,
        in_field_or(name, partial(window.pages.do, name)),
        "edit",
        keys,
        enabled=lambda: focused_field() is not None or window.pages.can(name),
        apart=apart,
    )
