"""A month's bulletin as the book keeps it: the office's own words, and which indicators it tells of.

The figures of a published month are those that it was published with; the office's words are its own, and can still be mended.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tracker.domain.indicator import IndicatorId
from tracker.domain.office_text import OfficeTextKind
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.shown import document_date
from tracker.reports.bulletin.content import Bulletin
from tracker.reports.bulletin.month_bulletin import OfficeWords, month_bulletin
from tracker.reports.bulletin.pictures import month_pictures
from tracker.reports.ranking_sheet import Imprint
from tracker.store.office_texts import office_text, text_before

if TYPE_CHECKING:
    from tracker.store.book import Book


def kept_bulletin(
    book: Book, live: Live, *, today: datetime.date, words: OfficeWords | None = None, charts: bool = False
) -> Bulletin:
    """The bulletin of the month that `live` shows of `book`, with `words` in place of those that the book keeps.

    `charts`: with the annex of charts, which takes a second or two and is for PDF and Word only.
    Raises NoIndicatorToPrint, NoUnitToPrint.
    """
    indicators = kept_indicators(book, live)
    return month_bulletin(
        live,
        imprint=Imprint.of(live.book, document_date(book, live.month, today)),
        words=kept_words(book, live.month) if words is None else words,
        indicators=indicators,
        pictures=month_pictures(live, indicators) if charts else (),
    )


def kept_words(book: Book, month: Month) -> OfficeWords:
    """What the office wrote for the month."""
    number, problems, next_steps = (
        office_text(book, month, kind) for kind in (OfficeTextKind.NUMBER, OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS)
    )
    return OfficeWords(number, problems, next_steps)


def kept_indicators(book: Book, live: Live) -> tuple[IndicatorId, ...]:
    """The indicators that the bulletin tells of, the first one ranks the units: as chosen for the month, else for the last
    month before that has a choice; all of them where nobody has chosen, or nothing of the choice is left.
    """
    kind = OfficeTextKind.INDICATORS
    before = text_before(book, live.month, kind)
    chosen = office_text(book, live.month, kind) or (before.text if before else "")
    by_code = {indicator.code: indicator.id for indicator in live.indicators}
    found = tuple(by_code[code] for code in chosen.splitlines() if code in by_code)
    return found or tuple(by_code.values())
