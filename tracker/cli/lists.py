"""`tracker lists`: a month's red and black lists, who is last again and again, zero and late reports, and the lights."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from tracker.cli.console import write_text
from tracker.cli.parameters import book_argument, newest_month_option
from tracker.domain.period import FIRST_YEAR, Month
from tracker.i18n import tr

NO_MONTH = Month(FIRST_YEAR, 1)
"""Asked for where the book has no figures, so that it is told."""


def command() -> click.Command:
    return click.Command(
        "lists",
        callback=lists,
        help=tr("Tell a month's lists and lights, each with its rule, each unit with its evidence."),
        params=[
            book_argument(),
            newest_month_option(),
            click.Option(
                ["--indicator"], metavar="CODE", help=tr("The indicator that the lists go by; the leading one without it.")
            ),
            click.Option(["--score"], is_flag=True, help=tr("The lists go by the score.")),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Write JSON.")),
        ],
    )


def lists(*, book: Path, month: Month | None, indicator: str | None, score: bool, as_json: bool) -> None:
    """Write the lists; a published month's from what it was published with."""
    from tracker.exchange.lists.as_json import lists_json
    from tracker.exchange.lists.as_text import lists_text
    from tracker.exchange.lists.choice import lists_of
    from tracker.exchange.ranking.choice import check_month
    from tracker.metrics.shown import live_of
    from tracker.store.book import Book
    from tracker.store.figures import first_month, last_month

    if score and indicator is not None:
        raise click.UsageError(tr("The lists go by one indicator or by the score: leave one of the two out."))
    with Book.open(book, read_only=True) as opened:
        last = last_month(opened)
        asked = month or last or NO_MONTH
        check_month(asked, first_month(opened), last)
        with closing(live_of(opened, asked)) as live:
            found = lists_of(opened, live, indicator, score=score, today=date.today())
            write_text(lists_json(found) if as_json else lists_text(found), None)
