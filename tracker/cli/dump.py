"""`tracker dump`: a book as a data folder."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.parameters import book_argument, folder_argument
from tracker.i18n import tr


def command() -> click.Command:
    return click.Command(
        "dump",
        callback=dump,
        help=tr("Write BOOK as a data folder DIR: CSV files with a datapackage.json, which load takes back."),
        params=[book_argument(), folder_argument()],
    )


def dump(book: Path, folder: Path) -> None:
    """Write the folder; files in it that are not of a data folder stay."""
    from tracker.exchange.data_folder import dump as dump_folder
    from tracker.store.book import Book

    with Book.open(book, read_only=True) as opened:
        dump_folder(opened, folder)
    click.echo(tr("Wrote {path}.", path=folder))
