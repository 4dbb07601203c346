"""Books of any size, filled with figures from a fixed seed, straight into the tables: what is measured is using them."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.amount import SCALE
from tracker.domain.period import Month
from tracker.store.book import Book

LAST_MONTH = Month(2026, 9)


@dataclass(frozen=True)
class Size:
    """So many units in so many groups, indicators (the last one a ratio) and months up to September 2026."""

    units: int
    indicators: int
    months: int = 24
    groups: int = 5

    def __str__(self) -> str:
        return f"{self.units:,} × {self.indicators} × {self.months}"


def make_book(path: Path, size: Size) -> Path:
    """A new book of that size at `path`."""
    Book.create(path, title="测").close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        _fill(connection, size)
    return path


def _fill(connection: sqlite3.Connection, size: Size) -> None:
    draw = random.Random(20260930)
    figures = [indicator for indicator in range(1, size.indicators + 1) if indicator < size.indicators]
    months = [LAST_MONTH.plus(back).key for back in range(1 - size.months, 1)]
    units = range(1, size.units + 1)
    connection.executemany(
        "INSERT INTO unit_group (id, name, sort) VALUES (?, ?, ?)", [(at, f"第{at}组", at) for at in range(1, size.groups + 1)]
    )
    connection.executemany(
        "INSERT INTO unit (id, code, name, group_id, sort) VALUES (?, ?, ?, ?, ?)",
        [(at, f"U{at:05}", f"第{at}镇", at % size.groups + 1, at) for at in units],
    )
    connection.executemany(
        "INSERT INTO indicator (id, code, name, unit, decimals, kind, direction, rank_by, entered_by, numerator, denominator,"
        " factor, sort, definition) VALUES (?, ?, ?, ?, 2, ?, 'higher', ?, 'month', ?, ?, ?, ?, '')",
        [(at, f"I{at:02}", f"第{at}项指标", "亿元", "flow", "completion", None, None, "1", at) for at in figures]
        + [(size.indicators, "R", "比率", "%", "ratio", "cumulative", 1, 2, "100", size.indicators)],
    )
    connection.executemany(
        "INSERT INTO target (year, unit_id, indicator_id, target_set, value) VALUES (2026, ?, ?, 'assigned', ?)",
        ((unit, indicator, draw.randrange(500, 30_000) * SCALE // 100) for indicator in figures for unit in units),
    )
    connection.executemany(
        "INSERT INTO figure (unit_id, indicator_id, month, value, typed, note) VALUES (?, ?, ?, ?, '', '')",
        (
            (unit, indicator, month, draw.randrange(0, 2_000) * SCALE // 100)
            for indicator in figures
            for unit in units
            for month in months
        ),
    )
