"""Medians of repeated runs, in this process or each in a fresh one, and the table they are printed in."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

RUNS = 7


@dataclass(frozen=True)
class Line:
    """One row of the printed table: what, the median, and the budget in the same unit (None without)."""

    what: str
    median: float
    unit: str = "ms"
    budget: float | None = None
    note: str = ""

    def __str__(self) -> str:
        budget = "" if self.budget is None else f"{self.budget:>8g} {self.unit:<3} {self.median / self.budget:6.2f}"
        return f"{self.what:<62} {self.median:>9.2f} {self.unit:<3} {budget:<20} {self.note}".rstrip()


def print_lines(title: str, lines: Iterable[Line]) -> None:
    """The table under its title; the last column before the note is median ÷ budget."""
    print(f"\n{title}\n{'':<62} {'median':>9}     {'budget':>8}      ratio")
    for line in lines:
        print(line, flush=True)


def median_ms(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of `work` in milliseconds, after one run that is not counted."""
    work()
    return statistics.median(_ms(work) for _ in range(runs))


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def in_fresh_processes(code: str, *arguments: str, runs: int = RUNS) -> tuple[float, list[dict[str, float]]]:
    """Run Python `code` in a new process each time: the median seconds from start to exit, and what JSON it printed."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    times, printed = [], []
    for run in range(runs + 1):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=environment
        )
        if run:
            times.append(time.perf_counter() - start)
            printed.append(json.loads(done.stdout) if done.stdout.startswith("{") else {})
    return statistics.median(times), printed


def median_of(printed: list[dict[str, float]], name: str) -> float:
    """The median of one printed number."""
    return statistics.median(run[name] for run in printed)
