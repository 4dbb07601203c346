"""`tracker bulletin`: a month's bulletin (月通报), to read or to send."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from tracker.cli.console import write_text
from tracker.cli.parameters import book_argument, month_option
from tracker.domain.period import Month
from tracker.i18n import tr

ENDINGS = ("txt",)


def command() -> click.Command:
    return click.Command(
        "bulletin",
        callback=bulletin,
        help=tr("Write a month's bulletin: the county, the units by rank, who is behind the pace, who did not report."),
        params=[
            book_argument(),
            month_option(),
            click.Option(
                ["--indicator"],
                multiple=True,
                metavar="CODE",
                help=tr(
                    "An indicator's code; may be given again, the first one ranks the units. Without it, those the book keeps."
                ),
            ),
            click.Option(
                ["--number"],
                default="",
                metavar="TEXT",
                help=tr("The document's number, in place of the one that the book keeps."),
            ),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=tr("Write to FILE instead of the screen: {endings}.", endings=", ".join(f".{ending}" for ending in ENDINGS)),
            ),
        ],
    )


def bulletin(*, book: Path, month: Month, indicator: tuple[str, ...], number: str, output: Path | None) -> None:
    """Write the month's bulletin; a published month's from what it was published with."""
    from tracker.exchange.ranking.choice import check_month, choose_indicators
    from tracker.metrics.shown import document_date, live_of
    from tracker.reports.bulletin.as_text import bulletin_text
    from tracker.reports.bulletin.kept import kept_indicators, kept_words
    from tracker.reports.bulletin.month_bulletin import month_bulletin
    from tracker.reports.ranking_sheet import Imprint
    from tracker.store.book import Book
    from tracker.store.figures import first_month, last_month

    _check_ending(output)
    with Book.open(book, read_only=True) as opened:
        check_month(month, first_month(opened), last_month(opened))
        with closing(live_of(opened, month)) as live:
            imprint = Imprint.of(live.book, document_date(opened, month, date.today()))
            kept = kept_words(opened, month)
            words = replace(kept, number=number or kept.number)
            chosen = (
                [one.id for one in choose_indicators(live.indicators, indicator)] if indicator else kept_indicators(opened, live)
            )
            content = month_bulletin(live, imprint=imprint, words=words, indicators=chosen)
            write_text([bulletin_text(content)], output)
    if output is not None:
        click.echo(tr("Wrote {path}.", path=output))


def _check_ending(output: Path | None) -> None:
    """Wrong usage where the name of the file ends in something else than what can be written."""
    if output is not None and output.suffix.lower().lstrip(".") not in ENDINGS:
        endings = ", ".join(f".{ending}" for ending in ENDINGS)
        raise click.UsageError(tr("A bulletin's file ends in {endings}.", endings=endings))
