"""`tracker rank`: a month's ranking, to read, to compute with or to print."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli import score as scores
from tracker.cli.console import write_documents, write_text
from tracker.cli.parameters import Choice, against_option, book_argument, month_option, target_set_option
from tracker.domain.period import Month
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.exchange.ranking.choice import Ranking
    from tracker.metrics.live import Live
    from tracker.store.book import Book

FORMATS = ("table", "csv", "json", "pdf", "xlsx", "png")
DOCUMENTS = frozenset({"pdf", "xlsx", "png"})


def command() -> click.Command:
    return click.Command(
        "rank",
        callback=rank,
        help=tr("Print a month's ranking."),
        params=[
            book_argument(),
            month_option(),
            click.Option(
                ["--indicator"],
                multiple=True,
                metavar="CODE",
                help=tr(
                    "An indicator's code; may be given again. Without it all of them; on paper those that the office prints."
                ),
            ),
            click.Option(["--score"], is_flag=True, help=tr("Instead the score by the year's scheme, with every line's points.")),
            against_option(),
            click.Option(
                ["--group"], metavar="NAME", help=tr("Only the units of this group; ranks are within the group anyway.")
            ),
            target_set_option(),
            click.Option(
                ["--format", "form"],
                type=Choice(FORMATS),
                help=tr("Without it, what the name of FILE ends in; else table."),
            ),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=tr("Write to FILE instead of the screen."),
            ),
        ],
    )


def rank(  # noqa: PLR0913 - one argument an option
    *,
    book: Path,
    month: Month,
    indicator: tuple[str, ...],
    score: bool,
    against: Month | None,
    group: str | None,
    target_set: str,
    form: str | None,
    output: Path | None,
) -> None:
    """Rank the month; a published one with what it was published with."""
    from tracker.domain.target import TargetSet
    from tracker.exchange.ranking.choice import check_month, ranking_of
    from tracker.metrics.shown import live_of
    from tracker.store.book import Book
    from tracker.store.figures import first_month, last_month

    form = form or _format_of(output)
    if form in DOCUMENTS and output is None and (form == "png" or sys.stdout.isatty()):
        raise click.UsageError(tr("Such a file is not for the screen: give its name with -o."))
    if score:
        scores.check_usage(indicator)
    elif against is not None:
        raise click.UsageError(tr("--against compares scores: give --score too."))
    with Book.open(book, read_only=True) as opened:
        check_month(month, first_month(opened), last_month(opened))
        with closing(live_of(opened, month, target_set=TargetSet(target_set))) as live:
            if score:
                scores.write_scores(opened, live, group, form, output, against=against)
            elif form in DOCUMENTS:
                ranking = ranking_of(live, indicator, group)
                write_documents(ranking_document(opened, live, ranking, form, as_set_up=not indicator), output)
            else:
                _write(ranking_of(live, indicator, group), form, output)
    if output is not None:
        click.echo(tr("Wrote {path}.", path=output))


def ranking_document(book: Book, live: Live, ranking: Ranking, form: str, *, as_set_up: bool = False) -> list[bytes]:
    """The month's ranking sheet as PDF, as a workbook, or each of its pages as a picture.

    `as_set_up`: of the indicators that the office prints; on paper scores close it, where there are any.
    """
    from tracker.metrics.shown import document_date
    from tracker.reports.imprint import Imprint
    from tracker.reports.ranking_sheet import ranking_sheet
    from tracker.reports.score_closing import closing_if_any
    from tracker.reports.typesetting import pdf, png_pages
    from tracker.reports.workbook.ranking_workbook import workbook_bytes

    today = date.today()
    imprint = Imprint.of(live.book, document_date(book, live.month, today))
    indicators = [] if as_set_up else [table.indicator.id for table in ranking.tables]
    groups = [ranking.group.id] if ranking.group else []
    if form == "xlsx":
        return [workbook_bytes(live, imprint=imprint, indicators=indicators, groups=groups)]
    closing = closing_if_any(book, live, today=today) if as_set_up else None
    sheet = ranking_sheet(live, imprint=imprint, indicators=indicators, groups=groups, closing=closing)
    return png_pages(sheet) if form == "png" else [pdf(sheet)]


def _write(ranking: Ranking, form: str, output: Path | None) -> None:
    from tracker.exchange.ranking.as_csv import ranking_csv
    from tracker.exchange.ranking.as_json import ranking_json
    from tracker.exchange.ranking.as_text import ranking_text

    parts = {"json": ranking_json, "csv": ranking_csv, "table": ranking_text}[form](ranking)
    # Excel takes a CSV file for the system's own encoding unless it begins with a byte order mark.
    write_text(parts, output, encoding="utf-8-sig" if form == "csv" else "utf-8")


def _format_of(output: Path | None) -> str:
    ending = output.suffix.lower().lstrip(".") if output else ""
    return ending if ending in FORMATS else "table"
