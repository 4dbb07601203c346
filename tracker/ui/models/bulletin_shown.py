"""What the page 通报 shows of a month: the bulletin, and what is to be said beside it; made in any thread, from the file."""

from __future__ import annotations

import datetime
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.metrics.shown import live_of
from tracker.reports.bulletin.as_of import tables_as_of
from tracker.reports.bulletin.content import Bulletin
from tracker.reports.bulletin.kept import kept_bulletin, kept_indicators
from tracker.reports.bulletin.month_bulletin import OfficeWords
from tracker.reports.wording import one_line
from tracker.store.book import Book
from tracker.ui.models.bulletin_places import Names


@dataclass(frozen=True, slots=True)
class ShownBulletin:
    """The bulletin, the names in it, and the indicators whose figures run to an earlier month than its own, with that month."""

    content: Bulletin
    names: Names
    lagging: tuple[tuple[Indicator, Month], ...]


def shown_bulletin(path: Path, month: Month, *, today: datetime.date, words: OfficeWords) -> ShownBulletin:
    """The month's bulletin from the file, with these words of the office; raises TrackerError where it cannot be made."""
    with Book.open(path, read_only=True) as book, closing(live_of(book, month)) as live:
        content = kept_bulletin(book, live, today=today, words=words)
        tables = tables_as_of(live, kept_indicators(book, live))
        lagging = tuple((table.indicator, table.month) for table in tables if table.month != month)
        names = Names(
            {one_line(unit.name): unit.id for unit in live.roster.units},
            {one_line(table.indicator.name): table.indicator.id for table in tables},
        )
        return ShownBulletin(content, names, lagging)


def bulletin_bytes(path: Path, month: Month, ending: str, *, today: datetime.date) -> bytes:
    """The month's bulletin from the file as a document, "pdf" or "docx", the latter by the office's template where it has one.

    Raises TrackerError where it cannot be made; BulletinTemplateBroken names what of the template is at fault.
    """
    from tracker.reports.bulletin.as_pdf import bulletin_pdf
    from tracker.reports.bulletin.as_word import bulletin_word
    from tracker.reports.bulletin.template import template_of

    with Book.open(path, read_only=True) as book, closing(live_of(book, month)) as live:
        content = kept_bulletin(book, live, today=today, charts=True)
        return bulletin_pdf(content) if ending == "pdf" else bulletin_word(content, template_of(book, live.book))
