"""`tracker print`: a month's documents as PDFs in a folder."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from tracker.cli.parameters import Choice, book_argument, month_option
from tracker.domain.month_documents import DocumentKind
from tracker.domain.period import Month
from tracker.i18n import tr


def command() -> click.Command:
    return click.Command(
        "print",
        callback=print_month,
        help=tr("Write all documents of a month as PDFs: the bulletin, ranking sheets, units' cards."),
        params=[
            book_argument(),
            month_option(),
            click.Option(
                ["--document"],
                multiple=True,
                type=Choice([kind.value for kind in DocumentKind]),
                help=tr("A kind of document; may be given again. Without it, those that the office has ticked."),
            ),
            click.Option(
                ["-o", "--output"],
                required=True,
                type=click.Path(path_type=Path, file_okay=False),
                metavar="FOLDER",
                help=tr("Write into FOLDER; files of the same names are replaced."),
            ),
        ],
    )


def print_month(*, book: Path, month: Month, document: tuple[str, ...], output: Path) -> None:
    """Write the documents; a published month's from what it was published with."""
    from tracker.exchange.ranking.choice import check_month
    from tracker.metrics.shown import live_of
    from tracker.reports.month_documents import Stack, month_documents, save_documents
    from tracker.store.book import Book
    from tracker.store.figures import first_month, last_month
    from tracker.store.month_documents import printed_documents

    with Book.open(book, read_only=True) as opened:
        check_month(month, first_month(opened), last_month(opened))
        kinds = [DocumentKind(kind) for kind in document] or printed_documents(opened)
        with closing(live_of(opened, month)) as live:
            documents = month_documents(Stack(opened, live, date.today()), kinds)
            for path in save_documents(documents, output, lambda _done, _of: None):
                click.echo(tr("Wrote {path}.", path=path))
