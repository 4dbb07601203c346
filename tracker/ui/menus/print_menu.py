"""The 打印 menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def print_commands(window: MainWindow) -> tuple[Command, ...]:
    """What goes on paper."""
    return (
        _in_front(window, "print", mark("Print preview and print…"), ("Ctrl+P",)),
        _in_front(window, "save_pdf", mark("Save as PDF…")),
        Command(
            "print_setup", mark("Print set-up…"), lambda: _choose_setup(window), "print", enabled=window.has_pages, apart=True
        ),
    )


def _choose_setup(window: MainWindow) -> None:
    from tracker.ui.dialogs.print_setup import choose_print_setup  # QtPdf: only when something is printed

    choose_print_setup(window.session, window)


def _in_front(window: MainWindow, name: str, text: str, keys: tuple[str, ...] = ()) -> Command:
    """What is printed is the page in front where it prints; else the ranking, whose page comes to the front first."""

    def print_it() -> None:
        if not window.pages.can(name):
            window.turn_to("ranking")
        window.pages.do(name)

    return Command(name, text, print_it, "print", keys, "printer" if name == "print" else "", enabled=window.has_pages)
