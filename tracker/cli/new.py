"""`tracker new`: an empty book, with the usual indicators if wanted."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.parameters import Choice, book_argument
from tracker.i18n import tr

TEMPLATES = ("investment", "blank")


def command() -> click.Command:
    return click.Command(
        "new",
        callback=new,
        help=tr("Make a new book."),
        params=[
            book_argument(),
            click.Option(["--title"], required=True, metavar="T", help=tr("What the book is called, such as the county's name.")),
            click.Option(
                ["--template"],
                type=Choice(TEMPLATES),
                default="blank",
                show_default=True,
                help=tr("investment: with the usual ten indicators of investment promotion."),
            ),
        ],
    )


def new(book: Path, title: str, template: str) -> None:
    """Make the book; an existing file is refused."""
    from tracker.exchange.new_book import make_book

    make_book(book, title=title, template=template)
    click.echo(tr("Made {path}.", path=book))
