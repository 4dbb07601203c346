"""From paths to a plan: reads the files, understands each, holds them against the book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.known_words import known_words
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.plan import Plan
from tracker.exchange.submissions.planning import plan_of
from tracker.exchange.submissions.reader import read_files
from tracker.exchange.submissions.sheet import SentFile
from tracker.exchange.submissions.understanding import Told, Understood, Usual, understand
from tracker.metrics.live import Live
from tracker.store.identity import identity
from tracker.store.sender_words import sender_words
from tracker.store.settings import office, title


def plan_files(
    live: Live, paths: Iterable[Path], *, month: Month | None = None, heard: Callable[[int, int], None] | None = None
) -> Plan:
    """The plan for those files, folders and packages; `month` is that of files which name none.

    `heard` is told how many paths of how many are read, and may raise to give up. The book is not touched.
    """
    return plan_sent(live, read_files(paths, heard), month=month)


def plan_sent(
    live: Live, files: Iterable[SentFile], *, month: Month | None = None, told: Mapping[str, Told] | None = None
) -> Plan:
    """The plan for files that were read; `told` is what the office says of a file, by its name.

    The book's remembered words count, a sender's own in that sender's files.
    """
    reading = _Reading(live, Usual(month, month.year if month else live.month.year), told or {})
    return plan_of(live, [reading.understood(file) for file in files])


class _Reading:
    """Understands the files of one batch."""

    def __init__(self, live: Live, usual: Usual, told: Mapping[str, Told]) -> None:
        self._live, self._usual, self._told = live, usual, told
        self._words = sender_words(live.book)
        self._book = identity(live.book)
        self._place = f"{title(live.book)} {office(live.book)}"
        self._names: dict[UnitId | None, Names] = {}

    def understood(self, file: SentFile) -> Understood:
        """The file, read again with its sender's own words where it turns out to have some."""
        told = self._told.get(file.name)
        first = understand(file, self._named(None), usual=self._usual, told=told)
        senders = {sheet.context.unit for sheet in first.sheets} - {None}
        sender = senders.pop() if len(senders) == 1 else None
        if sender is None or not any(word.sender == sender for word in self._words):
            return first
        return understand(file, self._named(sender), usual=self._usual, told=told)

    def _named(self, sender: UnitId | None) -> Names:
        if sender not in self._names:
            units, indicators = self._live.units, self._live.indicators
            self._names[sender] = Names(
                units, indicators, known_words(self._words, units, indicators, sender), book=self._book, place=self._place
            )
        return self._names[sender]
