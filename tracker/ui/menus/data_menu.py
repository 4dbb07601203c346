"""The 数据 menu: the month's course, from who still has to report to its publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def data_commands(window: MainWindow) -> tuple[Command, ...]:
    """What is done with a month's figures as a whole."""

    def has_book() -> bool:
        return window.summary is not None

    course = window.course
    return (
        Command("reports", mark("Who has reported…"), course.list_reports, "data", ("F7",), "check-square", enabled=has_book),
        Command("copy_reminder", mark("Copy the reminder for who has not"), course.copy_reminder, "data", enabled=has_book),
    )
