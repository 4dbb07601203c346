"""`tracker card`: units' own cards (进度卡) as one PDF, as a workbook or as pictures, to hand over."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_documents
from tracker.cli.parameters import book_argument, newest_month_option
from tracker.domain.period import FIRST_YEAR, Month
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book

ENDINGS = (".pdf", ".xlsx", ".png")
NO_MONTH = Month(FIRST_YEAR, 1)
"""Asked for where the book has no figures, so that it is told."""


def command() -> click.Command:
    return click.Command(
        "card",
        callback=card,
        help=tr("Write a unit's card: how far it is, month by month, what the year's targets still take."),
        params=[
            book_argument(),
            newest_month_option(),
            click.Option(
                ["--unit"],
                multiple=True,
                metavar="UNIT",
                help=tr("A unit's name or code; may be given again. All units without it."),
            ),
            click.Option(["--group"], metavar="NAME", help=tr("Only the units of this group.")),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=tr("Write to FILE instead of the screen: {endings}.", endings=", ".join(ENDINGS)),
            ),
        ],
    )


def card(*, book: Path, month: Month | None, unit: tuple[str, ...], group: str | None, output: Path | None) -> None:
    """Write the cards; a published month's from what it was published with."""
    from tracker.exchange.ranking.choice import check_month
    from tracker.metrics.shown import live_of
    from tracker.store.book import Book
    from tracker.store.figures import first_month, last_month

    if output is None and sys.stdout.isatty():
        raise click.UsageError(tr("Such a file is not for the screen: give its name with -o."))
    ending = ENDINGS[0] if output is None else output.suffix.lower()
    if ending not in ENDINGS:
        raise click.UsageError(tr("A card's file ends in {endings}.", endings=", ".join(ENDINGS)))
    with Book.open(book, read_only=True) as opened:
        last = last_month(opened)
        asked = month or last or NO_MONTH
        check_month(asked, first_month(opened), last)
        with closing(live_of(opened, asked)) as live:
            write_documents(cards_document(opened, live, ending, units=unit, group=group), output)
    if output is not None:
        click.echo(tr("Wrote {path}.", path=output))


def cards_document(book: Book, live: Live, ending: str, *, units: tuple[str, ...], group: str | None) -> list[bytes]:
    """The cards of those units, or of all of a group or of the county, as the file's ending says; of pictures one a page."""
    from tracker.exchange.ranking.choice import choose_group, choose_units
    from tracker.metrics.scoring.book_scores import scores_if_any
    from tracker.metrics.shown import document_date
    from tracker.reports.imprint import Imprint
    from tracker.reports.typesetting import pdf, png_pages
    from tracker.reports.unit_card.layout import cards_drawing
    from tracker.reports.unit_card.unit_card import unit_cards
    from tracker.reports.workbook.card_workbook import card_workbook_bytes

    today = date.today()
    chosen, of = choose_units(live.roster.units, units, live.month), choose_group(live.groups, group)
    scores, imprint = scores_if_any(book, live, today=today), Imprint.of(live.book, document_date(book, live.month, today))
    whom, groups = [one.id for one in chosen], [] if of is None else [of.id]
    if ending == ".xlsx":
        return [card_workbook_bytes(live, scores, imprint=imprint, units=whom, groups=groups)]
    drawing = cards_drawing(unit_cards(live, scores, imprint=imprint, units=whom, groups=groups))
    return png_pages(drawing) if ending == ".png" else [pdf(drawing)]
