"""A month's documents, each made when it is its turn: what is printed together, or put into a folder as PDFs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.indicator import IndicatorId
from tracker.domain.month_documents import DocumentKind
from tracker.domain.unit import Unit
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import scores_if_any
from tracker.metrics.scoring.score import ScoreTable
from tracker.metrics.shown import document_date
from tracker.reports.bulletin.as_pdf import bulletin_drawing
from tracker.reports.bulletin.kept import kept_bulletin
from tracker.reports.document_file import folder_made, plain_name, save
from tracker.reports.drawing import Drawing
from tracker.reports.errors import NoIndicatorToPrint
from tracker.reports.imprint import Imprint
from tracker.reports.ranking_sheet import ranking_sheet, set_up_indicators
from tracker.reports.score_closing import Closing
from tracker.reports.score_sheet import score_sheet
from tracker.reports.sheet import Paper, RankingSheet
from tracker.reports.typesetting import pdf
from tracker.reports.unit_card.layout import cards_drawing
from tracker.reports.unit_card.unit_card import unit_cards
from tracker.reports.wording import tr

if TYPE_CHECKING:
    from tracker.store.book import Book

Progress = Callable[[int, int], None]
"""Called before each document with (documents done, documents in all); what it raises ends the work and comes through."""


@dataclass(frozen=True, slots=True)
class MonthDocument:
    """One document. `name` is its file's without the ending; `make` is called in the thread that may read the book."""

    kind: DocumentKind
    name: str
    make: Callable[[], RankingSheet | Drawing]


@dataclass(frozen=True)
class Stack:
    """What a month's documents are made from: the open book, the month as it is shown, the day, the paper if not as set up."""

    book: Book
    live: Live
    today: datetime.date
    paper: Paper | None = None

    @property
    def imprint(self) -> Imprint:
        """What the office puts on them."""
        return Imprint.of(self.live.book, document_date(self.book, self.live.month, self.today), paper=self.paper)

    @cached_property
    def scores(self) -> ScoreTable | None:
        """The month's scores, None where it has none."""
        return scores_if_any(self.book, self.live, today=self.today)


def month_documents(stack: Stack, kinds: Collection[DocumentKind]) -> list[MonthDocument]:
    """The documents of those kinds in the order of the stack, none made yet; raises NoIndicatorToPrint."""
    if not stack.live.indicators:
        raise NoIndicatorToPrint
    return [document for kind in DocumentKind if kind in kinds for document in _MAKERS[kind](stack)]


def pdfs(documents: Sequence[MonthDocument], progress: Progress) -> Iterator[tuple[MonthDocument, bytes]]:
    """Each document with its PDF, one after the other."""
    for done, document in enumerate(documents):
        progress(done, len(documents))
        yield document, pdf(document.make())


def save_documents(documents: Sequence[MonthDocument], folder: Path, progress: Progress) -> list[Path]:
    """Write each document as a PDF into the folder, which is made where it is missing; returns the files.

    A file of that name is replaced. Raises DocumentNotSaved, and what making a document raises; what is written by then stays.
    """
    paths = file_paths(documents, folder_made(folder))
    for (_, content), path in zip(pdfs(documents, progress), paths, strict=True):
        save(content, path)
    return paths


def file_paths(documents: Sequence[MonthDocument], folder: Path) -> list[Path]:
    """Where each document goes; of documents of one name the later ones get a number."""
    paths: list[Path] = []
    for document in documents:
        name, count = plain_name(document.name), 1
        while (path := folder / f"{name if count == 1 else f'{name} ({count})'}.pdf") in paths:
            count += 1
        paths.append(path)
    return paths


def _bulletin(stack: Stack) -> Iterator[MonthDocument]:
    def make() -> Drawing:
        bulletin = kept_bulletin(stack.book, stack.live, today=stack.today, charts=True)
        return bulletin_drawing(replace(bulletin, annex=replace(bulletin.annex, paper=stack.paper or bulletin.annex.paper)))

    yield MonthDocument(DocumentKind.BULLETIN, _named(stack, tr("bulletin")), make)


def _ranking(stack: Stack) -> Iterator[MonthDocument]:
    def make() -> RankingSheet:
        closing = None if stack.scores is None else Closing(stack.scores)
        return ranking_sheet(stack.live, imprint=stack.imprint, closing=closing)

    yield MonthDocument(DocumentKind.RANKING, _named(stack, tr("ranking sheet, main indicators")), make)


def _indicators(stack: Stack) -> Iterator[MonthDocument]:
    names = {indicator.id: indicator.name for indicator in stack.live.indicators}
    for chosen in set_up_indicators(stack.live, stack.imprint.setup):
        name = tr("ranking sheet, {indicator}", indicator=names[chosen])
        yield MonthDocument(DocumentKind.INDICATORS, _named(stack, name), partial(_sheet_of_one, stack, chosen))


def _sheet_of_one(stack: Stack, indicator: IndicatorId) -> RankingSheet:
    return ranking_sheet(stack.live, imprint=stack.imprint, indicators=[indicator])


def _scores(stack: Stack) -> Iterator[MonthDocument]:
    scores = stack.scores
    if scores is not None:
        make = partial(score_sheet, stack.live, scores, imprint=stack.imprint)
        yield MonthDocument(DocumentKind.SCORES, _named(stack, tr("ranking sheet, scores")), make)


def _cards(stack: Stack) -> Iterator[MonthDocument]:
    for unit in stack.live.roster.units:
        name = tr("card, {unit}", unit=unit.name)
        yield MonthDocument(DocumentKind.CARDS, _named(stack, name), partial(_card, stack, unit))


def _card(stack: Stack, unit: Unit) -> Drawing:
    return cards_drawing(unit_cards(stack.live, stack.scores, imprint=stack.imprint, units=[unit.id]))


def _named(stack: Stack, what: str) -> str:
    month = stack.live.month
    return tr("{month}/{year} {what}", year=month.year, month=month.number, what=what)


_MAKERS: dict[DocumentKind, Callable[[Stack], Iterator[MonthDocument]]] = {
    DocumentKind.BULLETIN: _bulletin,
    DocumentKind.RANKING: _ranking,
    DocumentKind.SCORES: _scores,
    DocumentKind.INDICATORS: _indicators,
    DocumentKind.CARDS: _cards,
}
"""The documents of each kind: who adds a kind of document adds its line here."""
