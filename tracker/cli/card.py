"""`tracker card`: units' own cards (进度卡) as one PDF, to hand over."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_bytes
from tracker.cli.parameters import book_argument, newest_month_option
from tracker.domain.period import FIRST_YEAR, Month
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book

ENDING = ".pdf"
NO_MONTH = Month(FIRST_YEAR, 1)
"""Asked for where the book has no figures, so that it is told."""


def command() -> click.Command:
    return click.Command(
        "card",
        callback=card,
        help=tr("Write a unit's card as PDF: how far it is, month by month, what the year's targets still take."),
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
                help=tr("Write to FILE instead of the screen: {endings}.", endings=ENDING),
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
    if output is not None and output.suffix.lower() != ENDING:
        raise click.UsageError(tr("A card's file ends in {ending}.", ending=ENDING))
    with Book.open(book, read_only=True) as opened:
        last = last_month(opened)
        asked = month or last or NO_MONTH
        check_month(asked, first_month(opened), last)
        with closing(live_of(opened, asked)) as live:
            write_bytes(cards_document(opened, live, unit, group), output)
    if output is not None:
        click.echo(tr("Wrote {path}.", path=output))


def cards_document(book: Book, live: Live, units: tuple[str, ...] = (), group: str | None = None) -> bytes:
    """The cards of those units, or of all of a group or of the county, as PDF."""
    from tracker.exchange.ranking.choice import choose_group, choose_units
    from tracker.metrics.scoring.book_scores import scores_if_any
    from tracker.metrics.shown import document_date
    from tracker.reports.imprint import Imprint
    from tracker.reports.typesetting import pdf
    from tracker.reports.unit_card.layout import cards_drawing
    from tracker.reports.unit_card.unit_card import unit_cards

    today = date.today()
    chosen, of = choose_units(live.roster.units, units, live.month), choose_group(live.groups, group)
    cards = unit_cards(
        live,
        scores_if_any(book, live, today=today),
        imprint=Imprint.of(live.book, document_date(book, live.month, today)),
        units=[one.id for one in chosen],
        groups=[] if of is None else [of.id],
    )
    return pdf(cards_drawing(cards))
