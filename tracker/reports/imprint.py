"""What the office puts on its documents: title, signatures, its name, the day; in its own words where it has chosen some.

Chinese here is data: the colon between a role and a name.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.domain.period import Month
from tracker.domain.print_setup import PLACEHOLDERS, PrintSetup, fill
from tracker.reports.note_lists import listed
from tracker.reports.sheet import Paper, Signature
from tracker.reports.titles import as_of, date_text, period, place_and_subject
from tracker.reports.wording import one_line
from tracker.store import settings
from tracker.store.book import Book
from tracker.store.print_setup import print_setup

_COLONS = "：:"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the office puts on a document: the book's title, its own name, the day, who made it; an own title; the paper.

    `date` is printed and is the file's date too, so that the same content makes the same file. Without a `title` of its own the
    sheet's is made as `setup` says, else from the book's.
    """

    book_title: str
    office: str
    date: datetime.date
    clerk: str = ""
    title: str = ""
    paper: Paper = Paper.FITTING
    setup: PrintSetup = field(default_factory=PrintSetup)

    @classmethod
    def of(cls, book: Book, date: datetime.date, *, paper: Paper | None = None) -> Imprint:
        """What the book's settings say, on that day; the paper is the office's choice unless told."""
        setup = print_setup(book)
        words = (settings.title(book), settings.office(book), date, settings.clerk(book))
        return cls(*words, paper=setup.paper if paper is None else paper, setup=setup)


@dataclass(frozen=True, slots=True)
class OfficeTexts:
    """The office's own texts, their placeholders filled for a month and the indicators on the sheet."""

    imprint: Imprint
    month: Month
    indicators: Sequence[str]

    def title(self) -> str:
        """The title in the office's words, "" where it has chosen none."""
        setup = self.imprint.setup
        return self._filled(setup.title if len(self.indicators) > 1 else setup.title_of_one)

    def subtitle(self) -> str:
        """The line under the title; the month's last day where the office has chosen none."""
        return self._filled(self.imprint.setup.subtitle) or as_of(self.month)

    def signatures(self) -> tuple[Signature, ...]:
        """Who signs as what: "制表：{制表人}" is a role and a name."""
        return tuple(_signature(self._filled(line)) for line in self.imprint.setup.signatures if line.strip())

    def _filled(self, text: str) -> str:
        imprint, month = self.imprint, self.month
        place, subject = place_and_subject(imprint.book_title)
        words = (place, month.year, month.number, month.last_day.day, period(month), subject, listed(tuple(self.indicators)))
        by_whom = (imprint.office, imprint.clerk, date_text(imprint.date))
        return one_line(fill(text, dict(zip(PLACEHOLDERS, map(str, (*words, *by_whom)), strict=True))))


def _signature(line: str) -> Signature:
    at = next((at for at, character in enumerate(line) if character in _COLONS), len(line) - 1)
    return Signature(line[: at + 1], line[at + 1 :].strip())
