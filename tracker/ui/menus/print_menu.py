"""The 打印 menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command
from tracker.ui.month_printing import MonthPrinting

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def print_commands(window: MainWindow) -> tuple[Command, ...]:
    """What goes on paper."""
    printing, has_pages = MonthPrinting(window), window.has_pages
    return (
        _in_front(window, "print", mark("Print preview and print…"), ("Ctrl+P",)),
        _in_front(window, "save_pdf", mark("Save as PDF…")),
        _in_front(window, "unit_card", mark("The unit’s card…"), ("Ctrl+Alt+P",)),
        _in_front(window, "unit_cards", mark("Cards of all units…")),
        Command(
            "print_month",
            mark("Print the month…"),
            printing.print_month,
            "print",
            ("Ctrl+Shift+P",),
            "printer",
            enabled=has_pages,
        ),
        Command("print_setup", mark("Print set-up…"), printing.choose_setup, "print", enabled=has_pages, apart=True),
    )


def _in_front(window: MainWindow, name: str, text: str, keys: tuple[str, ...] = ()) -> Command:
    """What is printed is the page in front where it prints; else the ranking, whose page comes to the front first."""

    def print_it() -> None:
        if not window.pages.can(name):
            window.turn_to("ranking")
        window.pages.do(name)

    return Command(name, text, print_it, "print", keys, "printer" if name == "print" else "", enabled=window.has_pages)
