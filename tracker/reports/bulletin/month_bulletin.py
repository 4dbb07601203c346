"""Makes the bulletin of a month from the metrics, in the office's usual order.

Chinese here is data: by what the names of groups say of their units, and how the office numbers what it types.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import Group
from tracker.metrics.live import Live
from tracker.metrics.table import IndicatorTable
from tracker.reports.bulletin.as_of import tables_as_of
from tracker.reports.bulletin.content import Bulletin, Chapter, Charts, Paragraph, Picture
from tracker.reports.bulletin.county import behind_paragraphs, county_paragraphs
from tracker.reports.bulletin.lists import list_paragraphs
from tracker.reports.bulletin.numerals import before_chapter
from tracker.reports.bulletin.reporting import reporting_paragraphs
from tracker.reports.bulletin.standings import group_paragraphs
from tracker.reports.errors import NoIndicatorToPrint
from tracker.reports.note_lists import listed
from tracker.reports.ranking_sheet import Imprint, ranking_sheet
from tracker.reports.titles import charts_title, date_text, period, place_and_subject, whole
from tracker.reports.wording import one_line, tr

_CLASS = re.compile("^[一二三四五六七八九十]+类")
_LED = re.compile("(（[一二三四五六七八九十]+）[^。]{1,30}。)(.+)")
_KINDS = re.compile("(乡镇|镇|乡|街道|园区|单位|部门|开发区|农场|林场)$")
ANNEX_INDENT = "　　　"
"""So wide are the characters before the first annex's number, under which the others' stand."""


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What the office writes itself: the document's number, the problems and the next steps, a paragraph a line."""

    number: str = ""
    problems: str = ""
    next_steps: str = ""


def month_bulletin(
    live: Live,
    *,
    imprint: Imprint,
    words: OfficeWords | None = None,
    indicators: Sequence[IndicatorId] = (),
    pictures: Sequence[Picture] = (),
) -> Bulletin:
    """The bulletin of the month that `live` shows, of these indicators (none: all); the first one ranks the units in the text.

    `pictures` are charts, which make a second annex.
    Raises NoIndicatorToPrint, NoUnitToPrint; KeyError for an indicator that `live` does not have.
    """
    chosen = tuple(indicators) or tuple(indicator.id for indicator in live.indicators)
    if not chosen:
        raise NoIndicatorToPrint
    words = words or OfficeWords()
    annex = ranking_sheet(live, imprint=imprint, indicators=chosen)
    place, subject = place_and_subject(imprint.book_title)
    of, office, when = whole(place), one_line(imprint.office), period(live.month)
    charts = Charts(tr("Annex {number}", number=2), charts_title(imprint.book_title, live.month), tuple(pictures))
    return Bulletin(
        head=tr("{office}: document", office=office) if office else "",
        number=one_line(words.number),
        title=(
            tr("On {period} {county} {subject}", period=when, county=of, subject=subject),
            tr("bulletin of the main indicators"),
        ),
        addressees=_addressees(live.roster.groups),
        opening=tr("{period} {county} {subject}: the main indicators are as follows.", period=when, county=of, subject=subject),
        chapters=_chapters(live, imprint, words, tables_as_of(live, chosen)),
        annex_lines=_annex_lines(annex.title, *([charts.title] if pictures else [])),
        office=office,
        date=imprint.date,
        dated=date_text(imprint.date),
        annex_heading=tr("Annex {number}", number=1) if pictures else tr("Annex"),
        annex=annex,
        charts=charts if pictures else None,
    )


def _chapters(live: Live, imprint: Imprint, words: OfficeWords, tables: Sequence[IndicatorTable]) -> tuple[Chapter, ...]:
    """The chapters that have something to say, numbered through."""
    place, _ = place_and_subject(imprint.book_title)
    county = whole(place) or tr("all units together")
    parts: list[tuple[str, list[Paragraph]]] = [
        (tr("The county as a whole"), county_paragraphs(tables, county)),
        (tr("The units"), group_paragraphs(tables[0])),
        (tr("The pace"), behind_paragraphs(tables)),
        (tr("The red and the black list"), list_paragraphs(live, tables[0])),
        (tr("Reporting"), reporting_paragraphs(live, tables, imprint.date)),
        (tr("Problems of the month"), _typed(words.problems)),
        (tr("Next steps"), _typed(words.next_steps)),
    ]
    told = [(heading, paragraphs) for heading, paragraphs in parts if paragraphs]
    return tuple(
        Chapter(before_chapter(at) + heading, tuple(paragraphs)) for at, (heading, paragraphs) in enumerate(told, start=1)
    )


def _annex_lines(*titles: str) -> tuple[str, ...]:
    """附件：… or, of several, 附件：1. … and the others under it."""
    if len(titles) == 1:
        return (tr("Annex: {title}", title=titles[0]),)
    said = [tr("{number}. {title}", number=at, title=title) for at, title in enumerate(titles, start=1)]
    return (tr("Annex: {title}", title=said[0]), *(ANNEX_INDENT + line for line in said[1:]))


def _typed(text: str) -> list[Paragraph]:
    """A paragraph for every line that the office typed, blank ones left out; （一）加大招商力度。 at its head leads it."""
    lines = (one_line(line) for line in text.splitlines() if line.strip())
    return [Paragraph(found[2], found[1]) if (found := _LED.match(line)) else Paragraph(line) for line in lines]


def _addressees(groups: Sequence[Group]) -> str:
    """To whom: 各乡镇、街道、园区、县直单位 as the groups are called, 各有关单位 where one is called otherwise."""
    kinds = list(dict.fromkeys(_CLASS.sub("", one_line(group.name)) for group in groups))
    if not all(_KINDS.search(kind) for kind in kinds):
        return tr("To all units concerned:")
    return tr("To all {kinds}:", kinds=listed(kinds))
