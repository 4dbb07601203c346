"""Measure everything: `python -m bench`, or only some parts: `python -m bench edits opening`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import charts, edits, grid, hints, intake, month, opening, paper, reasons, scores, startup
from bench.timing import Line, print_lines

PARTS: dict[str, tuple[str, Callable[[Path], list[Line]]]] = {
    "charts": ("A chart of the page 趋势", charts.lines),
    "edits": ("One edit", edits.lines),
    "grid": ("The entry grid, and beside it a bare table", grid.lines),
    "hints": ("The hints of a month", hints.lines),
    "intake": ("What units send in", intake.lines),
    "month": ("The month's documents: all of them, one job; the bulletin", month.lines),
    "opening": ("Opening, in a fresh process from start to exit", opening.lines),
    "nation": ("Every township of the country", opening.nation),
    "paper": ("The ranking sheet as PDF", paper.lines),
    "reasons": ("Why a number is what it is", reasons.lines),
    "scores": ("The scores of a month", scores.lines),
    "startup": ("Starting, in a fresh process from start to exit", startup.lines),
}


def main(wanted: list[str]) -> None:
    """Print one table a part."""
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        for name, (title, measure) in PARTS.items():
            if not wanted or name in wanted:
                print_lines(title, measure(Path(folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
