"""Importing, and the time from process start to the first window on the screen."""

from __future__ import annotations

from pathlib import Path

from bench.timing import Line, in_fresh_processes

IMPORTS = (
    ("python itself", "pass"),
    ("import tracker.store.book", "import tracker.store.book"),
    ("import tracker.metrics.live", "import tracker.metrics.live"),
    ("import tracker.ui.app", "import tracker.ui.app"),
)


def lines(_folder: Path) -> list[Line]:
    """Each in a fresh process, from start to exit."""
    return [Line(what, in_fresh_processes(code)[0], "s") for what, code in IMPORTS]
