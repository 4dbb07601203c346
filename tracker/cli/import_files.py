"""`tracker import`: what the units sent in, planned, and with --apply written."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_text
from tracker.cli.parameters import book_argument, month_option
from tracker.domain.period import Month
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.exchange.submissions.plan import Plan

NEEDS_A_PERSON = 3
NOTHING_READ = 1


def command() -> click.Command:
    return click.Command(
        "import",
        callback=import_files,
        help=tr(
            "Read what units sent in (files, folders, .zip; forms or sheets of any shape) and tell what would change in BOOK."
            " Exits with 3 where something needs a person, with 1 where nothing could be read."
        ),
        params=[
            book_argument(),
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)),
            month_option(required=False, help=tr("The month of files that name none, as 2026-09.")),
            click.Option(["--apply"], is_flag=True, help=tr("Write what is new or changed and undisputed, as one change.")),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Write JSON.")),
        ],
    )


def import_files(*, book: Path, paths: tuple[Path, ...], month: Month | None, apply: bool, as_json: bool) -> None:
    """Tell the plan; write only with --apply."""
    from tracker.exchange.submissions.applying import apply as write
    from tracker.exchange.submissions.as_json import plan_json
    from tracker.exchange.submissions.as_text import plan_text
    from tracker.exchange.submissions.intake import plan_files
    from tracker.exchange.submissions.plan import taken
    from tracker.metrics.live import Live
    from tracker.store.book import Book

    with Book.open(book, read_only=not apply) as opened, closing(Live(opened, month=month)) as live:
        plan = plan_files(live, paths, month=month)
        if apply:
            write(opened, taken(plan), received=date.today())
    write_text([plan_json(plan)] if as_json else plan_text(plan, applied=apply), None)
    sys.exit(_exit_code(plan))


def _exit_code(plan: Plan) -> int:
    if not plan.is_read:
        return NOTHING_READ
    return 0 if plan.is_clean else NEEDS_A_PERSON
