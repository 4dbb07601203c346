"""`tracker explain`: how a number of the ranking comes about, step by step."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from tracker.cli.console import write_text
from tracker.cli.parameters import Choice, book_argument, month_option
from tracker.domain.period import Month
from tracker.i18n import tr

NUMBERS = (*("target", "month_value", "cumulative", "completion", "pace", "gap", "yoy", "mom", "share", "rank", "rank_change"),)
"""As `exchange.reasons.choice` has them, which would load numpy for a page of help."""


def command() -> click.Command:
    return click.Command(
        "explain",
        callback=explain,
        help=tr("Explain a number of a month's ranking: the rule, the numbers in it, who entered them and when."),
        params=[
            book_argument(),
            month_option(),
            click.Option(["--indicator"], required=True, metavar="CODE", help=tr("The indicator's code.")),
            click.Option(["--unit"], metavar="NAME", help=tr("A unit's name or code; the county's total without it.")),
            click.Option(
                ["--number"],
                type=Choice(NUMBERS),
                help=tr("Which number; without it the one that the units are ranked by."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Print it as JSON, with exact results.")),
        ],
    )


def explain(  # noqa: PLR0913 - one argument an option
    *, book: Path, month: Month, indicator: str, unit: str | None, number: str | None, as_json: bool
) -> None:
    """Explain it; in a published month as it was published."""
    from tracker.exchange.ranking.choice import check_month
    from tracker.exchange.reasons.as_json import reasons_json
    from tracker.exchange.reasons.choice import explanation_of
    from tracker.metrics.derivation.reasoned import reasoned
    from tracker.metrics.shown import live_of
    from tracker.store.book import Book
    from tracker.store.figures import first_month, last_month

    with Book.open(book, read_only=True) as opened:
        check_month(month, first_month(opened), last_month(opened))
        with closing(live_of(opened, month)) as live:
            told = explanation_of(opened, live, indicator, unit, number)
            parts = reasons_json(told) if as_json else [reasoned(told.place, month, told.derivation, told.origin).text + "\n"]
            write_text(parts, None)
