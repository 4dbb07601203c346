"""From paths to a plan: reads the files, understands each, holds them against the book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tracker.domain.period import Month
from tracker.exchange.submissions.names import KnownWords, Names
from tracker.exchange.submissions.plan import Plan
from tracker.exchange.submissions.planning import plan_of
from tracker.exchange.submissions.reader import read_files
from tracker.exchange.submissions.sheet import SentFile
from tracker.exchange.submissions.understanding import Told, Usual, understand
from tracker.metrics.live import Live
from tracker.store.identity import identity


def plan_files(
    live: Live, paths: Iterable[Path], *, month: Month | None = None, heard: Callable[[int, int], None] | None = None
) -> Plan:
    """The plan for those files, folders and packages; `month` is that of files which name none.

    `heard` is told how many paths of how many are read, and may raise to give up. The book is not touched.
    """
    return plan_sent(live, read_files(paths, heard), month=month)


def plan_sent(
    live: Live,
    files: Iterable[SentFile],
    *,
    month: Month | None = None,
    words: KnownWords | None = None,
    told: Mapping[str, Told] | None = None,
) -> Plan:
    """The plan for files that were read; `words` are those that the office has explained, `told` what it says of a file."""
    names = Names(live.units, live.indicators, words, book=identity(live.book))
    about = told or {}
    usual = Usual(month, month.year if month else live.month.year)
    understood = [understand(file, names, usual=usual, told=about.get(file.name)) for file in files]
    return plan_of(live, understood)
