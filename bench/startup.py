"""Importing, and the time from process start to the first window on the screen."""

from __future__ import annotations

from pathlib import Path

from bench.counties import Size, make_book
from bench.timing import Line, in_fresh_processes, median_of

IMPORTS = (
    ("python itself", "pass"),
    ("import tracker.store.book", "import tracker.store.book"),
    ("import tracker.metrics.live", "import tracker.metrics.live"),
    ("import tracker.ui.app", "import tracker.ui.app"),
)

# `up` is from the interpreter's first line to the painted window; what Python itself takes to start is the table's first line.
WINDOW = """
import json, sys, time
start = time.perf_counter()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tracker.ui.app import screenless_program
with screenless_program() as program:
    program.window.show()
    QApplication.processEvents()
    up = time.perf_counter()
    heavy = sorted({"numpy", "pandas", "matplotlib", "typst", "sqlite_utils"} & set(sys.modules))
    assert not heavy, heavy
    if sys.argv[1:]:
        program.session.open(Path(sys.argv[1]))
        QApplication.processEvents()
    full = time.perf_counter()
print(json.dumps({"up": up - start, "full": full - start}))
"""


def lines(folder: Path) -> list[Line]:
    """Imports in a fresh process, from start to exit; the window without a book, and with one of 30 units on its entry page."""
    book = make_book(folder / "window.tracker", Size(30, 15))
    _, printed = in_fresh_processes(WINDOW, str(book))
    return [
        *(Line(what, in_fresh_processes(code)[0], "s") for what, code in IMPORTS),
        Line("the first window is painted (Qt and sqlite3 alone)", median_of(printed, "up"), "s"),
        Line(f"    with a book of {Size(30, 15)} on its entry page", median_of(printed, "full"), "s"),
    ]
