"""The 数据 menu: the month's course, from who still has to report to its publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command
from tracker.ui.proofreading import Proofreading

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def data_commands(window: MainWindow) -> tuple[Command, ...]:
    """What is done with a month's figures as a whole."""

    def has_book() -> bool:
        return window.summary is not None

    def can_publish() -> bool:
        return window.session.writable and has_book() and not window.course.is_published

    def can_correct() -> bool:
        return window.session.writable and window.course.is_published

    course = window.course
    return (
        Command("reports", mark("Who has reported…"), course.list_reports, "data", ("F7",), "check-square", enabled=has_book),
        Command("copy_reminder", mark("Copy the reminder for who has not"), course.copy_reminder, "data", enabled=has_book),
        Command("publish", mark("Publish the month…"), course.publish, "data", enabled=can_publish, apart=True),
        Command("correct", mark("Correct what was published…"), course.correct, "data", icon="note-pencil", enabled=can_correct),
        Command(
            "corrections", mark("Corrections…"), course.list_corrections, "data", icon="list", enabled=lambda: course.is_published
        ),
        Command("reopen", mark("Open the month again…"), course.reopen, "data", icon="lock-simple-open", enabled=can_correct),
        Command(
            "proof",
            mark("Proof-read a bulletin…"),
            Proofreading(window.session, window).show,
            "data",
            ("Shift+F7",),
            "text-aa",
            apart=True,
        ),
    )
