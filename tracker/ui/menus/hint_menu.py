"""What the 数据 menu has for hints."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def hint_commands(window: MainWindow) -> tuple[Command, ...]:
    """From hint to hint, and what can be done about the one in hand."""
    checking = window.checking
    return (
        Command("next_hint", mark("Next hint"), checking.go_to_next, "data", ("F8",), enabled=checking.has_hints, apart=True),
        Command(
            "previous_hint",
            mark("Previous hint"),
            partial(checking.go_to_next, -1),
            "data",
            ("Shift+F8",),
            enabled=checking.has_hints,
        ),
        Command(
            "accept_hint",
            mark("Accept with a note…"),
            checking.accept,
            "data",
            ("Ctrl+F8",),
            enabled=checking.can_accept,
        ),
        Command(
            "take_suggestion",
            mark("Take the suggestion"),
            checking.take_suggestion,
            "data",
            ("Ctrl+Shift+F8",),
            enabled=checking.can_take_suggestion,
            label=checking.suggestion_label,
        ),
        Command("hint_rules", mark("Rules for hints…"), checking.deeds.choose_rules, "data", enabled=window.has_pages),
    )
