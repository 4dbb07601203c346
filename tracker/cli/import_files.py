"""`tracker import`: what the units sent in, planned, and with --apply written."""

from __future__ import annotations

import sys
from collections.abc import Collection
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_bytes, write_text
from tracker.cli.parameters import book_argument, month_option
from tracker.domain.period import Month
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.exchange.submissions.plan import Plan
    from tracker.exchange.submissions.receipt import Key

NEEDS_A_PERSON = 3
NOTHING_READ = 1


def command() -> click.Command:
    return click.Command(
        "import",
        callback=import_files,
        short_help=tr("Read what units have sent, and tell what would change in BOOK; with --apply it does."),
        help=tr(
            "Read what units sent in (files, folders, .zip; forms or sheets of any shape) and tell what would change in BOOK."
            " Exits with 3 where something needs a person, with 1 where nothing could be read."
        ),
        params=[
            book_argument(),
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)),
            month_option(required=False, help=tr("The month of files that name none, as 2026-09.")),
            click.Option(["--apply"], is_flag=True, help=tr("Write what is new or changed and undisputed, as one change.")),
            click.Option(
                ["--receipts"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=tr("Write what was taken and refused, a receipt for each sender: .txt, .pdf."),
            ),
            click.Option(["--keep"], is_flag=True, help=tr("With --apply: keep the files in the book, as evidence.")),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Write JSON.")),
        ],
    )


def import_files(  # noqa: PLR0913 - one argument an option
    *,
    book: Path,
    paths: tuple[Path, ...],
    month: Month | None,
    apply: bool,
    keep: bool,
    receipts: Path | None,
    as_json: bool,
) -> None:
    """Tell the plan; write only with --apply."""
    from tracker.exchange.submissions.applying import apply as write
    from tracker.exchange.submissions.as_json import plan_json
    from tracker.exchange.submissions.as_text import plan_text
    from tracker.exchange.submissions.evidence import contents_of
    from tracker.exchange.submissions.intake import plan_files
    from tracker.exchange.submissions.plan import taken
    from tracker.exchange.submissions.receipt import key_of
    from tracker.metrics.live import Live
    from tracker.store.book import Book
    from tracker.store.settings import office

    with Book.open(book, read_only=not apply) as opened, closing(Live(opened, month=month)) as live:
        plan = plan_files(live, paths, month=month)
        chosen = taken(plan) if apply else []
        if chosen:
            contents = contents_of(paths, plan.files) if keep else None
            write(opened, chosen, received=date.today(), contents=contents)
        if receipts is not None:
            _write_receipts(receipts, plan, [key_of(file, cell) for file, cell in chosen], office(opened))
    write_text([plan_json(plan)] if as_json else plan_text(plan, applied=apply), None)
    sys.exit(_exit_code(plan))


def _write_receipts(path: Path, plan: Plan, written: Collection[Key], office_name: str) -> None:
    """The receipts as text, or on paper where the name ends in .pdf."""
    from tracker.exchange.submissions.receipt import receipts
    from tracker.reports.receipt import ReceiptPaper, receipts_pdf

    made = receipts(plan, written)
    if path.suffix.lower() == ".pdf":
        papers = [ReceiptPaper(one.title, one.lines) for one in made]
        write_bytes(receipts_pdf(papers, office=office_name, date=date.today()), path)
    else:
        write_text(["\n".join(one.text for one in made)], path)


def _exit_code(plan: Plan) -> int:
    if not plan.is_read:
        return NOTHING_READ
    return 0 if plan.is_clean else NEEDS_A_PERSON
