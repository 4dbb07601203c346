"""What every sheet of the office has round its table: the line under the title, dates, signatures, the page's foot, the faces."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.period import Month
from tracker.reports.imprint import Imprint, OfficeTexts
from tracker.reports.sheet import Heads, RankingSheet
from tracker.reports.titles import date_text
from tracker.reports.wording import one_line, tr


def framed(imprint: Imprint, month: Month, indicators: Sequence[str]) -> RankingSheet:
    """The sheet of those indicators with its table still empty, and without a title where the office has not chosen its own."""
    texts = OfficeTexts(imprint, month, indicators)
    return RankingSheet(
        title=one_line(imprint.title),
        as_of=texts.subtitle(),
        units_of_measure="",
        heads=heads(compared=False),
        bands=(),
        blocks=(),
        total=None,
        notes_heading=tr("Notes: "),
        notes=(),
        signatures=texts.signatures(),
        office=one_line(imprint.office),
        date=imprint.date,
        dated=date_text(imprint.date),
        date_made=tr("made {date}", date=date_text(imprint.date)),
        page_of=tr("Page {page} of {pages}"),
        continued=tr("(continued)"),
        paper=imprint.paper,
        portrait=imprint.setup.portrait,
        total_first=imprint.setup.total_first,
        title_face=imprint.setup.title_face,
        body_face=imprint.setup.body_face,
    )


def heads(*, compared: bool) -> Heads:
    """The headings of the leading columns; that of the moves where there is a month to compare with."""
    return Heads(tr("Rank\nno."), tr("Up/\ndown") if compared else "", tr("Unit"))
