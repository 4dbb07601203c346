"""`tracker forms`: a workbook for each unit to fill in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from tracker.cli.parameters import book_argument, folder_argument, month_option
from tracker.domain.period import Month
from tracker.i18n import tr


def command() -> click.Command:
    return click.Command(
        "forms",
        callback=forms,
        help=tr("Write into DIR a form for each unit to fill in: its figures of the month, last month's and the target beside."),
        params=[book_argument(), month_option(), folder_argument()],
    )


def forms(*, book: Path, month: Month, folder: Path) -> None:
    """Write the forms."""
    from tracker.metrics.live import Live
    from tracker.reports.forms.all_forms import write_forms
    from tracker.store.book import Book

    with Book.open(book, read_only=True) as opened, closing(Live(opened, month=month)) as live:
        written = list(write_forms(live, folder))
    click.echo(tr("Wrote {count} forms into {folder}.", count=len(written), folder=folder))
