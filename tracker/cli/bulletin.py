"""`tracker bulletin`: a month's bulletin (月通报), to read or to send."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_bytes, write_text
from tracker.cli.parameters import book_argument, month_option
from tracker.domain.period import Month
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.reports.bulletin.content import Bulletin
    from tracker.store.book import Book

ENDINGS = ("txt", "docx", "pdf")


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
                ["--template"],
                type=click.Path(exists=True, dir_okay=False, path_type=Path),
                metavar="FILE",
                help=tr("For .docx: a Word template, instead of the one that the book keeps."),
            ),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=tr("Write to FILE instead of the screen: {endings}.", endings=", ".join(f".{ending}" for ending in ENDINGS)),
            ),
        ],
    )


def bulletin(  # noqa: PLR0913 - one argument an option
    *, book: Path, month: Month, indicator: tuple[str, ...], number: str, template: Path | None, output: Path | None
) -> None:
    """Write the month's bulletin; a published month's from what it was published with, its template too."""
    from tracker.exchange.ranking.choice import check_month, choose_indicators
    from tracker.metrics.shown import document_date, live_of
    from tracker.reports.bulletin.kept import kept_indicators, kept_words
    from tracker.reports.bulletin.month_bulletin import month_bulletin
    from tracker.reports.bulletin.pictures import month_pictures
    from tracker.reports.ranking_sheet import Imprint
    from tracker.store.book import Book
    from tracker.store.figures import first_month, last_month

    ending = _checked_ending(output)
    if template is not None and ending != "docx":
        raise click.UsageError(tr("A template is for a bulletin that ends in .docx."))
    with Book.open(book, read_only=True) as opened:
        check_month(month, first_month(opened), last_month(opened))
        with closing(live_of(opened, month)) as live:
            imprint = Imprint.of(live.book, document_date(opened, month, date.today()))
            kept = kept_words(opened, month)
            words = replace(kept, number=number or kept.number)
            chosen = (
                [one.id for one in choose_indicators(live.indicators, indicator)] if indicator else kept_indicators(opened, live)
            )
            pictures = month_pictures(live, chosen) if ending != "txt" else ()
            content = month_bulletin(live, imprint=imprint, words=words, indicators=chosen, pictures=pictures)
            own = template.read_bytes() if template is not None else _template_of(opened, live.book, ending)
            _write(content, ending, own, output)
    if output is not None:
        click.echo(tr("Wrote {path}.", path=output))


def _template_of(book: Book, shown: Book, ending: str) -> bytes | None:
    from tracker.reports.bulletin.template import template_of

    return template_of(book, shown) if ending == "docx" else None


def _write(content: Bulletin, ending: str, template: bytes | None, output: Path | None) -> None:
    from tracker.reports.bulletin.as_pdf import bulletin_pdf
    from tracker.reports.bulletin.as_text import bulletin_text
    from tracker.reports.bulletin.as_word import bulletin_word

    if ending == "docx":
        write_bytes(bulletin_word(content, template), output)
    elif ending == "pdf":
        write_bytes(bulletin_pdf(content), output)
    else:
        write_text([bulletin_text(content)], output)


def _checked_ending(output: Path | None) -> str:
    """What the name of the file ends in, txt for the screen; wrong usage where that cannot be written."""
    ending = "txt" if output is None else output.suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        endings = ", ".join(f".{known}" for known in ENDINGS)
        raise click.UsageError(tr("A bulletin's file ends in {endings}.", endings=endings))
    return ending
