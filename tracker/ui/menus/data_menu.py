"""The 数据 menu: the month's course, from who still has to report to its publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def data_commands(window: MainWindow) -> tuple[Command, ...]:
    """What is done with a month's figures as a whole."""
    return (
        Command(
            "missing_units",
            mark("Who has not reported"),
            window.way.list_missing,
            "data",
            enabled=lambda: window.summary is not None,
        ),
    )
