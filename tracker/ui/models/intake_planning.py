"""The plan of a batch, made off the window's thread from the book as it is on the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.period import Month
from tracker.exchange.submissions.plan import Plan
from tracker.exchange.submissions.sheet import SentFile
from tracker.exchange.submissions.understanding import Told


@dataclass(frozen=True, slots=True)
class Asked:
    """What a plan is made of; `number` tells it from the plans asked for before and after."""

    number: int
    book: Path
    month: Month
    files: Sequence[SentFile]
    told: Mapping[str, Told]


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan that was asked for under that number."""

    number: int
    plan: Plan


def plan_anew(asked: Asked) -> Planned:
    """Hold the files against the book; for a thread of its own. A year that a file does not name is that of the month in view."""
    from tracker.exchange.submissions.intake import plan_sent
    from tracker.metrics.live import Live
    from tracker.store.book import Book

    with Book.open(asked.book, read_only=True) as reader, closing(Live(reader, month=asked.month)) as live:
        return Planned(asked.number, plan_sent(live, asked.files, told=asked.told))
