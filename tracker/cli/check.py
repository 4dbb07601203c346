"""`tracker check`: is the file sound, and what it holds."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.console import write_text
from tracker.cli.parameters import book_argument
from tracker.errors import BookError
from tracker.i18n import tr


class BookHasProblems(BookError):
    def __init__(self, path: Path, count: int) -> None:
        super().__init__(tr("{path} is not sound: {count} problems.", path=path, count=count))


def command() -> click.Command:
    return click.Command(
        "check",
        callback=check,
        help=tr("Check that BOOK is sound: the file, its journal and the figures in it."),
        params=[book_argument()],
    )


def check(book: Path) -> None:
    """List what is wrong, one line each, and raise BookHasProblems; one line where nothing is."""
    from tracker.store import check as checking
    from tracker.store.book import Book
    from tracker.store.publications import publications

    with Book.open(book, read_only=True) as opened:
        problems = checking.check(opened)
        if publications(opened):
            from tracker.exchange.publishing import computed_otherwise

            problems += computed_otherwise(opened)
    if problems:
        write_text((f"{' '.join(str(problem).split())}\n" for problem in problems), None)
        raise BookHasProblems(book, len(problems))
    click.echo(tr("{path}: ok", path=book))
